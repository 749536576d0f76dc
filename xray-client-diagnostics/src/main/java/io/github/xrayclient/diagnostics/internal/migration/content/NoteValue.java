package io.github.xrayclient.diagnostics.internal.migration.content;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A note of one kind, with a sentence for people. The notes on plans and steps extend it, and so do
 * the reasons why objects could not be read.
 */
public abstract class NoteValue<K extends Enum<K>> extends JsonForm {
  private final K kind;
  private final @Nullable String subject;
  private final String text;

  protected NoteValue(K kind, @Nullable String subject, String text) {
    this.kind = kind;
    this.subject = subject;
    this.text = text;
  }

  /** The kind that has this name in JSON; empty if this version of the library does not know it. */
  protected static <K extends Enum<K>> Optional<K> kind(K[] kinds, String name) {
    return Arrays.stream(kinds).filter(kind -> kind.name().equals(name)).findFirst();
  }

  public final K kind() {
    return kind;
  }

  public final Optional<String> subject() {
    return Optional.ofNullable(subject);
  }

  public final String text() {
    return text;
  }

  /** A subclass adds its own fields between the kind and the subject. */
  @Override
  public final ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode().put("kind", kind.name());
    addTo(json);
    if (subject != null) {
      json.put("subject", subject);
    }
    return json.put("text", text);
  }

  /** Adds the fields that only notes of this class have. */
  protected void addTo(ObjectNode json) {}

  @Override
  public final String toString() {
    return text;
  }
}
