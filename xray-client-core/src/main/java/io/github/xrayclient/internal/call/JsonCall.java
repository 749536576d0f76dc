package io.github.xrayclient.internal.call;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.CallOptions;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.internal.http.Redaction;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.json.UnreadFieldsOfAnswer;
import io.github.xrayclient.internal.json.ValueReader;
import io.github.xrayclient.internal.secret.VisibleText;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;

/** Implements calls. Bodies are JSON, unless the caller chooses another content type. Immutable. */
public final class JsonCall<T> implements ApiCall<T> {
  /** Throws if a body contains a field twice. */
  private static final ObjectWriter WRITER =
      Json.MAPPER.writer().with(StreamWriteFeature.STRICT_DUPLICATE_DETECTION);

  private static final Logger LOG = System.getLogger("io.github.xrayclient");
  private static final String ACCEPT = "Accept";

  private final Connection connection;
  private final ApiRequest request;
  private final Map<String, String> defaultHeaders; // sent unless the request has such a header
  private final String since;
  private final Decoder<T> decoder;
  private final boolean strict;

  private JsonCall(
      Connection connection,
      ApiRequest request,
      Map<String, String> defaultHeaders,
      String since,
      Decoder<T> decoder,
      boolean strict) {
    this.connection = connection;
    this.request = request;
    this.defaultHeaders = defaultHeaders;
    this.since = since;
    this.decoder = decoder;
    this.strict = strict;
  }

  static JsonCall<ApiResponse> of(Connection connection, ApiRequest request) {
    return new JsonCall<>(
        connection, request, Map.of(ACCEPT, "application/json"), "", response -> response, false);
  }

  /**
   * Returns a call of another URL with the client's credentials, if the URL has the origin of the
   * platform. Any 2xx answer is a result, and its body is not read.
   */
  static ApiCall<ApiResponse> at(URI uri, ApiCall<ApiResponse> call) {
    JsonCall<ApiResponse> own = (JsonCall<ApiResponse>) call;
    return new JsonCall<>(
        own.connection,
        own.request.withUri(uri).withBodyIgnored(),
        own.defaultHeaders,
        "",
        response -> response,
        false);
  }

  public EditLocks editLocks() {
    return connection.editLocks();
  }

  Redaction redaction() {
    return connection.redaction();
  }

  @Override
  public ApiCall<T> query(String name, Object value) {
    String uri = request.uri().toString();
    int mark = uri.indexOf('?');
    String query = UriTemplate.query(mark < 0 ? "" : uri.substring(mark + 1), name, value);
    return with(
        request.withUri(URI.create((mark < 0 ? uri : uri.substring(0, mark)) + "?" + query)));
  }

  @Override
  public ApiCall<T> header(String name, String value) {
    return with(request.withHeader(name, value));
  }

  @Override
  public ApiCall<T> body(Object json) {
    ContentType.refuseWithout(Objects.requireNonNull(json, "json"));
    try {
      return withBody(WRITER.writeValueAsBytes(json), "application/json");
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(
          "json must be a body that Jackson can write: " + e.getOriginalMessage(), e);
    }
  }

  @Override
  public ApiCall<T> body(String text, String contentType) {
    byte[] bytes = Objects.requireNonNull(text, "text").getBytes(StandardCharsets.UTF_8);
    return withBody(bytes, ContentType.checkedForText(contentType));
  }

  @Override
  public ApiCall<T> body(byte[] bytes, String contentType) {
    Objects.requireNonNull(bytes, "bytes");
    return withBody(bytes, ContentType.checked(contentType));
  }

  @Override
  public ApiCall<T> readOnly() {
    return with(request.withReadOnly());
  }

  @Override
  public ApiCall<T> timeout(Duration perAttempt) {
    return with(request.withTimeout(perAttempt));
  }

  @Override
  public ApiCall<T> totalTimeout(Duration wholeCall) {
    return with(request.withTotalTimeout(wholeCall));
  }

  @Override
  public ApiCall<T> retryPolicy(RetryPolicy policy) {
    return with(request.withRetryPolicy(policy));
  }

  @Override
  public ApiCall<T> options(CallOptions options) {
    return new JsonCall<>(
        connection,
        Objects.requireNonNull(options, "options").applyTo(request),
        defaultHeaders,
        since,
        decoder,
        strict || options.isStrict());
  }

  @Override
  public ApiCall<T> since(String xrayVersion) {
    Objects.requireNonNull(xrayVersion, "xrayVersion");
    return new JsonCall<>(connection, request, defaultHeaders, xrayVersion, decoder, strict);
  }

  @Override
  public <R> ApiCall<R> readAs(Class<R> type) {
    return read(Json.MAPPER.constructType(Objects.requireNonNull(type, "type")));
  }

  @Override
  public <R> ApiCall<R> readAs(TypeReference<R> type) {
    return read(Json.MAPPER.constructType(Objects.requireNonNull(type, "type").getType()));
  }

  @Override
  public <R> ApiCall<R> decodedBy(Decoder<R> other) {
    Objects.requireNonNull(other, "decoder");
    Decoder<R> ofWholes = response -> {
      CompleteAnswerCheck.refusePart(request, response);
      return other.decode(response);
    };
    return new JsonCall<>(connection, request, defaultHeaders, since, ofWholes, strict);
  }

  @Override
  public ApiRequest request() {
    ApiRequest whole = request;
    for (Map.Entry<String, String> header : defaultHeaders.entrySet()) {
      boolean chosen = request.headers().containsKey(header.getKey());
      whole = chosen ? whole : whole.withHeader(header.getKey(), header.getValue());
    }
    return whole;
  }

  @Override
  public T send() {
    return send((response, error) -> Optional.empty());
  }

  /** Sends a call. The reader may turn the error of an answer outside 2xx into a result. */
  public static <T> T send(ApiCall<T> call, RefusalReader<T> refusals) {
    return call instanceof JsonCall ? ((JsonCall<T>) call).send(refusals) : call.send();
  }

  private T send(RefusalReader<T> refusals) {
    TimeLeft time = new TimeLeft(request);
    ApiResponse response = connection.transport().send(request());
    if (!response.isSuccess()) {
      XrayApiException error = errorOf(response, time);
      return refusals.read(response, error).orElseThrow(() -> error);
    }
    try {
      if (strict && request.isReadOnly()) {
        CompleteAnswerCheck.check(response);
      }
      return UnreadFieldsOfAnswer.during(() -> decoder.decode(response), this::warn);
    } catch (IOException e) {
      throw UnusableAnswer.of(request, response, e, connection.redaction());
    }
  }

  @Override
  public ApiResponse download(Path file) {
    Objects.requireNonNull(file, "file");
    TimeLeft time = new TimeLeft(request);
    ApiRequest sent = request();
    ApiRequest plain = sent.headers().containsKey("Accept-Encoding")
        ? sent
        : sent.withHeader("Accept-Encoding", "identity");
    ApiResponse response = connection.transport().download(plain, file);
    if (!response.isSuccess()) {
      throw errorOf(response, time);
    }
    try {
      CompleteAnswerCheck.refusePart(request, response);
    } catch (IOException e) {
      throw UnusableAnswer.of(request, response, e, connection.redaction());
    }
    return response;
  }

  @Override
  public CompletableFuture<T> sendAsync() {
    return AsyncCall.start(this::send, connection.executor());
  }

  @Override
  public String toString() {
    return redaction().text(request.toString());
  }

  private JsonCall<T> with(ApiRequest changed) {
    return new JsonCall<>(connection, changed, defaultHeaders, since, decoder, strict);
  }

  private JsonCall<T> withBody(byte[] bytes, String type) {
    return with(request.withBody(bytes)).withDefault("Content-Type", type);
  }

  private JsonCall<T> withDefault(String name, String value) {
    Map<String, String> headers = new TreeMap<>(defaultHeaders);
    headers.put(name, value);
    return new JsonCall<>(connection, request, headers, since, decoder, strict);
  }

  JsonCall<T> accepting(String types) {
    return withDefault(ACCEPT, types);
  }

  /** Logs which fields of an answer could not be read, without their values. */
  private void warn(String unread) {
    LOG.log(
        Level.WARNING,
        () -> VisibleText.oneLine(redaction()
            .text(request.method() + " " + redaction().address(request.uri())
                + " answered with fields that cannot be read and are kept as received: "
                + unread)));
  }

  private <R> ApiCall<R> read(JavaType type) {
    ValueReader<R> reader = ValueReader.strict(type);
    return decodedBy(response -> {
      R value = reader.read(response.body());
      if (value == null) {
        throw new IOException("the answer is null instead of a value");
      }
      return value;
    });
  }

  private XrayApiException errorOf(ApiResponse response, TimeLeft time) {
    return new ErrorAnswer(request, response, redaction())
        .exception(since, () -> connection.serverVersion(time.limits()));
  }
}
