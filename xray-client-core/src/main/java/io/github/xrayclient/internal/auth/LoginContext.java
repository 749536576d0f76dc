package io.github.xrayclient.internal.auth;

import io.github.xrayclient.http.Transport;
import io.github.xrayclient.internal.secret.Redactor;
import java.net.URI;
import java.time.Clock;
import java.util.function.Consumer;

/** What a login needs of the client that uses it. Immutable. */
public final class LoginContext {
  final URI platform;
  final Transport exchange;
  final Redactor redactor;
  final Clock clock;
  final Consumer<RuntimeException> failedRenewals;

  /**
   * @param exchange sends the request for a token without credentials, and throws an {@code
   *     XrayApiException} if the answer is outside 2xx
   * @param redactor is given every secret before it is sent or can get into a message
   * @param clock decides when a token is renewed
   * @param failedRenewals is told why a renewal failed if the old token is used further on
   */
  public LoginContext(
      URI platform,
      Transport exchange,
      Redactor redactor,
      Clock clock,
      Consumer<RuntimeException> failedRenewals) {
    this.platform = platform;
    this.exchange = exchange;
    this.redactor = redactor;
    this.clock = clock;
    this.failedRenewals = failedRenewals;
  }
}
