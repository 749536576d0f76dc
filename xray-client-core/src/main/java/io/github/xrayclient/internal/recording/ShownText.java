package io.github.xrayclient.internal.recording;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Decides what of a text a recording shows: no secrets, and no names if they are replaced.
 * Thread-safe.
 */
public final class ShownText {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private final List<UnaryOperator<String>> clients = new CopyOnWriteArrayList<>();
  private final @Nullable NameReplacement names;

  /**
   * @param names replaces names; null to keep them
   */
  public ShownText(@Nullable NameReplacement names) {
    this.names = names;
  }

  /**
   * Adds a function that hides the credentials of a client.
   */
  public void addClient(UnaryOperator<String> redact) {
    clients.add(redact);
  }

  /** Returns the text without the credentials of the clients. */
  public String withoutCredentials(String text) {
    String hidden = text;
    for (UnaryOperator<String> redact : clients) {
      hidden = redact.apply(hidden);
    }
    return hidden;
  }

  /** Returns the text without secrets, and with names replaced if that was asked for. */
  public String of(String text) {
    return withoutNames(SecretPatterns.hide(withoutCredentials(text)));
  }

  private String withoutNames(String text) {
    return names == null ? text : names.in(text);
  }

  /** Returns a copy of a value of JSON with the same structure. */
  public JsonNode of(JsonNode value) {
    return of(value, false);
  }

  private JsonNode of(JsonNode value, boolean secret) {
    if (value.isObject()) {
      ObjectNode shown = NODES.objectNode();
      value.properties().forEach(member -> {
        boolean hidden = secret || SecretPatterns.isSecretName(member.getKey());
        shown.set(freeName(of(member.getKey()), shown), of(member.getValue(), hidden));
      });
      return shown;
    }
    if (value.isArray()) {
      ArrayNode shown = NODES.arrayNode(value.size());
      value.forEach(element -> shown.add(of(element, secret)));
      return shown;
    }
    if (value.isTextual()) {
      boolean hidden = secret && !value.textValue().isEmpty();
      return NODES.textNode(hidden ? SecretPatterns.HIDDEN : of(value.textValue()));
    }
    return secret && value.isNumber() ? NODES.numberNode(0) : value;
  }

  /** Two names with a secret may have become the same. */
  private static String freeName(String name, ObjectNode object) {
    String free = name;
    while (object.has(free)) {
      free = free + "*";
    }
    return free;
  }
}
