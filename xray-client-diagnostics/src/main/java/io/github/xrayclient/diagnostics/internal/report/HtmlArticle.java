package io.github.xrayclient.diagnostics.internal.report;

import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.diagnostics.refusal.ViolatedPolicy;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Writes one explanation as an article of an HTML page. */
public final class HtmlArticle {
  private static final Pattern ITEMS = Pattern.compile(" \\| |<br ?/?>(?: ?- )?");

  private final HtmlBuilder page;
  private final BlockExplanation explanation;
  private final String id;
  private final HtmlRoutes routes;

  public HtmlArticle(HtmlBuilder page, BlockExplanation explanation, String id) {
    this.page = page;
    this.explanation = explanation;
    this.id = id;
    this.routes = new HtmlRoutes(page, explanation.repository());
  }

  public void write() {
    page.tag("<article id=\"" + id + "\" aria-labelledby=\"" + id + "-title\">");
    page.tag("<h2 id=\"" + id + "-title\">");
    title();
    page.tag("</h2>");
    head();
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

  /** Writes what was refused, how often, and in which words. */
  void head() {
    page.text("p class=\"kind\"", Phrases.capitalized(Phrases.kind(explanation)) + ".");
    Phrases.logOccurrences(explanation).ifPresent(seen -> page.text("p class=\"soft\"", seen));
    Phrases.basis(explanation).ifPresent(basis -> page.text("p", basis));
    explanation.refusal().ifPresent(refusal -> page.text("blockquote", refusal.text()));
  }

  /** Writes what was downloaded, and from where. */
  void title() {
    Optional<String> subject = Phrases.subject(explanation);
    subject.ifPresent(name -> page.name("span class=\"name\"", name));
    explanation.repository().ifPresent(key -> {
      page.text("span class=\"soft\"", subject.isPresent() ? "in" : "Repository");
      page.name("span class=\"name\"", key);
    });
    if (subject.isEmpty() && explanation.repository().isEmpty()) {
      page.text("span", Phrases.unnamed(explanation));
    }
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
      explanation.causes().forEach(routes::cause);
      page.tag("</ol>");
    }
    page.tag("</section>");
  }

  void curation(CurationRefusal refusal) {
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
    routes.node("Policy", policy.policy()).tag("</li>");
    policy
        .condition()
        .ifPresent(condition -> routes.node("Condition", condition).tag("</li>"));
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
    page.tag("<section>").text("h3", Phrases.RULED_OUT);
    page.tag("<ul class=\"out\">");
    explanation.ruledOut().forEach(routes::ruledOut);
    page.tag("</ul>");
    page.tag("</section>");
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

  void list(String heading, List<String> entries) {
    if (entries.isEmpty()) {
      return;
    }
    page.tag("<section>").text("h3", heading).tag("<ul>");
    entries.forEach(entry -> page.text("li", entry));
    page.tag("</ul>").tag("</section>");
  }
}
