package io.github.xrayclient.diagnostics.internal.report;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.BlockingViolation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.diagnostics.refusal.ViolatedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes one explanation as an article of an HTML page. */
public final class HtmlArticle {
  private static final Pattern ITEMS = Pattern.compile(" \\| |<br ?/?>(?: ?- )?");

  private final HtmlBuilder page;
  private final BlockExplanation explanation;
  private final String id;

  public HtmlArticle(HtmlBuilder page, BlockExplanation explanation, String id) {
    this.page = page;
    this.explanation = explanation;
    this.id = id;
  }

  public void write() {
    page.tag("<article id=\"" + id + "\" aria-labelledby=\"" + id + "-title\">");
    title();
    page.text("p class=\"kind\"", Phrases.capitalized(Phrases.kind(explanation)) + ".");
    Phrases.logOccurrences(explanation).ifPresent(seen -> page.text("p class=\"soft\"", seen));
    Phrases.basis(explanation).ifPresent(basis -> page.text("p", basis));
    explanation.refusal().ifPresent(refusal -> page.text("blockquote", refusal.text()));
    causes();
    explanation.curation().ifPresent(this::curation);
    list(AvailabilityPhrases.HEADING, AvailabilityPhrases.of(explanation));
    steps();
    ruledOut();
    list(Phrases.NOT_BLOCKING, Phrases.notBlocking(explanation));
    list(
        Phrases.NOT_CHECKED,
        explanation.notChecked().stream().map(NotChecked::sentence).collect(Collectors.toList()));
    page.tag("</article>");
  }

  private void title() {
    page.tag("<h2 id=\"" + id + "-title\">");
    Optional<String> subject = Phrases.subject(explanation);
    subject.ifPresent(name -> page.name("span class=\"name\"", name));
    explanation.repository().ifPresent(key -> {
      page.text("span class=\"soft\"", subject.isPresent() ? "in" : "Repository");
      page.name("span class=\"name\"", key);
    });
    if (subject.isEmpty() && explanation.repository().isEmpty()) {
      page.text("span", Phrases.unnamed(explanation));
    }
    page.tag("</h2>");
  }

  private void causes() {
    if (explanation.causes().isEmpty() && !Phrases.watchesWereRead(explanation)) {
      return;
    }
    page.tag("<section>").text("h3", "Causes");
    if (explanation.causes().isEmpty()) {
      page.text("p", Phrases.noCause(explanation));
    } else {
      page.tag("<ol class=\"causes\">");
      explanation.causes().forEach(this::cause);
      page.tag("</ol>");
    }
    page.tag("</section>");
  }

  private void cause(BlockCause cause) {
    String verdict = cause.verdict().name().toLowerCase(Locale.ROOT);
    page.tag("<li class=\"" + verdict + "\">").tag("<p class=\"verdict\">");
    page.text("strong class=\"badge\"", Phrases.verdictLabel(cause.verdict()));
    cause.trigger().ifPresent(trigger -> page.text("span", Phrases.trigger(trigger)));
    page.tag("</p>").text("p class=\"reason\"", cause.reason());
    Phrases.evidence(cause).ifPresent(evidence -> page.text("p class=\"soft\"", evidence));
    violations(cause);
    page.tag("<ol class=\"route\">");
    node("Repository", explanation.repository().or(cause.resource()::name).orElse("unknown"));
    page.text("span class=\"note\"", Phrases.resource(cause.resource(), explanation.repository()))
        .tag("</li>");
    node("Watch", cause.watch()).tag("</li>");
    node("Policy", cause.policy());
    cause.policyType().ifPresent(type -> page.text("span class=\"note\"", type.wire()));
    page.tag("</li>");
    cause
        .rule()
        .ifPresentOrElse(
            rule -> node("Rule", rule),
            () -> page.tag("<li class=\"node\">")
                .text("span class=\"what\"", "Rule")
                .text("span class=\"note\"", "could not be read"));
    page.tag("</li>").tag("</ol>").tag("</li>");
  }

  private void violations(BlockCause cause) {
    if (cause.violations().isEmpty()) {
      return;
    }
    page.tag("<ul class=\"violations\">");
    for (BlockingViolation violation : ViolationPhrases.shown(cause)) {
      page.tag("<li>").text("span", ViolationPhrases.line(violation));
      violation.url().ifPresent(url -> page.name("span class=\"soft\"", url));
      page.tag("</li>");
    }
    ViolationPhrases.more(cause).ifPresent(more -> page.text("li", more));
    page.tag("</ul>");
  }

  private void curation(CurationRefusal refusal) {
    page.tag("<section>").text("h3", "Curation");
    Phrases.reason(explanation).ifPresent(reason -> page.text("p", reason));
    if (refusal.waiversAllowed()) {
      page.text("p", Phrases.WAIVER_ALLOWED);
    }
    if (!refusal.policies().isEmpty()) {
      page.tag("<ul class=\"policies\">");
      refusal.policies().forEach(this::policy);
      page.tag("</ul>");
    }
    refusal.findings().forEach(finding -> page.text("p", finding.text()));
    refusal
        .waiverRequest()
        .ifPresent(draft ->
            page.text("p", Phrases.WAIVER_REQUEST).lines(Phrases.waiverRequestJson(draft)));
    page.tag("</section>");
  }

  private void policy(ViolatedPolicy policy) {
    page.tag("<li>").tag("<ol class=\"route\">");
    node("Policy", policy.policy()).tag("</li>");
    policy.condition().ifPresent(condition -> node("Condition", condition).tag("</li>"));
    page.tag("</ol>");
    policy.explanation().ifPresent(this::explained);
    policy.recommendation().ifPresent(advice -> page.text("p", advice));
    policy.findings().forEach(finding -> page.text("p class=\"soft\"", finding.text()));
    page.tag("</li>");
  }

  /**
   * Writes a list if the server's text is a headline with several items, and a paragraph otherwise.
   */
  private void explained(String explained) {
    List<String> items = new ArrayList<>(List.of(ITEMS.split(explained)));
    int headline = items.get(0).indexOf(": ");
    if (items.size() == 1 || headline < 0) {
      page.text("p", explained);
      return;
    }
    page.text("p", items.get(0).substring(0, headline + 1));
    items.set(0, items.get(0).substring(headline + 2));
    page.tag("<ul class=\"items\">");
    items.forEach(item -> page.text("li", item));
    page.tag("</ul>");
  }

  private void ruledOut() {
    if (explanation.ruledOut().isEmpty()) {
      return;
    }
    page.tag("<section>").text("h3", Phrases.RULED_OUT).tag("<ul class=\"out\">");
    for (RuledOut out : explanation.ruledOut()) {
      boolean atRule = out.trigger().isPresent();
      page.tag("<li>").tag("<ol class=\"route" + (atRule ? " at-rule" : "") + "\">");
      node("Repository", explanation.repository().orElse("unknown")).tag("</li>");
      gap(out, !atRule);
      node("Watch", out.watch()).tag("</li>");
      out.policy().ifPresent(policy -> node("Policy", policy).tag("</li>"));
      gap(out, atRule);
      out.rule().ifPresent(rule -> node("Rule", rule).tag("</li>"));
      page.tag("</ol>").tag("</li>");
    }
    page.tag("</ul>").tag("</section>");
  }

  /** Writes why a path is ruled out, if it is ruled out at this step. */
  private void gap(RuledOut out, boolean isHere) {
    if (isHere) {
      page.text("li class=\"gap\"", out.reason());
    }
  }

  /** Opens a step of a path. */
  private HtmlBuilder node(String what, String name) {
    return page.tag("<li class=\"node\">").text("span class=\"what\"", what).name("b", name);
  }

  private void steps() {
    if (explanation.nextSteps().isEmpty()) {
      return;
    }
    page.tag("<section>").text("h3", Phrases.NEXT_STEPS).tag("<ol>");
    for (NextStep step : explanation.nextSteps()) {
      page.tag("<li>").text("span", step.text());
      step.command().ifPresent(page::lines);
      page.tag("</li>");
    }
    page.tag("</ol>").tag("</section>");
  }

  private void list(String heading, List<String> entries) {
    if (entries.isEmpty()) {
      return;
    }
    page.tag("<section>").text("h3", heading).tag("<ul>");
    entries.forEach(entry -> page.text("li", entry));
    page.tag("</ul>").tag("</section>");
  }
}
