package io.github.xrayclient.internal;

import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.Transport;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * Asks for compressed answers and unpacks them, up to the size that is taken; a request that names
 * its encodings by itself is left alone.
 */
final class GzipInterceptor implements Interceptor {
  private static final String ENCODINGS = "Accept-Encoding";

  private final int maxBytes;

  GzipInterceptor(int maxBytes) {
    this.maxBytes = maxBytes;
  }

  @Override
  public ApiResponse intercept(ApiRequest request, Transport next) {
    if (request.headers().containsKey(ENCODINGS)) {
      return next.send(request);
    }
    ApiResponse answer = next.send(request.withHeader(ENCODINGS, "gzip"));
    boolean packed =
        answer.header("Content-Encoding").filter("gzip"::equalsIgnoreCase).isPresent();
    return packed && answer.body().length > 0 ? unpacked(request, answer) : answer;
  }

  private ApiResponse unpacked(ApiRequest request, ApiResponse answer) {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      byte[] body = in.readNBytes(maxBytes);
      if (in.read() >= 0) {
        throw new BoundedBody.TooLargeException(maxBytes);
      }
      return new ApiResponse(answer.statusCode(), answer.headers(), body);
    } catch (IOException e) {
      throw new XrayTransportException(new XrayTransportException.Failure(
          request.method(), request.uri(), "gzip cannot be unpacked: " + e.getMessage(), e));
    }
  }
}
