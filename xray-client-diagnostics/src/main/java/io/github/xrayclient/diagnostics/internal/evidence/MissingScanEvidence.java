package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.internal.coverage.CacheKeys;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.internal.coverage.ScanRules;
import io.github.xrayclient.diagnostics.internal.evidence.artifact.ArtifactFacts;
import io.github.xrayclient.diagnostics.internal.evidence.read.ArtifactLocation;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalRead;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalReads;
import io.github.xrayclient.repository.PathScanRule;
import io.github.xrayclient.repository.RepositoryClass;
import io.github.xrayclient.repository.ScanConfiguration;
import io.github.xrayclient.repository.StoredFile;
import io.github.xrayclient.value.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Finds out why an artifact was not scanned: Xray does not scan new artifacts of its path, or
 * removed the results after the retention period. Both are settings of the repository.
 */
final class MissingScanEvidence {
  private final OptionalReads reads;
  private final CandidateCauses candidates;
  private final EvidenceNotes notes;

  MissingScanEvidence(OptionalReads reads, CandidateCauses candidates, EvidenceNotes notes) {
    this.reads = reads;
    this.candidates = candidates;
    this.notes = notes;
  }

  /** Reads the settings, if a rule on unscanned artifacts may block the artifact. */
  void weigh(
      RequestedArtifact artifact, ArtifactLocation location, ArtifactFacts facts, Instant now) {
    boolean indexed = facts.indexed().orElse(false);
    if (!indexed || candidates.isConfirmed() || !candidates.has(BlockCause.Trigger.UNSCANNED)) {
      return;
    }
    String key = configured(artifact, location.repository());
    OptionalRead.Answer<ScanConfiguration> answer = reads.scanConfiguration(key);
    if (answer.value().isEmpty()) {
      notes.addNotChecked(NotChecked.Subject.SCAN_CONFIGURATION, answer.problem());
      return;
    }
    ScanRules.forPath(answer.value().get(), location.path()).ifPresent(rule -> {
      notIndexed(rule, key);
      rule.retentionDays().filter(days -> days > 0).ifPresent(days -> {
        notes.setRetentionDays(days);
        retention(days, location, now);
      });
    });
  }

  /** The key by which Xray has the settings; for a remote repository, not that of its cache. */
  private static String configured(RequestedArtifact artifact, String key) {
    boolean remote =
        artifact.repositoryClass().filter(RepositoryClass.REMOTE::equals).isPresent();
    return CacheKeys.withoutCache(key).filter(plain -> remote).orElse(key);
  }

  private void notIndexed(PathScanRule rule, String key) {
    if (rule.indexNewArtifacts().orElse(true)) {
      return;
    }
    String paths = rule.include()
        .map(pattern -> "that match the pattern " + QuotedNames.of(pattern))
        .orElse("that match no pattern");
    addNote("Xray does not scan new artifacts of this path, according to the settings of the"
        + " repository.");
    notes.addStep(
        NextStep.Kind.INDEX_NEW_ARTIFACTS,
        "Have new artifacts of repository " + QuotedNames.of(key) + " indexed by Xray (setting"
            + " index_new_artifacts). It is off for the paths " + paths
            + ", so an artifact that was"
            + " added there is never scanned, and rules on unscanned artifacts block it for good.");
  }

  /** A download begins the retention period anew, so the age of the file does not prove the end of it. */
  private void retention(int days, ArtifactLocation location, Instant now) {
    OptionalRead.Answer<StoredFile> file = reads.file(location);
    if (file.value().isEmpty()) {
      notes.addNotChecked(NotChecked.Subject.FILE_AGE, file.problem());
      return;
    }
    Optional<Timestamp> stored =
        file.value().get().lastModified().or(file.value().get()::created);
    if (stored
        .flatMap(Timestamp::toInstant)
        .filter(now.minus(Duration.ofDays(days))::isAfter)
        .isPresent()) {
      addNote(
          "Xray keeps the results of scans for " + days + " days after the last download, and the"
              + " file is older (" + stored.get() + "), so they may have been removed.");
      notes.addStep(
          NextStep.Kind.EXTEND_RETENTION,
          "If the artifact is rarely downloaded, have its retention period of " + days
              + " days extended. After that time without a download, Xray removes the results of the"
              + " scan, and the artifact counts as not scanned.");
    }
  }

  private void addNote(String sentence) {
    candidates.stream()
        .filter(candidate -> candidate.is(BlockCause.Trigger.UNSCANNED))
        .forEach(candidate -> candidate.addNote(sentence));
  }
}
