package io.github.xrayclient.diagnostics.internal.refusal.words;

import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import java.util.regex.Pattern;

/** Tells whether Curation's sentence without the name of a package is a message. */
final class CurationSentence {
  private static final int NEAR = 60;

  /** The text behind the name of the service, if the sentence tells a reason. */
  private static final Pattern REASON =
      Pattern.compile("(?: service)?[.,:]? (?:due to|all versions blocked|because of) .*");

  /** The reasons that the server gives. */
  private static final Pattern KNOWN_REASON = Pattern.compile(
      "(?: service)?[.,:]? due to"
          + " (?:the following polic|policy |it not being |the package not being |curation on-demand ).*");

  /** The text behind the name of the service, if the sentence ends with it or was cut off. */
  private static final Pattern END =
      Pattern.compile("(?: service)?(?:$|\\s*[.:{\"'}\\])<\\\\\u2026(\\[]).*");

  private CurationSentence() {}

  /** Whether the sentence tells why a package was blocked. */
  static boolean hasReason(int behind, SearchableText text) {
    return REASON.matcher(text.folded().substring(behind, near(behind, text))).matches();
  }

  /** Whether the sentence tells why a package was blocked, in the words of the server. */
  static boolean hasKnownReason(int behind, SearchableText text) {
    return KNOWN_REASON
        .matcher(text.folded().substring(behind, near(behind, text)))
        .matches();
  }

  private static int near(int behind, SearchableText text) {
    return Math.min(text.length(), behind + NEAR);
  }

  /**
   * Whether a sentence without the name of a package is a message, and not words that somebody
   * looks for or asks about.
   *
   * @param start the position of the word {@code package}, or of the sentence if it is missing
   * @param sentence the position of {@code download was blocked by}
   * @param behind the position behind the name of the service
   */
  static boolean isComplete(int start, int sentence, int behind, SearchableText text) {
    if (hasReason(behind, text)) {
      return true;
    }
    String rest = text.folded().substring(behind, text.lineEnd(behind, near(behind, text)));
    int end = behind + (rest.startsWith(" service") ? " service".length() : 0);
    return END.matcher(rest).matches()
        && !QuotedWords.areEnclosed(start, end, text)
        && !QuotedWords.areEnclosed(sentence, end, text)
        && !QuotedWords.areIn(start, behind, text);
  }
}
