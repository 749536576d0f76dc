package io.github.xrayclient.diagnostics.internal.evidence.download;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.diagnostics.internal.refusal.ResponseReader;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.call.AddressCall;
import io.github.xrayclient.internal.call.JsonCall;
import java.io.IOException;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;

/** Sends the request of a download, and reads the body of the answer only if it is an error. */
final class DownloadCall {
  /**
   * With the value {@code syn}, this header makes Curation answer with its long message, which
   * names the policies. It is known from JFrog's own client. It does not request a waiver, which
   * needs another value.
   */
  private static final String LONG_MESSAGE = "X-Artifactory-Curation-Request-Waiver";

  /** For npm, Curation's message is in this header, and the body may be empty. */
  private static final String NOTICE = "Npm-Notice";

  private static final String MANIFESTS = "application/vnd.oci.image.index.v1+json,"
      + " application/vnd.oci.image.manifest.v1+json,"
      + " application/vnd.docker.distribution.manifest.list.v2+json,"
      + " application/vnd.docker.distribution.manifest.v2+json, ";

  private final XrayClient xray;

  DownloadCall(XrayClient xray) {
    this.xray = xray;
  }

  /** Sends the request once. Throws if the answer does not tell about the download. */
  ServerAnswer send(URI address) {
    boolean isManifest = address.getRawPath().contains("/manifests/");
    ApiCall<ServerAnswer> call = AddressCall.get(xray, xray.baseUrl(), address)
        .header("Accept", (isManifest ? MANIFESTS : "") + "*/*")
        .header(LONG_MESSAGE, "syn")
        .decodedBy(response -> allowed(response, address));
    return JsonCall.send(call, this::refused);
  }

  private static ServerAnswer allowed(ApiResponse response, URI address) throws IOException {
    if (isWebPage(response) && !mayBeWebPage(address)) {
      throw new IOException("the answer is a web page and not the file, perhaps a login page");
    }
    return ServerAnswer.allowed(response.statusCode());
  }

  private static boolean isWebPage(ApiResponse response) {
    return response
        .header("Content-Type")
        .filter(type -> type.toLowerCase(Locale.ROOT).contains("text/html"))
        .isPresent();
  }

  /** Whether a page is what the address has, such as the list of the versions of a Python package. */
  private static boolean mayBeWebPage(URI address) {
    String path = address.getRawPath().toLowerCase(Locale.ROOT);
    return path.endsWith(".html")
        || path.endsWith(".htm")
        || path.endsWith("/")
        || path.contains("/simple/");
  }

  /**
   * Reads the answer if it is a refusal of the download. A 401 is none, because it tells about the
   * credentials of this client, and a 404 only if its words tell that the download may be blocked.
   */
  private Optional<ServerAnswer> refused(ApiResponse response, XrayApiException error) {
    int status = response.statusCode();
    BlockedDownload words = response
        .header(NOTICE)
        .map(notice -> ResponseReader.read(xray.redact(notice)).first())
        .filter(block -> block.kind().isBlock())
        .orElseGet(() -> ResponseReader.read(error).first());
    return status == 403 || (status == 404 && words.kind().isBlock())
        ? Optional.of(ServerAnswer.refused(status, words))
        : Optional.empty();
  }
}
