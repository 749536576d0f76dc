package io.github.xrayclient.diagnostics.block;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;

/** Who may stand behind a block, and who does not. Not thread-safe. */
final class Suspects {
  /** The surest first. */
  static final Comparator<BlockCause> ORDER = Comparator.comparing(BlockCause::verdict)
      .thenComparing(BlockCause::watch)
      .thenComparing(BlockCause::policy);

  private final List<Suspect> suspects = new ArrayList<>();
  private final List<RuledOut> ruledOut = new ArrayList<>();

  /** Adds what a watch that is near does, or why it does nothing. */
  void add(IndexedWatch watch, ResourceMatch match) {
    if (watch.isInactive()) {
      ruleOut(watch, "the watch is not active");
    } else if (match.coverage() == Coverage.NO) {
      ruleOut(watch, match.reason());
    } else {
      watch.unread().forEach(policy -> suspects.add(new Suspect(watch.watch(), match, policy)));
      for (BlockingRule rule : watch.rules()) {
        rule.triggers()
            .forEach(trigger -> suspects.add(new Suspect(watch.watch(), match, rule, trigger)));
      }
    }
  }

  private void ruleOut(IndexedWatch watch, String fact) {
    for (BlockingRule rule : watch.rules()) {
      ruledOut.add(RuledOut.builder()
          .watch(watch.watch().name())
          .policy(rule.policy().name())
          .rule(rule.name())
          .reason(fact)
          .build());
    }
  }

  List<Suspect> all() {
    return Collections.unmodifiableList(suspects);
  }

  List<BlockCause> causes() {
    return suspects.stream().map(Suspect::toCause).sorted(ORDER).collect(Collectors.toList());
  }

  List<RuledOut> ruledOut() {
    return Collections.unmodifiableList(ruledOut);
  }
}
