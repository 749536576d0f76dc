package io.github.xrayclient.error;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Somebody else changed the object meanwhile, so that a write was not made, or nobody knows whose
 * change stands. The message names the first fields that differ. Read the object again and decide.
 * The two versions and the changes are not serialized.
 */
public final class XrayConcurrentChangeException extends XrayException {
  private static final long serialVersionUID = 1L;
  private static final int CHANGES_IN_MESSAGE = 5;

  private final transient @Nullable Object expected;
  private final transient @Nullable Object actual;
  private final transient @Nullable List<Change> changes;

  /** A write to this address that met another version than expected. */
  public XrayConcurrentChangeException(
      String method,
      URI uri,
      String problem,
      @Nullable Object expected,
      @Nullable Object actual,
      List<Change> changes,
      @Nullable Throwable cause) {
    super(
        method,
        uri,
        method + " " + uri + " met a change by somebody else: " + problem + words(changes),
        cause);
    this.expected = expected;
    this.actual = actual;
    this.changes = List.copyOf(changes);
  }

  private static String words(List<Change> changes) {
    if (changes.isEmpty()) {
      return "";
    }
    String first = changes.stream()
        .limit(CHANGES_IN_MESSAGE)
        .map(Change::toString)
        .collect(Collectors.joining("; "));
    int more = changes.size() - CHANGES_IN_MESSAGE;
    return ": " + first + (more > 0 ? "; and " + more + " more" : "");
  }

  /** The version that the write was made from; empty after deserialization. */
  public Optional<Object> expected() {
    return Optional.ofNullable(expected);
  }

  /** The version that the server has; empty if there is none, and after deserialization. */
  public Optional<Object> actual() {
    return Optional.ofNullable(actual);
  }

  /**
   * The fields that somebody else changed. Empty if the object is gone, if it cannot be told which
   * fields they are, and after deserialization.
   */
  public List<Change> changes() {
    return changes == null ? List.of() : changes;
  }

  /** A field that is neither as it was nor as the write wants it. Immutable. */
  public static final class Change {
    private static final int LONGEST = 200;

    private final String field;
    private final @Nullable JsonNode expected;
    private final @Nullable JsonNode actual;

    /** A field that was expected to be this and is that; null stands for absent. */
    public Change(String field, @Nullable JsonNode expected, @Nullable JsonNode actual) {
      this.field = Objects.requireNonNull(field, "field");
      this.expected = expected == null ? null : expected.deepCopy();
      this.actual = actual == null ? null : actual.deepCopy();
    }

    /** The wire name, with its path: {@code rules[block].priority}. */
    public String field() {
      return field;
    }

    /** The value that was read, or that the write asks for; empty for none. A copy. */
    public Optional<JsonNode> expected() {
      return Optional.ofNullable(expected).map(JsonNode::deepCopy);
    }

    /** The value that the server has; empty for none. A copy. */
    public Optional<JsonNode> actual() {
      return Optional.ofNullable(actual).map(JsonNode::deepCopy);
    }

    /** In words, with long values cut: {@code description: expected "old", found "new"}. */
    @Override
    public String toString() {
      return cut(field) + ": expected " + text(expected) + ", found " + text(actual);
    }

    private static String text(@Nullable JsonNode node) {
      return node == null ? "nothing" : cut(node.toString());
    }

    private static String cut(String text) {
      return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
  }
}
