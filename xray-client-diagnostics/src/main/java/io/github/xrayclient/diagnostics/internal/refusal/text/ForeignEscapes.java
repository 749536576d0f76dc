package io.github.xrayclient.diagnostics.internal.refusal.text;

import java.util.Map;

/**
 * Undoes the escapes of the places where logs are shown or passed on: entities and tags of HTML,
 * the line ends in annotations of build servers, and the service messages of TeamCity.
 */
final class ForeignEscapes {
  private static final int LONGEST_ENTITY = 12;
  private static final int LONGEST_TAG = 2_000;
  private static final String TEAMCITY = "##teamcity[";
  private static final Map<String, String> ENTITIES = Map.of(
      "quot", "\"", "apos", "'", "lt", "<", "gt", ">", "amp", "&", "nbsp", " ", "lsquo", "'",
      "rsquo", "'", "hellip", "\u2026", "sol", "/");

  private final String text;
  private final Rewriting copy;
  private boolean inTeamCity; // whether the line is a service message of TeamCity
  private boolean inJson; // whether the line has quotes of JSON, which an entity must not add to

  private ForeignEscapes(String text) {
    this.text = text;
    this.copy = new Rewriting(text);
  }

  static RewrittenText undoneIn(String text) {
    boolean isPlain = !hasEntity(text)
        && !text.contains("%0A")
        && !text.contains("%0a")
        && !text.contains("</")
        && !text.contains(TEAMCITY);
    return isPlain ? RewrittenText.unchanged(text) : new ForeignEscapes(text).undone();
  }

  private static boolean hasEntity(String text) {
    for (int at = text.indexOf('&'); at >= 0; at = text.indexOf('&', at + 1)) {
      if (endOfEntity(text, at) > 0) {
        return true;
      }
    }
    return false;
  }

  private RewrittenText undone() {
    int at = 0;
    while (at < text.length()) {
      char c = text.charAt(at);
      if (at == 0 || text.charAt(at - 1) == '\n') {
        enterLine(at);
      }
      if (c == '&') {
        at = entity(at);
      } else if (c == '%') {
        at = lineEnd(at);
      } else if (c == '<') {
        at = tag(at);
      } else if (c == '|' && inTeamCity) {
        at = teamCity(at);
      } else {
        at++;
      }
    }
    return copy.finish();
  }

  private void enterLine(int start) {
    int lineFeed = text.indexOf('\n', start);
    int end = lineFeed < 0 ? text.length() : lineFeed;
    int limit = Math.min(end, start + 200);
    inTeamCity = text.substring(start, limit).contains(TEAMCITY);
    inJson = text.substring(start, limit).contains("\":");
  }

  private int replaced(int start, int end, String by) {
    copy.copyTo(start);
    copy.replaceTo(end, by);
    return end;
  }

  private int entity(int start) {
    int end = endOfEntity(text, start);
    if (end == 0) {
      return start + 1;
    }
    int name = start + 1;
    while (text.startsWith("amp;", name) && endOfName(text, name + 4) > 0) {
      name += 4; // escaped more than once
    }
    int last = endOfName(text, name);
    String value = value(text.substring(name, last));
    return replaced(start, last + 1, inJson && value.equals("\"") ? "'" : value);
  }

  /** The position behind the entity; 0 if there is none. */
  private static int endOfEntity(String text, int ampersand) {
    int end = endOfName(text, ampersand + 1);
    return end == 0 ? 0 : end + 1;
  }

  /** The position of the semicolon behind the name of an entity; 0 if there is none. */
  private static int endOfName(String text, int from) {
    int limit = Math.min(text.length(), from + LONGEST_ENTITY);
    int end = from;
    while (end < limit
        && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '#')) {
      end++;
    }
    boolean isEntity = end > from
        && end < limit
        && text.charAt(end) == ';'
        && !value(text, from, end).isEmpty();
    return isEntity ? end : 0;
  }

  private static String value(String text, int from, int to) {
    return value(text.substring(from, to));
  }

  /** What the entity stands for; empty if it is not known. */
  private static String value(String name) {
    if (name.length() < 2 || name.charAt(0) != '#') {
      return ENTITIES.getOrDefault(name, "");
    }
    boolean isHex = name.charAt(1) == 'x' || name.charAt(1) == 'X';
    int code = 0;
    for (int at = isHex ? 2 : 1; at < name.length() && code <= 0xffff; at++) {
      int digit = Character.digit(name.charAt(at), isHex ? 16 : 10);
      if (digit < 0) {
        return "";
      }
      code = code * (isHex ? 16 : 10) + digit;
    }
    return code > 0 && code <= 0xffff ? String.valueOf((char) code) : "";
  }

  /** A line end that an annotation of a build server contains, with or without a return. */
  private int lineEnd(int start) {
    int at = start;
    while (text.startsWith("%25", at)) { // escaped more than once
      at += 3;
    }
    String code = at > start ? "%" + text.substring(at, Math.min(at + 2, text.length())) : code(at);
    int end = at > start ? at + 2 : at + 3;
    if (code.equalsIgnoreCase("%0D") && text.regionMatches(true, end, "%0A", 0, 3)) {
      return replaced(start, end + 3, "\n");
    }
    return code.equalsIgnoreCase("%0A") ? replaced(start, end, "\n") : Math.max(at, start + 1);
  }

  private String code(int at) {
    return text.substring(at, Math.min(at + 3, text.length()));
  }

  /** A tag of HTML that changes how a part of a line looks, or ends the line. */
  private int tag(int start) {
    int at = text.startsWith("/", start + 1) ? start + 2 : start + 1;
    int end = at;
    while (end < text.length() && end - at < 8 && isLetter(text.charAt(end))) {
      end++;
    }
    String name = text.substring(at, end);
    boolean isKnown =
        "|span|b|i|u|a|em|code|font|strong|tt|br|p|pre|div|li|".contains("|" + name + "|");
    int close = isKnown && !name.isEmpty() ? endOfTag(end) : -1;
    if (close < 0) {
      return start + 1;
    }
    return replaced(start, close, "|br|p|pre|div|li|".contains("|" + name + "|") ? "\n" : "");
  }

  private int endOfTag(int from) {
    int limit = Math.min(text.length(), from + LONGEST_TAG);
    if (from >= limit || " />".indexOf(text.charAt(from)) < 0) {
      return -1;
    }
    for (int at = from; at < limit && text.charAt(at) != '<' && text.charAt(at) != '\n'; at++) {
      if (text.charAt(at) == '>') {
        return at + 1;
      }
    }
    return -1;
  }

  private int teamCity(int start) {
    char c = start + 1 < text.length() ? text.charAt(start + 1) : ' ';
    if (text.startsWith("0x", start + 1) && start + 7 <= text.length()) {
      String value = value("#x" + text.substring(start + 3, start + 7));
      return value.isEmpty() ? start + 1 : replaced(start, start + 7, value);
    }
    int escape = "nrxlp'|[]".indexOf(c);
    return escape < 0
        ? start + 1
        : replaced(start, start + 2, String.valueOf("\n\n\n\n\n'|[]".charAt(escape)));
  }

  private static boolean isLetter(char c) {
    return c >= 'a' && c <= 'z';
  }
}
