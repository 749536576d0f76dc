package io.github.xrayclient.diagnostics.internal.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** URLs from the server in a page. */
class HtmlLinkTest {
  private static String link(String url) {
    HtmlBuilder page = new HtmlBuilder();
    page.link(url);
    return page.toString();
  }

  @Test
  void areLinksThatDoNotTellTheOtherSiteWhereTheyCameFrom() {
    assertThat(link("https://acme.example/v?a=1&b=it's"))
        .isEqualTo("<a class=\"soft\" rel=\"noopener noreferrer\" translate=\"no\""
            + " href=\"https://acme.example/v?a=1&amp;b=it&#39;s\">"
            + "https://acme.example/v?a=1&amp;b=it&#39;s</a>\n");
    assertThat(link("HTTP://acme.example/v")).contains("href=\"HTTP://acme.example/v\"");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)",
        "JavaScript://acme.example/%0aalert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "//acme.example/v",
        "/ui/v",
        "https:",
        "https://acme.example/\"onclick=\"alert(1)",
        "https://acme.example/a b",
        " https://acme.example/v",
        "",
      })
  void areTextIfTheyLeadToNoWebPage(String url) {
    assertThat(link(url)).doesNotContain("href").startsWith("<span class=\"soft\"");
  }
}
