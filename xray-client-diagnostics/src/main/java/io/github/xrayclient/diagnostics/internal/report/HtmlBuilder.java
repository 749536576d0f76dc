package io.github.xrayclient.diagnostics.internal.report;

import io.github.xrayclient.internal.secret.VisibleText;
import java.net.URI;

/** Builds an HTML page. Tags and attributes are given as markup; all other text is escaped. */
public final class HtmlBuilder {
  private final StringBuilder page = new StringBuilder();

  /** Adds markup, which must not contain text from the server. */
  public HtmlBuilder tag(String markup) {
    page.append(markup).append('\n');
    return this;
  }

  /** Adds text inside an element, such as {@code p class="reason"}. */
  public HtmlBuilder text(String element, String text) {
    page.append('<').append(element).append('>').append(escape(text));
    page.append("</").append(name(element)).append(">\n");
    return this;
  }

  /** Adds a name, which browsers do not translate and whose writing direction they keep. */
  public HtmlBuilder name(String element, String name) {
    page.append('<').append(element).append(" translate=\"no\"><bdi>").append(escape(name));
    page.append("</bdi></").append(name(element)).append(">\n");
    return this;
  }

  /** Adds a URL from a server: as a link if it is one of a web page, and as text otherwise. */
  void link(String url) {
    if (isOfWebPage(url)) {
      String escaped = escape(url);
      tag("<a class=\"soft\" rel=\"noopener noreferrer\" translate=\"no\" href=\"" + escaped + "\">"
          + escaped + "</a>");
    } else {
      name("span class=\"soft\"", url);
    }
  }

  /** Whether the URL is absolute and leads to a web page; others, such as javascript:, do not. */
  private static boolean isOfWebPage(String url) {
    try {
      URI parsed = URI.create(url);
      return parsed.getHost() != null
          && ("https".equalsIgnoreCase(parsed.getScheme())
              || "http".equalsIgnoreCase(parsed.getScheme()));
    } catch (IllegalArgumentException notAUrl) {
      return false;
    }
  }

  /** Adds lines of code. */
  HtmlBuilder lines(String lines) {
    page.append("<pre translate=\"no\">");
    lines.lines().forEach(line -> page.append(escape(line)).append('\n'));
    page.append("</pre>\n");
    return this;
  }

  private static String name(String element) {
    int end = element.indexOf(' ');
    return end < 0 ? element : element.substring(0, end);
  }

  static String escape(String text) {
    return VisibleText.oneLine(text)
        .replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
