package io.github.xrayclient;

import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayReadOnlyException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.CallListener;
import io.github.xrayclient.http.CallOptions;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.http.Transport;
import io.github.xrayclient.internal.BaseUrl;
import io.github.xrayclient.internal.Connection;
import io.github.xrayclient.internal.TrustedCertificates;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/** What a client is made of. Not thread-safe. */
public final class XrayClientBuilder {
  private static final List<String> PREFIXES = List.of("JF", "JFROG", "XRAY");

  private @Nullable URI baseUrl;
  private @Nullable Credentials credentials;
  private boolean plainHttp;
  private Duration connectTimeout = Duration.ofSeconds(10);
  private Duration timeout = Duration.ofSeconds(60);
  private RetryPolicy retryPolicy = RetryPolicy.defaults();
  private final List<Interceptor> interceptors = new ArrayList<>();
  private final List<CallListener> listeners = new ArrayList<>();
  private @Nullable URI xrayUrl;
  private String userAgentSuffix = "";
  private boolean gzip;
  private boolean readOnly;
  private int maxAnswerBytes = 64 << 20;
  private Consumer<HttpClient.Builder> httpClient = builder -> {};
  private @Nullable SSLContext sslContext;
  private @Nullable Transport transport;
  private @Nullable Executor executor;

  XrayClientBuilder() {}

  /**
   * The platform, such as {@code https://acme.example}. A tail {@code /xray}, {@code /artifactory}
   * or {@code /ui} is cut off; a context path before it stays.
   *
   * @throws IllegalArgumentException if it is no http or https address, or holds a password
   */
  public XrayClientBuilder baseUrl(String url) {
    this.baseUrl = BaseUrl.platform(url);
    return this;
  }

  /**
   * Xray's own address where it is not the platform's {@code /xray}: a direct port such as {@code
   * http://host:8046}, or another router's path. All else still goes to the base URL.
   *
   * @throws IllegalArgumentException if it is no http or https address, or holds a password
   */
  public XrayClientBuilder xrayUrl(String url) {
    this.xrayUrl = BaseUrl.service("xrayUrl", url);
    return this;
  }

  /** Who asks. */
  public XrayClientBuilder credentials(Credentials credentials) {
    this.credentials = Objects.requireNonNull(credentials, "credentials");
    return this;
  }

  /**
   * Takes URL and token from these variables, as {@link XrayClient#fromEnvironment()} does.
   *
   * @throws IllegalStateException if no URL is set, or no token beside it
   */
  public XrayClientBuilder environment(Map<String, String> variables) {
    for (String prefix : PREFIXES) {
      String url = variables.getOrDefault(prefix + "_URL", "");
      if (!url.isBlank()) {
        String token = variables.getOrDefault(prefix + "_ACCESS_TOKEN", "");
        if (token.isBlank()) {
          throw new IllegalStateException(
              prefix + "_URL is set, but " + prefix + "_ACCESS_TOKEN is not; set it too");
        }
        return baseUrl(url).credentials(Credentials.bearer(token.strip()));
      }
    }
    throw new IllegalStateException(
        "no server is named; set JF_URL, JFROG_URL or XRAY_URL and the access token of the same"
            + " prefix, for example JF_ACCESS_TOKEN");
  }

  /** Allows {@code http://} to a host that is not this one; credentials then go in the clear. */
  public XrayClientBuilder allowPlainHttp() {
    this.plainHttp = true;
    return this;
  }

  /** How long a connection may take to be made; 10 seconds by default. */
  public XrayClientBuilder connectTimeout(Duration limit) {
    this.connectTimeout = positive("connectTimeout", limit);
    return this;
  }

  /** How long one attempt may take, body included; 60 seconds by default. */
  public XrayClientBuilder timeout(Duration perAttempt) {
    this.timeout = positive("timeout", perAttempt);
    return this;
  }

  /** When and how often requests are repeated; {@link RetryPolicy#defaults()} by default. */
  public XrayClientBuilder retryPolicy(RetryPolicy policy) {
    this.retryPolicy = Objects.requireNonNull(policy, "policy");
    return this;
  }

  /** Adds an interceptor; the first one added is the outermost. */
  public XrayClientBuilder addInterceptor(Interceptor interceptor) {
    this.interceptors.add(Objects.requireNonNull(interceptor, "interceptor"));
    return this;
  }

  /** Adds a listener that hears of every attempt. */
  public XrayClientBuilder addListener(CallListener listener) {
    this.listeners.add(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  /**
   * Names the caller behind the library's own name, such as {@code acme-audit/1.4}.
   *
   * @throws IllegalArgumentException for characters that the header may not hold
   */
  public XrayClientBuilder userAgentSuffix(String suffix) {
    CallOptions.none().header("User-Agent", suffix);
    this.userAgentSuffix = suffix.isBlank() ? "" : " " + suffix.strip();
    return this;
  }

  /** Asks for answers compressed by gzip. */
  public XrayClientBuilder gzip() {
    this.gzip = true;
    return this;
  }

  /**
   * Refuses every write before it is sent and before a token is asked for, by an {@link
   * XrayReadOnlyException}; a request that an interceptor turned into a write is refused as well.
   * GET, HEAD and OPTIONS pass, and so does a POST that is marked by {@link ApiCall#readOnly()}, as
   * this library marks its searches. By default a client may write.
   */
  public XrayClientBuilder readOnly() {
    this.readOnly = true;
    return this;
  }

  /** Refuses answers of more bytes, unpacked if they were compressed; 64 MiB by default. */
  public XrayClientBuilder maxAnswerBytes(int bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("maxAnswerBytes must be 1 or more, but was " + bytes);
    }
    this.maxAnswerBytes = bytes;
    return this;
  }

  /**
   * Trusts the certificates of this PEM or DER file beside the JDK's own.
   *
   * @throws IllegalArgumentException if the file cannot be read or holds no certificate
   */
  public XrayClientBuilder caFile(Path file) {
    this.sslContext = TrustedCertificates.with(file);
    return this;
  }

  /** Last word on the JDK's client: proxy, TLS context, client certificates, protocol. */
  public XrayClientBuilder httpClient(Consumer<HttpClient.Builder> hook) {
    this.httpClient = Objects.requireNonNull(hook, "hook");
    return this;
  }

  /**
   * Sends by this in place of the JDK's client, whose settings (time limits, {@code caFile}, {@code
   * httpClient}) then mean nothing; it is closed with the client.
   */
  public XrayClientBuilder transport(Transport transport) {
    this.transport = Objects.requireNonNull(transport, "transport");
    return this;
  }

  /** Where asynchronous calls run; the caller's to close. By default threads of the client. */
  public XrayClientBuilder executor(Executor executor) {
    this.executor = Objects.requireNonNull(executor, "executor");
    return this;
  }

  /**
   * Makes the client; nothing is sent yet.
   *
   * @throws IllegalStateException if base URL or credentials are missing
   * @throws IllegalArgumentException for {@code http://} to another host without {@link
   *     #allowPlainHttp()}
   */
  public XrayClient build() {
    if (baseUrl == null) {
      throw new IllegalStateException("baseUrl is missing; call baseUrl(\"https://…\")");
    }
    if (credentials == null) {
      throw new IllegalStateException(
          "credentials are missing; call credentials(..), if need be with"
              + " Credentials.anonymous()");
    }
    BaseUrl.checkPlainHttp("baseUrl", baseUrl, plainHttp);
    if (xrayUrl != null) {
      BaseUrl.checkPlainHttp("xrayUrl", xrayUrl, plainHttp);
    }
    Connection.Settings settings = new Connection.Settings(baseUrl, credentials);
    settings.xray = xrayUrl;
    settings.userAgentSuffix = userAgentSuffix;
    settings.retryPolicy = retryPolicy;
    settings.interceptors = List.copyOf(interceptors);
    settings.listeners = List.copyOf(listeners);
    settings.gzip = gzip;
    settings.readOnly = readOnly;
    settings.maxAnswerBytes = maxAnswerBytes;
    ExecutorService own = executor == null ? newThreads() : null;
    Executor used = own == null ? Objects.requireNonNull(executor) : own;
    Connection connection = transport == null
        ? settings.connect(newHttpClient(), timeout, used)
        : settings.connect(transport, used);
    Runnable onClose = own == null ? () -> {} : own::shutdownNow;
    return new XrayClient(baseUrl, credentials, connection, CallOptions.none(), onClose);
  }

  private Supplier<HttpClient> newHttpClient() {
    Duration connect = connectTimeout;
    SSLContext tls = sslContext;
    Consumer<HttpClient.Builder> hook = httpClient;
    return () -> {
      HttpClient.Builder builder = HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(connect);
      if (tls != null) {
        builder.sslContext(tls);
      }
      hook.accept(builder);
      return builder.build();
    };
  }

  private static ExecutorService newThreads() {
    AtomicInteger number = new AtomicInteger();
    return Executors.newCachedThreadPool(task -> {
      Thread thread = new Thread(task, "xray-client-" + number.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    });
  }

  private static Duration positive(String name, Duration limit) {
    if (limit.isZero() || limit.isNegative() || limit.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          name + " must be longer than nothing and a day at most, but was " + limit);
    }
    return limit;
  }
}
