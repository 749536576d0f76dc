package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.artifact.ScanStatus;
import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import io.github.xrayclient.violation.Violation;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What blocks an artifact and what does not, after all evidence was weighed. Immutable. */
public final class Evidence {
  private final ArtifactFacts facts;
  private final List<BlockCause> causes;
  private final List<RuledOut> ruledOut;
  private final List<Violation> violations;
  private final Optional<ScanStatus> scan;
  private final List<String> notChecked;
  private final List<String> steps;

  Evidence(
      ArtifactFacts facts,
      CandidateCauses candidates,
      FoundViolations violations,
      Optional<ScanStatus> scan,
      EvidenceNotes notes) {
    this.facts = facts;
    this.causes = candidates.causes();
    this.ruledOut = candidates.ruledOut();
    this.violations = violations.violations();
    this.scan = scan;
    this.notChecked = notChecked(facts, notes);
    this.steps = notes.steps();
  }

  private static List<String> notChecked(ArtifactFacts facts, EvidenceNotes notes) {
    Set<String> notChecked = new LinkedHashSet<>(facts.notChecked());
    notChecked.addAll(notes.notChecked());
    if (facts.asked().path().isEmpty()) {
      notChecked.add("No path is known, so filters on it were left open.");
    }
    return List.copyOf(notChecked);
  }

  /** What was known before evidence was weighed. */
  public ArtifactFacts facts() {
    return facts;
  }

  /** The causes, the surest first. */
  public List<BlockCause> causes() {
    return causes;
  }

  public List<RuledOut> ruledOut() {
    return ruledOut;
  }

  /** The violations of the artifact that were found. */
  public List<Violation> violations() {
    return violations;
  }

  /** How far the scan is, if known. */
  public Optional<ScanStatus> scan() {
    return scan;
  }

  /** What could not be looked at, and why. */
  public List<String> notChecked() {
    return notChecked;
  }

  /** What to do next because of single pieces of evidence. */
  public List<String> steps() {
    return steps;
  }
}
