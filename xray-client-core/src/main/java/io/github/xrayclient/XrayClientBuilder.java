package io.github.xrayclient;

import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayReadOnlyException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.CallListener;
import io.github.xrayclient.http.CallOptions;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.http.Transport;
import io.github.xrayclient.internal.call.CallThreads;
import io.github.xrayclient.internal.call.Connection;
import io.github.xrayclient.internal.http.HttpSettings;
import io.github.xrayclient.internal.http.Pipeline;
import io.github.xrayclient.internal.settings.BaseUrl;
import io.github.xrayclient.internal.settings.ServerVariables;
import io.github.xrayclient.internal.settings.TlsSettings;
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
import org.jspecify.annotations.Nullable;

/** Collects the settings of a client and makes it. Not thread-safe. */
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
  private final TlsSettings tls = new TlsSettings();
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

  /** The credentials that the client sends with each request. */
  public XrayClientBuilder credentials(Credentials credentials) {
    this.credentials = Objects.requireNonNull(credentials, "credentials");
    return this;
  }

  /**
   * Takes the base URL and the credentials from these environment variables, unless they are set
   * already. The base URL is the first of {@code JF_URL}, {@code JFROG_URL} and {@code XRAY_URL}
   * that has an access token of the same prefix, such as {@code JF_ACCESS_TOKEN}. The credentials
   * are the token whose URL has the same origin as the base URL. A token without a URL is used only
   * if none of the variables names a URL. Blank variables count as not set.
   *
   * @throws IllegalStateException if no URL is set, or no token that belongs to the base URL
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

  /** Allows {@code http://} to another host than this one. Credentials are then sent unencrypted. */
  public XrayClientBuilder allowPlainHttp() {
    this.plainHttp = true;
    return this;
  }

  /**
   * Limits how long it may take to open a connection; 10 seconds by default.
   *
   * @throws IllegalArgumentException unless the limit is positive and at most 1 day
   */
  public XrayClientBuilder connectTimeout(Duration limit) {
    this.connectTimeout = positive("connectTimeout", limit);
    return this;
  }

  /**
   * Limits how long one attempt may take, including its body. The default is 60 seconds, but 2
   * minutes for a search of violations and 30 minutes for a download of the audit as CSV. An own
   * {@link #transport} finds a limit that was set in {@link ApiRequest#timeout()}.
   *
   * @throws IllegalArgumentException unless the limit is positive and at most 1 day
   */
  public XrayClientBuilder timeout(Duration perAttempt) {
    this.options = options.timeout(perAttempt);
    this.timeout = perAttempt; // also for requests that are not made by a call
    return this;
  }

  /**
   * Limits how long each whole call may take, including all attempts and waits, as {@link
   * CallOptions#totalTimeout} describes; no limit by default.
   *
   * @throws IllegalArgumentException unless the limit is positive and at most 1 day
   */
  public XrayClientBuilder totalTimeout(Duration wholeCall) {
    this.options = options.totalTimeout(wholeCall);
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
   * Makes a client that refuses every write with an {@link XrayReadOnlyException}, before a token
   * is asked for and before anything is sent. A request that an interceptor turns into a write is
   * refused as well. GET, HEAD and OPTIONS are sent, and so is a POST that is marked by {@link
   * ApiCall#readOnly()}, as the searches of this library are. By default a client may write.
   */
  public XrayClientBuilder readOnly() {
    this.readOnly = true;
    return this;
  }

  /**
   * Limits the bytes of an answer's body, counted after decompression; 64 MiB by default. A larger
   * answer is refused; if its status is outside 2xx, its first 1 MiB is read instead, and the
   * exception says so. JSON is also refused if its values would take more than 384 MiB of memory.
   */
  public XrayClientBuilder maxAnswerBytes(int bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("maxAnswerBytes must be 1 or more, but was " + bytes);
    }
    this.maxAnswerBytes = bytes;
    return this;
  }

  /**
   * Trusts the certificates of this PEM or DER file in addition to those that the JDK trusts. This
   * method reads the file. A client certificate can be used as well, whether {@link
   * #clientCertificate} or the system property {@code javax.net.ssl.keyStore} names it.
   *
   * @throws IllegalArgumentException if the file cannot be read or holds no certificate
   */
  public XrayClientBuilder caFile(Path file) {
    tls.trust(file);
    return this;
  }

  /**
   * Shows a certificate to servers and proxies that ask the client for one. The certificate and its
   * private key come from a PKCS#12 file (.p12 or .pfx), which this method reads. By default the
   * JDK's system property {@code javax.net.ssl.keyStore} names the keys.
   *
   * @param pkcs12 the file that holds the private key, its certificate and those of its authorities
   * @param password called once for the password of the file and of its key; the array that it
   *     returns is overwritten after use
   * @throws IllegalArgumentException if the file cannot be read, the password is wrong, or the file
   *     holds no private key; the message does not show the password
   */
  public XrayClientBuilder clientCertificate(Path pkcs12, Supplier<char[]> password) {
    tls.show(pkcs12, password);
    return this;
  }

  /**
   * Changes the builder of the JDK's HTTP client after this library has set it up, for example to
   * set a proxy, a TLS context or the protocol. {@link #build()} calls this hook, and refuses a TLS
   * context together with {@link #caFile} or {@link #clientCertificate}, since only one of them
   * could apply.
   */
  public XrayClientBuilder httpClient(Consumer<HttpClient.Builder> hook) {
    this.httpClient = Objects.requireNonNull(hook, "hook");
    return this;
  }

  /**
   * Uses this transport instead of the JDK's HTTP client. These settings are then ignored: {@code
   * connectTimeout}, {@code caFile}, {@code clientCertificate} and {@code httpClient}. The transport is closed with the client.
   */
  public XrayClientBuilder transport(Transport transport) {
    this.transport = Objects.requireNonNull(transport, "transport");
    return this;
  }

  /**
   * Runs asynchronous calls and prefetching on this executor, which you close yourself. By default
   * the client has up to 64 daemon threads of its own, which end when they are idle, and further
   * calls wait for one of them. A task on these threads should not wait for another task on them.
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
   *     #allowPlainHttp()}, for a TLS context in {@link #httpClient} together with {@link #caFile}
   *     or {@link #clientCertificate}, and if {@code caFile} is set and the key store of {@code
   *     javax.net.ssl.keyStore} cannot be read
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
    HttpSettings settings = new HttpSettings(baseUrl, credentials);
    settings.xray = xrayUrl;
    settings.retryPolicy = retryPolicy;
    settings.interceptors = List.copyOf(interceptors);
    settings.listeners = List.copyOf(listeners);
    settings.gzip = gzip;
    settings.readOnly = readOnly;
    settings.maxAnswerBytes = maxAnswerBytes;
    Pipeline pipeline = transport == null
        ? Pipeline.of(settings, this::setUp, timeout)
        : Pipeline.of(settings, transport);
    CallThreads own = executor == null ? new CallThreads() : null;
    Executor used = own == null ? Objects.requireNonNull(executor) : own;
    Connection connection = new Connection(settings, pipeline, used, userAgentSuffix);
    Runnable onClose = own == null ? () -> {} : own::close;
    return new XrayClient(baseUrl, credentials, connection, options, onClose);
  }

  private void setUp(HttpClient.Builder builder) {
    builder
        .version(HttpClient.Version.HTTP_1_1)
        .followRedirects(HttpClient.Redirect.NEVER)
        .connectTimeout(connectTimeout);
    tls.applyTo(builder, httpClient);
  }

  private static Duration positive(String name, Duration limit) {
    if (limit.isZero() || limit.isNegative() || limit.compareTo(Duration.ofDays(1)) > 0) {
      throw new IllegalArgumentException(
          name + " must be positive and at most 1 day, but was " + limit);
    }
    return limit;
  }
}
