package io.github.xrayclient.diagnostics.internal.report;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.ExplanationGroup;
import java.util.List;

/** The words for groups of explanations with the same first cause. */
public final class GroupPhrases {
  /** The largest number of explanations that a report for people shows without an overview. */
  public static final int FEW = 5;

  public static final String HEADING = "Causes of all refused downloads, the most frequent first";

  private GroupPhrases() {}

  /** Whether a report for people begins with an overview of the groups. */
  public static boolean areUseful(List<BlockExplanation> explanations) {
    return explanations.size() > FEW;
  }

  /** The common cause, on one line. */
  public static String title(ExplanationGroup group) {
    if (group.cause().isPresent()) {
      return route(group.cause().get());
    }
    if (!group.curationPolicies().isEmpty()) {
      return "Curation > " + String.join(", ", group.curationPolicies());
    }
    BlockExplanation first = group.explanations().get(0);
    String kind = Phrases.capitalized(Phrases.kind(first));
    return Phrases.watchesWereRead(first)
        ? kind + ": " + Phrases.noCause(first).replaceFirst("\\.$", "")
        : kind;
  }

  /** The names of watch, policy and rule, on one line. */
  public static String route(BlockCause cause) {
    return CausePhrases.watch(cause.watch(), cause.watchProject())
        + " > " + cause.policy()
        + cause.rule().map(rule -> " > " + rule).orElse("");
  }

  /** How many downloads a group has, and in how many repositories. */
  public static String count(ExplanationGroup group) {
    int repositories = group.repositories().size();
    int further = group.furtherCausesCount();
    String distinct = group.explanations().size() == group.downloads()
        ? ""
        : " (" + group.explanations().size() + " distinct)";
    return (group.downloads() == 1 ? "1 download" : group.downloads() + " downloads")
        + distinct
        + (repositories == 0
            ? ""
            : " in "
                + (repositories == 1
                    ? "repository " + group.repositories().get(0)
                    : repositories + " repositories"))
        + (further == 0
            ? ""
            : "; " + (further == group.explanations().size() ? "all" : further)
                + " with further causes");
  }
}
