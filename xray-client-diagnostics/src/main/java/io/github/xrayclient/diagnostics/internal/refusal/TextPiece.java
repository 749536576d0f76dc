package io.github.xrayclient.diagnostics.internal.refusal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** A text that may hold messages: a string of some JSON, or what stands between JSON. */
final class TextPiece {
  private final SearchableText text;
  private final String field;
  private final JsonNode beside;
  private final TextPiecePosition source;

  /**
   * @param field the field that held it, empty for text that is not from JSON
   * @param beside the object that held it, a missing node for text that is not from JSON
   */
  TextPiece(String text, String field, JsonNode beside, TextPiecePosition source) {
    this.text = SearchableText.of(text);
    this.field = field;
    this.beside = beside;
    this.source = source;
  }

  SearchableText text() {
    return text;
  }

  /** A copy of a block with its place in the text that is searched. */
  LocatedBlock inSearchedText(LocatedBlock found) {
    int start = source.start(text.origin(found.start()));
    return new LocatedBlock(start, source.end(text.origin(found.end())), found.block());
  }

  /** False if more text may stand before it. */
  boolean isWhole() {
    return source.isWhole();
  }

  /** The name of the field that held it, empty for text that is not from JSON. */
  String field() {
    return field;
  }

  /** What stands beside it in the same object, if that is a text. */
  Optional<String> beside(String name) {
    return string(beside.path(name));
  }

  /** Like {@link #beside(String)}, from the details that a docker registry adds. */
  Optional<String> detail(String name) {
    return string(beside.path("detail").path(name));
  }

  /** The status that stands beside it, 0 if there is none. */
  int status() {
    JsonNode status = beside.path("status");
    return status.isIntegralNumber() && status.canConvertToInt() ? status.intValue() : 0;
  }

  private static Optional<String> string(JsonNode node) {
    return Optional.of(node)
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .map(String::strip)
        .filter(value -> !value.isEmpty());
  }
}
