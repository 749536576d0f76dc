package io.github.xrayclient.internal;

import io.github.xrayclient.value.UnexpectedChange;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How the objects of one subject are compared: by what can be edited of them. */
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
   * What an object says of a write whose answer was lost. What servers fill in by themselves is no
   * difference.
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

  /** Whether a server may have set it by default: a field that was not asked for, but no list. */
  private static boolean isFilledIn(UnexpectedChange change) {
    return change.expected().isEmpty()
        && !change.field().endsWith("]")
        && change.actual().filter(value -> !value.isArray()).isPresent();
  }
}
