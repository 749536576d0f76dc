package io.github.xrayclient.diagnostics.internal.report;

import io.github.xrayclient.curation.waiverrequest.WaiverRequestDraft;
import io.github.xrayclient.diagnostics.explanation.AskedAgain;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.MissingRepository;
import io.github.xrayclient.diagnostics.explanation.NotBlocking;
import io.github.xrayclient.diagnostics.explanation.RequestedImage;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.internal.json.Json;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The words that the reports for people have in common. */
public final class Phrases {
  public static final String RULED_OUT = "Ruled out as causes";
  public static final String NOT_BLOCKING = "Policies that do not block downloads";
  public static final String NOT_CHECKED = "Not checked";
  public static final String NEXT_STEPS = "Next steps";
  public static final String NO_PACKAGE = "The message does not name the package.";
  public static final String WAIVER_ALLOWED = "A waiver can be requested.";
  public static final String WAIVER_REQUEST =
      "This waiver request can be sent (POST /xray/api/v1/curation/waiver_requests):";

  private static final int MAX_NOT_BLOCKING = 5;

  private Phrases() {}

  public static String kind(BlockExplanation explanation) {
    return explanation
        .refusal()
        .map(refusal -> (isGuess(refusal) ? "probably " : "") + kind(refusal.kind()))
        .orElse("what would block a download");
  }

  /**
   * Whether the kind of a refusal is only a guess from words of a text, because the text shows
   * neither a message of a server nor a refused request.
   */
  private static boolean isGuess(BlockedDownload refusal) {
    switch (refusal.kind()) {
      case PERMISSION:
      case SUSPENDED:
      case AUTH:
      case PROXY:
      case POSSIBLE_BLOCK_VIA_VIRTUAL:
        return refusal.count().isEmpty() && refusal.status().isEmpty();
      default:
        return false;
    }
  }

  /**
   * What is to be said first, in whole sentences: that the repository is missing, which member
   * stores the artifact, and what the explanation rests on. Empty if there is nothing of this.
   */
  public static Optional<String> basis(BlockExplanation explanation) {
    Optional<String> ofText = explanation.refusal().flatMap(refusal -> basis(refusal, explanation));
    Optional<String> ofAnswer = explanation.askedAgain().map(AskedAgain::sentence);
    Optional<String> missing = explanation.missingRepository().map(MissingRepository::sentence);
    Optional<String> member = explanation
        .member()
        .map(key -> "The virtual repository takes the artifact from its member " + '"' + key + '"'
            + ", which stores it.");
    Optional<String> image = explanation.image().map(RequestedImage::sentence);
    return Stream.of(missing, member, image, ofText, ofAnswer)
        .flatMap(Optional::stream)
        .reduce((first, second) -> first + " " + second);
  }

  private static Optional<String> basis(BlockedDownload refusal, BlockExplanation explanation) {
    if (isGuess(refusal)) {
      return Optional.of("This is only a guess from words"
          + refusal.line().map(line -> " on line " + line).orElse("")
          + " of the text, which shows neither a message of the server nor a refused request.");
    }
    if (refusal.kind() != BlockedDownload.Kind.REFUSED_WITHOUT_REASON) {
      return Optional.empty();
    }
    String known = "The text shows only the status "
        + refusal.status().map(String::valueOf).orElse("403")
        + " for this download, and no reason.";
    if (watchesWereRead(explanation)) {
      return Optional.of(known + " The server was therefore asked what would block it now.");
    }
    return Optional.of(
        explanation.repository().isPresent()
            ? known
            : known
                + " Which repository refused it is not known, so the server could not be asked what"
                + " would block it.");
  }

  /** The words for an explanation that has no cause, although watches were read. */
  public static String noCause(BlockExplanation explanation) {
    return isWithoutReason(explanation) || explanation.curation().isPresent()
        ? "No watch was found that would block the download."
        : "No cause was found.";
  }

  private static boolean isWithoutReason(BlockExplanation explanation) {
    return explanation
        .refusal()
        .filter(refusal -> refusal.kind() == BlockedDownload.Kind.REFUSED_WITHOUT_REASON)
        .isPresent();
  }

  /** The words for a download or text about which nothing is known. */
  public static String unnamed(BlockExplanation explanation) {
    boolean unknown = explanation
        .refusal()
        .map(BlockedDownload::kind)
        .filter(BlockedDownload.Kind.UNKNOWN::equals)
        .isPresent();
    return unknown ? "The text" : "The download";
  }

  private static String kind(BlockedDownload.Kind kind) {
    switch (kind) {
      case XRAY_BLOCK:
        return "refused by Xray's download blocking";
      case XRAY_UNAVAILABLE:
        return "refused because Xray is unavailable";
      case CURATION_BLOCK:
        return "refused by Curation";
      case POSSIBLE_BLOCK_VIA_VIRTUAL:
        return "not found, which may mean that a member of a virtual repository or another Artifactory"
            + " blocks it";
      case PERMISSION:
        return "refused because a permission is missing";
      case SUSPENDED:
        return "refused because the login is suspended";
      case AUTH:
        return "refused because of missing or wrong credentials";
      case PROXY:
        return "refused with a web page, perhaps by a proxy";
      case REFUSED_WITHOUT_REASON:
        return "refused with the status 403, without a reason";
      default:
        return "not recognized as a refused download";
    }
  }

  /** The file or package that was refused, if it is known. */
  public static Optional<String> subject(BlockExplanation explanation) {
    return explanation.path().or(() -> explanation.curation().flatMap(Phrases::packageName));
  }

  private static Optional<String> packageName(CurationRefusal refusal) {
    String version = refusal.packageVersion().map(each -> " " + each).orElse("");
    return refusal.packageName().map(name -> name + version);
  }

  /** Formats a waiver request as lines of JSON. */
  public static String waiverRequestJson(WaiverRequestDraft draft) {
    return Json.lines(Json.MAPPER.valueToTree(draft));
  }

  /** Whether watches were read, so that the report may say that no cause was found. */
  public static boolean watchesWereRead(BlockExplanation explanation) {
    boolean isAllowed = explanation
        .askedAgain()
        .filter(answer -> answer.outcome() == AskedAgain.Outcome.ALLOWED)
        .isPresent();
    return !isAllowed
        && explanation.repository().isPresent()
        && explanation
            .refusal()
            .map(BlockedDownload::kind)
            .map(kind -> kind == BlockedDownload.Kind.XRAY_BLOCK
                || kind == BlockedDownload.Kind.REFUSED_WITHOUT_REASON)
            .orElse(true);
  }

  /** The first five policies that cover the artifact but do not block downloads. */
  public static List<String> notBlocking(BlockExplanation explanation) {
    List<NotBlocking> all = explanation.notBlocking();
    List<String> lines = all.stream()
        .limit(MAX_NOT_BLOCKING)
        .map(each -> "watch " + each.watch() + ", policy " + each.policy() + ": " + each.reason())
        .collect(Collectors.toList());
    if (all.size() > MAX_NOT_BLOCKING) {
      lines.add("and " + (all.size() - MAX_NOT_BLOCKING) + " more");
    }
    return lines;
  }

  /**
   * How often and where a refusal occurs in a log; empty if it occurs only once, on the first line.
   */
  public static Optional<String> logOccurrences(BlockExplanation explanation) {
    return explanation.refusal().flatMap(Phrases::logOccurrences);
  }

  private static Optional<String> logOccurrences(BlockedDownload refusal) {
    return refusal
        .count()
        .flatMap(count -> refusal
            .line()
            .filter(line -> count > 1 || line > 1)
            .map(line -> count == 1
                ? "Once in the log, on line " + line + "."
                : count + " times in the log, first on line " + line + "."));
  }

  /**
   * Why Curation refused the download; empty if the policies of the refusal are the reason, or if
   * there is no message of Curation.
   */
  public static Optional<String> reason(BlockExplanation explanation) {
    return explanation
        .refusal()
        .filter(refusal -> refusal.kind() == BlockedDownload.Kind.CURATION_BLOCK)
        .flatMap(BlockedDownload::curation)
        .map(CurationRefusal::reason)
        .flatMap(Phrases::reason);
  }

  private static Optional<String> reason(CurationRefusal.Reason reason) {
    switch (reason) {
      case NOT_IN_CATALOG:
        return Optional.of("The package is not in the catalog yet.");
      case ON_DEMAND_SCAN_PENDING:
        return Optional.of("A scan of the package is running.");
      case NO_COMPLIANT_VERSION:
        return Optional.of("Every version of the package is blocked.");
      case WAIVER_ANSWER:
        return Optional.of("This message answers a waiver request.");
      case UNKNOWN:
        return Optional.of("The message names no reason.");
      default:
        return Optional.empty();
    }
  }

  public static String capitalized(String words) {
    return words.isEmpty() ? words : Character.toUpperCase(words.charAt(0)) + words.substring(1);
  }
}
