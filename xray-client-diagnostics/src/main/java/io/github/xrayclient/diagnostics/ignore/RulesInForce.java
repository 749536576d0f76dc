package io.github.xrayclient.diagnostics.ignore;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.diagnostics.explanation.ProposedIgnoreRule;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.ignorerule.IgnoreRule;
import io.github.xrayclient.ignorerule.IgnoreRules;
import io.github.xrayclient.internal.write.IgnoreRuleFields;
import io.github.xrayclient.watch.Watches;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The ignore rules of watches that are in force. Those of each watch are read once. Not thread-safe. */
final class RulesInForce {
  private final XrayClient xray;
  private final Map<List<Object>, List<IgnoreRule>> byWatch = new HashMap<>();

  RulesInForce(XrayClient xray) {
    this.xray = xray;
  }

  /**
   * Finds a rule with the filters of a proposal.
   *
   * @throws XrayNotFoundException if the watch does not exist where the rule would be created
   */
  Optional<IgnoreRule> like(ProposedIgnoreRule proposal) {
    return ofWatch(proposal).stream()
        .filter(rule -> rule.filters()
            .filter(filters ->
                IgnoreRuleFields.areSameFilters(proposal.filters(), filters, proposal.project()))
            .isPresent())
        .findFirst();
  }

  /** Adds a rule that was created for a proposal. */
  void add(ProposedIgnoreRule proposal, IgnoreRule created) {
    ofWatch(proposal).add(created);
  }

  /** The service with which the rule of a proposal is created. */
  IgnoreRules service(ProposedIgnoreRule proposal) {
    return proposal.project().map(xray.ignoreRules()::inProject).orElseGet(xray::ignoreRules);
  }

  private List<IgnoreRule> ofWatch(ProposedIgnoreRule proposal) {
    List<Object> watch = List.of(proposal.project(), proposal.watch());
    List<IgnoreRule> known = byWatch.get(watch);
    if (known == null) {
      known = read(proposal);
      byWatch.put(watch, known);
    }
    return known;
  }

  private List<IgnoreRule> read(ProposedIgnoreRule proposal) {
    Watches watches = proposal.project().map(xray.watches()::inProject).orElseGet(xray::watches);
    if (watches.find(proposal.watch()).isEmpty()) {
      throw missing(proposal);
    }
    Instant now = Instant.now();
    return service(proposal).list().watch(proposal.watch()).stream()
        .filter(rule -> rule.isInForceAt(now))
        .collect(Collectors.toCollection(ArrayList::new));
  }

  private RuntimeException missing(ProposedIgnoreRule proposal) {
    String where = proposal
        .project()
        .map(key -> "in project " + key + "; name the project of the watch")
        .orElse("among the global watches; if it belongs to a project, name the project");
    return NotFound.by(
        xray.call("GET", "/xray/api/v2/watches/{name}", proposal.watch()),
        "watch " + proposal.watch() + " was not found " + where);
  }
}
