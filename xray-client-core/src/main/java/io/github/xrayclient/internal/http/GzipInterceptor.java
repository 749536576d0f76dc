package io.github.xrayclient.internal.http;

import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.error.XrayTransportException.Kind;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.Transport;
import io.github.xrayclient.internal.transport.BoundedBody;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * Asks for answers compressed by gzip and decompresses them, up to the largest accepted size. A
 * request that has an {@code Accept-Encoding} header is not changed.
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
    boolean cutting = BoundedBody.cuts(answer.statusCode(), maxBytes);
    int limit = cutting ? BoundedBody.MOST_OF_AN_ERROR : maxBytes;
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(answer.body()))) {
      ByteArrayOutputStream body = new ByteArrayOutputStream();
      boolean whole = unpack(in, body, limit, answer.isBodyCut());
      if (!whole && !cutting) {
        throw new BoundedBody.TooLargeException(maxBytes);
      }
      ApiResponse unpacked =
          new ApiResponse(answer.statusCode(), answer.headers(), body.toByteArray());
      return whole ? unpacked : unpacked.withBodyCut();
    } catch (IOException e) {
      throw new XrayTransportException(
          e instanceof BoundedBody.TooLargeException ? Kind.TOO_LARGE : Kind.NO_ANSWER,
          request.method(),
          request.uri(),
          "the gzip body of the answer cannot be decompressed: " + e.getMessage(),
          e);
    }
  }

  /**
   * Decompresses up to a limit; false if there is more. A compressed body that was cut ends without
   * its end marker.
   */
  private static boolean unpack(
      InputStream in, ByteArrayOutputStream body, int limit, boolean packedIsCut)
      throws IOException {
    byte[] part = new byte[8_192];
    try {
      while (body.size() < limit) {
        int read = in.read(part, 0, Math.min(part.length, limit - body.size()));
        if (read < 0) {
          return true;
        }
        body.write(part, 0, read);
      }
      return in.read() < 0;
    } catch (EOFException e) {
      if (!packedIsCut) {
        throw e;
      }
      return false;
    }
  }
}
