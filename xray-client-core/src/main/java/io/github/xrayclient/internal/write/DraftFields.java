package io.github.xrayclient.internal.write;

import io.github.xrayclient.internal.secret.VisibleText;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * Refuses fields in the JSON of a draft that would not be sent, so that no data is lost silently.
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
}
