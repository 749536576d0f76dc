package io.github.xrayclient.diagnostics.internal.refusal.text;

import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/** What the texts before and after a line end tell about whether a terminal cut a line there. */
final class CutEvidence {
  private static final int LONGEST_WORD = 14;
  private static final Set<String> WORDS = Set.of(
      "artifact",
      "artifactory",
      "rejected",
      "request",
      "download",
      "downloaded",
      "downloads",
      "blocking",
      "blocked",
      "policy",
      "policies",
      "configured",
      "package",
      "packages",
      "curation",
      "service",
      "following",
      "violated",
      "version",
      "versions",
      "vulnerability",
      "waivers",
      "allowed",
      "forbidden",
      "unauthorized",
      "permission",
      "unavailable");

  /** The other words of the messages, between which tools wrap. */
  private static final Set<String> SHORT_WORDS = Set.of(
      "was",
      "not",
      "due",
      "to",
      "the",
      "in",
      "for",
      "by",
      "with",
      "of",
      "is",
      "a",
      "an",
      "or",
      "and",
      "xray",
      "has",
      "cve",
      "cves",
      "score",
      "upgrade",
      "choose",
      "newer",
      "contains",
      "aged",
      "older",
      "than",
      "years",
      "above",
      "use",
      "jfrog",
      "it",
      "being",
      "found",
      "http",
      "error",
      "from");

  private static final String REJECTED = "rejected: ";
  private static final int LONGEST_PART = 400; // of a word behind the line end
  private static final Set<Integer> USUAL_WIDTHS =
      Set.of(80, 100, 120, 132, 140, 150, 160, 180, 200, 220, 240, 250, 256);
  private static final Pattern FILE = Pattern.compile(
      ".{0,600}[\\w-]\\.(?:jar|war|aar|pom|module|xml|json|tgz|gz|xz|bz2|zst|tar|zip|whl|egg|gem|crate|deb"
          + "|rpm|apk|nupkg|conda|mod|phar|box|exe|msi|dmg|yaml|asc|sha1|sha256)\\W{0,8}");
  private static final List<String> ENCLOSED = List.of("''", "\"\"", "``", "()", "<>", "[]");

  private final String text;
  private final int start;
  private final int end;
  private final int nextStart;
  private final int nextEnd;

  /** Compares the line between two positions with the next line. */
  CutEvidence(String text, int start, int end, int nextStart, int nextEnd) {
    this.text = text;
    this.start = start;
    this.end = end;
    this.nextStart = nextStart;
    this.nextEnd = nextEnd;
  }

  /** Whether the line end stands inside a word of a server's message. */
  boolean isInsideKnownWord() {
    if (!isLetter(text.charAt(end - 1)) || !isLetter(text.charAt(nextStart))) {
      return false;
    }
    String behind = lettersBehind();
    return WORDS.contains(lettersBefore() + behind) && !WORDS.contains(behind);
  }

  /** Whether the line end stands between two words of a server's message. */
  boolean isBetweenKnownWords() {
    return isKnown(lettersBefore()) && isKnown(lettersBehind());
  }

  /** Whether a word of a server's message ends or begins a line, and is not a part of a longer one. */
  boolean isBesideKnownWord() {
    String before = lettersBefore();
    String behind = lettersBehind();
    int first = end - before.length();
    int last = nextStart + behind.length();
    boolean endsWithWord = before.length() > 2
        && isKnown(before)
        && (first == start || " \"".indexOf(text.charAt(first - 1)) >= 0);
    boolean beginsWithWord =
        behind.length() > 2 && isKnown(behind) && (last == nextEnd || text.charAt(last) == ' ');
    return endsWithWord || beginsWithWord;
  }

  /** Whether a word ends with the name of a file. */
  static boolean isFile(String word) {
    return FILE.matcher(word).matches();
  }

  private static boolean isKnown(String word) {
    return WORDS.contains(word) || SHORT_WORDS.contains(word);
  }

  private String lettersBefore() {
    int from = end;
    while (from > start && end - from <= LONGEST_WORD && isLetter(text.charAt(from - 1))) {
      from--;
    }
    return folded(from, end);
  }

  private String lettersBehind() {
    int to = nextStart;
    while (to < nextEnd && to - nextStart <= LONGEST_WORD && isLetter(text.charAt(to))) {
      to++;
    }
    return folded(nextStart, to);
  }

  /** Whether the text shows that the line was cut, if it is as wide as other lines are at most. */
  boolean isCertain() {
    return isBlankKept()
        || isInsideJson()
        || isInsideQuotes()
        || isInsidePath()
        || isBeforeSentence();
  }

  /**
   * Whether the line was probably cut: it has the usual width of a terminal, and the path at its
   * end is the name of a file only together with the next word.
   */
  boolean isLikely(int width) {
    String last = text.substring(lastWord(), end);
    String next = text.substring(nextStart, endOfWord(nextStart));
    return USUAL_WIDTHS.contains(width)
        && last.indexOf('/') >= 0
        && !next.contains("://")
        && !isFile(last)
        && isFile(last + next);
  }

  /** Whether the blank between two words is kept, which no tool does that wraps between words. */
  private boolean isBlankKept() {
    boolean isKept = text.charAt(end - 1) == ' ' && end - start > 1 && text.charAt(end - 2) != ' ';
    boolean isMoved = text.charAt(end - 1) != ' '
        && nextEnd - nextStart > 1
        && text.charAt(nextStart) == ' '
        && isLetterOrDigit(text.charAt(nextStart + 1))
        && isLetterOrDigit(text.charAt(end - 1));
    return (isKept && text.charAt(nextStart) != ' ') || isMoved;
  }

  /** Whether the line ends inside a string of JSON, which has no line ends. */
  private boolean isInsideJson() {
    String line = text.substring(start, end);
    if (!line.contains("\":") && !line.contains("\" :")) {
      return false;
    }
    boolean inside = false;
    for (int at = start; at < end; at++) {
      inside ^= text.charAt(at) == '"' && text.charAt(at - (at > start ? 1 : 0)) != '\\';
    }
    return inside;
  }

  /** Whether the last word has an opening quote, and the first word of the next line the closing one. */
  private boolean isInsideQuotes() {
    int word = lastWord();
    String last = text.substring(word, end);
    String next = text.substring(nextStart, endOfWord(nextStart));
    for (String quotes : ENCLOSED) {
      int open = last.lastIndexOf(quotes.charAt(0));
      if (open >= 0
          && open < last.length() - 1
          && last.indexOf(quotes.charAt(1), open + 1) < 0
          && (open == 0 || !isLetterOrDigit(last.charAt(open - 1)))
          && next.indexOf(quotes.charAt(1)) > 0
          && next.indexOf(quotes.charAt(0)) != 0) {
        return true;
      }
    }
    return false;
  }

  /** Whether a path is cut before or after one of the characters that join its parts. */
  private boolean isInsidePath() {
    String last = text.substring(lastWord(), end);
    boolean isPath = last.indexOf('/') > 0 || last.indexOf('@') >= 0;
    char before = text.charAt(end - 1);
    char behind = text.charAt(nextStart);
    if (!isPath || !hasLetter(last)) {
      return false;
    }
    boolean endsInside = "/-_=@&%".indexOf(before) >= 0 && isLetterOrDigit(behind);
    boolean beginsInside = "/-_=@&%.".indexOf(behind) >= 0
        && isLetterOrDigit(before)
        && nextStart + 1 < nextEnd
        && isLetterOrDigit(text.charAt(nextStart + 1))
        && !text.startsWith("/home/", nextStart)
        && !text.startsWith("--", nextStart);
    boolean isNew = text.startsWith("http", nextStart);
    return (endsInside && !isNew) || beginsInside;
  }

  /** Whether the path of Xray's message is cut, which has no blank before {@code was not downloaded}. */
  private boolean isBeforeSentence() {
    int word = lastWord();
    return word < end
        && word - start >= REJECTED.length()
        && text.startsWith(REJECTED, word - REJECTED.length())
        && text.startsWith(" was not", endOfWord(nextStart));
  }

  private int lastWord() {
    int at = end;
    while (at > start && text.charAt(at - 1) != ' ') {
      at--;
    }
    return at;
  }

  private int endOfWord(int from) {
    int at = from;
    int limit = Math.min(nextEnd, from + LONGEST_PART);
    while (at < limit && text.charAt(at) != ' ') {
      at++;
    }
    return at;
  }

  private String folded(int from, int to) {
    char[] word = text.substring(from, to).toCharArray();
    for (int at = 0; at < word.length; at++) {
      word[at] = (char) (word[at] | 32);
    }
    return new String(word);
  }

  private static boolean hasLetter(String word) {
    return word.chars().anyMatch(c -> isLetterOrDigit((char) c));
  }

  private static boolean isLetter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
  }

  private static boolean isLetterOrDigit(char c) {
    return isLetter(c) || (c >= '0' && c <= '9');
  }
}
