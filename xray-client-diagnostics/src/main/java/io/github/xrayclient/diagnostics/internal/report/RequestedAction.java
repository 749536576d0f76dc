package io.github.xrayclient.diagnostics.internal.report;

import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.ProposedIgnoreRule;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.ignorerule.IgnoreTarget;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a person who cannot make a download possible asks of one who can. */
public final class RequestedAction {
  private RequestedAction() {}

  /** What is asked for, in whole sentences. */
  public static List<String> of(BlockExplanation explanation) {
    Optional<CurationRefusal> curation = explanation.curation();
    if (curation.filter(refusal -> !refusal.policies().isEmpty()).isPresent()) {
      return List.of(
          curation.flatMap(CurationRefusal::waiverRequest).isPresent()
              ? "Please approve a waiver for this package, or tell me which version or package to use"
                  + " instead."
              : "Please add a waiver for this package to each of these policies, or tell me which"
                  + " version or package to use instead.");
    }
    List<String> sentences = new ArrayList<>();
    if (explanation.ignoreRules().isEmpty()) {
      sentences.add(
          explanation.nextSteps().isEmpty()
              ? "Please make this download possible, or tell me what to use instead."
              : "Please make this download possible, or tell me what to use instead. This was"
                  + " suggested first: "
                  + explanation.nextSteps().get(0).text());
      return sentences;
    }
    sentences.add("Please create "
        + (explanation.ignoreRules().size() == 1 ? "this ignore rule" : "these ignore rules")
        + " for a time that you choose, or tell me which version to use instead:");
    return sentences;
  }

  /** What one ignore rule covers, on one line. */
  public static String rule(ProposedIgnoreRule rule) {
    Stream<String> issues = rule.violation().cves().isEmpty()
        ? rule.violation().id().stream()
        : rule.violation().cves().stream();
    String artifacts = rule.filters().artifacts().stream()
        .map(RequestedAction::name)
        .collect(Collectors.joining(", "));
    return issues.collect(Collectors.joining(", "))
        + rule.violation().components().stream()
            .findFirst()
            .map(component -> " in " + component)
            .orElse("")
        + (artifacts.isEmpty() ? "" : ", only for artifact " + artifacts)
        + ", only for watch " + rule.watch()
        + rule.project().map(key -> " of project " + key).orElse("");
  }

  private static String name(IgnoreTarget artifact) {
    return artifact.name().orElse("")
        + artifact.version().map(each -> ":" + each).orElse("");
  }

  /** The commands that do what is asked for, and what else is needed. */
  public static List<String> commands(BlockExplanation explanation) {
    return explanation.nextSteps().stream()
        .filter(step -> step.kind() == NextStep.Kind.CREATE_IGNORE_RULE)
        .flatMap(step -> step.command().stream())
        .collect(Collectors.toUnmodifiableList());
  }
}
