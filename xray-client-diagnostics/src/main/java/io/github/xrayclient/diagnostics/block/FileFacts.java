package io.github.xrayclient.diagnostics.block;

import io.github.xrayclient.repository.StoredFile;
import io.github.xrayclient.watch.WatchFilterType;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Learns a file's MIME type and properties, where a filter on them is still open. */
final class FileFacts {
  private final Lookups lookups;

  FileFacts(Lookups lookups) {
    this.lookups = lookups;
  }

  void learn(Inquiry inquiry) {
    Optional<Place> place = place(inquiry);
    boolean mimeType = isOpen(WatchFilterType.MIME_TYPE, inquiry);
    boolean properties = isOpen(WatchFilterType.PROPERTY, inquiry);
    if (place.isEmpty() || !mimeType && !properties) {
      return;
    }
    RequestedArtifact asked = inquiry.asked();
    Optional<String> type = asked.mimeType();
    if (mimeType && type.isEmpty()) {
      Lookup.Answer<StoredFile> file = lookups.file(place.get());
      type = file.value().flatMap(StoredFile::mimeType);
      note("MIME type was", file, inquiry);
    }
    Optional<Map<String, List<String>>> values = asked.properties();
    if (properties && values.isEmpty()) {
      Lookup.Answer<Map<String, List<String>>> answer = lookups.properties(place.get());
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

  private static void note(String what, Lookup.Answer<?> answer, Inquiry inquiry) {
    if (answer.value().isEmpty()) {
      inquiry.notChecked("The file's " + what + " not looked up because " + answer.problem() + ".");
    }
  }

  /** Artifactory gives what a virtual repository holds by its own key. */
  private static Optional<Place> place(Inquiry inquiry) {
    return inquiry.isVirtual()
        ? inquiry.asked().path().map(path -> new Place(inquiry.asked().repository(), path))
        : inquiry.places().stream().findFirst();
  }
}
