package io.github.xrayclient.diagnostics.internal.evidence.artifact;

import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.NotChecked.Subject;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.internal.coverage.Coverage;
import io.github.xrayclient.diagnostics.internal.evidence.read.ArtifactLocation;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalRead;
import io.github.xrayclient.diagnostics.internal.evidence.read.OptionalReads;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.repository.StoredFile;
import io.github.xrayclient.watch.WatchFilterType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads the MIME type and the properties of a file, if a filter of a watch tests them. */
final class FileFactsReader {
  private final OptionalReads reads;

  FileFactsReader(OptionalReads reads) {
    this.reads = reads;
  }

  ArtifactFacts addTo(ArtifactFacts facts) {
    Optional<ArtifactLocation> location = location(facts);
    boolean needsMimeType = needs(WatchFilterType.MIME_TYPE, facts);
    boolean needsProperties = needs(WatchFilterType.PROPERTY, facts);
    if (location.isEmpty() || (!needsMimeType && !needsProperties)) {
      return facts;
    }
    List<NotChecked> notChecked = new ArrayList<>();
    RequestedArtifact asked = facts.asked();
    Optional<String> mimeType = asked.mimeType();
    if (needsMimeType && mimeType.isEmpty()) {
      OptionalRead.Answer<StoredFile> file = reads.file(location.get());
      mimeType = NonBlank.text(file.value().flatMap(StoredFile::mimeType));
      note(Subject.MIME_TYPE, file, notChecked);
    }
    Optional<Map<String, List<String>>> properties = asked.properties();
    if (needsProperties && properties.isEmpty()) {
      OptionalRead.Answer<Map<String, List<String>>> answer = reads.properties(location.get());
      properties = answer.value();
      note(Subject.PROPERTIES, answer, notChecked);
    }
    ArtifactFacts known = mimeType.isPresent() || properties.isPresent()
        ? facts.withFile(mimeType, properties)
        : facts;
    return known.withNotChecked(notChecked);
  }

  private static boolean needs(WatchFilterType type, ArtifactFacts facts) {
    return facts.matches().stream()
        .filter(match -> match.mayCover() && match.match().coverage() == Coverage.COVERS_IF)
        .anyMatch(match -> match.hasFilter(type));
  }

  private static void note(
      Subject what, OptionalRead.Answer<?> answer, List<NotChecked> notChecked) {
    if (answer.value().isEmpty()) {
      notChecked.add(NotChecked.of(what, answer.problem()));
    }
  }

  /**
   * The location of the file for Artifactory, which finds files of members by the key of the
   * virtual repository.
   */
  private static Optional<ArtifactLocation> location(ArtifactFacts facts) {
    RequestedArtifact asked = facts.asked();
    return facts.isVirtual()
        ? facts.path().map(path -> new ArtifactLocation(asked.repository(), path))
        : facts.locations().stream().findFirst();
  }
}
