package io.github.xrayclient.internal.settings;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The settings of the JDK's HTTP client, which a transport of the caller does not need. */
public final class JdkClientSettings {
  private static final Duration LONGEST = Duration.ofDays(1);

  private final TlsSettings tls = new TlsSettings();
  private Duration connectTimeout = Duration.ofSeconds(10);
  private @Nullable ProxyVariables proxies;
  private Consumer<HttpClient.Builder> hook = builder -> {};

  /** Returns the settings of the certificates, which can be changed. */
  public TlsSettings tls() {
    return tls;
  }

  /**
   * Limits the time to open a connection.
   *
   * @throws IllegalArgumentException unless the limit is positive and at most 1 day
   */
  public void connectTimeout(Duration limit) {
    Objects.requireNonNull(limit, "limit");
    if (limit.isZero() || limit.isNegative() || limit.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "connectTimeout must be positive and at most 1 day, but was " + limit);
    }
    this.connectTimeout = limit;
  }

  /** Uses the proxies of environment variables. */
  public void proxies(ProxyVariables variables) {
    this.proxies = variables;
  }

  /** Sets the last step, which can replace the other settings. */
  public void hook(Consumer<HttpClient.Builder> last) {
    this.hook = last;
  }

  /** The headers that are sent to the proxies. Their values are secrets. */
  public List<Map<String, String>> proxyLogins() {
    return proxies == null ? List.of() : proxies.logins();
  }

  /**
   * Applies the settings to a builder.
   *
   * @throws IllegalArgumentException if the hook sets a TLS context although there are certificates
   */
  public void applyTo(HttpClient.Builder builder) {
    builder
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(connectTimeout);
    if (proxies != null) {
      builder.proxy(proxies);
    }
    tls.applyTo(builder, hook);
  }
}
