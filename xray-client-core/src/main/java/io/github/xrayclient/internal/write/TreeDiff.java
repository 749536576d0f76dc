package io.github.xrayclient.internal.write;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.github.xrayclient.value.UnexpectedChange;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The differences between an object as it should be and as it is. Absent, null, false, 0, an
 * empty text, an empty list and an empty object count as equal; the order of lists does not matter,
 * nor the case of some texts. The time is proportional to the size of the trees, whatever their
 * shape.
 */
public final class TreeDiff {
  /**
   * Longer paths are cut, so that deep trees with long names do not take memory in proportion to
   * both.
   */
  private static final int LONGEST_PATH = 1_000;

  /** How the fields of policies and watches are compared. */
  private static final WireFields FIELDS = WireFields.none()
      .words(
          "min_severity",
          "op_risk_min_risk",
          "risk",
          "custom_severity",
          "package_type",
          "package-type")
      .numbers("from", "to");

  private final WireFields fields;
  private final List<UnexpectedChange> changes = new ArrayList<>();

  private TreeDiff(WireFields fields) {
    this.fields = fields;
  }

  /** The differences between two policies or watches, each with its path. */
  public static List<UnexpectedChange> between(JsonNode expected, JsonNode actual) {
    return between(FIELDS, expected, actual);
  }

  /** The differences between two objects of which these fields are known, each with its path. */
  public static List<UnexpectedChange> between(
      WireFields fields, JsonNode expected, JsonNode actual) {
    TreeDiff diff = new TreeDiff(fields);
    NumberedNode.Numbering numbering = new NumberedNode.Numbering(fields);
    NumberedNode one = numbering.of("", expected);
    NumberedNode other = numbering.of("", actual);
    if (!same(one, other)) {
      diff.compare("", one, other);
    }
    return diff.changes;
  }

  private void compare(
      String path, @Nullable NumberedNode expected, @Nullable NumberedNode actual) {
    if (expected == null || actual == null) {
      add(path, expected, actual);
    } else if (expected.node.isObject() && actual.node.isObject()) {
      objects(path, expected.members, actual.members);
    } else if (expected.node.isArray() && actual.node.isArray()) {
      lists(path, expected.elements, actual.elements);
    } else {
      add(path, expected, actual);
    }
  }

  private static boolean same(@Nullable NumberedNode expected, @Nullable NumberedNode actual) {
    int one = expected == null ? NumberedNode.Numbering.NOTHING : expected.number;
    int other = actual == null ? NumberedNode.Numbering.NOTHING : actual.number;
    return one == other;
  }

  private void add(String path, @Nullable NumberedNode expected, @Nullable NumberedNode actual) {
    changes.add(new UnexpectedChange(path, node(expected), node(actual)));
  }

  private static @Nullable JsonNode node(@Nullable NumberedNode meaning) {
    return meaning == null || meaning.node instanceof MissingNode ? null : meaning.node;
  }

  private void objects(
      String path, Map<String, NumberedNode> expected, Map<String, NumberedNode> actual) {
    Set<String> names = new LinkedHashSet<>(expected.keySet());
    names.addAll(actual.keySet());
    String prefix = path.isEmpty() ? "" : path + ".";
    for (String name : names) {
      NumberedNode one = expected.get(name);
      NumberedNode other = actual.get(name);
      if (!same(one, other)) {
        compare(cut(prefix + name), one, other);
      }
    }
  }

  /** Pairs equal elements first, then those of the same name and type, then of the same name or type. */
  private void lists(String path, List<NumberedNode> expected, List<NumberedNode> actual) {
    List<NumberedNode> wanted = without(expected, actual);
    Set<NumberedNode> left = new LinkedHashSet<>(without(actual, expected));
    Map<NumberedNode, NumberedNode> pairs = new HashMap<>();
    pair(wanted, left, pairs, element -> String.join("\n", fields.labels(element)));
    pair(wanted, left, pairs, fields::label);
    for (NumberedNode element : wanted) {
      compare(element(path, element), element, pairs.get(element));
    }
    left.forEach(element -> add(element(path, element), null, element));
  }

  private static void pair(
      List<NumberedNode> wanted,
      Set<NumberedNode> left,
      Map<NumberedNode, NumberedNode> pairs,
      Function<JsonNode, String> label) {
    Map<String, Deque<NumberedNode>> alike = new HashMap<>();
    for (NumberedNode element : left) {
      alike
          .computeIfAbsent(label.apply(element.node), absent -> new ArrayDeque<>())
          .add(element);
    }
    alike.remove(""); // nothing tells which of them belong together
    for (NumberedNode element : wanted) {
      Deque<NumberedNode> like = alike.get(label.apply(element.node));
      if (like != null && !like.isEmpty() && !pairs.containsKey(element)) {
        pairs.put(element, like.element());
        left.remove(like.remove());
      }
    }
  }

  /** The elements of a list that another list lacks, with regard to how often each of them occurs. */
  private static List<NumberedNode> without(List<NumberedNode> list, List<NumberedNode> other) {
    Map<Integer, Integer> there = new HashMap<>();
    other.forEach(element -> there.merge(element.number, 1, Integer::sum));
    List<NumberedNode> missing = new ArrayList<>();
    for (NumberedNode element : list) {
      if (there.merge(element.number, -1, Integer::sum) < 0) {
        missing.add(element);
      }
    }
    return missing;
  }

  private String element(String path, NumberedNode element) {
    return cut(path + "[" + fields.label(element.node) + "]");
  }

  private static String cut(String path) {
    return path.length() <= LONGEST_PATH ? path : path.substring(0, LONGEST_PATH) + "…";
  }

  /** Whether a node means the same as an absent one. */
  public static boolean isNothing(@Nullable JsonNode node) {
    return node == null || new NumberedNode.Numbering(FIELDS).of("", node).isNothing();
  }

  /** Tells which nodes mean the same. Not thread-safe. */
  public static final class Sameness {
    private final NumberedNode.Numbering numbering;

    /** For objects whose fields are compared as these say. */
    public Sameness(WireFields fields) {
      this.numbering = new NumberedNode.Numbering(fields);
    }

    /**
     * A number that is equal for nodes that mean the same; null stands for an absent node.
     *
     * @param field the name of the member that the node is
     */
    public int of(String field, @Nullable JsonNode node) {
      return node == null ? NumberedNode.Numbering.NOTHING : numbering.of(field, node).number;
    }
  }
}
