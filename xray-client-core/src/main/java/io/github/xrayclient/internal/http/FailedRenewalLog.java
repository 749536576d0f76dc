package io.github.xrayclient.internal.http;

import io.github.xrayclient.internal.secret.VisibleText;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/** Logs at level WARNING that a token could not be renewed while the old one is still valid. */
final class FailedRenewalLog implements Consumer<RuntimeException> {
  private static final Logger LOG = System.getLogger("io.github.xrayclient");

  private final Redaction redaction;

  FailedRenewalLog(Redaction redaction) {
    this.redaction = redaction;
  }

  @Override
  public void accept(RuntimeException failure) {
    LOG.log(
        Level.WARNING,
        () -> VisibleText.oneLine(redaction.text(
            "the access token could not be renewed, so the old one is used until it expires: "
                + failure)));
  }
}
