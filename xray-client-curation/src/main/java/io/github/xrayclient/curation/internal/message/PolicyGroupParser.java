package io.github.xrayclient.curation.internal.message;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads a violated policy from the text between two braces, which is split at its commas. */
public final class PolicyGroupParser {
  /** The words with which recommendations begin. Lower case counts only if none is capitalized. */
  private static final Pattern ADVICE = Pattern.compile(
      "(?:Upgrade|Replace|Please|Use|Remove|Contact|Choose|Update|Downgrade|Switch|Consider)\\b");

  private static final Pattern ADVICE_IN_ANY_CASE =
      Pattern.compile(ADVICE.pattern(), Pattern.CASE_INSENSITIVE);

  private static final int SPARE = 8; // blanks around a name

  private final String group;
  private final List<Integer> starts = new ArrayList<>(); // the starts of the parts, and the end

  private PolicyGroupParser(String group) {
    this.group = group;
    starts.add(0);
    int depth = 0;
    for (int at = 0; at < group.length(); at++) {
      char c = group.charAt(at);
      depth += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (c == ',' && depth <= 0) {
        starts.add(at + 1);
      }
    }
    starts.add(group.length() + 1);
  }

  /** Reads the text between the braces, in which known names may contain commas. */
  public static PolicyGroup parse(String group, KnownNames policies, KnownNames conditions) {
    PolicyGroupParser parts = new PolicyGroupParser(group);
    return group.regionMatches(true, 0, "policy:", 0, "policy:".length())
        ? parts.byName()
        : parts.byPosition(policies, conditions);
  }

  private PolicyGroup byPosition(KnownNames policies, KnownNames conditions) {
    int count = starts.size() - 1;
    int condition = end(0, policies);
    int explanation = end(condition, conditions);
    int advice = advice(explanation + 1, count);
    Optional<String> policy = part(0, condition);
    return new PolicyGroup(
        policy.flatMap(policies::find).or(() -> policy).orElse(""),
        part(condition, explanation).map(name -> conditions.find(name).orElse(name)),
        part(explanation, advice),
        part(advice, count));
  }

  /** The index after the longest known name that begins with this part, or else after the part. */
  private int end(int first, KnownNames names) {
    int end = first + 1;
    for (int to = end;
        to < starts.size() && starts.get(to) - starts.get(first) <= names.longest() + SPARE;
        to++) {
      if (part(first, to).flatMap(names::find).isPresent()) {
        end = to;
      }
    }
    return end;
  }

  /**
   * The index of the first part of the recommendation. Explanation and recommendation may contain
   * commas, so this is the first part that begins like a recommendation, or else the last part.
   */
  private int advice(int first, int count) {
    if (count <= first + 1) {
      return first;
    }
    for (Pattern pattern : List.of(ADVICE, ADVICE_IN_ANY_CASE)) {
      for (int part = first; part < count; part++) {
        if (pattern.matcher(part(part, part + 1).orElse("")).lookingAt()) {
          return part;
        }
      }
    }
    return count - 1;
  }

  /** Reads a group such as {@code policy:p,condition:c}, whose parts have names. */
  private PolicyGroup byName() {
    return new PolicyGroup(
        named("policy:").orElse(""),
        named("condition:"),
        named("explanation:"),
        named("recommendation:"));
  }

  private Optional<String> named(String name) {
    for (int part = 0; part < starts.size() - 1; part++) {
      if (isNamed(part, name)) {
        int next = part + 1;
        while (next < starts.size() - 1 && !isNamed(next, "")) {
          next++;
        }
        return part(part, next)
            .map(value -> value.substring(name.length()).strip())
            .filter(value -> !value.isEmpty());
      }
    }
    return Optional.empty();
  }

  /** Whether a part begins with this name, or with any of the names if it is empty. */
  private boolean isNamed(int part, String name) {
    String text = part(part, part + 1).orElse("");
    List<String> names = List.of("policy:", "condition:", "explanation:", "recommendation:");
    return (name.isEmpty() ? names : List.of(name))
        .stream().anyMatch(each -> text.regionMatches(true, 0, each, 0, each.length()));
  }

  /** The text of the parts from {@code from} (included) to {@code to} (excluded). */
  private Optional<String> part(int from, int to) {
    if (from >= to || to >= starts.size()) {
      return Optional.empty();
    }
    return Optional.of(group.substring(starts.get(from), starts.get(to) - 1).strip())
        .filter(part -> !part.isEmpty());
  }
}
