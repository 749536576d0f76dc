package io.github.xrayclient.diagnostics.internal.migration.check;

import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.SnapshotFinding;
import io.github.xrayclient.diagnostics.migration.SnapshotFinding.Kind;
import io.github.xrayclient.internal.secret.VisibleText;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Collects the findings about one object, and puts them into words. */
final class Findings {
  private static final int LONGEST_VALUE = 100;

  private final StoredObject object;
  private final List<SnapshotFinding> findings = new ArrayList<>();

  /** The paths of fields that are there, but under a wrong name or with a wrong type. */
  private final Set<String> explained = new HashSet<>();

  Findings(StoredObject object) {
    this.object = object;
  }

  /** Adds that a word is none of those that servers know. */
  void unknown(String field, String word, List<String> allowed) {
    add(
        Kind.UNKNOWN_VALUE,
        field,
        " is \"" + shown(word) + "\", which servers do not know; use one of "
            + String.join(", ", allowed),
        allowed,
        SimilarName.of(word, allowed));
  }

  /**
   * Adds that a value has the wrong type.
   *
   * @param expected the type in words, as in {@code a list}
   */
  void wrongType(String field, String expected) {
    explained.add(field);
    add(Kind.WRONG_TYPE, field, " must be " + expected, List.of(), Optional.empty());
  }

  /** Adds that the name of an unknown field is probably a misspelled known one. */
  void misspelled(String parent, String name, String known) {
    explained.add(inside(parent, known));
    add(
        Kind.MISSPELLED_FIELD,
        inside(parent, shown(name)),
        " is not a known field; did you mean " + known + "?",
        List.of(),
        Optional.of(known));
  }

  /**
   * Adds that a required field is missing, unless a misspelled or unreadable one explains that.
   *
   * @param remedy what to add
   * @param allowed the words that servers accept; empty if the field is no word
   */
  void missing(String field, String remedy, List<String> allowed) {
    if (!explained.contains(field)) {
      add(
          Kind.MISSING,
          field,
          " is missing or empty; " + remedy
              + (allowed.isEmpty() ? "" : ", one of " + String.join(", ", allowed)),
          allowed,
          Optional.empty());
    }
  }

  /**
   * Adds that servers refuse the value, or its combination with other fields, unless the value
   * could not be read.
   */
  void refused(String field, String problem) {
    if (!explained.contains(field)) {
      add(Kind.REFUSED, field, ": " + VisibleText.oneLine(problem), List.of(), Optional.empty());
    }
  }

  List<SnapshotFinding> all() {
    return findings;
  }

  /** The path of a field inside an object. */
  static String inside(String parent, String name) {
    return parent.isEmpty() ? name : parent + "." + name;
  }

  private void add(
      Kind kind,
      String field,
      String predicate,
      List<String> allowed,
      Optional<String> suggestion) {
    String where = VisibleText.oneLine(field);
    findings.add(new Finding(
        kind, object, where, where + " of " + object.key() + predicate, allowed, suggestion));
  }

  private static String shown(String value) {
    String visible = VisibleText.oneLine(value);
    return visible.length() <= LONGEST_VALUE ? visible : visible.substring(0, LONGEST_VALUE) + "…";
  }
}
