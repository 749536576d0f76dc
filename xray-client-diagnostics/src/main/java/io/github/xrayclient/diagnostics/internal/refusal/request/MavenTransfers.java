package io.github.xrayclient.diagnostics.internal.refusal.request;

import io.github.xrayclient.diagnostics.internal.refusal.address.DownloadAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the transfers that Maven's resolver could not make. It names the artifact by its
 * coordinates and the repository by its URL; the address follows from both by the layout of Maven
 * repositories.
 */
final class MavenTransfers {
  private static final Pattern TRANSFER = Pattern.compile(
      "Could not (?:transfer|find|get|download|read) (?:artifact|metadata) (?<name>[^\\s:]+[:/]\\S+)"
          + "(?: \\([^)]{1,80}\\))? (?:from|from/to|in) [^\\s(]+"
          + " \\((?<url>https?://[^\\s),]+)(?:, [^)]{0,80})?\\)");

  private static final Pattern REASON =
      Pattern.compile("ReasonPhrase: ?(?<word>Forbidden|Unauthorized)", Pattern.CASE_INSENSITIVE);

  /** The status of an answer whose server sends no reason phrase. */
  private static final Pattern NUMBER =
      Pattern.compile("\\bfor x{12,} (?<status>40[137])(?=\\s*(?:$|->|and\\b))");

  private MavenTransfers() {}

  /** The transfers in a line that a server answered, from left to right. */
  static List<AnsweredAddress> in(String line) {
    if (!line.contains("Could not ")) {
      return List.of();
    }
    List<AnsweredAddress> found = new ArrayList<>();
    Matcher transfer = TRANSFER.matcher(line);
    boolean more = transfer.find();
    while (more) {
      String name = transfer.group("name");
      String url = DownloadAddress.plain(transfer.group("url"));
      int from = transfer.end();
      more = transfer.find();
      String rest = line.substring(from, more ? transfer.start() : line.length());
      Optional<Integer> status = status(rest);
      if (status.isPresent()) {
        String address = shown(rest)
            .or(() -> DownloadAddress.ofMaven(name, url).map(DownloadAddress::address))
            .orElse(url);
        found.add(new AnsweredAddress(address, status.get()));
      }
    }
    return found;
  }

  private static Optional<Integer> status(String rest) {
    List<FoundStatus> statuses = FoundStatus.in(FoundAddress.masked(rest));
    if (!statuses.isEmpty()) {
      return Optional.of(statuses.get(0).value());
    }
    Matcher number = NUMBER.matcher(FoundAddress.masked(rest));
    if (number.find()) {
      return Optional.of(Integer.parseInt(number.group("status")));
    }
    Matcher reason = REASON.matcher(rest);
    return reason.find() ? Optional.of(FoundStatus.ofWord(reason.group("word"))) : Optional.empty();
  }

  /** The address that the rest of the sentence shows. */
  private static Optional<String> shown(String rest) {
    return FoundAddress.in(rest).stream()
        .filter(FoundAddress::isOfRepository)
        .map(FoundAddress::url)
        .findFirst();
  }
}
