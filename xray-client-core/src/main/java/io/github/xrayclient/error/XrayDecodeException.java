package io.github.xrayclient.error;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A 2xx answer that is not what the server's documents promise. */
public final class XrayDecodeException extends XrayException {
  private static final long serialVersionUID = 1L;

  private final String jsonPath;
  private final String body;

  /**
   * @param jsonPath where in the body, such as {@code $.data[3].name}; {@code $} for all of it
   * @param body the start of the body
   */
  public XrayDecodeException(
      String method,
      URI uri,
      String problem,
      String jsonPath,
      String body,
      @Nullable Throwable cause) {
    super(method, uri, sentence(method, uri, problem, jsonPath), cause);
    this.jsonPath = Objects.requireNonNull(jsonPath, "jsonPath");
    this.body = Objects.requireNonNull(body, "body");
  }

  private static String sentence(String method, URI uri, String problem, String jsonPath) {
    String where = jsonPath.equals("$") ? "" : " at " + jsonPath;
    return method + " " + uri + " answered what cannot be used" + where + ": " + problem;
  }

  /** Where in the body the trouble is; {@code $} stands for all of it. */
  public String jsonPath() {
    return jsonPath;
  }

  /** The start of the body as text, at most 8,192 characters. */
  public String body() {
    return body;
  }
}
