package io.github.xrayclient.diagnostics.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** The violations of a file in some repositories, and what they say about rules. */
final class BlockingViolations {
  private final boolean searched;
  private final List<ObjectNode> found;

  BlockingViolations(SetUp setUp, List<KnownFacts> repositories) {
    this.searched = setUp.mayRead("/xray/api/v1/violations") && setUp.isPathKnown;
    Set<String> places = repositories.stream()
        .flatMap(facts -> facts.storageKeys().stream())
        .map(key -> "default/" + key + "/" + setUp.path)
        .collect(Collectors.toSet());
    this.found = searched
        ? setUp.all(Kind.VIOLATIONS).stream()
            .filter(violation -> isAt(places, violation))
            .collect(Collectors.toList())
        : List.of();
  }

  private static boolean isAt(Set<String> places, ObjectNode violation) {
    for (JsonNode place : violation.path("impacted_artifacts")) {
      if (places.contains(place.asText())) {
        return true;
      }
    }
    return false;
  }

  boolean areSearched() {
    return searched;
  }

  boolean areNone() {
    return found.isEmpty();
  }

  interface Consumer {
    void accept(String watch, String policy, String rule);
  }

  /** Passes each rule by which a violation blocks. */
  void forEach(Consumer consumer) {
    forEach(true, consumer);
  }

  /** Passes each policy by which a violation blocks that does not name the rule, which is an empty text. */
  void forEachWithoutRule(Consumer consumer) {
    forEach(false, consumer);
  }

  private void forEach(boolean isRuleNamed, Consumer consumer) {
    for (ObjectNode violation : found) {
      for (JsonNode matched : violation.path("matched_policies")) {
        if (blocks(violation, matched) && matched.has("rule") == isRuleNamed) {
          consumer.accept(
              violation.path("watch_name").asText(),
              matched.path("policy").asText(),
              matched.path("rule").asText());
        }
      }
    }
  }

  private static boolean blocks(JsonNode violation, JsonNode matched) {
    return matched.path("is_blocking").asBoolean() && !isIgnored(violation, matched);
  }

  private static boolean isIgnored(JsonNode violation, JsonNode matched) {
    return matched.has("is_ignored")
        ? matched.path("is_ignored").asBoolean()
        : violation.at("/ignore_rule_info/id").isTextual()
            && !violation.at("/ignore_rule_info/is_expired").asBoolean()
            && !violation.at("/ignore_rule_info/deleted_at").isTextual();
  }

  /** Whether a violation blocks by any rule of this policy. */
  boolean isNamed(String watch, String policy) {
    List<String> named = new ArrayList<>();
    forEach((ofWatch, ofPolicy, rule) -> named.add(ofWatch + "/" + ofPolicy));
    forEachWithoutRule((ofWatch, ofPolicy, rule) -> named.add(ofWatch + "/" + ofPolicy));
    return named.contains(watch + "/" + policy);
  }

  /** Whether all violations of this watch are ignored, so that only another one can block. */
  boolean areIgnored(String watch) {
    List<ObjectNode> ofWatch = found.stream()
        .filter(violation -> violation.path("watch_name").asText().equals(watch))
        .collect(Collectors.toList());
    return !ofWatch.isEmpty() && ofWatch.stream().allMatch(BlockingViolations::isIgnored);
  }

  private static boolean isIgnored(JsonNode violation) {
    for (JsonNode matched : violation.path("matched_policies")) {
      if (!isIgnored(violation, matched)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Whether a violation that does not block was found by the rule itself, or by one that is
   * evaluated before it. The evaluation of a policy ends at the first rule that matches.
   */
  boolean areFoundWithoutBlock(String watch, JsonNode policy, JsonNode rule) {
    for (ObjectNode violation : found) {
      for (JsonNode matched : violation.path("matched_policies")) {
        boolean isNamed = violation.path("watch_name").asText().equals(watch)
            && matched.path("policy").equals(policy.path("name"));
        boolean isStated =
            matched.has("is_blocking") && !matched.path("is_blocking").asBoolean();
        if (isNamed && isStated && !isIgnored(violation, matched)) {
          for (JsonNode other : policy.path("rules")) {
            if (other.path("name").equals(matched.path("rule"))
                && other.path("priority").asInt() <= rule.path("priority").asInt()) {
              return true;
            }
          }
        }
      }
    }
    return false;
  }

  /** Whether a rule of this policy is proved, so that its other rules may be ruled out. */
  boolean refute(String watch, String policy) {
    return isNamed(watch, policy);
  }
}
