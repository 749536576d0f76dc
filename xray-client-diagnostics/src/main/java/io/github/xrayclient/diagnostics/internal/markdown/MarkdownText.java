package io.github.xrayclient.diagnostics.internal.markdown;

import io.github.xrayclient.internal.secret.VisibleText;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Escapes text so that no dialect of Markdown reads it as markup, links or mentions. */
public final class MarkdownText {
  private static final Pattern BACKTICKS = Pattern.compile("`+");
  private static final Pattern BLANK = Pattern.compile("(?<= )|(?= )");
  private static final Pattern LIST_ITEM = Pattern.compile("^(\\d*)([-+=.)])");
  private static final Pattern LINK = Pattern.compile("(:)(?=//)|(?<=(?i:www))(\\.)");
  private static final Pattern MARKUP = Pattern.compile("[\\\\`*_{}\\[\\]|~$#!]");

  private MarkdownText() {}

  /** Formats a name as a code span. */
  public static String code(String text) {
    String shown = VisibleText.oneLine(text);
    int longest = 0;
    for (Matcher run = BACKTICKS.matcher(shown); run.find(); ) {
      longest = Math.max(longest, run.end() - run.start());
    }
    boolean padded = longest > 0 || shown.isEmpty() || !shown.equals(shown.strip());
    String fence = "`".repeat(longest + 1) + (padded ? " " : "");
    return fence + shown + new StringBuilder(fence).reverse();
  }

  /** Formats one line as code in HTML, where Markdown is not read, such as in a summary. */
  public static String htmlCode(String text) {
    return "<code>" + html(VisibleText.oneLine(text)) + "</code>";
  }

  private static String html(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
  }

  /** Formats lines as an indented block of code, which no line of the text can end. */
  public static String block(String lines) {
    return lines
        .lines()
        .map(line -> "    " + VisibleText.oneLine(line) + "\n")
        .collect(Collectors.joining());
  }

  /** Escapes a sentence. Words with {@code @} or {@code #} become code spans. */
  public static String text(String text) {
    StringBuilder markdown = new StringBuilder();
    for (String word : BLANK.split(VisibleText.oneLine(text).strip(), -1)) {
      markdown.append(isReference(word) ? code(word) : escaped(word));
    }
    return LIST_ITEM.matcher(markdown).replaceFirst("$1\\\\$2");
  }

  /** Whether issue trackers read the word as a person or an issue, even if it is escaped. */
  private static boolean isReference(String word) {
    return word.indexOf('@') >= 0 || word.indexOf('#') >= 0;
  }

  private static String escaped(String word) {
    String escaped = MARKUP.matcher(word).replaceAll("\\\\$0");
    return html(LINK.matcher(escaped).replaceAll("\\\\$0"));
  }
}
