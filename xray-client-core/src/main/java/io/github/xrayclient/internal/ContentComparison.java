package io.github.xrayclient.internal;

import io.github.xrayclient.value.UnexpectedChange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Compares two objects of one subject by the fields that can be edited. */
@FunctionalInterface
public interface ContentComparison {
  /**
   * The differences, each with its path.
   *
   * @param expected an object as it was read, or a draft or an update: the object as it should be
   * @param actual an object as it was read
   */
  List<UnexpectedChange> between(Object expected, Object actual);

  /**
   * Finds out, from the object as it is now, whether a write whose answer was lost took effect.
   * Fields that servers fill in by themselves do not count as differences.
   *
   * @param wanted the draft or update that was sent
   * @param before the object that the update was made from; null for a draft
   * @param now the object as it was found
   */
  default <T> Finding<Optional<T>> outcome(Object wanted, @Nullable T before, T now) {
    Set<String> dropped = before == null
        ? Set.of()
        : between(wanted, before).stream()
            .filter(change -> change.expected().isEmpty())
            .map(UnexpectedChange::field)
            .collect(Collectors.toSet());
    List<UnexpectedChange> missing = between(wanted, now).stream()
        .filter(change -> !isFilledIn(change) || dropped.contains(change.field()))
        .collect(Collectors.toList());
    if (missing.isEmpty()) {
      return Finding.applied(Optional.of(now));
    }
    if (before == null) {
      return Finding.changed(wanted, now, missing);
    }
    Set<String> moved =
        between(before, now).stream().map(UnexpectedChange::field).collect(Collectors.toSet());
    if (moved.isEmpty()) {
      return Finding.unchanged();
    }
    List<UnexpectedChange> theirs = missing.stream()
        .filter(change -> moved.contains(change.field()))
        .collect(Collectors.toList());
    return Finding.changed(before, now, theirs.isEmpty() ? missing : theirs);
  }

  /** Whether the server may have filled in a field by itself: one that was not sent and is no list. */
  private static boolean isFilledIn(UnexpectedChange change) {
    return change.expected().isEmpty()
        && !change.field().endsWith("]")
        && change.actual().filter(value -> !value.isArray()).isPresent();
  }
}
