package io.github.xrayclient.diagnostics.internal.refusal.request;

import io.github.xrayclient.diagnostics.internal.refusal.address.DownloadAddress;
import io.github.xrayclient.diagnostics.internal.refusal.text.LogLine;
import io.github.xrayclient.diagnostics.internal.refusal.text.WordPattern;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Finds addresses that stand on one line with the status of the answer. */
final class AnsweredAddresses {
  /** Words that only repeat the word before. */
  static final String REPETITION =
      "|: (?:forbidden|denied|unauthori[sz]ed|authentication required|access (?:denied|forbidden)"
          + "|incorrect username or password|authorization failed|requested access to the resource)";

  /** Words in place of the status, directly behind an address or behind its part of the sentence. */
  private static final Pattern WORD_BEHIND = Pattern.compile(
      "[\"'`)\\]>]{0,2}\\s?[:,-]\\s{0,3}(?:access |permission )?(?:is )?"
          + "(?<word>forbidden|unauthori[sz]ed|denied)(?=\\s*(?:$|[.,;(\"')])" + REPETITION + ")",
      Pattern.CASE_INSENSITIVE);

  /** A code of a registry, as clients of registries print it before the message. */
  private static final Pattern CODE_BEHIND =
      Pattern.compile(": (?<word>UNAUTHORIZED|DENIED)(?=: )");

  private static final Pattern DENIED_BEHIND =
      Pattern.compile("[\"'`]\\s(?<word>denied)\\b", Pattern.CASE_INSENSITIVE);

  /** Words in place of the status, directly before an address. */
  private static final Pattern WORD_BEFORE = Pattern.compile(
      "\\b(?<word>forbidden|unauthori[sz]ed|access denied to|authentication (?:failed|required|is required) for|bad username or password for"
          + "|access token could not be authenticated for|insufficient permissions to the resource at|provide credentials for)[\\s:=('\"`<]{1,4}(?:the )?(?:(?:for )?ur[il][\\s:=('\"`<]{1,3})?$",
      Pattern.CASE_INSENSITIVE);

  /** A server that answers the request of an HTTP client with a path and its own name before it. */
  private static final Pattern REQUEST_LINE = Pattern.compile(
      "(?<host>https?://[^\\s/\"]+)[\\s\"']{1,3}(?:GET|HEAD) (?<path>/[^\\s\"?]*)(?:\\?\\S*)? HTTP/[0-9.]+"
          + "[\"']? (?<status>[2-5][0-9][0-9])\\b");

  /** A line in the log of a server about a request: any URL in it is that of the page before. */
  private static final WordPattern OF_SERVER =
      WordPattern.of("\"[A-Z]{3,7} /\\S* HTTP/[0-9.]+\\\\?\" [1-5][0-9][0-9]\\b", " HTTP/");

  /** A number of three digits that may be the status of the address before. */
  private static final Pattern ANY_STATUS =
      Pattern.compile("(?<![0-9.,:/])[2-5][0-9][0-9](?![0-9a-z.])");

  private AnsweredAddresses() {}

  /** Whether a server wrote this line about a request whose host it does not show. */
  static boolean isOfServer(LogLine line) {
    return OF_SERVER.isIn(line.text()) && !REQUEST_LINE.matcher(line.text()).find();
  }

  /** The answers in a line, in the order of their addresses; each address once, with its last status. */
  static List<AnsweredAddress> in(LogLine line) {
    if (!line.text().contains("://")) {
      return List.of();
    }
    Matcher request = REQUEST_LINE.matcher(line.text());
    if (line.text().contains(" HTTP/") && request.find()) {
      String url = DownloadAddress.plain(request.group("host") + request.group("path"));
      return List.of(new AnsweredAddress(url, Integer.parseInt(request.group("status"))));
    }
    List<AnsweredAddress> found = new ArrayList<>(MavenTransfers.in(line.text()));
    if (found.isEmpty()) {
      List<FoundAddress> addresses = downloads(FoundAddress.in(line.text()));
      String masked = FoundAddress.masked(line.text());
      found.addAll(byStatus(line, addresses, masked));
      if (found.isEmpty()) {
        addresses.forEach(address -> byWord(address, masked)
            .ifPresent(status -> found.add(new AnsweredAddress(address.url(), status))));
      }
    }
    return found;
  }

  /** Leaves out the addresses of tokens beside others, because they are asked on behalf of these. */
  private static List<FoundAddress> downloads(List<FoundAddress> addresses) {
    List<FoundAddress> others = addresses.stream()
        .filter(address -> !isOfToken(address.url()))
        .collect(Collectors.toList());
    return others.isEmpty() ? addresses : others;
  }

  /** Whether a client asks this address for a token, with which it asks for the file. */
  static boolean isOfToken(String url) {
    return url.endsWith("/token");
  }

  private static List<AnsweredAddress> byStatus(
      LogLine line, List<FoundAddress> addresses, String masked) {
    if (addresses.isEmpty()) {
      return List.of();
    }
    List<FoundStatus> statuses = new ArrayList<>(FoundStatus.in(masked));
    if (statuses.isEmpty() && line.isWhole()) {
      addresses.forEach(address -> statuses.addAll(FoundStatus.beside(address, masked)));
    }
    Map<String, Integer> answers = new LinkedHashMap<>();
    for (FoundStatus status : statuses) {
      nearest(status, addresses, line.text(), masked)
          .ifPresent(address -> answers.put(address.url(), status.value()));
    }
    return answers.entrySet().stream()
        .map(answer -> new AnsweredAddress(answer.getKey(), answer.getValue()))
        .collect(Collectors.toList());
  }

  /** The address nearest to a status, unless it is one of a list of addresses. */
  private static Optional<FoundAddress> nearest(
      FoundStatus status, List<FoundAddress> addresses, String line, String masked) {
    List<FoundAddress> ofRepositories =
        addresses.stream().filter(FoundAddress::isOfRepository).collect(Collectors.toList());
    if (ofRepositories.size() == 1 && isList(addresses, line)) {
      return Optional.of(ofRepositories.get(0));
    }
    boolean isEachFollowed = isEachFollowed(addresses, masked);
    FoundAddress nearest = addresses.stream()
        .min(Comparator.comparing(
                (FoundAddress address) -> isEachFollowed && address.start() > status.start())
            .thenComparing(address -> isOfOtherObject(address, status, masked))
            .thenComparingInt(address -> status.distance(address)))
        .orElseThrow();
    boolean isListed = addresses.stream()
        .anyMatch(other -> !other.url().equals(nearest.url())
            && (isListed(other, nearest, line) || isListed(nearest, other, line)));
    return isListed ? Optional.empty() : Optional.of(nearest);
  }

  /** Whether a number that may be its status stands behind each address. */
  private static boolean isEachFollowed(List<FoundAddress> addresses, String masked) {
    int end = masked.length();
    for (int index = addresses.size() - 1; index >= 0; index--) {
      FoundAddress address = addresses.get(index);
      Matcher number = ANY_STATUS.matcher(masked).region(address.end(), end);
      if (!number.useTransparentBounds(true).find()) {
        return false;
      }
      end = address.start();
    }
    return true;
  }

  /** Whether a brace lies between an address and a status, so that they are of two objects of JSON. */
  private static boolean isOfOtherObject(FoundAddress address, FoundStatus status, String masked) {
    boolean isBefore = address.end() <= status.start();
    String between = masked.substring(
        isBefore ? address.end() : status.end(), isBefore ? status.start() : address.start());
    return between.indexOf('{') >= 0 || between.indexOf('}') >= 0;
  }

  private static boolean isList(List<FoundAddress> addresses, String line) {
    boolean isList = addresses.size() > 1;
    for (int index = 1; index < addresses.size(); index++) {
      isList &= isListed(addresses.get(index - 1), addresses.get(index), line);
    }
    return isList;
  }

  private static boolean isListed(FoundAddress first, FoundAddress second, String line) {
    return first.end() <= second.start()
        && line.substring(first.end(), second.start()).matches("[\"'`]?\\s?[,;|]\\s?[\"'`]?");
  }

  private static Optional<Integer> byWord(FoundAddress address, String masked) {
    if (!address.isOfRepository()) {
      return Optional.empty();
    }
    String before = masked.substring(Math.max(0, address.start() - 60), address.start());
    Matcher beforeWord = WORD_BEFORE.matcher(before);
    if (beforeWord.find()) {
      return Optional.of(FoundStatus.ofWord(beforeWord.group("word")));
    }
    for (Pattern form : List.of(WORD_BEHIND, CODE_BEHIND, DENIED_BEHIND)) {
      Matcher behind = form.matcher(masked).region(address.end(), masked.length());
      if (behind.lookingAt()) {
        return Optional.of(FoundStatus.ofWord(behind.group("word")));
      }
    }
    return Optional.empty();
  }
}
