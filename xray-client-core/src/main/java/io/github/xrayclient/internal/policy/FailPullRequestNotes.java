package io.github.xrayclient.internal.policy;

import io.github.xrayclient.internal.write.NoteOfUpdate;
import io.github.xrayclient.policy.Actions;
import io.github.xrayclient.policy.PolicyUpdate;
import io.github.xrayclient.policy.Rule;
import io.github.xrayclient.value.UpdateNote;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Makes the notes on {@code fail_pull_request} after an update of a policy. Servers never return
 * this field, so it is unknown whether a rule for which it was sent has it now, and whether a rule
 * for which it was not sent had it before.
 */
final class FailPullRequestNotes {
  private FailPullRequestNotes() {}

  static List<UpdateNote> of(PolicyUpdate update) {
    List<String> sent = names(update, FailPullRequestNotes::isSet);
    List<String> kept = names(
        update, rule -> !isSet(rule) && !isUnread(rule) && !update.newRules().contains(rule));
    List<UpdateNote> notes = new ArrayList<>();
    if (!sent.isEmpty()) {
      notes.add(NoteOfUpdate.of(
          UpdateNote.Kind.NOT_VERIFIABLE,
          sent,
          "fail_pull_request was sent for " + named(sent)
              + ", but servers never return it, so whether it was stored is unknown"));
    }
    if (!kept.isEmpty()) {
      notes.add(NoteOfUpdate.of(
          UpdateNote.Kind.MAY_BE_CLEARED,
          kept,
          "if fail_pull_request was set for " + named(kept)
              + ", the update has cleared it: servers never return it, so each update must set it"
              + " again"));
    }
    return notes;
  }

  static boolean isSet(Rule rule) {
    return rule.actions().flatMap(Actions::failPullRequest).isPresent();
  }

  /** Whether this server did return the field, but in a form that cannot be read. */
  private static boolean isUnread(Rule rule) {
    return rule.actions()
        .filter(actions -> actions.extras().containsKey("fail_pull_request"))
        .isPresent();
  }

  private static List<String> names(PolicyUpdate update, Predicate<Rule> wanted) {
    return update.changed().rules().stream()
        .filter(wanted)
        .map(Rule::name)
        .collect(Collectors.toList());
  }

  private static String named(List<String> rules) {
    return rules.size() == 1 ? "rule \"" + rules.get(0) + "\"" : rules.size() + " rules";
  }
}
