package io.github.xrayclient.diagnostics.block;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.internal.coverage.BlockingRule;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.internal.coverage.WatchIndex;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.RefusalLog;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.http.CallOptions;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.error.ErrorAccess;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.watch.GeneralData;
import io.github.xrayclient.watch.Watch;
import io.github.xrayclient.watch.Watches;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Explains why downloads are refused. Each call reads policies and watches once, and changes
 * nothing. What else it looks up is optional, and asked once for each: for a repository at most its
 * configuration, by two keys, what Xray indexes, and five members of a virtual one; for an artifact
 * its violations and scan status, and its MIME type and properties where a filter asks for them;
 * and for all of them ignore rules and Artifactory's switches. For a refusal by Curation it reads
 * the curation policies and the newest audit events once, and the waiver requests of up to 20
 * packages. What cannot be had, for want of rights or of an answer, is said in {@link
 * BlockExplanation#notChecked()}; so is what is left out after 200 repositories or 100 artifacts in
 * one call. Thread-safe.
 *
 * @see "How to Identify the Blocking Watches and Policies for the 403: Artifact Download Request
 *     Rejected Error"
 */
public final class BlockedDownloads {
  private final XrayClient xray;
  private final @Nullable String projectKey;
  private final Clock clock;

  private BlockedDownloads(XrayClient xray, @Nullable String projectKey, Clock clock) {
    this.xray = xray;
    this.projectKey = projectKey;
    this.clock = clock;
  }

  /** Explanations from the platform of this client. */
  public static BlockedDownloads of(XrayClient xray) {
    return new BlockedDownloads(
        xray.withOptions(CallOptions.none().strict()),
        null,
        Clock.systemUTC()); // no false all-clear
  }

  /** A copy that also reads the policies and watches of one project, not only the global ones. */
  public BlockedDownloads inProject(String key) {
    return new BlockedDownloads(xray, Arguments.checked("projectKey", key), clock);
  }

  /** A copy with another clock, for tests. */
  BlockedDownloads clock(Clock other) {
    return new BlockedDownloads(xray, projectKey, Objects.requireNonNull(other, "other"));
  }

  /**
   * Explains every distinct refusal in a text, as {@link RefusalLog#parse} finds them: in a server's
   * answer, a log line or a whole log. The server is asked only if a refusal by a policy is in it.
   *
   * @return one explanation or more, in the order of the text
   * @throws XrayException if policies or watches cannot be read
   */
  public List<BlockExplanation> explain(String text) {
    return explain(RefusalLog.parse(text));
  }

  /**
   * Explains refusals, such as those that {@link RefusalLog} finds in a log, with one read of policies
   * and watches for all.
   *
   * @return one explanation for each, in their order
   * @throws XrayException if policies or watches cannot be read
   */
  public List<BlockExplanation> explain(Collection<BlockedDownload> refusals) {
    Diagnosis diagnosis = diagnosis();
    return refusals.stream().map(diagnosis::of).collect(Collectors.toList());
  }

  /**
   * Explains one refusal.
   *
   * @throws XrayException if policies or watches cannot be read
   */
  public BlockExplanation explain(BlockedDownload refusal) {
    return diagnosis().of(refusal);
  }

  /**
   * Says what would block an artifact. What it says of itself is not looked up.
   *
   * @throws XrayException if policies or watches cannot be read
   */
  public BlockExplanation explain(RequestedArtifact artifact) {
    return diagnosis().of(artifact);
  }

  /**
   * Policies and watches as they are now, to answer many questions from them alone.
   *
   * @throws XrayException if they cannot be read
   */
  public BlockIndex index() {
    if (projectKey == null) {
      List<Policy> policies = xray.policies().list();
      return BlockIndex.of(policies, watches(xray.watches(), policies));
    }
    List<Policy> policies = xray.policies().inProject(projectKey).list();
    List<Watch> ofProject = watches(xray.watches().inProject(projectKey), policies);
    Map<List<String>, Watch> watches = new LinkedHashMap<>();
    List<NotChecked> notRead = new ArrayList<>();
    try {
      xray.watches().list().forEach(watch -> watches.put(key(watch), watch));
    } catch (XrayForbiddenException e) {
      notRead.add(NotChecked.of(NotChecked.Subject.WATCHES, String.valueOf(e.getMessage())));
    }
    for (Watch watch : ofProject) {
      if (!watches.containsKey(key(watch))) {
        watches.put(List.of(watch.name(), projectKey), withProject(watch, projectKey));
      }
    }
    return new BlockIndex(new WatchIndex(policies, watches.values(), notRead));
  }

  /** Without the watches nothing can be said for sure; the policies are worth a word then. */
  private List<Watch> watches(Watches service, List<Policy> policies) {
    try {
      return service.list();
    } catch (XrayForbiddenException e) {
      String blocking = policies.stream()
          .filter(policy -> !BlockingRule.of(policy).isEmpty())
          .map(Policy::name)
          .map(QuotedNames::of)
          .collect(Collectors.joining(", "));
      throw ErrorAccess.get()
          .explained(
              e,
              (blocking.isEmpty()
                      ? "no policy that could be read blocks downloads"
                      : "policies that block downloads: " + xray.redact(blocking))
                  + "; to find the watches that apply them, use a token with the role Manage"
                  + " Watches");
    }
  }

  /** Some servers do not say of a project's watch that it is one. */
  private static Watch withProject(Watch watch, String project) {
    GeneralData data = watch.generalData().toBuilder().projectKey(project).build();
    return watch.toBuilder().generalData(data).build();
  }

  private static List<String> key(Watch watch) {
    return List.of(watch.name(), watch.projectKey().orElse(""));
  }

  private Diagnosis diagnosis() {
    return new Diagnosis(xray, Optional.ofNullable(projectKey), () -> index().watches(), clock);
  }
}
