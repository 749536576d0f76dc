package io.github.xrayclient;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.xrayclient.artifact.Artifacts;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.CallOptions;
import io.github.xrayclient.ignorerule.IgnoreRules;
import io.github.xrayclient.internal.artifact.ArtifactService;
import io.github.xrayclient.internal.call.Connection;
import io.github.xrayclient.internal.http.HttpSettings;
import io.github.xrayclient.internal.ignorerule.IgnoreRuleService;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.json.UnreadFields;
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
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;

/**
 * A client of one JFrog platform. It has a service for each subject of Xray, and {@link #call
 * call(..)} reaches every other endpoint.
 *
 * <pre>{@code
 * Credentials credentials = Credentials.bearer("an access token");
 * try (XrayClient xray =
 *     XrayClient.builder().baseUrl("https://acme.example").credentials(credentials).build()) {
 *   xray.policies().list().forEach(policy -> System.out.println(policy.name()));
 * }
 * }</pre>
 *
 * <p>Create one client for each platform, share it between threads, and close it when the
 * application ends: it holds connections and threads. A call blocks until its answer is there;
 * {@link ApiCall#sendAsync()} runs a call on the client's executor instead. Every failed call
 * throws a subclass of {@link XrayException}. Thread-safe.
 */
public final class XrayClient implements ApiCalls, AutoCloseable {
  private final HttpSettings settings;
  private final Connection connection;
  private final CallOptions options;
  private final Runnable onClose;

  XrayClient(HttpSettings settings, Connection connection, CallOptions options, Runnable onClose) {
    this.settings = settings;
    this.connection = connection;
    this.options = options;
    this.onClose = onClose;
  }

  /**
   * Returns a builder for a new client. A base URL and credentials are required; all other settings
   * have defaults.
   */
  public static XrayClientBuilder builder() {
    return new XrayClientBuilder();
  }

  /**
   * Creates a client from environment variables. Its base URL is the first of {@code JF_URL},
   * {@code JFROG_URL} and {@code XRAY_URL} for which an access token with the same prefix is set,
   * such as {@code JF_ACCESS_TOKEN}. {@link XrayClientBuilder#environment} describes the details.
   *
   * @throws IllegalStateException if no URL is set, or no URL has an access token
   * @throws IllegalArgumentException if the URL or the token is not valid, or the URL begins with
   *     {@code http://} and its host is not {@code localhost} or another loopback address
   */
  public static XrayClient fromEnvironment() {
    return builder().environment(System.getenv()).build();
  }

  /**
   * Creates a client from the configuration of JFrog CLI: of the server whose id is in {@code
   * JFROG_CLI_SERVER_ID}, or else of the default server. {@link XrayClientBuilder#cliProfile(Map)}
   * describes the details.
   *
   * @throws IllegalStateException if there is no configuration or no such server, or its
   *     credentials are missing, encrypted or expired
   * @throws IllegalArgumentException if the server's URL begins with {@code http://} and its host
   *     is not {@code localhost} or another loopback address
   */
  public static XrayClient fromCliProfile() {
    return builder().cliProfile(System.getenv()).build();
  }

  /**
   * Creates a client from the configuration of JFrog CLI, as {@link #fromCliProfile()} does.
   *
   * @param serverId the id of the server in JFrog CLI
   * @throws IllegalStateException if there is no configuration or no such server, or its
   *     credentials are missing, encrypted or expired
   * @throws IllegalArgumentException if the id is blank, or the server's URL begins with {@code
   *     http://} and its host is not {@code localhost} or another loopback address
   */
  public static XrayClient fromCliProfile(String serverId) {
    return builder().cliProfile(serverId, System.getenv()).build();
  }

  /**
   * Returns a new Jackson mapper that reads and writes the values of this library in the server's
   * format. You may configure it further.
   */
  public static JsonMapper jsonMapper() {
    return Json.MAPPER.copy();
  }

  /**
   * Returns the known fields of a value that could not be read, since the server sent values of
   * another type than documented: for example, {@code $.rules[0].actions.fail_pull_request} if that
   * is {@code true} instead of an object. The accessors of such fields return an empty value, and
   * the {@code extras()} of the objects that have the fields contain the values as received.
   *
   * @param value a value of this library, or a collection of values
   * @return JSON paths in the JSON form of the value; empty if all known fields could be read
   */
  public static List<String> unreadFields(Object value) {
    return UnreadFields.of(Objects.requireNonNull(value, "value"));
  }

  /**
   * Reads, creates, edits and deletes Xray policies. A policy states what counts as a violation and
   * what happens then, for example that a download is blocked.
   */
  public Policies policies() {
    return new PolicyService(this);
  }

  /**
   * Reads, creates, edits and deletes watches. A watch applies policies to repositories, builds and
   * other resources.
   */
  public Watches watches() {
    return new WatchService(this);
  }

  /**
   * Reads, creates and deletes ignore rules. With an ignore rule, Xray ignores certain violations.
   */
  public IgnoreRules ignoreRules() {
    return new IgnoreRuleService(this);
  }

  /** Searches for violations that watches have found. */
  public Violations violations() {
    return new ViolationService(this);
  }

  /** Reads the scan status of single artifacts. */
  public Artifacts artifacts() {
    return new ArtifactService(this);
  }

  /**
   * Reads repositories and their files, and which repositories Xray indexes. It changes nothing.
   */
  public Repositories repositories() {
    return new RepositoryService(this);
  }

  /** Checks whether Xray is up, and reads its version. */
  public SystemInfo system() {
    return new SystemInfoService(this);
  }

  /**
   * Prepares a call to any endpoint of the platform, for example {@code call("GET",
   * "/xray/api/v1/…")}. Nothing is sent until {@link ApiCall#send()}.
   *
   * @param method the HTTP method in capital letters, such as {@code GET}
   * @param path the path below the base URL. It begins with a slash and may have placeholders, as
   *     {@link ApiCalls#call} describes
   * @param arguments the values of the placeholders, in their order
   * @throws IllegalArgumentException if an argument is not valid, or the number of arguments does
   *     not match the path
   */
  @Override
  public ApiCall<ApiResponse> call(String method, String path, Object... arguments) {
    return connection.call(method, path, arguments).options(options);
  }

  /**
   * Returns a client whose calls use these options as well; options that are not set in {@code
   * callOptions} stay as they are in this client. For example, {@code
   * xray.withOptions(CallOptions.none().timeout(limit)).policies().list()} limits the time of one
   * listing. Both clients share their connections and threads, so closing one of them closes both.
   */
  public XrayClient withOptions(CallOptions callOptions) {
    CallOptions changed = options.and(Objects.requireNonNull(callOptions, "callOptions"));
    return new XrayClient(settings, connection, changed, onClose);
  }

  @Override
  public String redact(String text) {
    return connection.redact(Objects.requireNonNull(text, "text"));
  }

  /**
   * The executor that runs asynchronous calls and prefetching: the one that was set by {@link
   * XrayClientBuilder#executor XrayClientBuilder.executor(..)}, or the client's own.
   */
  @Override
  public Executor executor() {
    return connection.executor();
  }

  /**
   * Whether this client refuses every write, because it was built with {@link
   * XrayClientBuilder#readOnly()}.
   */
  public boolean isReadOnly() {
    return connection.isReadOnly();
  }

  /**
   * The base URL of the platform, such as {@code https://acme.example}; it does not end with a
   * slash or with the name of a service such as {@code /xray}.
   */
  public URI baseUrl() {
    return settings.platform;
  }

  /**
   * The name of the user whose credentials this client sends: that of a user with a password, or
   * the subject of a bearer token that contains it. Not checked by the server. Empty for reference
   * tokens, API keys, anonymous access and tokens that are renewed. Sends no request.
   */
  public Optional<String> user() {
    return settings.login.user();
  }

  /**
   * The scope of the bearer token that this client sends, such as {@code applied-permissions/user},
   * if the token contains it. Not checked by the server. Empty for everything that {@link #user()}
   * is empty for, and for users with a password. Sends no request.
   */
  public Optional<String> tokenScope() {
    return settings.login.scope();
  }

  /**
   * Ends all calls in progress, and frees the client's threads and connections. Closing a client
   * again has no effect.
   *
   * <p>The threads of calls in progress are interrupted, so a call ends even while it waits for
   * your own interceptor, transport or token supplier. Calls that begin later throw an {@link
   * IllegalStateException}; if they are asynchronous, their futures fail with this exception.
   *
   * <p>Before Java 21, the JDK's HTTP client has no method that closes it. If {@link
   * XrayClientBuilder#httpClient} sets an executor on such a version, the connections and the one
   * thread of the JDK's client are only freed some seconds after a garbage collection.
   *
   * @throws RuntimeException if closing your own {@link XrayClientBuilder#transport transport}
   *     throws it; everything else is closed nevertheless
   */
  @Override
  public void close() {
    try {
      connection.close();
    } finally {
      onClose.run();
    }
  }

  /**
   * Shows the base URL, the kind of credentials and whether the client is read-only, but no secret.
   */
  @Override
  public String toString() {
    String writes = isReadOnly() ? ", read-only" : "";
    return "XrayClient(" + settings.platform + ", Credentials(" + settings.login + ")" + writes
        + ")";
  }
}
