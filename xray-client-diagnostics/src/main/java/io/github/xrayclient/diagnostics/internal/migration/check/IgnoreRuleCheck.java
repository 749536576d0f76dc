package io.github.xrayclient.diagnostics.internal.migration.check;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.ignorerule.IgnoreRule;
import io.github.xrayclient.ignorerule.IgnoreRuleDraft;
import io.github.xrayclient.internal.json.ValueReader;
import io.github.xrayclient.internal.write.DraftProblems;
import io.github.xrayclient.value.Timestamp;
import java.io.IOException;
import java.util.List;
import java.util.Set;

/** Checks the notes and the filters of an ignore rule, the filters as a draft checks them. */
final class IgnoreRuleCheck {
  /** What drafts refuse, although servers were seen to return it. */
  private static final Set<String> ON_SERVERS =
      Set.of("ignore_filters.docker-layers", "ignore_filters.cves");

  private static final ValueReader<IgnoreRule> READER = ValueReader.of(IgnoreRule.class);

  private IgnoreRuleCheck() {}

  static void check(ObjectNode content, Findings findings) {
    if (content.path("notes").asText("").isBlank()) {
      findings.missing("notes", "say why the violations are ignored", List.of());
    }
    String end = content.path("expires_at").asText("");
    if (!end.isBlank() && Timestamp.of(end).toInstant().isEmpty()) {
      findings.refused(
          "expires_at", "it must be a time such as 2030-01-31T00:00:00Z, but is \"" + end + "\"");
    }
    if (content.path("ignore_filters").isEmpty()) {
      findings.missing("ignore_filters", "set at least one filter", List.of());
      return;
    }
    read(content)
        .filters()
        .ifPresent(filters ->
            DraftProblems.foundBy(
                    () -> IgnoreRuleDraft.of(filters, "notes").neverExpires().build())
                .stream()
                .filter(problem -> !ON_SERVERS.contains(problem.field()))
                .forEach(problem -> findings.refused(problem.field(), problem.finding())));
  }

  private static IgnoreRule read(ObjectNode content) {
    try {
      return READER.read(content.deepCopy().put("id", "0"));
    } catch (IOException e) {
      throw new IllegalStateException("the content was valid when it was read", e);
    }
  }
}
