package io.github.xrayclient.diagnostics.internal.migration.planning;

import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.mapping.ObjectRenaming;
import io.github.xrayclient.diagnostics.internal.migration.mapping.Renaming;
import io.github.xrayclient.diagnostics.migration.MigrationException;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import java.util.SortedMap;
import java.util.TreeMap;

/** Tells what a mapping did not cover, and what is uncertain about the names that it changed. */
final class RenamingNotes {
  /** How many names a message lists. */
  private static final int SHOWN = 20;

  private final PlanNotes notes;
  private final SortedMap<String, ObjectKey> uncovered = new TreeMap<>();

  RenamingNotes(PlanNotes notes) {
    this.notes = notes;
  }

  /** Adds the notes on an object that the plan covers. */
  void add(ObjectKey key, ObjectRenaming object) {
    object.uncovered().forEach(name -> uncovered.putIfAbsent(name, key));
    object
        .renamedPaths()
        .forEach((path, renamed) -> notes.add(
            PlanNote.Kind.PATH_RENAMED,
            key,
            path,
            "in " + key + " the path \"" + path + "\" becomes \"" + renamed
                + "\", because it begins with the name of a mapped repository; check that it is not"
                + " the name of a folder"));
    object
        .keptPatterns()
        .forEach(pattern -> notes.add(
            PlanNote.Kind.PATTERN_NOT_RENAMED,
            key,
            pattern,
            "in " + key + " the pattern \"" + pattern
                + "\" of project keys is not changed, because no"
                + " entry of the mapping covers it; check that it covers the right projects"));
  }

  /**
   * Adds the notes on entries that no name needs.
   *
   * @param isStrict whether names that no entry covers are refused
   * @throws MigrationFailure if there are such names
   */
  void finish(Renaming renaming, boolean isStrict) {
    if (isStrict && !uncovered.isEmpty()) {
      throw new MigrationFailure(MigrationException.Kind.NAME_NOT_MAPPED, refusal());
    }
    renaming
        .unused()
        .forEach((part, names) -> names.forEach(name -> notes.add(
            PlanNote.Kind.MAPPING_ENTRY_UNUSED,
            part.field() + " " + name,
            "the mapping has an entry for \"" + name + "\" in " + part.field()
                + ", but no object of the snapshot has such a name; correct or remove the entry")));
  }

  private String refusal() {
    StringBuilder message = new StringBuilder("the mapping is strict and does not cover ");
    String separator = "";
    int shown = 0;
    for (String name : uncovered.keySet()) {
      if (shown++ == SHOWN) {
        message.append(", and ").append(uncovered.size() - SHOWN).append(" more");
        break;
      }
      message.append(separator).append(name).append(" of ").append(uncovered.get(name));
      separator = ", ";
    }
    return message
        + "; add entries, such as {\"groups\": {\"*\": \"*\"}} to keep all names of groups";
  }
}
