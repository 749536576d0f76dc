package io.github.xrayclient.diagnostics.internal.refusal.request;

import io.github.xrayclient.diagnostics.internal.refusal.address.DownloadAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** A URL in a line, as the address of a request. Immutable. */
final class FoundAddress {
  /** A URL. Parentheses may contain quotes, as in {@code Packages(Id='demo',Version='1.0')}. */
  private static final Pattern URL = Pattern.compile(
      "https?://(?:[^\\s\"'`<>\\\\|()‘’“”]|\\([^\\s\"()<>]*\\)|[()])++", Pattern.CASE_INSENSITIVE);

  private static final String END = ".,;:]}*"; // what may stand behind a URL

  /** What stands before an address that is only the place where another one was found. */
  private static final Pattern SOURCE = Pattern.compile(
      "(?:\\(from|configured at|redirected from|referr?er|via|proxy|through)[\\s:=\"'`]{1,3}$",
      Pattern.CASE_INSENSITIVE);

  /** What stands before the address of a page for people. */
  private static final Pattern PAGE = Pattern.compile(
      "(?:see|visit|more|about|docs?|documentation|details|info|information|help \\d+\\]|read|refer to|guide)"
          + "(?:\\sat)?[\\s:(\"'`]{1,3}$",
      Pattern.CASE_INSENSITIVE);

  /** The address of a page for people. */
  private static final Pattern UI =
      Pattern.compile("https?://[^/]+/(?:ui|webapp)/.*", Pattern.CASE_INSENSITIVE);

  private static final Pattern FILE = Pattern.compile(
      "[^/.]\\.(?:tar\\.[a-z0-9]{2,4}|tgz|zip|jar|pom|war|whl|gem|crate|nupkg|deb|rpm|apk|exe|msi|dmg|pkg)$");

  private static final Pattern MANIFEST = Pattern.compile("/v2/.+/(?:manifests|blobs)/");

  private static final Pattern THIS_MACHINE = Pattern.compile(
      "https?://(?:localhost|127\\.[0-9.]+|0\\.0\\.0\\.0|\\[::1?\\])(?:[:/].*)?",
      Pattern.CASE_INSENSITIVE);

  private final int start;
  private final int end;
  private final String url;

  FoundAddress(int start, int end, String url) {
    this.start = start;
    this.end = end;
    this.url = url;
  }

  /** The addresses in a line that may have been requested, from left to right. */
  static List<FoundAddress> in(String line) {
    if (!line.contains("://")) {
      return List.of();
    }
    List<FoundAddress> found = new ArrayList<>();
    Matcher matcher = URL.matcher(line);
    while (matcher.find()) {
      String whole = matcher.group();
      String url = withoutEnd(whole);
      boolean isCut = (whole.startsWith("...", url.length()) && !isFile(url))
          || whole.contains("…")
          || whole.contains("${")
          || whole.contains("{{")
          || isCutOff(line, matcher.end());
      FoundAddress address = new FoundAddress(
          matcher.start(), matcher.start() + url.length(), DownloadAddress.plain(url));
      if (!isCut && !address.isMentioned(line) && !address.isForPeopleOnly()) {
        found.add(address);
      }
    }
    return found.stream()
        .filter(address -> found.stream().noneMatch(address::isBaseOf))
        .collect(Collectors.toList());
  }

  /** Whether a line goes on with a sign that something is left out, or with a placeholder. */
  private static boolean isCutOff(String line, int end) {
    String rest = line.substring(end, Math.min(line.length(), end + 5));
    return rest.startsWith("…") || rest.startsWith("<") || rest.startsWith(" ...");
  }

  /** Whether a URL ends with the suffix of an archive, so that dots behind it are no elision. */
  private static boolean isFile(String url) {
    return FILE.matcher(url).find();
  }

  /** The URL without the punctuation behind it, and without closing parentheses that it does not open. */
  private static String withoutEnd(String url) {
    long unopened = count(url, ')') - count(url, '(');
    int end = url.length();
    while (END.indexOf(url.charAt(end - 1)) >= 0 || (url.charAt(end - 1) == ')' && unopened > 0)) {
      unopened -= url.charAt(end - 1) == ')' ? 1 : 0;
      end--;
    }
    return url.substring(0, end);
  }

  private static long count(String text, char wanted) {
    return text.chars().filter(c -> c == wanted).count();
  }

  /** The line with each URL in it without user, query and fragment. */
  static String plainIn(String line) {
    return URL.matcher(line).replaceAll(found -> {
      String url = withoutEnd(found.group());
      return Matcher.quoteReplacement(
          DownloadAddress.plain(url) + found.group().substring(url.length()));
    });
  }

  /** The line with letters in place of its URLs, so that their numbers are not taken for statuses. */
  static String masked(String line) {
    return URL.matcher(line).replaceAll(found -> {
      String url = withoutEnd(found.group());
      String end = found.group().substring(url.length());
      return "x".repeat(url.length()) + Matcher.quoteReplacement(end);
    });
  }

  /** Whether the line names this address without saying that it was requested. */
  private boolean isMentioned(String line) {
    String before = line.substring(Math.max(0, start - 40), start);
    return SOURCE.matcher(before).find() || (PAGE.matcher(before).find() && !isOfRepository());
  }

  private boolean isForPeopleOnly() {
    return UI.matcher(url).matches() || (THIS_MACHINE.matcher(url).matches() && !isOfRepository());
  }

  /** Whether this is the address of a repository. */
  boolean isOfRepository() {
    return url.contains("/artifactory/")
        || MANIFEST.matcher(url).find()
        || DownloadAddress.parse(url).flatMap(DownloadAddress::repository).isPresent();
  }

  private boolean isBaseOf(FoundAddress other) {
    String base = url.endsWith("/") ? url : url + "/";
    return other.url.startsWith(base) && other.url.length() > base.length();
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  /** The URL without user, query and fragment. */
  String url() {
    return url;
  }
}
