package io.github.xrayclient.diagnostics.internal.migration.selection;

import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.diagnostics.migration.NotRead;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.Selection;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Refuses a selection that includes nothing, which is usually a misspelled name. */
public final class SelectionCheck {
  private static final int NAMES_SHOWN = 3;

  private final Selection selection;
  private final SortedSet<ObjectKey> existing;
  private final Map<ObjectKind, NotRead> notRead;

  private SelectionCheck(
      Selection selection, Collection<ObjectKey> existing, Map<ObjectKind, NotRead> notRead) {
    this.selection = selection;
    this.existing = new TreeSet<>(existing);
    this.notRead = notRead;
  }

  /**
   * Checks that a selection includes at least one object.
   *
   * @param places where the objects exist, in words
   * @param existing the keys of all objects that are known
   * @param notRead the kinds that could not be read, which the message names
   * @throws MigrationFailure if the selection includes nothing; a selection of all objects may
   */
  public static void check(
      Selection selection,
      String places,
      Collection<ObjectKey> existing,
      Map<ObjectKind, NotRead> notRead) {
    if (!selection.isAll() && existing.stream().noneMatch(selection::includes)) {
      throw new MigrationFailure(
          MigrationException.Kind.NOTHING_SELECTED,
          "the selection \"" + selection + "\" includes no object of " + places
              + new SelectionCheck(selection, existing, notRead).whatExists()
              + "; select one of the kinds " + kinds()
              + " and, after a colon, a pattern of names such as npm-*");
    }
  }

  /**
   * Some names of the objects of the selected kinds, or of all if there are none. Objects of other
   * kinds may not have been read, so it is not said that none exist.
   */
  private String whatExists() {
    Set<ObjectKind> found =
        existing.stream().map(ObjectKey::kind).collect(Collectors.toCollection(TreeSet::new));
    Set<ObjectKind> kinds = new TreeSet<>(selection.kinds());
    if (Collections.disjoint(kinds, found)) {
      kinds.addAll(found);
    } else {
      kinds.retainAll(found);
    }
    return (kinds.isEmpty() ? "" : "; ")
        + kinds.stream().map(this::of).collect(Collectors.joining(", "))
        + selection.kinds().stream()
            .filter(notRead::containsKey)
            .map(kind ->
                "; " + ObjectKinds.plural(kind) + " could not be read: " + notRead.get(kind))
            .collect(Collectors.joining());
  }

  private String of(ObjectKind kind) {
    List<String> names = existing.stream()
        .filter(key -> key.kind() == kind)
        .map(key -> "\"" + key.name() + "\"")
        .distinct()
        .collect(Collectors.toList());
    String some = names.stream().limit(NAMES_SHOWN).collect(Collectors.joining(", "));
    return "known " + ObjectKinds.plural(kind) + ": "
        + (names.isEmpty() ? "none" : some)
        + (names.size() > NAMES_SHOWN ? " and " + (names.size() - NAMES_SHOWN) + " more" : "");
  }

  private static String kinds() {
    return Arrays.stream(ObjectKind.values())
        .map(ObjectKind::directory)
        .collect(Collectors.joining(", "));
  }
}
