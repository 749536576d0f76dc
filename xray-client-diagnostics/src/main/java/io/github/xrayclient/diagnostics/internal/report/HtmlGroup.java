package io.github.xrayclient.diagnostics.internal.report;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.BlockingViolation;
import io.github.xrayclient.diagnostics.explanation.ExplanationGroup;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Writes a group of explanations: what they have in common, and each of them folded. */
public final class HtmlGroup {
  private final HtmlBuilder page;
  private final ExplanationGroup group;
  private final String id;
  private final HtmlShared shared;
  private final HtmlEntries steps;

  public HtmlGroup(HtmlBuilder page, ExplanationGroup group, String id, HtmlShared shared) {
    this.page = page;
    this.group = group;
    this.id = id;
    this.shared = shared;
    this.steps = new HtmlEntries(id + "-step-");
  }

  /**
   * Writes the group.
   *
   * @param first the number of the first download on the page
   * @param outcome what was found for a download, in a few words
   */
  public void write(int first, Function<BlockExplanation, String> outcome) {
    HtmlBuilder downloads = new HtmlBuilder();
    int number = first;
    for (BlockExplanation explanation : group.explanations()) {
      download(downloads, explanation, "download-" + number++, outcome.apply(explanation));
    }
    page.tag("<section class=\"group\" id=\"" + id + "\" aria-labelledby=\"" + id + "-title\">");
    page.name("h2 id=\"" + id + "-title\"", GroupPhrases.title(group));
    page.text("p class=\"soft\"", GroupPhrases.count(group));
    group.cause().ifPresent(this::cause);
    if (steps.size() > 0) {
      page.tag("<section>").text("h3", Phrases.NEXT_STEPS);
      steps.writeReasons(page);
      page.tag("</section>");
    }
    page.text("h3", "Downloads").tag(downloads.toString()).tag("</section>");
  }

  private void cause(BlockCause cause) {
    List<String> repositories = group.repositories();
    Optional<String> where = repositories.size() > 1
        ? Optional.of(repositories.size() + " repositories")
        : repositories.stream().findFirst();
    page.tag("<ol class=\"causes\">");
    new HtmlRoutes(page, where).cause(cause);
    page.tag("</ol>");
  }

  private void download(
      HtmlBuilder target, BlockExplanation explanation, String name, String outcome) {
    HtmlArticle article = new HtmlArticle(target, explanation, name);
    target.tag("<details class=\"download\" id=\"" + name + "\">").tag("<summary>");
    article.title();
    target.text("span class=\"soft outcome\"", times(explanation) + outcome).tag("</summary>");
    target.tag("<article>");
    article.head();
    causes(target, explanation);
    explanation.curation().ifPresent(article::curation);
    article.list(AvailabilityPhrases.HEADING, AvailabilityPhrases.of(explanation));
    steps(target, explanation.nextSteps());
    shared.refer(target, explanation);
    target.tag("</article>").tag("</details>");
  }

  /** Writes what the list of causes at the end of the page does not contain. */
  private static void causes(HtmlBuilder target, BlockExplanation explanation) {
    if (explanation.causes().isEmpty() && Phrases.watchesWereRead(explanation)) {
      target.text("p", Phrases.noCause(explanation));
    }
    Set<BlockingViolation> found = new LinkedHashSet<>();
    explanation.causes().forEach(cause -> found.addAll(ViolationPhrases.shown(cause)));
    Optional<String> more = explanation.causes().stream()
        .flatMap(cause -> ViolationPhrases.more(cause).stream())
        .findFirst();
    new HtmlRoutes(target, explanation.repository()).violations(found, more);
  }

  /** Refers to the steps of the group, and writes the commands, which are about a single download. */
  private void steps(HtmlBuilder target, List<NextStep> all) {
    if (all.isEmpty()) {
      return;
    }
    steps.refer(
        target,
        Phrases.NEXT_STEPS + ":",
        all.stream()
            .map(step -> new HtmlEntries.Entry("", step.text()))
            .collect(Collectors.toList()));
    for (NextStep step : all) {
      step.command().ifPresent(target::lines);
    }
  }

  private static String times(BlockExplanation explanation) {
    return explanation
        .refusal()
        .flatMap(BlockedDownload::count)
        .filter(count -> count > 1)
        .map(count -> count + " times. ")
        .orElse("");
  }
}
