package io.github.xrayclient.diagnostics.internal.refusal.answer;

import io.github.xrayclient.diagnostics.internal.refusal.text.WordPattern;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload.Kind;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The words by which servers say why they refuse a request. All methods take text in lower case on
 * one line.
 */
final class AnswerWords {
  private static final WordPattern SUSPENDED = WordPattern.of(
      "blocked due to (?:recent|recurrent) login failures"
          + "|(?:recent|recurrent) (?:incorrect )?login (?:failures|attempts)"
          + "|temporarily (?:suspended|locked|blocked) (?:due|because|after|for)\\b"
          + "|\\b(?:user|account)(?: '[^']{1,80}')? (?:(?:is|has been|was) (?:temporarily )?|temporarily )"
          + "(?:suspended|locked(?: out)?\\b|blocked due to)"
          + "|\\blogin suspension\\b",
      "login",
      "suspended",
      "locked",
      "blocked");

  private static final WordPattern PERMISSION = WordPattern.of(
      "\\bforbidden for user\\b"
          + "|\\buser\\b.{0,100}\\bis not permitted to\\b"
          + "|\\bnot permitted to (?:deploy|read|download|delete|overwrite|annotate|access)\\b"
          + "|\\bnot enough permissions to\\b"
          + "|\\bneeds (?:read|delete|deploy|annotate|manage)(?:/[a-z]+)? permission"
          + "|\\bclient does not have permission\\b"
          + "|\\brequested access to the resource is denied\\b"
          + "|\\bpull access denied\\b"
          + "|\\bforbidden ui rest call from user\\b"
          + "|\\bnot authorized to perform: ?(?:ecr|codeartifact|sts):"
          + "|\\bpermission [\"'\\\\]{1,4}artifactregistry\\.[a-z.]+[\"'\\\\]{1,4} denied"
          + "|\\bdenied: permission_denied\\b"
          + "|\\bdenied: access forbidden\\b",
      "forbidden",
      "permi",
      "denied",
      "not authorized");

  private static final WordPattern PERMISSION_IN_GENERAL = WordPattern.of(
      "\\bforbidden\\b"
          + "|\\bnot (?:authorized|permitted|allowed)\\b"
          + "|\\b(?:permission|access) (?:is |was )?denied\\b"
          + "|\\b(?:insufficient|not enough|missing|lacks|without|no) (?:[a-z_-]{1,30} )?permissions?\\b"
          + "|\\b(?:does|do) not have (?:[a-z_-]{1,30} ){0,3}permissions?\\b"
          + "|\\bdoesn't have (?:[a-z_-]{1,30} ){0,3}permissions?\\b",
      "forbidden",
      "not authorized",
      "not permitted",
      "not allowed",
      "denied",
      "permission");

  private static final Pattern CREDENTIALS = Pattern.compile(
      "\\bbad credentials\\b|\\b(?:wrong|incorrect|invalid|bad|unknown) (?:or missing )?"
          + "(?:user ?name|password|credentials|token|api key|authentication)\\b"
          + "|\\bwrong username was used\\b"
          + "|\\bauthenti[a-z]+ (?:is )?required\\b|\\bauthorization required\\b"
          + "|\\bauthentication failed\\b|\\bfailed to authenticate\\b|\\bnot authenticated\\b"
          + "|\\bunauthenticated\\b|\\blogin failed\\b|\\bno basic auth credentials\\b"
          + "|\\binsufficient_scope\\b|\\bauthorization failed\\b"
          + "|\\bauthentication token not found\\b|\\bauthentication credentials were not provided\\b"
          + "|\\b(?:access |authorization |identity )?token (?:has |is )?(?:been )?(?:expired|revoked|invalid)\\b"
          + "|\\btoken failed verification\\b");

  private static final Pattern UNAUTHORIZED = Pattern.compile("\\bunauthori[sz]ed\\b");

  private static final WordPattern UNKNOWN_MANIFEST = WordPattern.of(
      "\\bmanifest(?: is|_| )unknown\\b|\\bmanifest is not known to the registry\\b", "manifest");

  /** Words about another reason, such as a policy of Curation or of another product. */
  private static final Pattern OF_A_FIREWALL = Pattern.compile(
      "\\bquarantin|\\bviolat|\\bvulnerab|\\bmalicious|\\bmalware|\\bcooldown\\b|\\bfirewall\\b"
          + "|\\bsecurity policy\\b|\\bpolic(?:y|ies)\\b|\\bdownload (?:was |is )?blocked\\b"
          + "|\\brequest rejected\\b|\\bcuration\\b|\\bblocked by\\b");

  private static final List<String> CODES = List.of("DENIED", "UNAUTHORIZED", "MANIFEST_UNKNOWN");

  private AnswerWords() {}

  /** The kind that a whole sentence of a server tells, wherever it stands. */
  static Optional<Kind> ofSentence(String words) {
    if (SUSPENDED.isIn(words)) {
      return Optional.of(Kind.SUSPENDED);
    }
    if (PERMISSION.isIn(words)) {
      return Optional.of(Kind.PERMISSION);
    }
    return UNKNOWN_MANIFEST.isIn(words)
        ? Optional.of(Kind.POSSIBLE_BLOCK_VIA_VIRTUAL)
        : Optional.empty();
  }

  /** Whether the words name credentials as the reason. */
  static boolean nameCredentials(String words) {
    return CREDENTIALS.matcher(words).find();
  }

  /** Whether the words name another reason than a missing right or wrong credentials. */
  static boolean nameAnotherReason(String words) {
    return OF_A_FIREWALL.matcher(words).find();
  }

  /**
   * The kind that the message in a server's answer tells. General words such as "forbidden" are
   * enough here, because it is certain that they are the server's.
   *
   * @param status the status that stands in the answer or belongs to it; 0 or less if it is not
   *     known
   * @param code the code that a registry adds; empty if there is none
   */
  static Optional<Kind> ofMessage(String words, int status, String code) {
    if (code.equalsIgnoreCase("MANIFEST_UNKNOWN")) {
      return Optional.of(Kind.POSSIBLE_BLOCK_VIA_VIRTUAL);
    }
    Optional<Kind> sentence = ofSentence(words);
    if (sentence.isPresent()) {
      return sentence;
    }
    if (status == 404) {
      return words.contains("forbidden")
          ? Optional.of(Kind.POSSIBLE_BLOCK_VIA_VIRTUAL)
          : Optional.empty();
    }
    if (status == 407) {
      return Optional.of(Kind.PROXY);
    }
    if (nameAnotherReason(words) || (status > 0 && status != 401 && status != 403)) {
      return Optional.empty();
    }
    boolean isRefusedLogin = status == 401
        || nameCredentials(words)
        || code.equalsIgnoreCase("UNAUTHORIZED")
        || (status != 403 && UNAUTHORIZED.matcher(words).find());
    if (isRefusedLogin) {
      return Optional.of(Kind.AUTH);
    }
    boolean lacksRight = code.equalsIgnoreCase("DENIED")
        || UNAUTHORIZED.matcher(words).find()
        || PERMISSION_IN_GENERAL.isIn(words);
    return lacksRight ? Optional.of(Kind.PERMISSION) : Optional.empty();
  }

  /** The kind that a line may tell although it is not certain that a server said it. */
  static Optional<Kind> ofLooseMessage(String words) {
    if (nameAnotherReason(words)) {
      return Optional.empty();
    }
    if (nameCredentials(words)) {
      return Optional.of(Kind.AUTH);
    }
    return !words.contains("forbidden") && PERMISSION_IN_GENERAL.isIn(words)
        ? Optional.of(Kind.PERMISSION)
        : Optional.empty();
  }

  /** Whether a registry answers with this code. */
  static boolean isCodeOfRegistry(String code) {
    return CODES.contains(code.toUpperCase(Locale.ROOT));
  }
}
