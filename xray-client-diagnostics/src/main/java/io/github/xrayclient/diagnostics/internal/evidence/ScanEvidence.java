package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.artifact.ArtifactStatus;
import io.github.xrayclient.artifact.ScanDetails;
import io.github.xrayclient.artifact.ScanState;
import io.github.xrayclient.artifact.ScanStatus;
import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import io.github.xrayclient.diagnostics.internal.coverage.CacheKeys;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.internal.evidence.artifact.ArtifactFacts;
import io.github.xrayclient.diagnostics.internal.evidence.artifact.ScanStates;
import io.github.xrayclient.diagnostics.internal.evidence.read.ArtifactLocation;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalRead;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalReads;
import io.github.xrayclient.value.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Reads the scan status of the artifact. A finished scan rules out rules on unscanned artifacts. If
 * there was no scan, the settings of the repository may tell why.
 */
final class ScanEvidence {
  /** How long Artifactory caches by default that an artifact is not scanned. */
  private static final Duration CACHED = Duration.ofMinutes(2);

  /** The largest number of members of a virtual repository that are asked about. */
  private static final int MEMBERS = 10;

  private final OptionalReads reads;

  ScanEvidence(OptionalReads reads) {
    this.reads = reads;
  }

  /**
   * Reads the status of the scan, and applies it to the candidates. For a virtual repository, it is
   * read for the member that stores the artifact; if this one is not known, for each member whose
   * artifacts a rule on unscanned artifacts may block.
   */
  Optional<ArtifactScan> weigh(
      ArtifactFacts facts, CandidateCauses candidates, Instant now, EvidenceNotes notes) {
    if (facts.path().isEmpty()) {
      unknown("the path of the artifact is not known", all -> true, candidates, notes);
      return Optional.empty();
    }
    for (RequestedArtifact artifact : facts.artifacts()) {
      if (!facts.mayStore(artifact)) {
        unknown(
            "the members of virtual repository " + QuotedNames.of(artifact.repository())
                + " are not known",
            candidate -> candidate.repository().equals(artifact.repository()),
            candidates,
            notes);
      }
    }
    List<RequestedArtifact> asked = asked(facts, candidates);
    List<ArtifactScan> scans = new ArrayList<>();
    for (RequestedArtifact artifact : asked.subList(0, Math.min(MEMBERS, asked.size()))) {
      weigh(artifact, facts, candidates, now, notes).ifPresent(scans::add);
    }
    if (asked.size() > MEMBERS) {
      Set<String> left = asked.subList(MEMBERS, asked.size()).stream()
          .map(RequestedArtifact::repository)
          .collect(Collectors.toCollection(LinkedHashSet::new));
      unknown(
          "at most " + MEMBERS + " members are asked about: " + QuotedNames.of(left),
          candidate -> left.contains(candidate.repository()),
          candidates,
          notes);
    }
    return scans.stream()
        .filter(scan -> !scan.isDone())
        .findFirst()
        .or(() -> scans.stream().findFirst());
  }

  private static List<RequestedArtifact> asked(ArtifactFacts facts, CandidateCauses candidates) {
    if (!facts.isVirtual()) {
      return facts.artifacts();
    }
    return facts.artifacts().stream()
        .filter(facts::mayStore)
        .filter(artifact -> facts
            .servingMember()
            .map(artifact.repository()::equals)
            .orElseGet(() -> candidates.stream()
                .anyMatch(candidate -> candidate.is(BlockCause.Trigger.UNSCANNED)
                    && candidate.repository().equals(artifact.repository()))))
        .collect(Collectors.toList());
  }

  private Optional<ArtifactScan> weigh(
      RequestedArtifact artifact,
      ArtifactFacts facts,
      CandidateCauses candidates,
      Instant now,
      EvidenceNotes notes) {
    Predicate<CandidateCause> own =
        candidate -> candidate.repository().equals(artifact.repository());
    ArtifactLocation location = facts.locations(artifact).get(0);
    OptionalRead.Answer<ArtifactStatus> answer = reads.status(location);
    for (ArtifactLocation other : facts.locations(artifact)) {
      if (isWorthAsking(other, answer, location)) {
        OptionalRead.Answer<ArtifactStatus> more = reads.status(other);
        if (isScanKnown(more)) {
          location = other;
          answer = more;
        }
      }
    }
    Optional<ScanStatus> scan = answer.value().flatMap(ScanEvidence::status);
    Optional<ScanState> state = scan.flatMap(ScanStatus::state);
    if (state.isEmpty()) {
      unknown(
          answer.value().isPresent()
              ? "the server's response does not contain it"
              : answer.problem(),
          own,
          candidates,
          notes);
    } else if (ScanStates.isDone(state.get())) {
      ruleOutUnscanned(scan.get().time(), own, candidates, now, notes);
    } else {
      addNote("The scan status of the artifact is " + state.get() + ".", own, candidates);
    }
    if (state.isEmpty() || state.get().equals(ScanState.NOT_SCANNED)) {
      new MissingScanEvidence(reads, candidates, notes).weigh(artifact, location, facts, now);
    }
    ArtifactLocation found = location;
    return scan.map(status -> new ArtifactScan(found, status));
  }

  /**
   * Whether another location may tell more: no status was found, or the artifact was not scanned
   * under another path, or under a key that is not that of a cache.
   */
  private static boolean isWorthAsking(
      ArtifactLocation other,
      OptionalRead.Answer<ArtifactStatus> answer,
      ArtifactLocation location) {
    return answer
        .value()
        .flatMap(ScanEvidence::status)
        .flatMap(ScanStatus::state)
        .map(state -> state.equals(ScanState.NOT_SCANNED)
            && (!other.path().equals(location.path())
                || CacheKeys.withoutCache(location.repository()).isEmpty()))
        .orElse(true);
  }

  /** Whether Xray knows more than that it did not scan the artifact. */
  private static boolean isScanKnown(OptionalRead.Answer<ArtifactStatus> answer) {
    return answer
        .value()
        .flatMap(ScanEvidence::status)
        .flatMap(ScanStatus::state)
        .filter(state -> !state.equals(ScanState.NOT_SCANNED))
        .isPresent();
  }

  /** The status as a whole, or of the scan on which rules on unscanned artifacts depend. */
  private static Optional<ScanStatus> status(ArtifactStatus status) {
    return status.overall().or(() -> status.details().flatMap(ScanDetails::composition));
  }

  private static void ruleOutUnscanned(
      Optional<Timestamp> time,
      Predicate<CandidateCause> own,
      CandidateCauses candidates,
      Instant now,
      EvidenceNotes notes) {
    candidates.ruleOut(
        own.and(candidate -> candidate.is(BlockCause.Trigger.UNSCANNED)),
        RuledOut.Fact.SCAN_DONE,
        candidate -> "Rule " + candidate.quotedRule() + " of policy "
            + QuotedNames.of(candidate.policy())
            + " blocks only unscanned artifacts, but the scan of this artifact is done"
            + time.filter(known -> !known.isNever())
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

  private static void unknown(
      String why, Predicate<CandidateCause> own, CandidateCauses candidates, EvidenceNotes notes) {
    notes.addNotChecked(NotChecked.Subject.SCAN_STATUS, why);
    addNote("The scan status of the artifact is not known.", own, candidates);
  }

  /** Adds a sentence to the rules on unscanned artifacts. */
  private static void addNote(
      String sentence, Predicate<CandidateCause> own, CandidateCauses candidates) {
    candidates.stream()
        .filter(own.and(candidate -> candidate.is(BlockCause.Trigger.UNSCANNED)))
        .forEach(candidate -> candidate.addNote(sentence));
  }
}
