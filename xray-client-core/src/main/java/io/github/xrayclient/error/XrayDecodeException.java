package io.github.xrayclient.error;

import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The server answered with a 2xx status, but the answer does not have the documented form. For
 * example, it is a web page of a proxy, it is incomplete, or a required field is missing. A write
 * may have taken effect.
 */
public final class XrayDecodeException extends XrayException {
  private static final long serialVersionUID = 1L;

  private final String jsonPath;
  private final String body;

  /**
   * Creates the exception for an answer that cannot be read.
   *
   * @param method the HTTP method of the request
   * @param uri the URL of the request
   * @param problem what is wrong with the answer; it becomes a part of the message
   * @param jsonPath the place in the body, such as {@code $.data[3].name}; {@code $} for the whole
   *     body
   * @param body the beginning of the body
   * @param cause the exception of the JSON parser, if there is one
   */
  public XrayDecodeException(
      String method,
      URI uri,
      String problem,
      String jsonPath,
      String body,
      @Nullable Throwable cause) {
    super(method, uri, sentence(method, uri, problem, jsonPath), cause);
    this.jsonPath = jsonPath;
    this.body = Objects.requireNonNull(body, "body");
  }

  private static String sentence(String method, URI uri, String problem, String jsonPath) {
    Objects.requireNonNull(problem, "problem");
    String where =
        Objects.requireNonNull(jsonPath, "jsonPath").equals("$") ? "" : " at " + jsonPath;
    return method + " " + uri + " answered with content that cannot be used" + where + ": "
        + problem;
  }

  /**
   * The place of the problem in the body, as a JSON path such as {@code $.data[3].name}; {@code $}
   * for the whole body.
   */
  public String jsonPath() {
    return jsonPath;
  }

  /** The beginning of the body as text, at most 8,192 characters. */
  public String body() {
    return body;
  }
}
