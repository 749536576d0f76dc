package io.github.xrayclient.diagnostics.internal.refusal;

import io.github.xrayclient.diagnostics.internal.refusal.address.DownloadAddress;
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
        || request
            .address()
            .flatMap(DownloadAddress::parse)
            .map(address -> address.isFile(path))
            .orElse(false);
  }

  private static boolean endsWith(String whole, String end) {
    return whole.equals(end) || whole.endsWith("/" + end);
  }

  private static boolean isPackage(CurationRefusal curation, RequestEvent request) {
    Optional<DownloadAddress> requested = request.address().flatMap(DownloadAddress::parse);
    return curation
        .packageName()
        .flatMap(
            name -> requested.filter(address -> address.isPackage(name, curation.packageVersion())))
        .isPresent();
  }
}
