package io.github.xrayclient.internal.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.value.FieldChange;
import io.github.xrayclient.value.UpdateNote;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares two objects of one subject by the fields that can be edited. */
public interface ContentComparison {
  /**
   * The differences, each with its path.
   *
   * @param expected an object as it was read, or a draft or an update: the object as it should be
   * @param actual an object as it was read
   */
  List<FieldChange> between(Object expected, Object actual);

  /**
   * What an update changes. A value that it says is a change of a field that is absent, also where
   * {@link #between} takes both for the same.
   *
   * @param before the object that the update was made from
   */
  List<FieldChange> ofUpdate(Object update, Object before);

  /**
   * Whether an update leaves the object as it was read, so that it need not be sent.
   *
   * @param before the object that the update was made from
   */
  default boolean changesNothing(Object update, Object before) {
    return ofUpdate(update, before).isEmpty();
  }

  /**
   * Finds out, from the object as it is now, whether a write whose answer was lost took effect.
   * Fields that servers fill in by themselves do not count as differences.
   *
   * @param wanted the draft or update that was sent
   * @param before the object that the update was made from; null for a draft
   * @param now the object as it was found
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

  /** What is to be known of an update that changes nothing and is therefore not sent. */
  default List<UpdateNote> notes(Object update) {
    return List.of();
  }

  /**
   * The differences that a server cannot have made by filling in defaults, which are fields, and no
   * lists, that were not asked for and that the write did not drop.
   *
   * @param now from the object as it should be to the object as it is
   * @param before from the object as it should be to the object as it was
   */
  static List<FieldChange> notFilledIn(List<FieldChange> now, List<FieldChange> before) {
    Set<String> dropped = before.stream()
        .filter(change -> change.from().isEmpty())
        .map(FieldChange::field)
        .collect(Collectors.toSet());
    return now.stream()
        .filter(change -> change.from().isPresent()
            || change.field().endsWith("]")
            || change.to().filter(JsonNode::isArray).isPresent()
            || dropped.contains(change.field()))
        .collect(Collectors.toList());
  }
}
