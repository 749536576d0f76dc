package io.github.xrayclient.diagnostics.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.internal.secret.VisibleText;
import java.util.List;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.HtmlRenderer;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class MarkdownReportTest {
  @Nested
  class Sections {
    @Test
    void giveCausesFirst() {
      Document page = rendered(MarkdownReport.of(List.of(Explanations.BLOCKED)));

      assertThat(page.select("h2").eachText())
          .containsExactly("org/acme/app-1.0.jar in example-repo-local", "What the verdicts mean");
      assertThat(page.select("h3").eachText())
          .containsExactly("Causes", "Next steps", "Ruled out as causes", "Not checked");
      assertThat(page.select("ol").first().select("li"))
          .hasSize(2)
          .first()
          .extracting(Element::text)
          .asString()
          .startsWith("LIKELY blocks because of a violation: watch Test_watch → policy Test_policy"
              + " (security) → rule block_downloads Watch \"Test_watch\" covers repository");
      assertThat(page.select("ul li").eachText())
          .contains(
              "Watch old → policy Test_policy → rule block_downloads: Watch \"old\" is not active.");
    }

    @Test
    void nameWhatCurationSaid() {
      Document page = rendered(MarkdownReport.of(List.of(Explanations.CURATED)));

      assertThat(page.select("h3").eachText()).containsExactly("Curation");
      assertThat(page.text())
          .contains("Package acme 1.0. A waiver can be requested.", "Policy p, condition c")
          .contains("Bad: one | two", "Replace it");
    }

    @Test
    void showTheRequestThatIsReady() {
      Document page = rendered(MarkdownReport.of(List.of(Explanations.of("found"))));

      assertThat(page.select("pre > code").first().wholeText())
          .contains("\"pkg_name\" : \"acme\"", "\"reason\" : \"needed: found\"");
    }

    @Test
    void standForEachExplanation() {
      String markdown = MarkdownReport.of(List.of(Explanations.of("x"), Explanations.BLOCKED));

      assertThat(rendered(markdown).select("h2")).hasSize(3);
      assertThat(rendered(markdown).select("body > p").eachText())
          .endsWith(
              "LIKELY: All available evidence points to the rule, but none proves that it blocks the"
                  + " download.",
              "POSSIBLE: The rule blocks the download only under a condition that could not be"
                  + " checked.");
      assertThat(markdown).contains("3 times in the log, first on line 7.");
    }
  }

  @Nested
  class HostileText {
    @ParameterizedTest
    @MethodSource("io.github.xrayclient.diagnostics.report.Explanations#hostile")
    void staysText(String hostile) {
      Document page = rendered(MarkdownReport.of(List.of(Explanations.of(hostile))));

      assertThat(page.body().getAllElements().eachAttr("onerror")).isEmpty();
      assertThat(page.body().select("*:not(body,h2,h3,p,ol,ul,li,pre,code,strong)"))
          .isEmpty();
      assertThat(page.select("strong").eachText()).containsExactly("POSSIBLE");
      assertThat(page.select("h2, h3")).hasSize(8);
      assertThat(page.select("li")).hasSize(7);
      String shown = VisibleText.oneLine(hostile);
      assertThat(page.select("li > p > code, li > code"))
          .extracting(Element::wholeText)
          .contains(shown);
      assertThat(page.select("li").last().wholeText())
          .isEqualTo("Violations were not searched, because " + shown
              + ". Therefore no cause is confirmed.");
    }

    @Test
    void callsNobody() {
      String markdown =
          MarkdownReport.of(List.of(Explanations.of("ask @acme/team about #12 on https://x")));

      assertThat(markdown).contains("ask `@acme/team` about `#12` on https\\://x");
    }
  }

  private static Document rendered(String markdown) {
    return Jsoup.parse(
        HtmlRenderer.builder().build().render(Parser.builder().build().parse(markdown)));
  }
}
