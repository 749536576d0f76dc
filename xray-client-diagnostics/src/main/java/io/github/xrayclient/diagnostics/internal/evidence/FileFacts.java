package io.github.xrayclient.diagnostics.internal.evidence;

import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.repository.StoredFile;
import io.github.xrayclient.watch.WatchFilterType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Learns a file's MIME type and properties, where a filter on them is still open. */
public final class FileFacts {
  private final OptionalReads lookups;

  public FileFacts(OptionalReads lookups) {
    this.lookups = lookups;
  }

  public void learn(Inquiry inquiry) {
    Optional<ArtifactLocation> place = place(inquiry);
    boolean mimeType = isOpen(WatchFilterType.MIME_TYPE, inquiry);
    boolean properties = isOpen(WatchFilterType.PROPERTY, inquiry);
    if (place.isEmpty() || (!mimeType && !properties)) {
      return;
    }
    RequestedArtifact asked = inquiry.asked();
    Optional<String> type = asked.mimeType();
    if (mimeType && type.isEmpty()) {
      OptionalRead.Answer<StoredFile> file = lookups.file(place.get());
      type = file.value().flatMap(StoredFile::mimeType);
      note("MIME type was", file, inquiry);
    }
    Optional<Map<String, List<String>>> values = asked.properties();
    if (properties && values.isEmpty()) {
      OptionalRead.Answer<Map<String, List<String>>> answer = lookups.properties(place.get());
      values = answer.value();
      note("properties were", answer, inquiry);
    }
    if (type.isPresent() || values.isPresent()) {
      inquiry.file(type, values);
    }
  }

  private static boolean isOpen(WatchFilterType type, Inquiry inquiry) {
    return inquiry.suspects().stream().anyMatch(suspect -> suspect.dependsOn(type));
  }

  private static void note(String what, OptionalRead.Answer<?> answer, Inquiry inquiry) {
    if (answer.value().isEmpty()) {
      inquiry.notChecked("The file's " + what + " not looked up because " + answer.problem() + ".");
    }
  }

  /** Artifactory gives what a virtual repository holds by its own key. */
  private static Optional<ArtifactLocation> place(Inquiry inquiry) {
    return inquiry.isVirtual()
        ? inquiry
            .asked()
            .path()
            .map(path -> new ArtifactLocation(inquiry.asked().repository(), path))
        : inquiry.places().stream().findFirst();
  }
}
