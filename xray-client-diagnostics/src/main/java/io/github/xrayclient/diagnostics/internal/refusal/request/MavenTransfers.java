package io.github.xrayclient.diagnostics.internal.refusal.request;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds the transfers that Maven's resolver could not make. It names the artifact by its coordinates and
 * the repository by its URL; the address follows from both by the layout of Maven repositories.
 */
final class MavenTransfers {
  private static final Pattern TRANSFER = Pattern.compile(
      "Could not (?:transfer|find|get|download|read) (?:artifact|metadata) (?<name>[^\\s:]+[:/]\\S+)"
          + "(?: \\([^)]{1,80}\\))? (?:from|from/to|in) [^\\s(]+"
          + " \\((?<url>https?://[^\\s),]+)(?:, [^)]{0,80})?\\)");

  private static final Pattern REASON =
      Pattern.compile("ReasonPhrase: ?(?<word>Forbidden|Unauthorized)", Pattern.CASE_INSENSITIVE);

  private static final Pattern SNAPSHOT =
      Pattern.compile("(.+)-[0-9]{8}\\.[0-9]{6}-[0-9]+");

  private MavenTransfers() {}

  /** The transfers in a line that a server answered, from left to right. */
  static List<Answer> in(String line) {
    List<Answer> found = new ArrayList<>();
    Matcher transfer = TRANSFER.matcher(line);
    boolean more = transfer.find();
    while (more) {
      String name = transfer.group("name");
      String url = FoundAddress.plain(transfer.group("url"));
      int from = transfer.end();
      more = transfer.find();
      String rest = line.substring(from, more ? transfer.start() : line.length());
      Optional<Integer> status = status(rest);
      Optional<String> path = path(name);
      if (status.isPresent()) {
        String base = url.endsWith("/") ? url : url + "/";
        found.add(new Answer(shown(rest).or(() -> path.map(base::concat)).orElse(url), status.get()));
      }
    }
    return found;
  }

  private static Optional<Integer> status(String rest) {
    List<FoundStatus> statuses = FoundStatus.in(FoundAddress.masked(rest));
    if (!statuses.isEmpty()) {
      return Optional.of(statuses.get(0).value());
    }
    Matcher reason = REASON.matcher(rest);
    return reason.find()
        ? Optional.of(AnsweredAddresses.status(reason.group("word")))
        : Optional.empty();
  }

  /** The address that the rest of the sentence shows. */
  private static Optional<String> shown(String rest) {
    return FoundAddress.in(rest).stream()
        .filter(FoundAddress::isOfRepository)
        .map(FoundAddress::url)
        .findFirst();
  }

  /** The path of {@code GROUP:ARTIFACT[:EXTENSION[:CLASSIFIER]]:VERSION} or of metadata. */
  static Optional<String> path(String name) {
    int file = name.indexOf("/maven-metadata");
    if (file >= 0) {
      String[] parts = name.substring(0, file).split(":", 3);
      parts[0] = parts[0].replace('.', '/');
      return Optional.of(String.join("/", parts) + name.substring(file));
    }
    String[] parts = name.split(":");
    if (parts.length < 3 || parts.length > 5) {
      return Optional.empty();
    }
    String version = parts[parts.length - 1];
    String folder = SNAPSHOT.matcher(version).replaceFirst("$1-SNAPSHOT");
    String classifier = parts.length == 5 ? "-" + parts[3] : "";
    String extension = parts.length == 3 ? "jar" : parts[2];
    return extension.contains("-") // a type such as test-jar, of which the file is not certain
        ? Optional.empty()
        : Optional.of(parts[0].replace('.', '/') + "/" + parts[1] + "/" + folder + "/" + parts[1]
            + "-" + version + classifier + "." + extension);
  }
}
