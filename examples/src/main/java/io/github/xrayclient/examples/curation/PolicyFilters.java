package io.github.xrayclient.examples.curation;

import io.github.xrayclient.curation.CurationPolicyQuery;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.PolicyAction;
import picocli.CommandLine.Option;

/** The options that select curation policies. */
final class PolicyFilters {
  @Option(
      names = "--enabled",
      arity = "1",
      paramLabel = "true|false",
      description = "Lists only policies that are enabled (true), or only those that are disabled"
          + " (false).")
  Boolean enabled;

  @Option(
      names = "--action",
      paramLabel = "block|dry_run",
      description = "Lists only policies with this action.")
  String action;

  @Option(
      names = "--condition",
      paramLabel = "ID",
      description = "Lists only policies that use the condition with this ID.")
  String condition;

  @Option(
      names = "--name",
      paramLabel = "TEXT",
      description = "Lists only policies whose name contains this text.")
  String name;

  /** The query with a filter for each option that is set. */
  CurationPolicyQuery of(CurationPolicyQuery query) {
    CurationPolicyQuery filtered = query;
    filtered = enabled == null ? filtered : filtered.enabled(enabled);
    filtered = action == null ? filtered : filtered.action(PolicyAction.of(action));
    filtered = condition == null ? filtered : filtered.conditionId(ConditionId.of(condition));
    return name == null ? filtered : filtered.name(name);
  }
}
