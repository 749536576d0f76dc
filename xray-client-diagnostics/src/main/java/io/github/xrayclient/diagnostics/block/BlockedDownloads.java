package io.github.xrayclient.diagnostics.block;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.internal.Text;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.watch.GeneralData;
import io.github.xrayclient.watch.Watch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Explains why downloads are refused. It reads policies and watches, once a call, and changes
 * nothing. Thread-safe.
 *
 * @see "How to Identify the Blocking Watches and Policies for the 403: Artifact Download Request
 *     Rejected Error"
 */
public final class BlockedDownloads {
  private final XrayClient xray;
  private final @Nullable String projectKey;

  private BlockedDownloads(XrayClient xray, @Nullable String projectKey) {
    this.xray = xray;
    this.projectKey = projectKey;
  }

  /** Explanations from the platform of this client. */
  public static BlockedDownloads of(XrayClient xray) {
    return new BlockedDownloads(Objects.requireNonNull(xray, "xray"), null);
  }

  /** The same with the policies and watches of one project, beside the global ones. */
  public BlockedDownloads projectKey(String key) {
    return new BlockedDownloads(xray, Text.checked("projectKey", key));
  }

  /**
   * Explains every distinct refusal in a text: a server's answer, a log line, a whole log. Policies
   * and watches are read only if a refusal by Xray is in it.
   *
   * @return one explanation or more, in the order of the text
   * @throws XrayException if policies or watches cannot be read
   */
  public List<BlockExplanation> explain(String text) {
    Lazy index = new Lazy(this::index);
    List<BlockExplanation> explanations = new ArrayList<>();
    for (BlockedDownload refusal : BlockedDownload.parse(text)) {
      explanations.add(explain(refusal, index));
    }
    return explanations;
  }

  /**
   * Explains every refusal of a log, as {@link RefusalLog} found them, with one read of policies and
   * watches for all.
   *
   * @return one explanation for each, in the same order
   * @throws XrayException if policies or watches cannot be read
   */
  public List<BlockExplanation> explainAll(List<LoggedBlock> log) {
    Lazy index = new Lazy(this::index);
    List<BlockExplanation> explanations = new ArrayList<>();
    for (LoggedBlock logged : log) {
      explanations.add(explain(logged.block(), index).toBuilder().logged(logged).build());
    }
    return explanations;
  }

  /**
   * Explains one refusal.
   *
   * @throws XrayException if policies or watches cannot be read
   */
  public BlockExplanation explain(BlockedDownload refusal) {
    return explain(refusal, new Lazy(this::index));
  }

  /**
   * Says what would block an artifact.
   *
   * @throws XrayException if policies or watches cannot be read
   */
  public BlockExplanation explain(RequestedArtifact artifact) {
    return Advice.complete(index().explain(artifact), artifact);
  }

  /**
   * Policies and watches as they are now, to answer many questions without asking again.
   *
   * @throws XrayException if they cannot be read
   */
  public BlockIndex index() {
    if (projectKey == null) {
      return BlockIndex.of(xray.policies().list(), xray.watches().list());
    }
    List<Policy> policies = xray.policies().projectKey(projectKey).list();
    List<Watch> ofProject = xray.watches().projectKey(projectKey).list();
    Map<List<String>, Watch> watches = new LinkedHashMap<>();
    List<String> notChecked = new ArrayList<>();
    try {
      xray.watches().list().forEach(watch -> watches.put(key(watch), watch));
    } catch (XrayForbiddenException e) {
      notChecked.add(
          "Watches outside project " + projectKey + " were not read because " + e.getMessage());
    }
    for (Watch watch : ofProject) {
      if (!watches.containsKey(key(watch))) {
        watches.put(List.of(watch.name(), projectKey), inProject(watch, projectKey));
      }
    }
    return BlockIndex.of(policies, watches.values(), notChecked);
  }

  /** Some servers do not say of a project's watch that it is one. */
  private static Watch inProject(Watch watch, String project) {
    GeneralData data = watch.generalData().toBuilder().projectKey(project).build();
    return watch.toBuilder().generalData(data).build();
  }

  private static List<String> key(Watch watch) {
    return List.of(watch.name(), watch.generalData().projectKey().orElse(""));
  }

  private static BlockExplanation explain(BlockedDownload refusal, Supplier<BlockIndex> index) {
    if (refusal.kind() != BlockKind.XRAY_BLOCK || refusal.repository().isEmpty()) {
      return Advice.withoutWatches(refusal);
    }
    RequestedArtifact artifact = RequestedArtifact.builder()
        .repository(refusal.repository().get())
        .path(refusal.path())
        .build();
    BlockExplanation found = index.get().explain(artifact);
    return Advice.complete(found.toBuilder().kind(refusal.kind()).build(), artifact);
  }

  /** An index that is read when it is first needed. */
  private static final class Lazy implements Supplier<BlockIndex> {
    private final Supplier<BlockIndex> read;
    private @Nullable BlockIndex index;

    Lazy(Supplier<BlockIndex> read) {
      this.read = read;
    }

    @Override
    public BlockIndex get() {
      BlockIndex known = index;
      if (known == null) {
        known = read.get();
        index = known;
      }
      return known;
    }
  }
}
