package io.github.xrayclient.diagnostics.internal.coverage;

import io.github.xrayclient.policy.Actions;
import io.github.xrayclient.policy.FailPullRequest;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.policy.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Describes what a policy that blocks no downloads does instead, such as {@code fails builds only}.
 */
final class NonBlockingActions {
  private final List<Actions> actions;
  private final List<String> words = new ArrayList<>();

  private NonBlockingActions(Policy policy) {
    this.actions = policy.rules().stream()
        .map(Rule::actions)
        .flatMap(Optional::stream)
        .collect(Collectors.toList());
  }

  static String of(Policy policy) {
    return new NonBlockingActions(policy).words();
  }

  private String words() {
    add("fails builds", each -> each.failBuild().orElse(false));
    add(
        "fails pull requests",
        each -> each.failPullRequest().flatMap(FailPullRequest::active).orElse(false));
    add(
        "blocks release bundles",
        each -> each.blockReleaseBundleDistribution().orElse(false)
            || each.blockReleaseBundlePromotion().orElse(false));
    add("sends notifications", NonBlockingActions::notifies);
    add("creates tickets", each -> each.createTicketEnabled().orElse(false));
    int last = words.size() - 1;
    if (last < 0) {
      return "generates violations only";
    }
    return (last == 0 ? "" : String.join(", ", words.subList(0, last)) + " and ")
        + words.get(last)
        + " only";
  }

  private void add(String what, Predicate<Actions> does) {
    if (actions.stream().anyMatch(does)) {
      words.add(what);
    }
  }

  private static boolean notifies(Actions actions) {
    return actions.notifyDeployer().orElse(false)
        || actions.notifyWatchRecipients().orElse(false)
        || !actions.webhooks().isEmpty()
        || !actions.mails().isEmpty();
  }
}
