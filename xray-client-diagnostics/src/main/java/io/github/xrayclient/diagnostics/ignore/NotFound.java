package io.github.xrayclient.diagnostics.ignore;

import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.internal.call.RedactedByCall;
import io.github.xrayclient.internal.error.ErrorAccess;
import io.github.xrayclient.internal.error.ErrorAnswer;
import io.github.xrayclient.internal.secret.VisibleText;

/** Makes the exception for an object that the server does not have. */
final class NotFound {
  private NotFound() {}

  /**
   * @param read the request that found nothing
   * @param reason what was not found, as a clause
   */
  static RuntimeException by(ApiCall<?> read, String reason) {
    String visible = VisibleText.oneLine(reason);
    return ErrorAccess.get()
        .errorOf(new ErrorAnswer(read.request().method(), RedactedByCall.address(read), 404)
            .reason(RedactedByCall.text(read, visible)));
  }
}
