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
import java.io.IOException;
import java.util.Optional;
import java.util.function.Supplier;

/** Reads back what a write stored, so that a failed read is not taken for a failed write. */
public final class ReadBack {
  private ReadBack() {}

  /**
   * Reads what a write stored.
   *
   * @param what was written, such as {@code policy "p"}
   * @throws XrayReadBackException if the reading fails
   */
  public static <T> T of(ApiCall<?> write, String what, Supplier<T> read) {
    try {
      return read.get();
    } catch (XrayException e) {
      throw stored(write, what, e);
    }
  }

  /**
   * Sends a write whose answer holds what is needed of it.
   *
   * @param what is written, such as {@code policy "p"}
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
   * The object that the answer to a write holds; empty if the answer does not hold it, so that it has
   * to be read.
   *
   * @throws IOException if the answer is a web page, perhaps of a login, so that it is unknown whether
   *     the write took effect
   */
  public static <T> Optional<T> inAnswer(ApiResponse response, Class<T> type) throws IOException {
    if (response.text().stripLeading().startsWith("<")) {
      throw new IOException("a web page in place of JSON");
    }
    try {
      JsonNode root = Json.STRICT.readTree(Json.checkedObject(response.body()));
      return root.has("id") ? Optional.of(Json.MAPPER.treeToValue(root, type)) : Optional.empty();
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
