package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.artifact.ScanStatus;
import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.MissingRepository;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NotBlocking;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import io.github.xrayclient.diagnostics.internal.evidence.artifact.ArtifactFacts;
import io.github.xrayclient.diagnostics.internal.evidence.read.ArtifactLocation;
import io.github.xrayclient.value.IgnoreRuleId;
import io.github.xrayclient.violation.Violation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The causes that block an artifact, and all evidence that was found. Immutable. */
public final class Evidence {
  private final ArtifactFacts facts;
  private final List<BlockCause> causes;
  private final List<RuledOut> ruledOut;
  private final List<Violation> blocking;
  private final List<IgnoreRuleId> ignoredBy;
  private final Optional<ArtifactScan> scan;
  private final Optional<MissingRepository> missing;
  private final List<NotChecked> notChecked;
  private final List<NextStep> steps;
  private final Optional<Integer> retentionDays;

  Evidence(
      ArtifactFacts facts,
      CandidateCauses candidates,
      FoundViolations violations,
      Optional<ArtifactScan> scan,
      EvidenceNotes notes) {
    this.facts = facts;
    this.causes = candidates.causes();
    this.ruledOut = candidates.ruledOut();
    this.blocking = violations.blocking();
    this.ignoredBy = violations.ignoredBy();
    this.scan = scan;
    this.missing = facts.missing().filter(repository -> violations.violations().isEmpty());
    this.notChecked = notChecked(facts, notes);
    this.steps = notes.steps();
    this.retentionDays = notes.retentionDays();
  }

  private static List<NotChecked> notChecked(ArtifactFacts facts, EvidenceNotes notes) {
    Set<NotChecked> notChecked = new LinkedHashSet<>(facts.notChecked());
    notChecked.addAll(notes.notChecked());
    if (facts.path().isEmpty()) {
      notChecked.add(
          NotChecked.of(NotChecked.Subject.PATH_FILTERS, "the path of the artifact is not known"));
    }
    return List.copyOf(notChecked);
  }

  /** The facts about the artifact and its repository. */
  public ArtifactFacts facts() {
    return facts;
  }

  /**
   * The repository that was asked about, if the server does not have it, or does not show it. A
   * repository with violations exists.
   */
  public Optional<MissingRepository> missing() {
    return missing;
  }

  /** The causes, the most certain first. */
  public List<BlockCause> causes() {
    return causes;
  }

  /** The policies that cover the artifact, but do not block it. */
  public List<NotBlocking> notBlocking() {
    return facts.index().notBlocking(facts.artifacts());
  }

  public List<RuledOut> ruledOut() {
    return ruledOut;
  }

  /** The violations that were found and that block the download by at least one policy. */
  public List<Violation> blocking() {
    return blocking;
  }

  /** The ignore rules that cover violations of the artifact already. */
  public List<IgnoreRuleId> ignoredBy() {
    return ignoredBy;
  }

  /** The status of the scan; empty if it is not known. */
  public Optional<ScanStatus> scan() {
    return scan.map(ArtifactScan::status);
  }

  /**
   * Where Xray can scan the artifact: in the repository or the member that was asked about, or in
   * the cache of a remote one. Empty if it is not known.
   */
  public Optional<ArtifactLocation> scanLocation() {
    return scan.map(ArtifactScan::location)
        .or(() -> facts.locations().stream().findFirst().filter(only -> !facts.isVirtual()));
  }

  /**
   * For how many days after the last download Xray keeps the results of scans of the artifact,
   * according to the settings of the repository; empty if it was not read.
   */
  public Optional<Integer> retentionDays() {
    return retentionDays;
  }

  /** What could not be checked, and why. */
  public List<NotChecked> notChecked() {
    return notChecked;
  }

  /** Next steps that follow from single pieces of evidence. */
  public List<NextStep> steps() {
    return steps;
  }
}
