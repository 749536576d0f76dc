package io.github.xrayclient.diagnostics.block;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.diagnostics.explanation.RepositoryCoverage;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.explanation.SetupAudit;
import io.github.xrayclient.diagnostics.internal.coverage.WatchIndex;
import io.github.xrayclient.diagnostics.internal.evidence.OptionalReads;
import io.github.xrayclient.diagnostics.internal.evidence.RepositoryFacts;
import io.github.xrayclient.diagnostics.internal.evidence.RepositoryFactsReader;
import io.github.xrayclient.diagnostics.internal.evidence.SetupAnalysis;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.http.CallOptions;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Looks at policies and watches the other way round: what applies to a repository, and what is set
 * up but has no effect. Changes nothing. Thread-safe.
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

  /** The set-up of the platform of this client. */
  public static BlockingSetup of(XrayClient xray) {
    return new BlockingSetup(
        xray.withOptions(CallOptions.none().strict()), BlockedDownloads.of(xray), Optional.empty());
  }

  /** A copy that also reads the policies and watches of one project, not only the global ones. */
  public BlockingSetup inProject(String key) {
    return new BlockingSetup(xray, BlockedDownloads.of(xray).inProject(key), Optional.of(key));
  }

  /**
   * All watches that cover a repository, blocking or not. The repository is looked up as for an
   * explanation, which is optional.
   *
   * @throws XrayException if policies or watches cannot be read
   */
  public RepositoryCoverage whatCovers(String repository) {
    return whatCovers(RequestedArtifact.builder().repository(repository).build());
  }

  /**
   * All watches that cover one artifact. Facts that the artifact states itself are not looked up.
   *
   * @throws XrayException if policies or watches cannot be read
   */
  public RepositoryCoverage whatCovers(RequestedArtifact artifact) {
    WatchIndex index = downloads.index().watches();
    RepositoryFacts facts =
        new RepositoryFactsReader(new OptionalReads(xray, project)).read(artifact);
    RepositoryCoverage coverage = SetupAnalysis.coverage(index, facts);
    return coverage.toBuilder()
        .watches(coverage.watches().stream()
            .map(watch -> watch.toBuilder().text(xray.redact(watch.text())).build())
            .collect(Collectors.toList()))
        .build();
  }

  /**
   * What is set up but has no effect, or less than it seems.
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
