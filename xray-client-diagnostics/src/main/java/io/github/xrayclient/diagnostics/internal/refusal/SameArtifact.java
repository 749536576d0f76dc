package io.github.xrayclient.diagnostics.internal.refusal;

import io.github.xrayclient.diagnostics.internal.refusal.address.DownloadAddress;
import io.github.xrayclient.diagnostics.internal.refusal.address.PackagePath;
import io.github.xrayclient.diagnostics.internal.refusal.request.RequestEvent;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import java.util.Optional;

/** Tells whether the words of a server and a refused request are about one artifact. */
final class SameArtifact {
  private SameArtifact() {}

  /** Whether the message names the artifact of the request. False if the message names none. */
  static boolean isNamed(BlockedDownload message, RequestEvent request) {
    return message.path().map(path -> isPath(path, request)).orElse(false)
        || message.curation().map(curation -> isPackage(curation, request)).orElse(false);
  }

  /** Whether the message says of which artifact it speaks. */
  static boolean isNamed(BlockedDownload message) {
    return message.path().isPresent()
        || message.curation().flatMap(CurationRefusal::packageName).isPresent();
  }

  private static boolean isPath(String path, RequestEvent request) {
    return request
            .path()
            .map(other -> endsWith(other, path) || endsWith(path, other))
            .orElse(false)
        || request.address().map(address -> endsWith(address, path)).orElse(false);
  }

  private static boolean endsWith(String whole, String end) {
    return whole.equals(end) || whole.endsWith("/" + end);
  }

  private static boolean isPackage(CurationRefusal curation, RequestEvent request) {
    Optional<PackagePath> requested = request
        .address()
        .flatMap(DownloadAddress::parse)
        .flatMap(address -> PackagePath.read(address.type().orElse(""), address.path()));
    return requested.isPresent()
        && curation
            .packageName()
            .map(name -> name.equalsIgnoreCase(requested.get().name()))
            .orElse(false)
        && curation
            .packageVersion()
            .map(version -> version.equalsIgnoreCase(requested.get().version()))
            .orElse(true);
  }
}
