package io.github.xrayclient.internal.call;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.CallOptions;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.http.Transport;
import io.github.xrayclient.internal.http.HttpSettings;
import io.github.xrayclient.internal.http.Pipeline;
import io.github.xrayclient.internal.http.Redaction;
import io.github.xrayclient.value.XrayVersion;
import java.net.URI;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;

/** Prepares the calls to one platform and sends them through the pipeline. */
public final class Connection implements ApiCalls, AutoCloseable {
  private static final String XRAY = "/xray";

  private final URI platform;
  private final @Nullable URI xray;
  private final boolean readOnly;
  private final Pipeline pipeline;
  private final Executor executor;
  private final String userAgent;
  private final RetryPolicy retryPolicy;
  private final EditLocks editLocks = new EditLocks();
  private volatile @Nullable XrayVersion serverVersion;

  /**
   * @param pipeline created from the same settings; closed with the connection
   * @param userAgentSuffix follows the name and version of the library
   */
  public Connection(
      HttpSettings settings, Pipeline pipeline, Executor executor, String userAgentSuffix) {
    this.platform = settings.platform;
    this.xray = settings.xray;
    this.readOnly = settings.readOnly;
    this.retryPolicy = settings.retryPolicy;
    this.pipeline = pipeline;
    this.executor = executor;
    this.userAgent = UserAgent.TEXT + userAgentSuffix;
  }

  @Override
  public ApiCall<ApiResponse> call(String method, String path, Object... arguments) {
    Objects.requireNonNull(method, "method");
    String filled = UriTemplate.path(path, arguments);
    boolean direct = xray != null && filled.startsWith(XRAY + "/");
    String uri = direct ? xray + filled.substring(XRAY.length()) : platform + filled;
    ApiRequest request = ApiRequest.of(method, URI.create(uri))
        .withPathTemplate(UriTemplate.withoutQuery(path))
        .withHeader("User-Agent", userAgent)
        .withRetryPolicy(retryPolicy);
    return JsonCall.of(this, request);
  }

  @Override
  public Executor executor() {
    return executor;
  }

  @Override
  public void close() {
    pipeline.close();
  }

  /** Whether every write is refused before it is sent. */
  public boolean isReadOnly() {
    return readOnly;
  }

  @Override
  public String redact(String text) {
    return redaction().text(text);
  }

  Redaction redaction() {
    return pipeline.redaction();
  }

  EditLocks editLocks() {
    return editLocks;
  }

  /**
   * Returns the transport to which calls are sent.
   *
   * @throws IllegalStateException if the client is closed
   */
  Transport transport() {
    return pipeline.transport();
  }

  /** Returns the version of Xray. The server is asked only once. */
  XrayVersion serverVersion(CallOptions options) {
    XrayVersion known = serverVersion;
    if (known == null) {
      known = XrayVersion.of(call("GET", "/xray/api/v1/system/version")
          .options(options)
          .retryPolicy(RetryPolicy.none())
          .readAs(JsonNode.class)
          .send()
          .path("xray_version")
          .asText());
      serverVersion = known;
    }
    return known;
  }
}
