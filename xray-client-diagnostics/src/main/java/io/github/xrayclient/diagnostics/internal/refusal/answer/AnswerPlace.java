package io.github.xrayclient.diagnostics.internal.refusal.answer;

import io.github.xrayclient.diagnostics.internal.refusal.address.DownloadAddress;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The repository and the path that the words of an answer name, and the address beside them. */
final class AnswerPlace {
  /** A repository and a path as servers write them: {@code 'REPOSITORY:PATH'}. */
  private static final Pattern NAMED = Pattern.compile(
      "(?:repo:path|artifact|into|from|in|item|path|resource|to)[: ]{1,2}"
          + "['\"]([A-Za-z0-9][A-Za-z0-9_.-]{0,127}):([^'\"\\s:/][^'\"]{0,1000})['\"]",
      Pattern.CASE_INSENSITIVE);

  private static final Pattern URL =
      Pattern.compile("https?://[^\\s\"'`<>\\\\|]{1,2000}", Pattern.CASE_INSENSITIVE);

  static final AnswerPlace NOWHERE =
      new AnswerPlace(Optional.empty(), Optional.empty(), Optional.empty());

  private final Optional<String> address;
  private final Optional<String> repository;
  private final Optional<String> path;

  private AnswerPlace(
      Optional<String> address, Optional<String> repository, Optional<String> path) {
    this.address = address;
    this.repository = repository;
    this.path = path;
  }

  /** The place that a line or a message names. */
  static AnswerPlace in(String text) {
    Matcher named = NAMED.matcher(text);
    if (named.find()) {
      return new AnswerPlace(
          Optional.empty(), Optional.of(named.group(1)), Optional.of(named.group(2)));
    }
    return ofUrl(text).or(() -> ImageNames.in(text).map(AnswerPlace::ofImage)).orElse(NOWHERE);
  }

  private static Optional<AnswerPlace> ofUrl(String text) {
    Matcher url = URL.matcher(text);
    while (url.find()) {
      Optional<AnswerPlace> place = DownloadAddress.parse(
              url.group().replaceFirst("[.,;:)\\]}]+$", ""))
          .filter(address -> address.repository().isPresent())
          .map(address -> new AnswerPlace(
              Optional.of(address.address()), address.repository(), address.storedPath()));
      if (place.isPresent()) {
        return place;
      }
    }
    return Optional.empty();
  }

  private static AnswerPlace ofImage(DownloadAddress image) {
    // The log does not show the address of the image's manifest.
    return new AnswerPlace(Optional.empty(), image.repository(), image.storedPath());
  }

  /** Whether nothing is known. */
  boolean isEmpty() {
    return address.isEmpty() && repository.isEmpty();
  }

  BlockedDownload.Builder addTo(BlockedDownload.Builder answer) {
    return answer.address(address).repository(repository).path(path);
  }
}
