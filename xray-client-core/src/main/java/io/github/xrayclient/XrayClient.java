package io.github.xrayclient;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.xrayclient.artifact.Artifacts;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.CallOptions;
import io.github.xrayclient.ignorerule.IgnoreRules;
import io.github.xrayclient.internal.artifact.ArtifactService;
import io.github.xrayclient.internal.call.Connection;
import io.github.xrayclient.internal.ignorerule.IgnoreRuleService;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.policy.PolicyService;
import io.github.xrayclient.internal.repository.RepositoryService;
import io.github.xrayclient.internal.system.SystemInfoService;
import io.github.xrayclient.internal.violation.ViolationService;
import io.github.xrayclient.internal.watch.WatchService;
import io.github.xrayclient.policy.Policies;
import io.github.xrayclient.repository.Repositories;
import io.github.xrayclient.system.SystemInfo;
import io.github.xrayclient.violation.Violations;
import io.github.xrayclient.watch.Watches;
import java.net.URI;
import java.util.concurrent.Executor;

/**
 * A client of one platform. Make one, share it between threads, and close it at the end. Calls
 * block; {@link ApiCall#sendAsync()} runs them on the client's executor instead.
 */
public final class XrayClient implements ApiCalls, AutoCloseable {
  private final URI baseUrl;
  private final Credentials credentials;
  private final Connection connection;
  private final CallOptions options;
  private final Runnable onClose;

  XrayClient(
      URI baseUrl,
      Credentials credentials,
      Connection connection,
      CallOptions options,
      Runnable onClose) {
    this.baseUrl = baseUrl;
    this.credentials = credentials;
    this.connection = connection;
    this.options = options;
    this.onClose = onClose;
  }

  /** Begins a client. A base URL and credentials are needed, all else has a default. */
  public static XrayClientBuilder builder() {
    return new XrayClientBuilder();
  }

  /**
   * Makes a client from environment variables: its URL is the first of {@code JF_URL}, {@code
   * JFROG_URL} and {@code XRAY_URL} that has an access token of the same prefix, such as {@code
   * JF_ACCESS_TOKEN}.
   *
   * @throws IllegalStateException if no URL is set, or none that has an access token
   */
  public static XrayClient fromEnvironment() {
    return builder().environment(System.getenv()).build();
  }

  /**
   * A mapper that reads and writes this library's values as the server spells them; the caller's
   * own, to configure further.
   */
  public static JsonMapper jsonMapper() {
    return Json.MAPPER.copy();
  }

  /** Xray policies. */
  public Policies policies() {
    return new PolicyService(this);
  }

  /** Watches. */
  public Watches watches() {
    return new WatchService(this);
  }

  /** Ignore rules. */
  public IgnoreRules ignoreRules() {
    return new IgnoreRuleService(this);
  }

  /** Violations. */
  public Violations violations() {
    return new ViolationService(this);
  }

  /** What Xray knows of single artifacts. */
  public Artifacts artifacts() {
    return new ArtifactService(this);
  }

  /** Repositories, read only. */
  public Repositories repositories() {
    return new RepositoryService(this);
  }

  /** Ping and version. */
  public SystemInfo system() {
    return new SystemInfoService(this);
  }

  /** Any other endpoint of the platform, for example {@code call("GET", "/xray/api/v1/…")}. */
  @Override
  public ApiCall<ApiResponse> call(String method, String path, Object... arguments) {
    return connection.call(method, path, arguments).options(options);
  }

  /**
   * This client with other options for its calls: {@code
   * xray.withOptions(CallOptions.none().timeout(limit)).policies().list()}. It shares connections and
   * threads, and closing one closes both.
   */
  public XrayClient withOptions(CallOptions callOptions) {
    return new XrayClient(baseUrl, credentials, connection, options.and(callOptions), onClose);
  }

  @Override
  public String redact(String text) {
    return connection.redact(text);
  }

  @Override
  public Executor executor() {
    return connection.executor();
  }

  /** Whether it refuses every write, as {@link XrayClientBuilder#readOnly()} says. */
  public boolean isReadOnly() {
    return connection.isReadOnly();
  }

  /** The platform's address, without a service's name. */
  public URI baseUrl() {
    return baseUrl;
  }

  /**
   * Ends all calls in progress and frees the client's threads and sockets. A call is ended by an
   * interrupt of its thread, also while it waits for an interceptor, a transport or a supplier of
   * tokens of your own. Later calls throw an
   * {@link IllegalStateException}; asynchronous calls fail with it in their future. Before Java 21
   * the JDK's HTTP client cannot be closed: if {@link XrayClientBuilder#httpClient} gives it an
   * executor of your own, its sockets and its one thread are freed only some seconds after a
   * garbage collection.
   *
   * @throws RuntimeException if a {@link XrayClientBuilder#transport transport} of your own throws
   *     it when it is closed; everything else is freed all the same
   */
  @Override
  public void close() {
    try {
      connection.close();
    } finally {
      onClose.run();
    }
  }

  /** Names the address, the kind of credentials and whether the client is read-only, but no secret. */
  @Override
  public String toString() {
    String writes = isReadOnly() ? ", read-only" : "";
    return "XrayClient(" + baseUrl + ", " + credentials + writes + ")";
  }
}
