package io.github.xrayclient;

import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayReadOnlyException;
import io.github.xrayclient.error.XrayTimeoutException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.CallListener;
import io.github.xrayclient.http.CallOptions;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.http.Transport;
import io.github.xrayclient.internal.auth.Login;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.call.CallThreads;
import io.github.xrayclient.internal.call.Connection;
import io.github.xrayclient.internal.http.HttpSettings;
import io.github.xrayclient.internal.http.Pipeline;
import io.github.xrayclient.internal.settings.JdkClientSettings;
import io.github.xrayclient.internal.settings.ProxyVariables;
import io.github.xrayclient.internal.settings.ServerChoice;
import io.github.xrayclient.internal.settings.ServerVariables;
import io.github.xrayclient.server.KnownServers;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Builds a client from its settings. Only {@link #baseUrl} and {@link #credentials} are required,
 * or {@link #environment} or {@link #cliProfile} instead of them.
 *
 * <pre>{@code
 * XrayClient xray = XrayClient.builder()
 *     .baseUrl("https://acme.example")
 *     .credentials(Credentials.bearer("an access token"))
 *     .timeout(Duration.ofSeconds(30))
 *     .readOnly()
 *     .build();
 * }</pre>
 *
 * <p>A builder is not thread-safe. It can build several clients; later changes to it do not affect
 * them.
 */
public final class XrayClientBuilder {
  private final ServerChoice server = new ServerChoice();
  private boolean plainHttp;
  private Duration timeout = Duration.ofSeconds(60);
  private CallOptions options = CallOptions.none();
  private RetryPolicy retryPolicy = RetryPolicy.defaults();
  private final List<Interceptor> interceptors = new ArrayList<>();
  private final List<CallListener> listeners = new ArrayList<>();
  private String userAgentSuffix = "";
  private boolean gzip;
  private boolean readOnly;
  private int maxAnswerBytes = 64 << 20;
  private final JdkClientSettings jdkClient = new JdkClientSettings();
  private @Nullable Transport transport;
  private @Nullable Executor executor;

  XrayClientBuilder() {}

  /**
   * Sets the address of the platform, such as {@code https://acme.example}. If its path ends with
   * {@code /xray}, {@code /artifactory} or {@code /ui}, that last part is removed; a context path
   * before it is kept. Query, fragment and slashes at the end are removed as well. A URL that is
   * set after {@link #environment} or {@link #cliProfile} must have the same origin as theirs,
   * since their credentials belong to that server.
   *
   * @throws IllegalArgumentException if this is not an http or https URL with a host, or if it
   *     contains a user name or password
   */
  public XrayClientBuilder baseUrl(String url) {
    server.baseUrl(url);
    return this;
  }

  /**
   * Sets the address of Xray if it is not {@code /xray} below the base URL: for example, a direct
   * port such as {@code http://host:8046}. Paths that begin with {@code /xray/} are then sent to
   * this address, without {@code /xray}; all other paths are still sent to the base URL. The
   * credentials are sent to both.
   *
   * @throws IllegalArgumentException if this is not an http or https URL with a host, or if it
   *     contains a user name or password
   */
  public XrayClientBuilder xrayUrl(String url) {
    server.xrayUrl(url);
    return this;
  }

  /**
   * Sets the credentials that the client sends with each request, to the base URL and {@link
   * #xrayUrl xrayUrl(..)} only. {@link Credentials#anonymous()} sends none.
   */
  public XrayClientBuilder credentials(Credentials credentials) {
    server.login(Login.of(Objects.requireNonNull(credentials, "credentials")));
    return this;
  }

  /**
   * Takes the base URL and the credentials from environment variables such as those of {@link
   * System#getenv()}. A base URL or credentials that were set before are kept.
   *
   * <p>The base URL is the first of {@code JF_URL}, {@code JFROG_URL} and {@code XRAY_URL} for
   * which an access token with the same prefix is set, such as {@code JF_ACCESS_TOKEN}. The
   * credentials are the token whose URL has the same origin (scheme, host and port) as the base
   * URL. If none of the three URLs is set, but {@link #baseUrl} was called, the first token is
   * used. A blank variable counts as not set.
   *
   * @throws IllegalStateException if no URL is set, or no token belongs to the base URL
   * @throws IllegalArgumentException if the URL or the token is not valid
   */
  public XrayClientBuilder environment(Map<String, String> variables) {
    server.environment(checked(variables));
    return this;
  }

  /**
   * Takes the server from the configuration of JFrog CLI: the base URL, the credentials, the client
   * certificate if there is one, and {@link #xrayUrl xrayUrl(..)} if Xray has an address of its
   * own. A base URL, credentials or a certificate that were set before are kept. The server is the
   * one whose id is in {@code JFROG_CLI_SERVER_ID}, or else the default server of JFrog CLI.
   *
   * <p>The newest configuration file in {@code JFROG_CLI_HOME_DIR} is used, by default in {@code
   * .jfrog} in the user's home directory. The file is only read, and only by this method. An access
   * token is preferred to a password; if it has expired or is refused, the password is used. The
   * client does not renew tokens of JFrog CLI.
   *
   * @param variables the environment variables, such as {@link System#getenv()}
   * @throws IllegalStateException if there is no such file or server, if a base URL of another
   *     origin was set before, or if no credentials were set before and those of the server are not
   *     for HTTP, are encrypted or have expired
   */
  public XrayClientBuilder cliProfile(Map<String, String> variables) {
    server.cliProfile(null, checked(variables), jdkClient.tls());
    return this;
  }

  /**
   * Takes a server from the configuration of JFrog CLI, as {@link #cliProfile(Map)} does.
   *
   * @param serverId the id of the server in JFrog CLI
   * @param variables the environment variables, such as {@link System#getenv()}
   * @throws IllegalArgumentException if the id is blank
   * @throws IllegalStateException as {@link #cliProfile(Map)} does
   */
  public XrayClientBuilder cliProfile(String serverId, Map<String, String> variables) {
    server.cliProfile(Arguments.checked("serverId", serverId), checked(variables), jdkClient.tls());
    return this;
  }

  /**
   * Takes the server that the environment means: the one of the environment variables, as {@link
   * #environment environment(..)} does, or if none of its three URLs is set, the one of JFrog CLI
   * whose id is in {@code JFROG_CLI_SERVER_ID}, as {@link #cliProfile(String, Map)} does. The
   * default server of JFrog CLI is not used. {@link KnownServers#used()} tells which server this
   * is.
   *
   * @throws IllegalStateException as {@link #environment} and {@link #cliProfile(String, Map)} do
   * @throws IllegalArgumentException as {@link #environment} does
   */
  public XrayClientBuilder environmentOrCliProfile(Map<String, String> variables) {
    Optional<String> profile = new ServerVariables(checked(variables)).profile();
    return profile.isPresent() ? cliProfile(profile.get(), variables) : environment(variables);
  }

  /**
   * Allows {@code http://} URLs to hosts other than this machine, which {@link #build()} refuses by
   * default. Credentials are then sent unencrypted. URLs to {@code localhost} and other loopback
   * addresses are always allowed.
   */
  public XrayClientBuilder allowPlainHttp() {
    this.plainHttp = true;
    return this;
  }

  /**
   * Limits the time to open a connection; the default is 10 seconds. A call that reaches the limit
   * is repeated as {@link #retryPolicy} allows, and then throws an {@link XrayTimeoutException}.
   * Only used with the JDK's HTTP client.
   *
   * @throws IllegalArgumentException unless the limit is positive and at most 1 day
   */
  public XrayClientBuilder connectTimeout(Duration limit) {
    jdkClient.connectTimeout(limit);
    return this;
  }

  /**
   * Limits the time of one attempt of a request, including the body of its answer. The default is
   * 60 seconds, but 2 minutes for a search of violations and 30 minutes for a download of the audit
   * as CSV. A call that reaches the limit throws an {@link XrayTimeoutException} and is not
   * repeated.
   *
   * <p>Your own {@link #transport} has to apply the limit itself. It finds the limit in {@link
   * ApiRequest#timeout()}, which is empty if no limit is set, except for the two calls with a
   * longer default.
   *
   * @throws IllegalArgumentException unless the limit is positive and at most 1 day
   */
  public XrayClientBuilder timeout(Duration perAttempt) {
    this.options = options.timeout(perAttempt);
    this.timeout = perAttempt; // also for requests that are not made by a call
    return this;
  }

  /**
   * Limits the time of each whole call, including all attempts and the waits between them, as
   * {@link CallOptions#totalTimeout CallOptions.totalTimeout(..)} describes. By default there is no
   * limit.
   *
   * @throws IllegalArgumentException unless the limit is positive and at most 1 day
   */
  public XrayClientBuilder totalTimeout(Duration wholeCall) {
    this.options = options.totalTimeout(wholeCall);
    return this;
  }

  /**
   * Sets how often, and after which waits, a failed request is sent again. The default is {@link
   * RetryPolicy#defaults()}, which has 3 retries; {@link RetryPolicy#none()} sends each request
   * once.
   */
  public XrayClientBuilder retryPolicy(RetryPolicy policy) {
    this.retryPolicy = Objects.requireNonNull(policy, "policy");
    return this;
  }

  /**
   * Adds an interceptor, which can change each request and its answer; by default there is none.
   * The interceptor that is added first is called first. Interceptors are called once for each
   * attempt, and do not see the client's credentials. They are also called for the exchange of an
   * id token, but without the body of the request and of its answer.
   */
  public XrayClientBuilder addInterceptor(Interceptor interceptor) {
    this.interceptors.add(Objects.requireNonNull(interceptor, "interceptor"));
    return this;
  }

  /**
   * Adds a listener that is told about every attempt, for metrics and tracing; by default there is
   * none.
   */
  public XrayClientBuilder addListener(CallListener listener) {
    this.listeners.add(Objects.requireNonNull(listener, "listener"));
    return this;
  }

  /**
   * Appends the name of your application to the {@code User-Agent} header, such as {@code
   * acme-audit/1.4}. The header begins with {@code xray-client-java/} and the version of this
   * library; by default nothing follows.
   *
   * @param suffix blank for nothing
   * @throws IllegalArgumentException if the suffix contains a character that is not allowed in a
   *     header
   */
  public XrayClientBuilder userAgentSuffix(String suffix) {
    CallOptions.none().header("User-Agent", Objects.requireNonNull(suffix, "suffix"));
    this.userAgentSuffix = suffix.isBlank() ? "" : " " + suffix.strip();
    return this;
  }

  /**
   * Asks the server to compress its answers with gzip, and decompresses them. By default, the
   * client does not ask for compressed answers. Compression saves time on slow networks, but costs
   * time on fast ones.
   */
  public XrayClientBuilder gzip() {
    this.gzip = true;
    return this;
  }

  /**
   * Makes the client refuse every write with an {@link XrayReadOnlyException}. By default the
   * client may write.
   *
   * <p>A write is refused before a token is asked for and before anything is sent, even if only an
   * interceptor turned the request into a write. GET, HEAD and OPTIONS requests are allowed. A POST
   * request is allowed if it is marked by {@link ApiCall#readOnly()}; this library marks its
   * searches.
   */
  public XrayClientBuilder readOnly() {
    this.readOnly = true;
    return this;
  }

  /**
   * Limits the size of an answer's body in bytes, after decompression; the default is 64 MiB. A
   * larger answer with a 2xx status is refused with an {@link XrayTransportException}. Of an answer
   * with another status, at most the first 1 MiB is read, and the exception says that the rest is
   * missing.
   *
   * <p>This limit does not apply to {@link ApiCall#download}. Your own {@link #transport} has to
   * limit its answers itself. Whatever this limit is, a JSON answer is refused with an {@link
   * XrayDecodeException} if its values would take more than 384 MiB of memory.
   *
   * @throws IllegalArgumentException if the number is less than 1
   */
  public XrayClientBuilder maxAnswerBytes(int bytes) {
    if (bytes < 1) {
      throw new IllegalArgumentException("maxAnswerBytes must be at least 1, but was " + bytes);
    }
    this.maxAnswerBytes = bytes;
    return this;
  }

  /**
   * Trusts the certificates of a PEM or DER file in addition to those that the JDK trusts, for
   * example for a server with a certificate of a private authority. The file is read immediately.
   * This can be combined with {@link #clientCertificate} and with the system property {@code
   * javax.net.ssl.keyStore}. Only used with the JDK's HTTP client.
   *
   * @throws IllegalArgumentException if the file cannot be read or contains no certificate
   */
  public XrayClientBuilder caFile(Path file) {
    jdkClient.tls().trust(Objects.requireNonNull(file, "file"));
    return this;
  }

  /**
   * Sends a client certificate to servers and proxies that ask for one. The certificate and its
   * private key come from a PKCS#12 file (.p12 or .pfx), which is read immediately. By default, the
   * JDK's system property {@code javax.net.ssl.keyStore} names the keys. Only used with the JDK's
   * HTTP client.
   *
   * @param pkcs12 the file that contains the private key, its certificate and the certificates of
   *     its authorities
   * @param password called once, for the password of the file and of its key; the returned array is
   *     overwritten after use
   * @throws IllegalArgumentException if the file cannot be read, the password is wrong, or the file
   *     contains no private key; the message does not show the password
   */
  public XrayClientBuilder clientCertificate(Path pkcs12, Supplier<char[]> password) {
    Objects.requireNonNull(pkcs12, "pkcs12");
    jdkClient.tls().show(pkcs12, Objects.requireNonNull(password, "password"));
    return this;
  }

  /**
   * Configures the JDK's HTTP client, for example its proxy, its TLS context or the HTTP version.
   * {@link #build()} calls this hook after this library has made its own settings, so the hook can
   * replace them. It must not set a TLS context if {@link #caFile} or {@link #clientCertificate} is
   * used, since only one TLS context can apply. If this method is called again, the last hook
   * replaces the earlier ones.
   */
  public XrayClientBuilder httpClient(Consumer<HttpClient.Builder> hook) {
    jdkClient.hook(Objects.requireNonNull(hook, "hook"));
    return this;
  }

  /**
   * Uses the proxies that environment variables name, such as those of {@link System#getenv()}. By
   * default, only the JDK's system properties choose a proxy, such as {@code https.proxyHost}; they
   * also do if no variable names one.
   *
   * <p>{@code HTTPS_PROXY} is for {@code https://} URLs, {@code HTTP_PROXY} for {@code http://}
   * URLs, and {@code ALL_PROXY} for both if theirs is not set. The names may also be in lower case,
   * which wins if both are set. A value is a URL such as {@code
   * http://user:password@proxy.example:3128}. {@code NO_PROXY} lists what is reached directly,
   * separated by commas: domains with their subdomains, addresses, ranges such as {@code
   * 10.0.0.0/8}, each with a port or without, or {@code *} for everything. This computer is always
   * reached directly.
   *
   * <p>For {@code https://} URLs, the JDK sends a user name and a password to a proxy only if the
   * JVM runs with {@code -Djdk.http.auth.tunneling.disabledSchemes=} (empty). Only used with the
   * JDK's HTTP client; a proxy that {@link #httpClient} sets replaces these.
   *
   * @throws IllegalArgumentException if the value of a variable is not the URL of a proxy; the
   *     message names the variable, but does not show its value
   */
  public XrayClientBuilder proxyFromEnvironment(Map<String, String> variables) {
    jdkClient.proxies(new ProxyVariables(checked(variables)));
    return this;
  }

  /**
   * Uses this transport instead of the JDK's HTTP client. These settings are then ignored: {@code
   * connectTimeout}, {@code caFile}, {@code clientCertificate}, {@code proxyFromEnvironment} and
   * {@code httpClient}. The client closes the transport when it is closed.
   */
  public XrayClientBuilder transport(Transport transport) {
    this.transport = Objects.requireNonNull(transport, "transport");
    return this;
  }

  /**
   * Runs asynchronous calls and prefetching on this executor. You have to shut it down yourself. By
   * default, the client has up to 64 daemon threads of its own, which end when they are idle;
   * further calls wait for a free thread. A task on the executor should not wait for another task
   * on it, since it may wait forever.
   */
  public XrayClientBuilder executor(Executor executor) {
    this.executor = Objects.requireNonNull(executor, "executor");
    return this;
  }

  /**
   * Creates the client. Nothing is sent yet.
   *
   * @throws IllegalStateException if the base URL or the credentials are missing, or if the base
   *     URL was set after {@link #environment} or {@link #cliProfile} and has another origin than
   *     theirs
   * @throws IllegalArgumentException if a URL begins with {@code http://}, its host is not {@code
   *     localhost} or another loopback address, and {@link #allowPlainHttp()} was not called; if
   *     {@link #httpClient} sets a TLS context although {@link #caFile} or {@link
   *     #clientCertificate} is used; or if {@link #caFile} is used and the key store of {@code
   *     javax.net.ssl.keyStore} cannot be read
   */
  public XrayClient build() {
    HttpSettings settings = server.settings(plainHttp);
    settings.retryPolicy = retryPolicy;
    settings.interceptors = List.copyOf(interceptors);
    settings.listeners = List.copyOf(listeners);
    settings.gzip = gzip;
    settings.readOnly = readOnly;
    settings.maxAnswerBytes = maxAnswerBytes;
    settings.proxyHeaders = jdkClient.proxyLogins();
    Pipeline pipeline = transport == null
        ? Pipeline.of(settings, jdkClient::applyTo, timeout)
        : Pipeline.of(settings, transport);
    CallThreads own = executor == null ? new CallThreads() : null;
    Executor used = own == null ? Objects.requireNonNull(executor) : own;
    Connection connection = new Connection(settings, pipeline, used, userAgentSuffix);
    Runnable onClose = own == null ? () -> {} : own::close;
    return new XrayClient(settings, connection, options, onClose);
  }

  private static Map<String, String> checked(Map<String, String> variables) {
    Arguments.elements(
        "variables", Objects.requireNonNull(variables, "variables").values());
    return variables;
  }
}
