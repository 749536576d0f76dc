package io.github.xrayclient.internal.json;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.value.WireValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Treats a blank text of a server like an absent one. Servers send an empty text for an id or a
 * name that an object does not have, such as the project of a global policy. Values keep such a
 * text, so that it is written back as it was received, and code that uses an id, a name or a word
 * reads it by these methods.
 */
public final class NonBlank {
  private NonBlank() {}

  /** Returns the text; empty if it is absent or blank. */
  public static Optional<String> text(Optional<String> text) {
    return text.filter(present -> !present.isBlank());
  }

  /** Returns the word or id; empty if it is absent or blank. */
  public static <T extends WireValue> Optional<T> word(Optional<T> word) {
    return word.filter(present -> !present.wire().isBlank());
  }

  /** Returns the texts that are not blank. */
  public static List<String> texts(Collection<String> texts) {
    List<String> present = new ArrayList<>(texts);
    present.removeIf(String::isBlank);
    return present;
  }

  /** Returns the text or number in a node; empty if it is something else, or blank. */
  public static Optional<String> text(JsonNode node) {
    boolean isText = node.isTextual() || node.isNumber();
    return isText ? text(Optional.of(node.asText())) : Optional.empty();
  }

  /** Returns the texts and numbers in a list that are not blank. */
  public static List<String> texts(JsonNode list) {
    List<String> present = new ArrayList<>();
    list.forEach(element -> text(element).ifPresent(present::add));
    return present;
  }
}
