package io.github.xrayclient.diagnostics.internal.report;

import io.github.xrayclient.internal.secret.VisibleText;

/** Builds a page. Tags and attributes are ours, everything else is text and escaped. */
public final class HtmlBuilder {
  private final StringBuilder page = new StringBuilder();

  /** Adds markup of our own. */
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

  /** Adds a name, which neither changes the direction of what is around it nor is translated. */
  public HtmlBuilder name(String element, String name) {
    page.append('<').append(element).append(" translate=\"no\"><bdi>").append(escape(name));
    page.append("</bdi></").append(name(element)).append(">\n");
    return this;
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
