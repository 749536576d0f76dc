package io.github.xrayclient.internal.call;

import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.http.ErrorDecoder;
import io.github.xrayclient.internal.http.Redaction;
import io.github.xrayclient.value.XrayVersion;
import java.util.function.Supplier;

/**
 * Creates the exception for an answer outside 2xx. After a 404 or 405 of an endpoint that older
 * servers do not have, it looks up the server's version for the message. Immutable.
 */
final class ErrorAnswer {
  private final ApiRequest request;
  private final ApiResponse response;
  private final Redaction redaction;

  ErrorAnswer(ApiRequest request, ApiResponse response, Redaction redaction) {
    this.request = request;
    this.response = response;
    this.redaction = redaction;
  }

  /**
   * Creates the exception.
   *
   * @param since the version of Xray that introduced the endpoint; empty if every version has it
   * @param serverVersion looks up the version of the server
   */
  XrayApiException exception(String since, Supplier<XrayVersion> serverVersion) {
    boolean unknownPath = response.statusCode() == 404 || response.statusCode() == 405;
    if (since.isEmpty() || !unknownPath) {
      return withHint("");
    }
    try {
      XrayVersion server = serverVersion.get();
      return withHint(
          server.isBefore(XrayVersion.of(since))
              ? "this call needs Xray " + since + " or later, but the server is " + server
              : "");
    } catch (XrayException noVersion) {
      XrayApiException error = withHint("");
      error.addSuppressed(noVersion);
      return error;
    }
  }

  private XrayApiException withHint(String hint) {
    return ErrorDecoder.decode(request, response, hint, redaction);
  }
}
