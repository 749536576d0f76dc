package io.github.xrayclient.internal.write;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.value.FieldChange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Finds the differences between two JSON objects, by a table of their fields. Absent, null, false,
 * 0, a blank text, an empty list and an empty object are equal, and so is the value that servers
 * fill in. The order of a list counts only if the table states it, since servers change the order
 * of most lists. The time is proportional to the size of the trees.
 */
public final class TreeDiff {
  /**
   * The length at which paths are cut, so that deep trees with long names do not take too much
   * memory.
   */
  private static final int LONGEST_PATH = 1_000;

  private static final WireField ROOT = WireField.field("");

  private final DifferenceDetail detail;
  private final ContentFingerprints<Integer> fingerprints;
  private final List<FieldChange> changes = new ArrayList<>();

  private TreeDiff(DifferenceDetail detail, ContentFingerprints<Integer> fingerprints) {
    this.detail = detail;
    this.fingerprints = fingerprints;
  }

  /** Returns the differences between two objects. */
  public static List<FieldChange> between(WireFields fields, JsonNode expected, JsonNode actual) {
    return between(fields, DifferenceDetail.FINE, expected, actual);
  }

  /** Returns the differences between two objects in this detail. */
  public static List<FieldChange> between(
      WireFields fields, DifferenceDetail detail, JsonNode expected, JsonNode actual) {
    return new TreeDiff(detail, ContentFingerprints.numbers()).of(fields, expected, actual);
  }

  /**
   * Returns the changes that an update makes, in this detail. A value such as false is a change of
   * an absent field, since it is not certain what servers fill in.
   */
  public static List<FieldChange> ofUpdate(
      WireFields fields, DifferenceDetail detail, JsonNode before, JsonNode update) {
    return new TreeDiff(detail, ContentFingerprints.numbersOfPresentValues())
        .of(fields, before, update);
  }

  private List<FieldChange> of(WireFields fields, JsonNode expected, JsonNode actual) {
    if (!expected.equals(actual)) {
      compare("", fields, ROOT, expected, actual);
    }
    return changes;
  }

  /** Whether a value of an unknown field means the same as an absent field. */
  public static boolean isNothing(@Nullable JsonNode node) {
    return node == null || ContentFingerprints.numbers().of(WireFields.none(), node) == null;
  }

  /**
   * Compares two values.
   *
   * @param fields the table of the fields inside the values
   * @param field the field that has the values, or in whose lists they are
   */
  private void compare(
      String path, WireFields fields, WireField field, JsonNode expected, JsonNode actual) {
    if (Objects.equals(
        fingerprints.of(fields, field, expected), fingerprints.of(fields, field, actual))) {
      return;
    }
    if (!detail.isSplit(field, expected, actual)) {
      changes.add(new ChangedField(path, orNull(expected), orNull(actual)));
    } else if (expected.isArray() || actual.isArray()) {
      lists(path, fields, field, expected, actual);
    } else {
      objects(path, fields, expected, actual);
    }
  }

  private void objects(String path, WireFields fields, JsonNode expected, JsonNode actual) {
    Set<String> names = new LinkedHashSet<>();
    expected.fieldNames().forEachRemaining(names::add);
    actual.fieldNames().forEachRemaining(names::add);
    String prefix = path.isEmpty() ? "" : path + ".";
    for (String name : names) {
      WireField field = fields.get(expected, name);
      if (!field.isIgnoredIn(expected)) {
        compare(
            cut(prefix + name),
            field.inside(fields),
            field,
            expected.path(name),
            actual.path(name));
      }
    }
  }

  /**
   * Compares two lists: first it pairs equal entries, then entries with the same names, then
   * entries with the same main name.
   */
  private void lists(
      String path, WireFields fields, WireField field, JsonNode expected, JsonNode actual) {
    int before = changes.size();
    List<JsonNode> wanted = without(fields, field, expected, actual);
    List<JsonNode> left = without(fields, field, actual, expected);
    JsonNode[] pairs = new JsonNode[wanted.size()];
    pair(wanted, left, pairs, entry -> String.join("\n", fields.identification(entry)));
    pair(wanted, left, pairs, entry -> detail.nameOf(fields, entry));
    for (int i = 0; i < pairs.length; i++) {
      JsonNode entry = wanted.get(i);
      String where = entryPath(path, fields, entry);
      if (pairs[i] == null) {
        changes.add(new ChangedField(where, entry, null));
      } else {
        compare(where, fields, field, entry, pairs[i]);
      }
    }
    for (JsonNode entry : left) {
      changes.add(new ChangedField(entryPath(path, fields, entry), null, entry));
    }
    if (changes.size() == before) { // the entries are equal, but in another order
      changes.add(new ChangedField(path, orNull(expected), orNull(actual)));
    }
  }

  /** Pairs entries with the same name, and removes them from the remaining entries. */
  private static void pair(
      List<JsonNode> wanted,
      List<JsonNode> left,
      JsonNode[] pairs,
      Function<JsonNode, String> nameOf) {
    Map<String, Deque<Integer>> byName = new HashMap<>();
    for (int i = 0; i < left.size(); i++) {
      byName
          .computeIfAbsent(nameOf.apply(left.get(i)), absent -> new ArrayDeque<>())
          .add(i);
    }
    byName.remove(""); // nothing tells which of them belong together
    BitSet paired = new BitSet();
    for (int i = 0; i < pairs.length; i++) {
      Deque<Integer> alike = byName.get(nameOf.apply(wanted.get(i)));
      if (pairs[i] == null && alike != null && !alike.isEmpty()) {
        paired.set(alike.element());
        pairs[i] = left.get(alike.remove());
      }
    }
    List<JsonNode> rest = new ArrayList<>();
    for (int i = paired.nextClearBit(0); i < left.size(); i = paired.nextClearBit(i + 1)) {
      rest.add(left.get(i));
    }
    left.clear();
    left.addAll(rest);
  }

  /**
   * Returns the entries of a list that another list does not have, counting entries that occur
   * several times.
   */
  private List<JsonNode> without(
      WireFields fields, WireField field, JsonNode list, JsonNode other) {
    Map<Integer, Integer> there = new HashMap<>();
    for (JsonNode entry : other) {
      there.merge(
          fingerprints.ofEntry(fields, field, entry),
          field.isSet() ? list.size() : 1,
          Integer::sum);
    }
    List<JsonNode> missing = new ArrayList<>();
    for (JsonNode entry : list) {
      int fingerprint = fingerprints.ofEntry(fields, field, entry);
      if (fingerprints.isEntry(fields, entry) && there.merge(fingerprint, -1, Integer::sum) < 0) {
        missing.add(entry);
      }
    }
    return missing;
  }

  private String entryPath(String path, WireFields fields, JsonNode entry) {
    return cut(path + "[" + detail.nameOf(fields, entry) + "]");
  }

  private static String cut(String path) {
    return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH) + "…";
  }

  private static @Nullable JsonNode orNull(JsonNode node) {
    return node.isMissingNode() || node.isNull() ? null : node;
  }
}
