package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.artifact.ArtifactStatus;
import io.github.xrayclient.artifact.ScanState;
import io.github.xrayclient.artifact.ScanStatus;
import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.value.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Reads the scan status of the artifact. A finished scan rules out rules on unscanned artifacts. */
final class ScanEvidence {
  /** How long Artifactory caches by default that an artifact is not scanned. */
  private static final Duration CACHED = Duration.ofMinutes(2);

  private final OptionalReads reads;

  ScanEvidence(OptionalReads reads) {
    this.reads = reads;
  }

  /** Reads the status of the scan, and applies it to the candidates; empty if it is not known. */
  Optional<ScanStatus> weigh(
      ArtifactFacts facts, CandidateCauses candidates, Instant now, EvidenceNotes notes) {
    List<ArtifactLocation> locations = facts.locations();
    if (facts.isVirtual() || locations.isEmpty()) {
      unknown(
          locations.isEmpty()
              ? "the path of the artifact is not known"
              : "the repository is virtual, and it is not known which member holds the artifact",
          candidates,
          notes);
      return Optional.empty();
    }
    OptionalRead.Answer<ArtifactStatus> answer = reads.status(locations.get(0));
    Optional<ScanStatus> scan = answer.value().flatMap(ArtifactStatus::overall);
    Optional<ScanState> state = scan.flatMap(ScanStatus::state);
    if (state.isEmpty()) {
      unknown(
          answer.value().isPresent()
              ? "the server's response does not contain it"
              : answer.problem(),
          candidates,
          notes);
    } else if (state.get().equals(ScanState.DONE)) {
      ruleOutUnscanned(scan.get().time(), candidates, now, notes);
    } else {
      addNote("The scan status of the artifact is " + state.get() + ".", candidates);
    }
    return scan;
  }

  private static void ruleOutUnscanned(
      Optional<Timestamp> time, CandidateCauses candidates, Instant now, EvidenceNotes notes) {
    candidates.ruleOut(
        candidate -> candidate.is(BlockCause.Trigger.UNSCANNED),
        RuledOut.Fact.SCAN_DONE,
        candidate -> "Rule " + candidate.quotedRule() + " of policy "
            + QuotedNames.of(candidate.policy())
            + " blocks only unscanned artifacts, but the scan of this artifact is done"
            + time.filter(known -> !known.wire().isEmpty())
                .map(known -> " (" + known + ")")
                .orElse("")
            + ".");
    if (time.flatMap(Timestamp::toInstant).filter(now.minus(CACHED)::isBefore).isPresent()) {
      notes.addStep(
          NextStep.Kind.RETRY,
          "Try the download again in two minutes. The scan has just finished, but for about 120"
              + " seconds Artifactory still uses its cached verdict that the artifact is not"
              + " scanned.");
    }
  }

  private static void unknown(String why, CandidateCauses candidates, EvidenceNotes notes) {
    notes.addNotChecked(NotChecked.Subject.SCAN_STATUS, why);
    addNote("The scan status of the artifact is not known.", candidates);
  }

  private static void addNote(String sentence, CandidateCauses candidates) {
    candidates.stream()
        .filter(candidate -> candidate.is(BlockCause.Trigger.UNSCANNED))
        .forEach(candidate -> candidate.addNote(sentence));
  }
}
