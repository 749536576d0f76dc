package io.github.xrayclient.diagnostics.report;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.ExplanationGroup;
import io.github.xrayclient.diagnostics.internal.report.CausePhrases;
import io.github.xrayclient.diagnostics.internal.report.GroupPhrases;
import io.github.xrayclient.diagnostics.internal.report.HtmlArticle;
import io.github.xrayclient.diagnostics.internal.report.HtmlBuilder;
import io.github.xrayclient.diagnostics.internal.report.HtmlGroup;
import io.github.xrayclient.diagnostics.internal.report.HtmlShared;
import io.github.xrayclient.diagnostics.internal.report.HtmlStyle;
import io.github.xrayclient.diagnostics.internal.report.OriginPhrases;
import io.github.xrayclient.diagnostics.internal.report.Phrases;
import io.github.xrayclient.internal.call.Arguments;
import java.util.List;
import java.util.Set;

/**
 * Writes explanations as an HTML page in one file, without scripts, fonts or images. The page
 * adapts to the size of the screen, to dark mode and to printing. Text from the server is always
 * escaped.
 */
public final class HtmlReport {
  private final HtmlBuilder page = new HtmlBuilder();
  private final List<BlockExplanation> explanations;
  private final List<ExplanationGroup> groups;

  private HtmlReport(List<BlockExplanation> explanations) {
    this.explanations = explanations;
    this.groups = ExplanationGroup.of(explanations);
  }

  /**
   * Writes one page with all explanations. Up to five are written in full, in the given order. More
   * are grouped as by {@link ExplanationGroup#of} and folded, and what many of them have in common
   * is written only once.
   */
  public static String of(List<BlockExplanation> explanations) {
    HtmlReport report = new HtmlReport(Arguments.elements("explanations", explanations));
    report.write();
    return report.page.toString();
  }

  private void write() {
    String title = title();
    page.tag("<!DOCTYPE html>").tag("<html lang=\"en\">").tag("<head>");
    page.tag("<meta charset=\"utf-8\">");
    page.tag("<meta http-equiv=\"Content-Security-Policy\" content=\"" + HtmlStyle.POLICY + "\">");
    page.tag("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
    page.tag("<meta name=\"color-scheme\" content=\"light dark\">");
    page.tag("<meta name=\"referrer\" content=\"no-referrer\">");
    page.text("title", title);
    page.tag("<style>" + HtmlStyle.SHEET + "</style>").tag("</head>");
    page.tag("<body>").tag("<header>").text("h1", title);
    OriginPhrases.of(explanations).forEach(origin -> page.text("p class=\"soft origin\"", origin));
    contents();
    page.tag("</header>").tag("<main>");
    if (GroupPhrases.areUseful(explanations)) {
      groups();
    } else {
      for (int i = 0; i < explanations.size(); i++) {
        new HtmlArticle(page, explanations.get(i), id(i)).write();
      }
    }
    page.tag("</main>");
    legend();
    page.tag("</body>").tag("</html>");
  }

  /** Writes the explanations below the cause that they have in common, each folded. */
  private void groups() {
    HtmlShared shared = new HtmlShared();
    int first = 1;
    for (int i = 0; i < groups.size(); i++) {
      new HtmlGroup(page, groups.get(i), group(i), shared).write(first, HtmlReport::outcome);
      first += groups.get(i).explanations().size();
    }
    shared.write(page);
  }

  private String title() {
    boolean refused = explanations.stream().allMatch(each -> each.refusal().isPresent());
    String what = explanations.size() == 1 ? "a download" : explanations.size() + " downloads";
    return refused
        ? "Why " + what + (explanations.size() == 1 ? " was refused" : " were refused")
        : "What would block " + what;
  }

  private void contents() {
    if (explanations.size() < 2) {
      return;
    }
    if (GroupPhrases.areUseful(explanations)) {
      contentsOfGroups();
      return;
    }
    page.tag("<nav aria-label=\"Downloads\">").tag("<ol>");
    for (int i = 0; i < explanations.size(); i++) {
      BlockExplanation explanation = explanations.get(i);
      page.tag("<li>").name("a href=\"#" + id(i) + "\"", name(explanation));
      page.text("span class=\"soft\"", outcome(explanation)).tag("</li>");
    }
    page.tag("</ol>").tag("</nav>");
  }

  private void contentsOfGroups() {
    page.tag("<nav aria-label=\"Causes\">").text("p class=\"soft\"", GroupPhrases.HEADING + ":");
    page.tag("<ol>");
    for (int i = 0; i < groups.size(); i++) {
      page.tag("<li>").name("a href=\"#" + group(i) + "\"", GroupPhrases.title(groups.get(i)));
      page.text("span class=\"soft\"", GroupPhrases.count(groups.get(i))).tag("</li>");
    }
    page.tag("</ol>").tag("</nav>");
  }

  private static String group(int index) {
    return "group-" + (index + 1);
  }

  private static String id(int index) {
    return "download-" + (index + 1);
  }

  private static String name(BlockExplanation explanation) {
    return Phrases.subject(explanation)
        .or(explanation::repository)
        .orElseGet(() -> Phrases.unnamed(explanation));
  }

  private static String outcome(BlockExplanation explanation) {
    List<BlockCause> causes = explanation.causes();
    if (!causes.isEmpty()) {
      return CausePhrases.verdictLabel(causes.get(0).verdict()) + ", watch "
          + causes.get(0).watch();
    }
    return Phrases.watchesWereRead(explanation)
        ? Phrases.noCause(explanation).replaceFirst("\\.$", "")
        : Phrases.capitalized(Phrases.kind(explanation));
  }

  private void legend() {
    Set<BlockCause.Verdict> verdicts = CausePhrases.verdicts(explanations);
    if (verdicts.isEmpty()) {
      return;
    }
    page.tag("<footer>").text("h2", CausePhrases.VERDICTS).tag("<dl>");
    for (BlockCause.Verdict verdict : verdicts) {
      page.tag("<div>").text("dt", CausePhrases.verdictLabel(verdict));
      page.text("dd", CausePhrases.verdictMeaning(verdict)).tag("</div>");
    }
    page.tag("</dl>").tag("</footer>");
  }
}
