package io.github.xrayclient.diagnostics.internal.refusal.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** A piece of a text that may contain messages: a string inside JSON, or the text between JSON. */
public final class TextPiece {
  private final SearchableText text;
  private final String field;
  private final JsonNode beside;
  private final TextPiecePosition source;

  /**
   * Makes a piece.
   *
   * @param field the name of the field with the string; empty for text that is not from JSON
   * @param beside the object with that field; a missing node for text that is not from JSON
   */
  TextPiece(String text, String field, JsonNode beside, TextPiecePosition source) {
    this.text = SearchableText.of(field.isEmpty() ? text : LogText.of(text).text());
    this.field = field;
    this.beside = beside;
    this.source = source;
  }

  public SearchableText text() {
    return text;
  }

  /** Converts the positions of a block in this piece to positions in the searched text. */
  public LocatedBlock inSearchedText(LocatedBlock found) {
    int start = source.start(text.origin(found.start()));
    return new LocatedBlock(start, source.end(text.origin(found.end())), found.block());
  }

  /** Whether the piece begins here; false if there may be more text before it. */
  public boolean isWhole() {
    return source.isWhole();
  }

  /** The name of the field with the string; empty for text that is not from JSON. */
  public String field() {
    return field;
  }

  /** The value of a sibling field; empty if there is none or it is not a text. */
  public Optional<String> beside(String name) {
    return string(beside.path(name));
  }

  /** The names of all fields of the object; empty for text that is not from JSON. */
  public Set<String> fields() {
    Set<String> names = new HashSet<>();
    beside.fieldNames().forEachRemaining(names::add);
    return names;
  }

  /** A value from the sibling field {@code detail}, which Docker registries add. */
  public Optional<String> detail(String name) {
    return string(beside.path("detail").path(name));
  }

  /** The value of the sibling field {@code status}; 0 if there is none. */
  public int status() {
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
