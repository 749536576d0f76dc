package io.github.xrayclient.testing;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the server says to one request. */
final class Answer {
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

  /** The tree is written out after the server's lock is given back, so it must not change. */
  static Answer json(int status, JsonNode tree) {
    return new Answer(
        status, Map.of("Content-Type", "application/json"), Optional.of(tree), new byte[0]);
  }

  static Answer info(int status, String text) {
    return json(status, Trees.object("info", text));
  }

  /** The error shape of policies, watches and Curation. */
  static Answer error(int status, String text) {
    return json(status, Trees.object("error", text));
  }

  /** The error shape of Artifactory, Access and the router. */
  static Answer errors(int status, String text) {
    JsonNode entry = Trees.object().put("status", status).put("message", text);
    return json(status, Trees.object().set("errors", Trees.array(List.of(entry))));
  }

  /** An error of this server, in JSON that is put together without a library, which may have failed. */
  static Answer failed(Throwable failure) {
    String reason = failure.toString().replaceAll("[\"\\\\\\p{Cntrl}]+", " ");
    return text(
        500,
        "application/json",
        "{\"error\":\"FakeXray cannot handle this request: " + reason + "\"}");
  }

  static Answer text(int status, String contentType, String text) {
    return binary(status, contentType, text.getBytes(StandardCharsets.UTF_8));
  }

  static Answer binary(int status, String contentType, byte[] bytes) {
    return new Answer(status, Map.of("Content-Type", contentType), Optional.empty(), bytes);
  }

  static Answer empty(int status) {
    return new Answer(status, Map.of(), Optional.empty(), new byte[0]);
  }

  /** The same answer, whose tree is written out. */
  Answer written() {
    return new Answer(status, headers, Optional.empty(), body());
  }

  Answer withHeader(String name, String value) {
    Map<String, String> more = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    more.putAll(headers);
    more.put(name, value);
    return new Answer(status, more, tree, bytes);
  }

  int status() {
    return status;
  }

  Map<String, String> headers() {
    return headers;
  }

  byte[] body() {
    return tree.map(Trees::bytes).orElse(bytes);
  }
}
