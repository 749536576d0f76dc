package io.github.xrayclient.testing.internal.http;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.testing.internal.store.Trees;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The answer of the server to a request. Immutable, apart from the JSON tree. */
public final class Answer {
  private final int status;
  private final Map<String, String> headers;
  private final Optional<JsonNode> tree;
  private final byte[] bytes;

  private Answer(int status, Map<String, String> headers, Optional<JsonNode> tree, byte[] bytes) {
    this.status = status;
    this.headers = headers;
    this.tree = tree;
    this.bytes = bytes;
  }

  /**
   * Returns an answer with a JSON body. The tree must not change any more, since it is written
   * without holding the server's lock.
   */
  public static Answer json(int status, JsonNode tree) {
    return new Answer(
        status, Map.of("Content-Type", "application/json"), Optional.of(tree), new byte[0]);
  }

  /** Returns the success form of policies and watches. */
  public static Answer info(int status, String text) {
    return json(status, Trees.object("info", text));
  }

  /** Returns the error form of policies, watches and Curation. */
  public static Answer error(int status, String text) {
    return json(status, Trees.object("error", text));
  }

  /** Returns the error form of Artifactory, Access and the router. */
  public static Answer errors(int status, String text) {
    JsonNode entry = Trees.object().put("status", status).put("message", text);
    return json(status, Trees.object().set("errors", Trees.array(List.of(entry))));
  }

  /**
   * Returns an error of this server itself. Its JSON is made without a library, since a library may
   * be what failed.
   */
  public static Answer failed(Throwable failure) {
    String reason = failure.toString().replaceAll("[\"\\\\\\p{Cntrl}]+", " ");
    return text(
        500,
        "application/json",
        "{\"error\":\"FakeXray cannot handle this request: " + reason + "\"}");
  }

  public static Answer text(int status, String contentType, String text) {
    return binary(status, contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  public static Answer binary(int status, String contentType, byte[] bytes) {
    return new Answer(status, Map.of("Content-Type", contentType), Optional.empty(), bytes);
  }

  public static Answer empty(int status) {
    return new Answer(status, Map.of(), Optional.empty(), new byte[0]);
  }

  /** Returns a copy whose tree is written as bytes. */
  public Answer written() {
    return new Answer(status, headers, Optional.empty(), body());
  }

  public Answer withHeader(String name, String value) {
    Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(headers);
    more.put(name, value);
    return new Answer(status, more, tree, bytes);
  }

  public int status() {
    return status;
  }

  public Map<String, String> headers() {
    return headers;
  }

  public byte[] body() {
    return tree.map(Trees::bytes).orElse(bytes);
  }
}
