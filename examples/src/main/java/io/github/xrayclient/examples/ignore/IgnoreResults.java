package io.github.xrayclient.examples.ignore;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.diagnostics.explanation.BlockingViolation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.ProposedIgnoreRule;
import io.github.xrayclient.diagnostics.ignore.IgnoreResult;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.terminal.Table;
import io.github.xrayclient.examples.terminal.Visible;
import io.github.xrayclient.ignorerule.IgnoreRule;
import io.github.xrayclient.ignorerule.IgnoreRuleDraft;
import io.github.xrayclient.value.ComponentId;
import io.github.xrayclient.value.Timestamp;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;

/** Shows ignore rules that were created, are in force already, or would be created. */
final class IgnoreResults {
  private final Table table = new Table("WHAT", "COMPONENT", "WATCH", "PROJECT", "RULE", "UNTIL");
  private final StringBuilder json = new StringBuilder();

  @Mixin
  ResultOptions result;

  void say(String message) {
    result.say(message);
  }

  /** What went wrong and what to do, in the words of the command line. */
  String reason(Exception e) {
    return result.reason(e);
  }

  /** Adds a rule that would be created, or the one that is in force already. */
  void add(IgnoreRuleDraft draft, ProposedIgnoreRule proposal, Optional<IgnoreRule> existing) {
    if (existing.isPresent()) {
      row("ALREADY_IN_FORCE", proposal, existing);
    } else {
      row("WOULD_CREATE", proposal, "would be created", draft.expiresAt(), draft);
    }
  }

  void add(IgnoreResult done) {
    row(done.outcome().name(), done.proposal(), Optional.of(done.rule()));
  }

  private void row(String outcome, ProposedIgnoreRule proposal, Optional<IgnoreRule> rule) {
    boolean isNew = outcome.equals(IgnoreResult.Outcome.CREATED.name());
    String id = rule.orElseThrow().id().wire();
    row(
        outcome,
        proposal,
        isNew ? "created " + id : "unchanged " + id,
        rule.orElseThrow().expiresAt(),
        rule.orElseThrow());
  }

  private void row(
      String outcome,
      ProposedIgnoreRule proposal,
      String rule,
      Optional<Timestamp> until,
      Object body) {
    BlockingViolation violation = proposal.violation();
    table.row(
        violation.cves().isEmpty()
            ? violation.id().orElse("")
            : String.join(", ", violation.cves()),
        violation.components().stream().map(ComponentId::wire).collect(Collectors.joining(", ")),
        proposal.watch(),
        proposal.project().orElse(""),
        rule,
        until.map(Timestamp::wire).orElse("never"));
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.put("outcome", outcome);
    line.put("watch", proposal.watch());
    line.put("project", proposal.project().orElse(null));
    line.set("rule", XrayClient.jsonMapper().valueToTree(body));
    json.append(line).append('\n');
  }

  /** Writes all rules, and in text what to do afterwards. */
  void write(List<NextStep> steps) {
    StringBuilder text = new StringBuilder(json.length() == 0 ? "" : table.toString());
    for (NextStep step : steps) {
      text.append(Visible.oneLine(step.text())).append('\n');
      step.command().ifPresent(command -> text.append("  ").append(command).append('\n'));
    }
    result.write(result.isJson() ? json.toString() : text.toString());
  }
}
