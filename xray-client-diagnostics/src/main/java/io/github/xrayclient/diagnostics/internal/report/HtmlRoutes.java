package io.github.xrayclient.diagnostics.internal.report;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockingViolation;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/** Draws the paths from a repository over watch and policy to a rule and its violations. */
final class HtmlRoutes {
  private final HtmlBuilder page;
  private final Optional<String> repository;

  HtmlRoutes(HtmlBuilder page, Optional<String> repository) {
    this.page = page;
    this.repository = repository;
  }

  /** Writes a cause as an item of a list, with its path as a picture. */
  void cause(BlockCause cause) {
    page.tag("<li class=\"" + cause.verdict().name().toLowerCase(Locale.ROOT) + "\">");
    page.tag("<p class=\"verdict\">");
    page.text("strong class=\"badge\"", CausePhrases.verdictLabel(cause.verdict()));
    cause.trigger().ifPresent(trigger -> page.text("span", CausePhrases.trigger(trigger)));
    page.tag("</p>").text("p class=\"reason\"", cause.reason());
    CausePhrases.evidence(cause).ifPresent(evidence -> page.text("p class=\"soft\"", evidence));
    violations(ViolationPhrases.shown(cause), ViolationPhrases.more(cause));
    page.tag("<ol class=\"route\">");
    node("Repository", repository.or(cause.resource()::name).orElse("unknown"));
    note(CausePhrases.resource(cause.resource(), repository)).tag("</li>");
    node("Watch", cause.watch());
    cause.watchProject().ifPresent(key -> note("of project " + key));
    page.tag("</li>");
    node("Policy", cause.policy());
    cause.policyType().ifPresent(type -> note(type.wire()));
    page.tag("</li>");
    rule(cause);
    cause.violations().stream().findFirst().ifPresent(first -> violation(first, cause));
    page.tag("</ol>").tag("</li>");
  }

  private void rule(BlockCause cause) {
    if (cause.rule().isPresent()) {
      node("Rule", cause.rule().get());
      cause.criteriaInWords().ifPresent(this::note);
    } else {
      page.tag("<li class=\"node\">").text("span class=\"what\"", "Rule");
      note("could not be read");
    }
    page.tag("</li>");
  }

  private void violation(BlockingViolation violation, BlockCause cause) {
    int count = Math.max(cause.violations().size(), cause.violationCount().orElse(0));
    node("Violation", violation.cves().stream().findFirst().or(violation::id).orElse("without id"));
    violation.severity().ifPresent(severity -> note(severity.wire()));
    if (count > 1) {
      note("and " + (count - 1) + " more");
    }
    page.tag("</li>");
  }

  void violations(Collection<BlockingViolation> violations, Optional<String> more) {
    if (violations.isEmpty()) {
      return;
    }
    page.tag("<ul class=\"violations\">");
    for (BlockingViolation violation : violations) {
      page.tag("<li>").text("span", ViolationPhrases.line(violation));
      violation.url().ifPresent(page::link);
      page.tag("</li>");
    }
    more.ifPresent(words -> page.text("li", words));
    page.tag("</ul>");
  }

  /** Draws the path of a cause that was ruled out, with the reason at the step where it ends. */
  void ruledOut(RuledOut out) {
    boolean atRule = out.trigger().isPresent();
    page.tag("<li>").tag("<ol class=\"route" + (atRule ? " at-rule" : "") + "\">");
    node("Repository", repository.orElse("unknown")).tag("</li>");
    gap(out, !atRule);
    node("Watch", out.watch());
    out.watchProject().ifPresent(key -> note("of project " + key));
    page.tag("</li>");
    out.policy().ifPresent(policy -> node("Policy", policy).tag("</li>"));
    gap(out, atRule);
    out.rule().ifPresent(rule -> node("Rule", rule).tag("</li>"));
    page.tag("</ol>").tag("</li>");
  }

  /** Writes why a path is ruled out, if it is ruled out at this step. */
  private void gap(RuledOut out, boolean isHere) {
    if (isHere) {
      page.text("li class=\"gap\"", out.reason());
    }
  }

  /** Opens a step of a path. */
  HtmlBuilder node(String what, String name) {
    return page.tag("<li class=\"node\">").text("span class=\"what\"", what).name("b", name);
  }

  private HtmlBuilder note(String words) {
    return page.text("span class=\"note\"", words);
  }
}
