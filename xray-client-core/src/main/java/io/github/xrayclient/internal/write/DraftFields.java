package io.github.xrayclient.internal.write;

import io.github.xrayclient.internal.json.UnreadFields;
import io.github.xrayclient.internal.secret.VisibleText;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Refuses fields in the JSON of a draft that would not be sent, so that no data is lost silently,
 * and values that cannot be read, since a draft is written by a person and not by a server.
 */
public final class DraftFields {
  private DraftFields() {}

  /**
   * Refuses a field.
   *
   * @param draft what cannot have the field, such as "a draft of a watch"
   * @throws IllegalArgumentException always; the message names the field
   */
  public static void refuse(String draft, String field) {
    refuse(draft, Set.of(field));
  }

  /**
   * Refuses these fields, if there are any.
   *
   * @param draft what cannot have the fields, such as "a draft of a watch"
   * @throws IllegalArgumentException if there are any; the message names them
   */
  public static void refuse(String draft, Collection<String> fields) {
    if (!fields.isEmpty()) {
      throw new IllegalArgumentException(draft + " has no fields "
          + VisibleText.oneLine(new TreeSet<>(fields).toString())
          + "; leave them out, since they cannot be sent");
    }
  }

  /**
   * Refuses known fields that have a value of another type than documented.
   *
   * @param draft what was read, such as "a draft of a watch"
   * @param path the JSON path of the value in the draft, such as {@code $.ignore_filters}
   * @param value a value of this library that was read from the JSON
   * @throws IllegalArgumentException if there are any; the message names their JSON paths
   */
  public static void refuseUnread(String draft, String path, Object value) {
    List<String> unread = UnreadFields.of(value).stream()
        .map(field -> path + field.substring(1))
        .collect(Collectors.toList());
    if (!unread.isEmpty()) {
      throw new IllegalArgumentException(draft + " has values of another type than documented at "
          + VisibleText.oneLine(String.join(", ", unread))
          + "; correct them, or leave the fields out");
    }
  }
}
