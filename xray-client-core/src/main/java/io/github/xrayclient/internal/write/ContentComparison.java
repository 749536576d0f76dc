package io.github.xrayclient.internal.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.value.FieldChange;
import io.github.xrayclient.value.UpdateNote;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares two objects of one subject by their editable fields. */
public interface ContentComparison {
  /**
   * Returns the differences between two objects.
   *
   * @param expected the object as it should be: an object as it was read, a draft or an update
   * @param actual an object as it was read
   */
  List<FieldChange> between(Object expected, Object actual);

  /**
   * Whether an update changes nothing, so that it need not be sent. If the update sets a field that
   * is absent, this is always a change, even if {@link #between} treats the value and an absent
   * field as equal.
   *
   * @param before the object that the update was created from
   */
  boolean changesNothing(Object update, Object before);

  /**
   * Finds out from the current object whether a write whose answer was lost took effect. Values
   * that servers fill in do not count as differences.
   *
   * @param wanted the draft or update that was sent
   * @param before the object that the update was created from; null for a draft
   * @param now the current object
   */
  default <T> WriteVerification<Optional<T>> outcome(Object wanted, @Nullable T before, T now) {
    List<FieldChange> missing =
        notFilledIn(between(wanted, now), before == null ? List.of() : between(wanted, before));
    if (missing.isEmpty()) {
      return WriteVerification.applied(Optional.of(now));
    }
    if (before == null) {
      return WriteVerification.changed(wanted, now, missing);
    }
    Set<String> moved =
        between(before, now).stream().map(FieldChange::field).collect(Collectors.toSet());
    if (moved.isEmpty()) {
      return WriteVerification.unchanged();
    }
    List<FieldChange> theirs = missing.stream()
        .filter(change -> moved.contains(change.field()))
        .collect(Collectors.toList());
    return WriteVerification.changed(before, now, theirs.isEmpty() ? missing : theirs);
  }

  /** Returns notes on an update that changes nothing and is therefore not sent. */
  default List<UpdateNote> notes(Object update) {
    return List.of();
  }

  /**
   * Returns the differences that a server cannot have caused by filling in defaults. Servers fill
   * in fields that were neither part of the write nor removed by it, but they never fill in lists.
   *
   * @param now the differences between the object as it should be and the current object
   * @param before the differences between the object as it should be and the object before the
   *     write
   */
  static List<FieldChange> notFilledIn(List<FieldChange> now, List<FieldChange> before) {
    Set<String> different = before.stream().map(FieldChange::field).collect(Collectors.toSet());
    return now.stream()
        .filter(change -> change.from().isPresent()
            || change.field().endsWith("]")
            || change.to().filter(JsonNode::isArray).isPresent()
            || different.contains(change.field()))
        .collect(Collectors.toList());
  }
}
