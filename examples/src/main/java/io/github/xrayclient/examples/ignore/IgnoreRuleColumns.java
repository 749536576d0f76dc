package io.github.xrayclient.examples.ignore;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.examples.terminal.Columns;
import io.github.xrayclient.ignorerule.IgnoreRule;
import io.github.xrayclient.value.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The columns of a table of ignore rules. */
final class IgnoreRuleColumns {
  private static final Set<String> WHAT =
      Set.of("vulnerabilities", "cves", "licenses", "operational_risk", "exposures", "sast");

  private IgnoreRuleColumns() {}

  static Columns<IgnoreRule> columns() {
    return Columns.<IgnoreRule>of("ID", IgnoreRule::id)
        .and("WHAT", rule -> filters(rule, true))
        .and("SCOPE", rule -> filters(rule, false))
        .and("UNTIL", IgnoreRuleColumns::end)
        .and("AUTHOR", IgnoreRule::author)
        .and("NOTES", IgnoreRule::notes);
  }

  private static String end(IgnoreRule rule) {
    if (rule.isDeleted()) {
      return "deleted";
    }
    return rule.expiresAt()
        .filter(time -> !time.isNever())
        .map(IgnoreRuleColumns::day)
        .orElse("never");
  }

  private static String day(Timestamp time) {
    return time.toInstant().map(instant -> instant.toString().substring(0, 10)).orElse(time.wire());
  }

  /** The filters that say what is ignored, or those that say where. */
  private static List<String> filters(IgnoreRule rule, boolean what) {
    List<String> texts = new ArrayList<>();
    JsonNode filters = XrayClient.jsonMapper().valueToTree(rule.filters());
    filters.properties().forEach(filter -> {
      if (WHAT.contains(filter.getKey()) == what) {
        filter.getValue().forEach(value -> texts.add(text(filter.getKey(), value)));
      }
    });
    return texts;
  }

  private static String text(String filter, JsonNode value) {
    if (!value.isObject()) {
      return WHAT.contains(filter) ? value.asText() : filter + " " + value.asText();
    }
    List<String> parts = new ArrayList<>();
    value.forEach(part -> parts.add(part.asText()));
    return String.join(":", parts);
  }
}
