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
import io.github.xrayclient.internal.CallThreads;
import io.github.xrayclient.internal.ClientKeys;
import io.github.xrayclient.internal.Connection;
import io.github.xrayclient.internal.ServerVariables;
import io.github.xrayclient.internal.TlsContext;
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
import java.util.function.Consumer;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.TrustManager;
import org.jspecify.annotations.Nullable;

/** What a client is made of. Not thread-safe. */
public final class XrayClientBuilder {
  private @Nullable URI baseUrl;
  private @Nullable Credentials credentials;
  private boolean plainHttp;
  private Duration connectTimeout = Duration.ofSeconds(10);
  private Duration timeout = Duration.ofSeconds(60);
  private CallOptions options = CallOptions.none();
  private RetryPolicy retryPolicy = RetryPolicy.defaults();
  private final List<Interceptor> interceptors = new ArrayList<>();
  private final List<CallListener> listeners = new ArrayList<>();
  private @Nullable URI xrayUrl;
  private String userAgentSuffix = "";
  private boolean gzip;
  private boolean readOnly;
  private int maxAnswerBytes = 64 << 20;
  private Consumer<HttpClient.Builder> httpClient = builder -> {};
  private TrustManager @Nullable [] trusted;
  private KeyManager @Nullable [] keys;
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
   * Takes what was not given before from these variables. Without a base URL it is the first of
   * {@code JF_URL}, {@code JFROG_URL} and {@code XRAY_URL} that has an access token of the same
   * prefix, such as {@code JF_ACCESS_TOKEN}. Without credentials they are the token beside a URL of
   * the same origin as the base URL. A token is given to another server only if none of the variables
   * names a URL. Blank variables count as not set.
   *
   * @throws IllegalStateException if no URL is set, or no token for it
   */
  public XrayClientBuilder environment(Map<String, String> variables) {
    ServerVariables servers = new ServerVariables(variables);
    URI server = baseUrl == null ? BaseUrl.platform(servers.url()) : baseUrl;
    if (credentials == null) {
      credentials = Credentials.bearer(servers.token(server));
    }
    baseUrl = server;
    return this;
  }

  /** Allows {@code http://} to a host that is not this one; credentials then go in the clear. */
  public XrayClientBuilder allowPlainHttp() {
    this.plainHttp = true;
    return this;
  }

  /**
   * How long a connection may take to be made; 10 seconds by default.
   *
   * @throws IllegalArgumentException unless the limit is positive and at most 1 day
   */
  public XrayClientBuilder connectTimeout(Duration limit) {
    this.connectTimeout = positive("connectTimeout", limit);
    return this;
  }

  /**
   * How long one attempt may take, body included; 60 seconds by default.
   *
   * @throws IllegalArgumentException unless the limit is positive and at most 1 day
   */
  public XrayClientBuilder timeout(Duration perAttempt) {
    this.timeout = positive("timeout", perAttempt);
    return this;
  }

  /**
   * Limits each whole call, attempts and waits included, as {@link CallOptions#totalTimeout} says;
   * no limit by default.
   *
   * @throws IllegalArgumentException unless the limit is positive and at most 1 day
   */
  public XrayClientBuilder totalTimeout(Duration wholeCall) {
    this.options = CallOptions.none().totalTimeout(wholeCall);
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

  /**
   * Refuses answers of more bytes, unpacked if they were compressed; 64 MiB by default. Of an answer
   * outside 2xx only the first 1 MiB is read, and its exception says so. JSON whose values would
   * take more than 384 MiB of memory is refused as well, whatever its size.
   */
  public XrayClientBuilder maxAnswerBytes(int bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("maxAnswerBytes must be 1 or more, but was " + bytes);
    }
    this.maxAnswerBytes = bytes;
    return this;
  }

  /**
   * Trusts the certificates of this PEM or DER file in addition to those that the JDK trusts. The
   * file is read now. A client certificate still applies, be it {@link #clientCertificate} or the
   * system property {@code javax.net.ssl.keyStore}.
   *
   * @throws IllegalArgumentException if the file cannot be read or holds no certificate
   */
  public XrayClientBuilder caFile(Path file) {
    this.trusted = TrustedCertificates.with(file);
    return this;
  }

  /**
   * Proves the client's identity to servers and proxies that ask for a certificate, by the keys of a
   * PKCS#12 file (.p12 or .pfx). By default the JDK's system property {@code javax.net.ssl.keyStore}
   * says which keys are used. The file is read now.
   *
   * @param pkcs12 holds the private key, its certificate and those of its authorities
   * @param password asked once, for the password of the file and of its key; the array that it gives
   *     is overwritten after use
   * @throws IllegalArgumentException if the file cannot be read, the password is wrong, or the file
   *     holds no private key; the message does not show the password
   */
  public XrayClientBuilder clientCertificate(Path pkcs12, Supplier<char[]> password) {
    this.keys = ClientKeys.of(pkcs12, password);
    return this;
  }

  /**
   * Changes the builder of the JDK's client, after this library set it up: proxy, TLS context,
   * protocol. The hook is called by {@link #build()}, which refuses a TLS context beside {@link
   * #caFile} or {@link #clientCertificate}, since only one of them could apply.
   */
  public XrayClientBuilder httpClient(Consumer<HttpClient.Builder> hook) {
    this.httpClient = Objects.requireNonNull(hook, "hook");
    return this;
  }

  /**
   * Uses this transport instead of the JDK's HTTP client. These settings are then ignored: {@code
   * connectTimeout}, {@code timeout}, {@code caFile}, {@code clientCertificate} and {@code
   * httpClient}. The transport is closed with the client.
   */
  public XrayClientBuilder transport(Transport transport) {
    this.transport = Objects.requireNonNull(transport, "transport");
    return this;
  }

  /**
   * Runs asynchronous calls and prefetching on this executor, which you close yourself. By default
   * the client has up to 64 daemon threads of its own, which end when they are idle, and further
   * calls wait for one of them. A task on those threads should not wait for another such task.
   */
  public XrayClientBuilder executor(Executor executor) {
    this.executor = Objects.requireNonNull(executor, "executor");
    return this;
  }

  /**
   * Makes the client; nothing is sent yet.
   *
   * @throws IllegalStateException if base URL or credentials are missing
   * @throws IllegalArgumentException for {@code http://} to another host without {@link
   *     #allowPlainHttp()}, for a TLS context in {@link #httpClient} beside {@link #caFile} or {@link
   *     #clientCertificate}, and if {@code javax.net.ssl.keyStore} cannot be read beside {@code
   *     caFile}
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
    CallThreads own = executor == null ? new CallThreads() : null;
    Executor used = own == null ? Objects.requireNonNull(executor) : own;
    Connection connection = transport == null
        ? settings.connect(this::setUp, timeout, used)
        : settings.connect(transport, used);
    Runnable onClose = own == null ? () -> {} : own::close;
    return new XrayClient(baseUrl, credentials, connection, options, onClose);
  }

  private void setUp(HttpClient.Builder builder) {
    builder
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(connectTimeout);
    if (trusted == null && keys == null) {
      httpClient.accept(builder);
    } else {
      TlsContext.keep(builder.sslContext(TlsContext.of(trusted, keys)), httpClient);
    }
  }

  private static Duration positive(String name, Duration limit) {
    if (limit.isZero() || limit.isNegative() || limit.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          name + " must be positive and at most 1 day, but was " + limit);
    }
    return limit;
  }
}
