package io.github.xrayclient.diagnostics.internal.refusal.request;

import io.github.xrayclient.diagnostics.internal.refusal.text.WordPattern;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what clients of container registries print about an image that a registry did not deliver. */
final class ImagePulls {
  /** A word in place of the status that ends what a registry said. */
  private static final Pattern WORD = Pattern.compile(
      "(?::\\s|\\bregistry\\s)(?<word>unauthori[sz]ed|denied|forbidden)"
          + "(?=[\"'`\\\\]{0,2}\\s*(?:$|[,;.)])" + AnsweredAddresses.REPETITION + ")",
      Pattern.CASE_INSENSITIVE);

  private static final WordPattern ANSWER_OF_REGISTRY = WordPattern.ofAnyCase(
      "(?:error response from daemon|error from registry): (?:.{0,200}: )?(?:unauthori[sz]ed|denied)\\b",
      "error response from daemon",
      "error from registry");

  private ImagePulls() {}

  /** The status that a line gives for an image, by a number or a word. */
  static Optional<Integer> status(String line) {
    String masked = FoundAddress.masked(line);
    List<FoundStatus> statuses = FoundStatus.in(masked);
    if (!statuses.isEmpty()) {
      return Optional.of(statuses.get(statuses.size() - 1).value());
    }
    Matcher word = WORD.matcher(masked);
    return word.find() ? Optional.of(FoundStatus.ofWord(word.group("word"))) : Optional.empty();
  }

  /** Whether the line is an answer of a registry that names no image of its own. */
  static boolean isAnswer(String line) {
    return ANSWER_OF_REGISTRY.isIn(line);
  }
}
