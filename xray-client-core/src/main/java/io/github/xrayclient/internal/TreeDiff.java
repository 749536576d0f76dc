package io.github.xrayclient.internal;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.value.UnexpectedChange;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What differs between an object as it should be and as it is. Absent, null, false, 0, an empty list
 * and an empty object say the same, and so do words such as severities in another case; lists have no
 * order.
 */
public final class TreeDiff {
  /** Fields whose values servers give back in another case. */
  private static final Set<String> WORDS =
      Set.of("min_severity", "op_risk_min_risk", "risk", "custom_severity", "package_type");

  private static final Pattern DIGITS = Pattern.compile("-?\\d{1,30}(\\.\\d{1,30})?");

  private final List<UnexpectedChange> changes = new ArrayList<>();

  private TreeDiff() {}

  /** The differences, each with its path. */
  public static List<UnexpectedChange> between(JsonNode expected, JsonNode actual) {
    TreeDiff diff = new TreeDiff();
    diff.compare("", expected, actual, false);
    return diff.changes;
  }

  private void compare(
      String path, @Nullable JsonNode expected, @Nullable JsonNode actual, boolean word) {
    if (isNothing(expected) && isNothing(actual)) {
      return;
    }
    if (expected != null && actual != null && expected.isObject() && actual.isObject()) {
      objects(path, expected, actual);
    } else if (expected != null && actual != null && expected.isArray() && actual.isArray()) {
      lists(path, expected, actual);
    } else if (expected == null || actual == null || !same(expected, actual, word)) {
      changes.add(new UnexpectedChange(path, expected, actual));
    }
  }

  private void objects(String path, JsonNode expected, JsonNode actual) {
    Set<String> names = new LinkedHashSet<>();
    expected.fieldNames().forEachRemaining(names::add);
    actual.fieldNames().forEachRemaining(names::add);
    String prefix = path.isEmpty() ? "" : path + ".";
    for (String name : names) {
      boolean packageType =
          name.equals("value") && expected.path("type").asText().equals("package-type");
      boolean word = packageType || WORDS.contains(name);
      compare(prefix + name, expected.get(name), actual.get(name), word);
    }
  }

  /** Elements that say which they are, by name or type, are compared with their like. */
  private void lists(String path, JsonNode expected, JsonNode actual) {
    List<JsonNode> left = new ArrayList<>();
    actual.forEach(left::add);
    List<JsonNode> unmatched = new ArrayList<>();
    for (JsonNode element : expected) {
      if (!left.removeIf(once(element))) {
        unmatched.add(element);
      }
    }
    for (JsonNode element : unmatched) {
      JsonNode like = null;
      for (JsonNode candidate : left) {
        if (like == null && !label(element).isEmpty() && label(element).equals(label(candidate))) {
          like = candidate;
        }
      }
      left.remove(like);
      String where = path + "[" + label(element) + "]";
      if (like == null) {
        changes.add(new UnexpectedChange(where, element, null));
      } else {
        compare(where, element, like, false);
      }
    }
    left.forEach(element ->
        changes.add(new UnexpectedChange(path + "[" + label(element) + "]", null, element)));
  }

  private static Predicate<JsonNode> once(JsonNode element) {
    boolean[] found = {false};
    return candidate -> {
      boolean match = !found[0] && between(element, candidate).isEmpty();
      found[0] |= match;
      return match;
    };
  }

  private static String label(JsonNode element) {
    return element.path("name").asText(element.path("type").asText(""));
  }

  /** Whether it says the same as being absent. */
  public static boolean isNothing(@Nullable JsonNode node) {
    return node == null
        || node.isNull()
        || node.isTextual() && node.asText().isEmpty()
        || node.isContainerNode() && nothingInside(node)
        || node.isBoolean() && !node.asBoolean()
        || number(node).filter(number -> number.signum() == 0).isPresent();
  }

  private static boolean nothingInside(JsonNode node) {
    for (JsonNode child : node) {
      if (!isNothing(child) || node.isArray()) {
        return false;
      }
    }
    return true;
  }

  private static boolean same(JsonNode a, JsonNode b, boolean word) {
    if (!a.isValueNode() || !b.isValueNode()) {
      return false;
    }
    if (a.isNumber() || b.isNumber()) {
      return number(a).isPresent() && number(a).equals(number(b));
    }
    return word ? a.asText().equalsIgnoreCase(b.asText()) : a.asText().equals(b.asText());
  }

  /** A number, which some servers write as a text. */
  private static Optional<BigDecimal> number(JsonNode node) {
    if (node.isNumber()) {
      return Optional.of(node.decimalValue().stripTrailingZeros());
    }
    boolean digits = node.isTextual() && DIGITS.matcher(node.asText()).matches();
    return digits
        ? Optional.of(new BigDecimal(node.asText()).stripTrailingZeros())
        : Optional.empty();
  }
}
