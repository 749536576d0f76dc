package io.github.xrayclient.internal.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.error.XrayReadBackException;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.call.RedactedByCall;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.json.ValueReader;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Reads the result of a write, and reports a failure of the read differently from a failure of the
 * write.
 */
public final class ReadBack {
  private ReadBack() {}

  /**
   * Reads the object after a write.
   *
   * @param what names the object, such as {@code policy "p"}
   * @throws XrayReadBackException if reading fails
   */
  public static <T> T of(ApiCall<?> write, String what, Supplier<T> read) {
    try {
      return read.get();
    } catch (XrayException e) {
      throw stored(write, what, e);
    }
  }

  /**
   * Sends a write whose answer contains the result.
   *
   * @param what names the object, such as {@code policy "p"}
   * @throws XrayReadBackException if the server accepted the write, but its answer cannot be used
   * @throws XrayDecodeException if the answer is a web page, which a proxy may have sent, so that
   *     it is unknown whether the write took effect
   */
  public static <T> T ofAnswer(ApiCall<?> write, String what, Supplier<T> send) {
    try {
      return send.get();
    } catch (XrayDecodeException e) {
      if (e.body().stripLeading().startsWith("<")) {
        throw e;
      }
      throw stored(write, what, e);
    }
  }

  /**
   * Returns the object in the answer to a write; empty if the answer does not contain it, so that
   * the object has to be read.
   *
   * @throws IOException if the answer is a web page, perhaps for a login, so that it is unknown
   *     whether the write took effect
   */
  public static <T> Optional<T> inAnswer(ApiResponse response, Class<T> type) throws IOException {
    if (response.text().stripLeading().startsWith("<")) {
      throw new IOException("the answer is a web page instead of JSON");
    }
    try {
      JsonNode root = Json.STRICT.readTree(Json.checkedObject(response.body()));
      return root.has("id") ? Optional.of(ValueReader.of(type).read(root)) : Optional.empty();
    } catch (JsonProcessingException unreadable) {
      return Optional.empty();
    }
  }

  private static XrayReadBackException stored(ApiCall<?> write, String what, XrayException cause) {
    return new XrayReadBackException(
        write.request().method(),
        RedactedByCall.address(write),
        RedactedByCall.text(write, what),
        cause);
  }
}
