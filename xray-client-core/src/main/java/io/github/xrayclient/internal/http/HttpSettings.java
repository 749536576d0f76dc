package io.github.xrayclient.internal.http;

import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.http.CallListener;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.RetryPolicy;
import java.net.URI;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The settings with which a client sends its requests. Not thread-safe. */
public final class HttpSettings {
  public final URI platform;
  public final Credentials credentials;
  public @Nullable URI xray;
  public RetryPolicy retryPolicy = RetryPolicy.defaults();
  public List<Interceptor> interceptors = List.of();
  public List<CallListener> listeners = List.of();
  public boolean gzip;
  public boolean readOnly;
  public int maxAnswerBytes = 64 << 20;

  public HttpSettings(URI platform, Credentials credentials) {
    this.platform = platform;
    this.credentials = credentials;
  }

  /** The URLs to which the credentials may be sent. */
  List<URI> origins() {
    return xray == null ? List.of(platform) : List.of(platform, xray);
  }
}
