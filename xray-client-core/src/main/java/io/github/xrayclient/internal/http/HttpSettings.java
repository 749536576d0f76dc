package io.github.xrayclient.internal.http;

import io.github.xrayclient.http.CallListener;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.internal.auth.Login;
import java.net.URI;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The settings with which a client sends its requests. Not thread-safe. */
public final class HttpSettings {
  public final URI platform;
  public final Login login;
  public @Nullable URI xray;
  public RetryPolicy retryPolicy = RetryPolicy.defaults();
  public List<Interceptor> interceptors = List.of();
  public List<CallListener> listeners = List.of();
  /** Headers for proxies, which the redactor hides. */
  public List<Map<String, String>> proxyHeaders = List.of();

  public boolean gzip;
  public boolean readOnly;
  public int maxAnswerBytes = 64 << 20;

  /** Decides when a token is renewed. */
  public Clock clock = Clock.systemUTC();

  public HttpSettings(URI platform, Login login) {
    this.platform = platform;
    this.login = login;
  }

  /** The URLs to which the credentials may be sent. */
  List<URI> origins() {
    return xray == null ? List.of(platform) : List.of(platform, xray);
  }
}
