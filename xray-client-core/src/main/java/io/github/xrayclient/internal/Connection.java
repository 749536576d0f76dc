package io.github.xrayclient.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.CallListener;
import io.github.xrayclient.http.CallOptions;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.http.Transport;
import io.github.xrayclient.internal.secret.Redactor;
import io.github.xrayclient.value.XrayVersion;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One platform behind its chain of interceptors. */
public final class Connection implements ApiCalls, AutoCloseable {
  private static final String XRAY = "/xray";

  private final URI platform;
  private final @Nullable URI xray;
  private final Executor executor;
  private final String userAgent;
  private final Pause pause = new Pause();
  private final UnderWay underWay = new UnderWay();
  private final EditLocks editLocks = new EditLocks();
  private final boolean readOnly;
  private final Redactor redactor = new Redactor();
  private final Redaction redaction = new Redaction(redactor);
  private final CredentialsInterceptor credentials;
  private final Transport transport;
  private final Transport end;
  private volatile @Nullable XrayVersion serverVersion;

  private Connection(Settings settings, Transport transport, Executor executor) {
    this.platform = settings.platform;
    this.xray = settings.xray;
    this.executor = executor;
    this.userAgent = UserAgent.TEXT + settings.userAgentSuffix;
    this.readOnly = settings.readOnly;
    this.credentials =
        new CredentialsInterceptor(origins(settings), settings.credentials, redactor);
    List<Interceptor> chain = chain(settings);
    chain.add(CallerCodeCheck.of(transport));
    this.transport = Chain.of(chain, transport);
    this.end = transport;
  }

  private static List<URI> origins(Settings settings) {
    return settings.xray == null
        ? List.of(settings.platform)
        : List.of(settings.platform, settings.xray);
  }

  private List<Interceptor> chain(Settings settings) {
    List<Interceptor> chain = new ArrayList<>();
    chain.add(underWay);
    if (settings.readOnly) {
      chain.add(new ReadOnlyInterceptor(redaction));
    }
    chain.add(redaction); // hides secrets in what the caller's interceptors throw
    chain.add(new RetryInterceptor(
        settings.retryPolicy, pause, () -> ThreadLocalRandom.current().nextDouble()));
    chain.add(new RedirectInterceptor());
    chain.add(ListenerInterceptor.of(new DebugLog(redaction)));
    settings.listeners.forEach(
        each -> chain.add(ListenerInterceptor.of(each, new RedactedListener(each, redaction))));
    settings.interceptors.forEach(each -> chain.add(CallerCodeCheck.of(each)));
    if (settings.readOnly) {
      chain.add(new ReadOnlyInterceptor(redaction)); // an interceptor may have made it a write
    }
    chain.add(redaction); // so that interceptors and listeners see no secret either
    chain.add(credentials);
    if (settings.gzip) {
      chain.add(new GzipInterceptor(settings.maxAnswerBytes));
    }
    return chain;
  }

  @Override
  public ApiCall<ApiResponse> call(String method, String path, Object... arguments) {
    String filled = UriTemplate.path(path, arguments);
    boolean direct = xray != null && filled.startsWith(XRAY + "/");
    String uri = direct ? xray + filled.substring(XRAY.length()) : platform + filled;
    ApiRequest request = ApiRequest.of(method, URI.create(uri))
        .withHeader("Accept", "application/json")
        .withHeader("User-Agent", userAgent);
    return JsonCall.of(this, request);
  }

  @Override
  public Executor executor() {
    return executor;
  }

  @Override
  public void close() {
    pause.close();
    try {
      CallerCodeCheck.close(end);
    } finally {
      underWay.close();
    }
  }

  /** Whether every write is refused before it is sent. */
  public boolean isReadOnly() {
    return readOnly;
  }

  @Override
  public String redact(String text) {
    return redaction.text(text);
  }

  Redaction redaction() {
    return redaction;
  }

  EditLocks editLocks() {
    return editLocks;
  }

  /**
   * Where calls are sent.
   *
   * @throws IllegalStateException if the client is closed
   */
  Transport transport() {
    if (pause.isClosed()) {
      throw new IllegalStateException("the client is closed; make a new one");
    }
    return transport;
  }

  /** What the server says its version is; asked once. */
  XrayVersion serverVersion(CallOptions options) {
    XrayVersion known = serverVersion;
    if (known == null) {
      known = XrayVersion.of(call("GET", "/xray/api/v1/system/version")
          .options(options)
          .retryPolicy(RetryPolicy.none())
          .as(JsonNode.class)
          .send()
          .path("xray_version")
          .asText());
      serverVersion = known;
    }
    return known;
  }

  /** What a connection is made of. Not thread-safe. */
  public static final class Settings {
    public final URI platform;
    public final Credentials credentials;
    public @Nullable URI xray;
    public String userAgentSuffix = "";
    public RetryPolicy retryPolicy = RetryPolicy.defaults();
    public List<Interceptor> interceptors = List.of();
    public List<CallListener> listeners = List.of();
    public boolean gzip;
    public boolean readOnly;
    public int maxAnswerBytes = 64 << 20;

    public Settings(URI platform, Credentials credentials) {
      this.platform = platform;
      this.credentials = credentials;
    }

    /**
     * A connection by the JDK's client.
     *
     * @param client sets up the JDK's client before it is first used
     * @param timeout of one attempt, body included
     */
    public Connection connect(
        Consumer<HttpClient.Builder> client, Duration timeout, Executor executor) {
      return connect(new JdkTransport(client, timeout, maxAnswerBytes), executor);
    }

    /** A connection by the caller's transport. */
    public Connection connect(Transport transport, Executor executor) {
      return new Connection(this, transport, executor);
    }
  }
}
