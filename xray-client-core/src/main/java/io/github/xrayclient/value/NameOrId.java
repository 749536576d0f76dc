package io.github.xrayclient.value;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.io.Serializable;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A text with which a user means an object: its name, its id, or either of them. The service that
 * looks for the object decides in which order it tries them. In {@linkplain #parse text}, {@code
 * id:} and {@code name:} say which of them is meant. Immutable and thread-safe.
 *
 * <pre>{@code
 * NameOrId.parse("no malware"); // a name or an id
 * NameOrId.parse("id:11");      // like NameOrId.ofId("11")
 * NameOrId.parse("name:11");    // like NameOrId.ofName("11")
 * }</pre>
 */
public final class NameOrId implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final String ID = "id:";
  private static final String NAME = "name:";

  private final String prefix;
  private final String text;

  private NameOrId(String prefix, String text) {
    this.prefix = prefix;
    this.text = text;
  }

  /**
   * Reads a name or an id as a user writes it.
   *
   * @param text a name or an id; {@code id:} or {@code name:} in front of it says which it is
   * @throws IllegalArgumentException if there is no name and no id in the text
   */
  @JsonCreator
  public static NameOrId parse(String text) {
    Objects.requireNonNull(text, "text");
    String prefix = text.startsWith(ID) ? ID : text.startsWith(NAME) ? NAME : "";
    return new NameOrId(prefix, notBlank("text", text.substring(prefix.length()), prefix));
  }

  /**
   * Returns an id, which is never taken for a name.
   *
   * @throws IllegalArgumentException if the id is blank
   */
  public static NameOrId ofId(String id) {
    return new NameOrId(ID, notBlank("id", id, ""));
  }

  /**
   * Returns a name, which is never taken for an id.
   *
   * @throws IllegalArgumentException if the name is blank
   */
  public static NameOrId ofName(String name) {
    return new NameOrId(NAME, notBlank("name", name, ""));
  }

  private static String notBlank(String argument, String text, String prefix) {
    if (Objects.requireNonNull(text, argument).isBlank()) {
      throw new IllegalArgumentException(
          prefix.isEmpty()
              ? argument + " must not be blank; give a name or an id"
              : argument + " must not be blank after " + prefix);
    }
    return text;
  }

  /** The name or the id, without {@code id:} or {@code name:} in front of it. */
  public String text() {
    return text;
  }

  /** Whether this can be an id: false only if it is said to be a name. */
  public boolean mayBeId() {
    return !prefix.equals(NAME);
  }

  /** Whether this can be a name: false only if it is said to be an id. */
  public boolean mayBeName() {
    return !prefix.equals(ID);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof NameOrId && ((NameOrId) other).toString().equals(toString());
  }

  @Override
  public int hashCode() {
    return toString().hashCode();
  }

  /** The text from which {@link #parse parse(..)} makes an equal value. */
  @Override
  @JsonValue
  public String toString() {
    return prefix + text;
  }
}
