package io.github.xrayclient.diagnostics.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.block.Platform;
import io.github.xrayclient.diagnostics.block.PlatformFixture;
import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.testsupport.Thorough;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** A page with 500 blocked downloads from 12 repositories, and 302 watches. */
class LargeHtmlReportTest extends PlatformFixture {
  private static final int REPOSITORIES = 12;

  private List<BlockExplanation> explanations() {
    for (int i = 0; i < REPOSITORIES; i++) {
      platform.local("libs-" + i, "");
    }
    platform.policy("block", Platform.BLOCK + "," + Platform.UNSCANNED);
    for (int i = 0; i < 302; i++) {
      platform.watch("corporate-watch-" + i, "block", resource(i));
    }
    return platform
        .downloads()
        .explain(IntStream.range(0, 500)
            .mapToObj(i -> Platform.refusal("libs-" + i % REPOSITORIES, path(i)))
            .collect(Collectors.joining("\n")));
  }

  private static String path(int i) {
    return "org/acme/module-" + i + "/1." + i + "/module-" + i + "-1." + i + ".jar";
  }

  /** Watches on everything, with a filter, on projects, and on single repositories. */
  private static String resource(int i) {
    switch (i % 4) {
      case 0:
        return Platform.allRepositories();
      case 1:
        return Platform.allRepositories("{'type':'package-type','value':'Npm'}");
      case 2:
        return "{'type':'project','name':'team-" + i + "'}";
      default:
        return Platform.repository("libs-" + i % REPOSITORIES, "local");
    }
  }

  @Test
  void isSmallAndLosesNothing() {
    List<BlockExplanation> explanations = explanations();
    assertThat(explanations).hasSize(500);
    assertThat(explanations.get(0).causes()).hasSizeGreaterThan(70);
    assertThat(explanations.get(0).ruledOut()).hasSizeGreaterThan(70);

    String html = HtmlReport.of(explanations);

    assertThat(html.getBytes(StandardCharsets.UTF_8).length).isLessThan(1_000_000);
    Document page = Jsoup.parse(html);
    assertThat(page.select("details.download")).hasSize(500);
    Map<String, String> entries = page.select("li[id]").stream()
        .collect(Collectors.toMap(Element::id, LargeHtmlReportTest::withReason));
    Map<String, BlockExplanation> byPath = explanations.stream()
        .collect(Collectors.toMap(each -> each.path().orElseThrow(), each -> each));
    // Two downloads of each repository: the others differ only in their paths.
    int checked = Thorough.count(2 * REPOSITORIES, 500);
    for (Element download : page.select("details.download").subList(0, checked)) {
      BlockExplanation explanation =
          byPath.get(download.selectFirst("summary .name").text());
      assertThat(missing(explanation, shown(download, entries))).isEmpty();
    }
  }

  /** The text of a download, with the entries to which it refers. */
  private static String shown(Element download, Map<String, String> entries) {
    StringBuilder text = new StringBuilder(download.text());
    for (Element refer : download.select("p.refer")) {
      List<Element> links = refer.select("a");
      for (int i = 0; i < links.size(); i++) {
        int from = Integer.parseInt(links.get(i).text());
        boolean isRange = String.valueOf(links.get(i).nextSibling()).equals(" to ");
        int to = isRange ? Integer.parseInt(links.get(++i).text()) : from;
        String id = links.get(i).attr("href").substring(1).replaceAll("\\d+$", "");
        for (int number = from; number <= to; number++) {
          text.append(' ').append(entries.get(id + number));
        }
      }
    }
    return text.toString();
  }

  private static String withReason(Element entry) {
    Element reasons = entry.closest(".entry");
    String watch = entry.text().replaceAll("^\\d+ | > .*", "");
    return entry.text()
        + (reasons == null ? "" : " " + reasons.selectFirst("p").text().replace("{watch}", watch));
  }

  private static List<String> missing(BlockExplanation explanation, String text) {
    String key = explanation.repository().orElseThrow();
    List<String> wanted =
        explanation.causes().stream().map(BlockCause::reason).collect(Collectors.toList());
    explanation.ruledOut().stream().map(RuledOut::reason).forEach(wanted::add);
    explanation.notChecked().stream().map(NotChecked::sentence).forEach(wanted::add);
    explanation.nextSteps().stream().map(NextStep::text).forEach(wanted::add);
    explanation.nextSteps().stream().flatMap(step -> step.command().stream()).forEach(wanted::add);
    explanation.refusal().map(BlockedDownload::text).ifPresent(wanted::add);
    return wanted.stream()
        .map(each -> each.replaceAll("\\s+", " "))
        .filter(each -> !text.contains(each)
            && !text.contains(each.replace("\"" + key + "\"", "\"{repository}\"")))
        .collect(Collectors.toList());
  }
}
