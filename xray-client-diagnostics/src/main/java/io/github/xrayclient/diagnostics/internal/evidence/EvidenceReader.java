package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.artifact.ScanStatus;
import java.time.Instant;
import java.util.Optional;

/** Reads what speaks for or against each candidate, and weighs it. */
public final class EvidenceReader {
  private final ViolationEvidence violations;
  private final ScanEvidence scan;
  private final IgnoreRuleEvidence ignoreRules;
  private final SwitchEvidence switches;

  public EvidenceReader(OptionalReads reads) {
    this.violations = new ViolationEvidence(reads);
    this.scan = new ScanEvidence(reads);
    this.ignoreRules = new IgnoreRuleEvidence(reads);
    this.switches = new SwitchEvidence(reads);
  }

  /** The evidence on the candidates that these facts leave; those ruled out first need no more. */
  public Evidence read(ArtifactFacts facts, Instant now) {
    CandidateCauses candidates = CandidateCauses.of(facts);
    EvidenceNotes notes = new EvidenceNotes();
    FoundViolations found = violations.weigh(facts, candidates, now, notes);
    Optional<ScanStatus> status = scan.weigh(facts, candidates, now, notes);
    ignoreRules.weigh(facts, candidates, found, now, notes);
    if (!candidates.isEmpty()) {
      switches.weigh(candidates, notes);
    }
    ChangeEvidence.weigh(facts, candidates, found, status, now, notes);
    return new Evidence(facts, candidates, found, status, notes);
  }
}
