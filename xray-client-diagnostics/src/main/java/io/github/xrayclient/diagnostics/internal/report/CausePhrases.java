package io.github.xrayclient.diagnostics.internal.report;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.watch.WatchResource;
import io.github.xrayclient.watch.WatchResourceType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words about causes that the reports for people have in common. */
public final class CausePhrases {
  public static final String VERDICTS = "What the verdicts mean";

  private CausePhrases() {}

  /** The name of a watch with the key of its project, because each project may have one of this name. */
  public static String watch(String name, Optional<String> project) {
    return name + project.map(key -> " (project " + key + ")").orElse("");
  }

  /** What the rule of a cause matches, and how many violations were found, if it is known. */
  public static Optional<String> evidence(BlockCause cause) {
    Optional<String> criteria =
        cause.criteriaInWords().map(words -> "The rule matches " + words + ".");
    Optional<String> violations =
        cause.violationCount().filter(count -> count > 0).map(CausePhrases::violations);
    return Stream.of(criteria, violations)
        .flatMap(Optional::stream)
        .reduce((first, second) -> first + " " + second);
  }

  private static String violations(int count) {
    return count + (count == 1 ? " violation was found." : " violations were found.");
  }

  public static String trigger(BlockCause.Trigger trigger) {
    return trigger == BlockCause.Trigger.VIOLATION
        ? "blocks because of a violation"
        : "blocks because the artifact is not scanned";
  }

  /** By which of its resources a watch covers a repository. */
  static String resource(WatchResource resource, Optional<String> repository) {
    if (resource.type().equals(WatchResourceType.REPOSITORY)) {
      String name =
          resource.name().filter(key -> !repository.equals(Optional.of(key))).orElse("");
      return name.isEmpty() ? "named by the watch" : "named by the watch as " + name;
    }
    return resource.type().equals(WatchResourceType.ALL_REPOSITORIES)
        ? "the watch covers all repositories"
        : "covered by " + resource.type().wire()
            + resource.name().map(name -> " " + name).orElse("");
  }

  /** The verdicts of the causes of all explanations, each once, from certain to uncertain. */
  public static Set<BlockCause.Verdict> verdicts(List<BlockExplanation> explanations) {
    return explanations.stream()
        .flatMap(explanation -> explanation.causes().stream())
        .map(BlockCause::verdict)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  public static String verdictLabel(BlockCause.Verdict verdict) {
    return Phrases.capitalized(verdict.name().toLowerCase(Locale.ROOT));
  }

  public static String verdictMeaning(BlockCause.Verdict verdict) {
    switch (verdict) {
      case CONFIRMED:
        return "The artifact has a violation that blocks downloads, and only this rule can have"
            + " found it.";
      case LIKELY:
        return "All available evidence points to the rule, but none proves that it blocks the"
            + " download.";
      default:
        return "The rule blocks the download only under a condition that could not be checked.";
    }
  }
}
