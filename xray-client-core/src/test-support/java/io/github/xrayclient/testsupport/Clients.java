package io.github.xrayclient.testsupport;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.http.RetryPolicy;
import java.time.Duration;

/** Clients for tests, which nobody waits for. */
public final class Clients {
  private Clients() {}

  /** Sends each request once. */
  public static XrayClient once(String url) {
    return of(url, RetryPolicy.none());
  }

  /** Repeats what may be repeated, without a wait. */
  public static XrayClient repeating(String url) {
    return of(url, RetryPolicy.defaults().waits(Duration.ZERO, Duration.ZERO));
  }

  /** Fails if anything is sent. */
  public static XrayClient sendingNothing() {
    return XrayClient.builder()
        .baseUrl("http://localhost:1")
        .credentials(Credentials.anonymous())
        .transport(request -> {
          throw new AssertionError("a request was sent: " + request);
        })
        .build();
  }

  private static XrayClient of(String url, RetryPolicy retries) {
    return XrayClient.builder()
        .baseUrl(url)
        .credentials(Credentials.anonymous())
        .retryPolicy(retries)
        .build();
  }
}
