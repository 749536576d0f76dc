package io.github.xrayclient.diagnostics.block;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.diagnostics.explanation.CoveredRepositories;
import io.github.xrayclient.diagnostics.explanation.RepositoryCoverage;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.explanation.SetupAudit;
import io.github.xrayclient.diagnostics.internal.coverage.IndexedWatch;
import io.github.xrayclient.diagnostics.internal.coverage.WatchIndex;
import io.github.xrayclient.diagnostics.internal.evidence.SetupAnalysis;
import io.github.xrayclient.diagnostics.internal.evidence.WatchScopes;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalReads;
import io.github.xrayclient.diagnostics.internal.evidence.read.SetupReader;
import io.github.xrayclient.diagnostics.internal.evidence.repository.RepositoryFacts;
import io.github.xrayclient.diagnostics.internal.evidence.repository.RepositoryFactsReader;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.http.CallOptions;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.value.NameOrId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Checks how policies and watches are set up: which watches cover a repository, which repositories
 * a watch or a policy covers, and which policies, rules and watches have no effect. Changes nothing
 * on the server. Thread-safe.
 */
public final class BlockingSetup {
  private final XrayClient xray;
  private final BlockedDownloads downloads;
  private final Optional<String> project;

  private BlockingSetup(XrayClient xray, BlockedDownloads downloads, Optional<String> project) {
    this.xray = xray;
    this.downloads = downloads;
    this.project = project;
  }

  /** Checks the set-up of the platform that this client connects to. */
  public static BlockingSetup of(XrayClient xray) {
    return new BlockingSetup(
        Objects.requireNonNull(xray, "xray").withOptions(CallOptions.none().strict()),
        BlockedDownloads.of(xray),
        Optional.empty());
  }

  /**
   * Returns a copy that reads the policies and watches of one project in addition to the global
   * ones.
   *
   * @throws IllegalArgumentException if the key is blank
   */
  public BlockingSetup inProject(String key) {
    return new BlockingSetup(xray, BlockedDownloads.of(xray).inProject(key), Optional.of(key));
  }

  /**
   * Finds all watches that cover a repository, whether they block downloads or not. Facts about the
   * repository that could not be read are listed in {@link RepositoryCoverage#notChecked()}.
   *
   * @throws IllegalArgumentException if the repository is blank
   * @throws XrayException if neither the policies and watches of the server nor those of the
   *     repository's project can be read
   */
  public RepositoryCoverage whatCovers(String repository) {
    return whatCovers(RequestedArtifact.builder().repository(repository).build());
  }

  /**
   * Finds all watches that cover one artifact, whether they block downloads or not. Facts that
   * {@code artifact} contains, such as the class of the repository, are used instead of those on
   * the server.
   *
   * @throws XrayException if policies or watches cannot be read
   */
  public RepositoryCoverage whatCovers(RequestedArtifact artifact) {
    Objects.requireNonNull(artifact, "artifact");
    SetupReader setup = new SetupReader(xray, project);
    setup.start(); // nothing else is asked if it fails
    RepositoryFacts facts =
        new RepositoryFactsReader(new OptionalReads(xray, project)).read(artifact);
    WatchIndex index = setup.withProjects(facts.projects());
    RepositoryCoverage coverage =
        SetupAnalysis.coverage(index, facts, setup.notRead(facts.projects()));
    return coverage.toBuilder()
        .watches(coverage.watches().stream()
            .map(watch -> watch.toBuilder().text(xray.redact(watch.text())).build())
            .collect(Collectors.toList()))
        .build();
  }

  /**
   * Finds the repositories that a watch covers, whether it blocks downloads or not. Reads the
   * policies and watches, Artifactory's list of repositories, and the list of the repositories of
   * each project that the watch covers, of at most 30 projects. What could not be read is listed in
   * {@link CoveredRepositories#notChecked()}.
   *
   * @param name the name of the watch; all watches of this name are examined
   * @throws IllegalArgumentException if the name is blank
   * @throws XrayException if policies or watches cannot be read
   */
  public CoveredRepositories whatWatchCovers(String name) {
    return whatWatchCovers(NameOrId.ofName(Arguments.checked("name", name)));
  }

  /**
   * Finds the repositories that a watch covers, like {@link #whatWatchCovers(String)}, by its name or
   * its id.
   *
   * @param watch the name of the watch, or its id; all watches of this name are examined. A text
   *     that can be both is an id only if no watch has this name
   * @throws XrayException if policies or watches cannot be read
   */
  public CoveredRepositories whatWatchCovers(NameOrId watch) {
    String asked =
        Arguments.checked("watch", Objects.requireNonNull(watch, "watch").text());
    WatchIndex index = downloads.index().watches();
    Predicate<IndexedWatch> isNamed = each -> each.watch().name().equals(asked);
    boolean byName = watch.mayBeName() && index.watches().stream().anyMatch(isNamed);
    return covered(
        index,
        byName || !watch.mayBeId()
            ? isNamed
            : each -> each.watch().generalData().id().equals(Optional.of(asked)));
  }

  /**
   * Finds the repositories to which a policy applies: those that are covered by a watch with this
   * policy. Sends the requests of {@link #whatWatchCovers(String)}.
   *
   * @param name the name of the policy; all policies of this name are examined
   * @throws IllegalArgumentException if the name is blank
   * @throws XrayException if policies or watches cannot be read
   */
  public CoveredRepositories whatPolicyCovers(String name) {
    String asked = Arguments.checked("name", name);
    WatchIndex index = downloads.index().watches();
    CoveredRepositories covered = covered(
        index,
        watch -> watch.watch().assignedPolicies().stream()
            .anyMatch(policy -> policy.name().equals(asked)));
    boolean isListed =
        index.policies().stream().anyMatch(policy -> policy.name().equals(asked));
    return covered.toBuilder().exists(covered.exists() || isListed).build();
  }

  /**
   * Finds the repositories to which a policy applies, like {@link #whatPolicyCovers(String)}. Xray
   * policies have names only.
   *
   * @throws IllegalArgumentException if an id is given
   * @throws XrayException if policies or watches cannot be read
   */
  public CoveredRepositories whatPolicyCovers(NameOrId policy) {
    return whatPolicyCovers(Arguments.nameOf("policy", "Xray policies", policy));
  }

  private CoveredRepositories covered(WatchIndex index, Predicate<IndexedWatch> isAskedAbout) {
    List<IndexedWatch> watches =
        index.watches().stream().filter(isAskedAbout).collect(Collectors.toList());
    CoveredRepositories covered =
        WatchScopes.of(watches, new OptionalReads(xray, project), index.notRead());
    return covered.toBuilder()
        .repositories(covered.repositories().stream()
            .map(watch -> watch.toBuilder().text(xray.redact(watch.text())).build())
            .collect(Collectors.toList()))
        .otherResources(covered.otherResources().stream()
            .map(other -> other.toBuilder().text(xray.redact(other.text())).build())
            .collect(Collectors.toList()))
        .build();
  }

  /**
   * Finds policies, rules and watches that have no effect on downloads, or less effect than they
   * seem to have.
   *
   * @throws XrayException if policies or watches cannot be read
   */
  public SetupAudit audit() {
    SetupAudit audit = SetupAnalysis.audit(downloads.index().watches());
    return audit.toBuilder()
        .findings(audit.findings().stream()
            .map(
                finding -> finding.toBuilder().text(xray.redact(finding.text())).build())
            .collect(Collectors.toList()))
        .build();
  }
}
