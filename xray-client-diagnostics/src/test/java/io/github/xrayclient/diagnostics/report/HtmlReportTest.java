package io.github.xrayclient.diagnostics.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import io.github.xrayclient.internal.secret.VisibleText;
import io.github.xrayclient.repository.RepositoryClass;
import io.github.xrayclient.watch.WatchResource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HtmlReportTest {
  @Nested
  class Page {
    private final Document page = page(Explanations.BLOCKED);

    @Test
    void isWholeAndNamed() {
      assertThat(page.documentType()).isNotNull();
      assertThat(page.selectFirst("html").attr("lang")).isEqualTo("en");
      assertThat(page.title()).isEqualTo("Why a download was refused");
      assertThat(page.select("h1").eachText()).containsExactly(page.title());
      assertThat(page.select("meta[charset]").attr("charset")).isEqualTo("utf-8");
      assertThat(page.select("meta[name=viewport]")).hasSize(1);
      assertThat(page.select("main > article[aria-labelledby=download-1-title] > h2")
              .attr("id"))
          .isEqualTo("download-1-title");
    }

    @Test
    void allowsItsStyleSheetAndNothingElse() throws NoSuchAlgorithmException {
      byte[] sheet = page.selectFirst("style").data().getBytes(StandardCharsets.UTF_8);
      String hash = Base64.getEncoder()
          .encodeToString(MessageDigest.getInstance("SHA-256").digest(sheet));

      assertThat(page.select("meta[http-equiv=Content-Security-Policy]").attr("content"))
          .isEqualTo("default-src 'none'; style-src 'sha256-" + hash
              + "'; base-uri 'none'; form-action 'none'");
      assertThat(page.select("script, link, img, iframe, object, embed, form, [style], [src]"))
          .isEmpty();
      assertThat(page.selectFirst("style").data()).doesNotContain("@import", "url(");
    }

    @Test
    void hasSheetsForPaperTheDarkAndPhones() {
      assertThat(page.selectFirst("style").data())
          .contains("@media print", "prefers-color-scheme: dark", "max-width: 44rem");
    }

    @Test
    void hasHeadingsInTheirOrder() {
      assertThat(page.select("h1, h2, h3").eachText())
          .containsExactly(
              "Why a download was refused",
              "org/acme/app-1.0.jar in example-repo-local",
              "Causes",
              "Next steps",
              "Ruled out as causes",
              "Not checked",
              "What the verdicts mean");
    }
  }

  @Nested
  class Cause {
    private final Element cause = page(Explanations.BLOCKED).selectFirst(".causes > li");

    @Test
    void hasItsVerdictInWords() {
      assertThat(cause.selectFirst(".badge").text()).isEqualTo("Likely");
      assertThat(cause.selectFirst(".verdict").text())
          .isEqualTo("Likely blocks because of a violation");
      assertThat(cause.selectFirst(".reason").text())
          .isEqualTo(Explanations.BLOCKED.causes().get(0).reason());
    }

    @Test
    void drawsItsPath() {
      assertThat(cause.select("ol.route > li.node").eachText())
          .containsExactly(
              "Repository example-repo-local named by the watch",
              "Watch Test_watch",
              "Policy Test_policy security",
              "Rule block_downloads any severity");
    }

    @ParameterizedTest
    @MethodSource("io.github.xrayclient.diagnostics.report.HtmlReportTest#resources")
    void saysHowTheWatchCoversTheRepository(WatchResource resource, String words) {
      BlockExplanation covered = Explanations.BLOCKED.toBuilder()
          .causes(List.of(Explanations.BLOCKED.causes().get(0).toBuilder()
              .resource(resource)
              .build()))
          .build();

      assertThat(page(covered).selectFirst(".causes .node .note").text()).isEqualTo(words);
    }

    @Test
    void saysThatItsRuleCannotBeRead() {
      BlockExplanation unreadable = Explanations.BLOCKED.toBuilder()
          .causes(List.of(Explanations.BLOCKED.causes().get(0).toBuilder()
              .rule(Optional.empty())
              .trigger(Optional.empty())
              .build()))
          .build();

      assertThat(page(unreadable).select(".causes .node").last().text())
          .isEqualTo("Rule could not be read");
    }
  }

  @Nested
  class OtherParts {
    @Test
    void drawRuledOutPathsWithTheReasonOnTheLine() {
      assertThat(page(Explanations.BLOCKED).select(".out > li > ol.route > li").eachText())
          .containsExactly(
              "Repository example-repo-local",
              "Watch \"old\" is not active.",
              "Watch old",
              "Policy Test_policy",
              "Rule block_downloads");
    }

    @Test
    void drawTheReasonBeforeTheRuleIfItIsAboutTheRule() {
      RuledOut scanned = Explanations.BLOCKED.ruledOut().get(0).toBuilder()
          .trigger(BlockCause.Trigger.UNSCANNED)
          .reason("the scan is done")
          .build();
      BlockExplanation found =
          Explanations.BLOCKED.toBuilder().ruledOut(List.of(scanned)).build();

      assertThat(page(found).select(".out > li > ol.route.at-rule > li").eachText())
          .containsExactly(
              "Repository example-repo-local",
              "Watch old",
              "Policy Test_policy",
              "the scan is done",
              "Rule block_downloads");
    }

    @Test
    void listWhatCurationSaid() {
      Document page = page(Explanations.CURATED);

      assertThat(page.select("h2").first().text()).isEqualTo("acme 1.0");
      assertThat(page.select(".policies .node").eachText())
          .containsExactly("Policy p", "Condition c");
      assertThat(page.select(".policies p").eachText()).containsExactly("Bad:", "Replace it");
      assertThat(page.select(".policies .items li").eachText()).containsExactly("one", "two");
      assertThat(page.text()).contains("A waiver can be requested.").doesNotContain("Causes");
    }

    @Test
    void showWhatIsKnownOfAPackageAndTheRequestThatIsReady() {
      Document page = page(Explanations.of("found"));

      assertThat(page.select(".policies p.soft").eachText()).containsExactly("found");
      assertThat(page.select("section > p").eachText())
          .containsExactly(
              "found",
              "This waiver request can be sent (POST /xray/api/v1/curation/waiver_requests):");
      assertThat(page.selectFirst("pre").wholeText())
          .contains("\"pkg_name\" : \"acme\"", "\"reason\" : \"needed: found\"");
    }

    @Test
    void leadFromTheContentsToEachDownload() {
      Document page = page(Explanations.BLOCKED, Explanations.CURATED, Explanations.of("x"));

      assertThat(page.title()).isEqualTo("Why 3 downloads were refused");
      assertThat(page.select("nav a").eachAttr("href"))
          .allSatisfy(link -> assertThat(page.select("article" + link)).hasSize(1));
      assertThat(page.select("nav li").eachText())
          .containsExactly(
              "org/acme/app-1.0.jar Likely, watch Test_watch",
              "acme 1.0 Refused by Curation",
              "x Possible, watch x");
    }

    @Test
    void sayWhereARefusalStandsInALog() {
      assertThat(page(Explanations.of("x")).text())
          .contains("3 times in the log, first on line 7.");
    }

    @Test
    void askAboutWhatWasNotRefused() {
      BlockExplanation asked = BlockExplanation.builder().repository("libs").build();

      assertThat(page(asked).title()).isEqualTo("What would block a download");
      assertThat(page(asked).text()).contains("No cause was found.");
    }

    @Test
    void mayBeNone() {
      assertThat(page().select("article, nav, footer")).isEmpty();
    }
  }

  @Nested
  class HostileText {
    @ParameterizedTest
    @MethodSource("io.github.xrayclient.diagnostics.report.Explanations#hostile")
    void staysText(String hostile) {
      String html = HtmlReport.of(List.of(Explanations.of(hostile), Explanations.of("x")));
      String harmless = HtmlReport.of(List.of(Explanations.of("y"), Explanations.of("x")));

      assertThat(html.replace("\n", "")).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
      assertThat(outline(html)).isEqualTo(outline(harmless));
      assertThat(Jsoup.parse(html).select("#download-1 .node bdi"))
          .isNotEmpty()
          .allSatisfy(name -> assertThat(name.wholeText()).isEqualTo(VisibleText.oneLine(hostile)));
      assertThat(Jsoup.parse(html).select("#download-1 .reason").first().wholeText())
          .isEqualTo(VisibleText.oneLine(hostile));
    }

    /** Elements and attributes without their text. */
    private List<String> outline(String html) {
      return Jsoup.parse(html).getAllElements().stream()
          .map(element -> element.tagName()
              + element.attributes().asList().stream()
                  .map(Attribute::html)
                  .collect(Collectors.toList()))
          .collect(Collectors.toList());
    }
  }

  static Stream<Arguments> resources() {
    return Stream.of(
        Arguments.of(
            WatchResource.repository("example-repo", RepositoryClass.REMOTE),
            "named by the watch as example-repo"),
        Arguments.of(WatchResource.allRepositories(), "the watch covers all repositories"),
        Arguments.of(WatchResource.project("acme"), "covered by project acme"));
  }

  private static Document page(BlockExplanation... explanations) {
    return Jsoup.parse(HtmlReport.of(List.of(explanations)));
  }
}
