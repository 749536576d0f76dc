package io.github.xrayclient.testing.internal.violation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.internal.store.Trees;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a stored violation. Its members {@code builds}, {@code release_bundles} and {@code
 * release_bundles_v2} say where it was found; answers do not contain them.
 */
final class StoredViolation {
  private static final List<String> OF_DETAILS =
      List.of("violation_id", "matched_policies", "properties", "fix_versions", "summary");
  private static final List<String> STORED_ONLY =
      List.of("builds", "release_bundles", "release_bundles_v2");

  private StoredViolation() {}

  /** A copy for the answer of a search. */
  static ObjectNode row(ObjectNode violation, boolean details) {
    ObjectNode copy = Trees.shallowCopy(violation).remove(STORED_ONLY);
    return details ? copy : copy.remove(OF_DETAILS);
  }

  /** The texts of a list, which servers send under two names. */
  static List<String> artifacts(ObjectNode violation) {
    List<String> texts = texts(violation, "impacted_artifacts");
    texts.addAll(texts(violation, "impact_artifacts"));
    return texts;
  }

  static List<String> texts(ObjectNode violation, String list) {
    List<String> texts = new ArrayList<>();
    violation.path(list).forEach(element -> texts.add(Trees.text(element)));
    return texts;
  }

  static List<String> cves(ObjectNode violation) {
    return violation.path("properties").findValuesAsText("cve");
  }

  /** The ignore rule, under either of its names. */
  static Optional<ObjectNode> ignoreRule(ObjectNode violation) {
    JsonNode rule = violation.path("ignore_rule_info");
    JsonNode found = rule instanceof ObjectNode ? rule : violation.path("ignore_rule_details");
    return found instanceof ObjectNode ? Optional.of((ObjectNode) found) : Optional.empty();
  }

  /** Whether it is ignored for a policy; if no policy says so, whether it has an ignore rule. */
  static boolean isIgnored(ObjectNode violation) {
    List<JsonNode> said = violation.path("matched_policies").findValues("is_ignored");
    return said.isEmpty()
        ? ignoreRule(violation).isPresent()
        : said.stream().anyMatch(JsonNode::asBoolean);
  }

  /** A copy that is not ignored. */
  static ObjectNode restored(ObjectNode violation) {
    ObjectNode copy = violation.deepCopy();
    copy.remove(List.of("ignore_rule_info", "ignore_rule_details"));
    Trees.objects(copy.path("matched_policies")).forEach(policy -> policy.put("is_ignored", false));
    return copy;
  }
}
