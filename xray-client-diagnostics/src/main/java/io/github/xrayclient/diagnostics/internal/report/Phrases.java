package io.github.xrayclient.diagnostics.internal.report;

import io.github.xrayclient.curation.waiverrequest.WaiverRequestDraft;
import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NotBlocking;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.watch.WatchResource;
import io.github.xrayclient.watch.WatchResourceType;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The phrases that the reports for people have in common. */
public final class Phrases {
  private static final int MOST_NOT_BLOCKING = 5;

  private Phrases() {}

  public static String kind(BlockExplanation explanation) {
    return explanation
        .refusal()
        .map(BlockedDownload::kind)
        .map(Phrases::kind)
        .orElse("what would block a download");
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
        return "not found, which may hide a block behind a virtual repository";
      case PERMISSION:
        return "refused for want of permission, not by a policy";
      case SUSPENDED:
        return "refused because logging in is suspended, not by a policy";
      case AUTH:
        return "refused because of the credentials, not by a policy";
      case PROXY:
        return "refused with a web page, probably by a proxy";
      default:
        return "not recognised as a block";
    }
  }

  /** The file or package that is refused, if it is known. */
  public static Optional<String> subject(BlockExplanation explanation) {
    return explanation
        .path()
        .or(() ->
            explanation.refusal().flatMap(BlockedDownload::curation).flatMap(Phrases::packageName));
  }

  private static Optional<String> packageName(CurationRefusal refusal) {
    String version = refusal.packageVersion().map(each -> " " + each).orElse("");
    return refusal.packageName().map(name -> name + version);
  }

  /** Formats a waiver request as lines of JSON. */
  public static String waiverRequestJson(WaiverRequestDraft draft) {
    return Json.MAPPER.valueToTree(draft).toPrettyString();
  }

  /** Whether watches were looked at, so that finding no cause says something. */
  public static boolean watchesWereRead(BlockExplanation explanation) {
    return explanation.repository().isPresent()
        && explanation
            .refusal()
            .map(BlockedDownload::kind)
            .map(BlockedDownload.Kind.XRAY_BLOCK::equals)
            .orElse(true);
  }

  /** What a cause matches, and how many violations it has; empty if nothing of it is known. */
  public static Optional<String> evidence(BlockCause cause) {
    Optional<String> criteria = cause.criteriaInWords().map(words -> "Matches " + words + ".");
    Optional<String> violations =
        cause.violationCount().filter(count -> count > 0).map(Phrases::violations);
    return Stream.of(criteria, violations)
        .flatMap(Optional::stream)
        .reduce((first, second) -> first + " " + second);
  }

  private static String violations(int count) {
    return count + (count == 1 ? " violation was found." : " violations were found.");
  }

  /** The first few policies that cover the artifact, but do not block it, one on each line. */
  public static List<String> notBlocking(BlockExplanation explanation) {
    List<NotBlocking> all = explanation.notBlocking();
    List<String> lines = all.stream()
        .limit(MOST_NOT_BLOCKING)
        .map(each -> "watch " + each.watch() + ", policy " + each.policy() + ": " + each.reason())
        .collect(Collectors.toList());
    if (all.size() > MOST_NOT_BLOCKING) {
      lines.add("and " + (all.size() - MOST_NOT_BLOCKING) + " more");
    }
    return lines;
  }

  public static String trigger(BlockCause.Trigger trigger) {
    return trigger == BlockCause.Trigger.VIOLATION
        ? "blocks on a violation"
        : "blocks while not scanned";
  }

  /** How a watch comes to cover a repository. */
  static String resource(WatchResource resource, Optional<String> repository) {
    if (resource.type().equals(WatchResourceType.REPOSITORY)) {
      String name =
          resource.name().filter(key -> !repository.equals(Optional.of(key))).orElse("");
      return name.isEmpty() ? "named by the watch" : "named as " + name;
    }
    return resource.type().equals(WatchResourceType.ALL_REPOSITORIES)
        ? "one of all repositories"
        : "by " + resource.type().wire()
            + resource.name().map(name -> " " + name).orElse("");
  }

  public static String verdictLabel(BlockCause.Verdict verdict) {
    return capitalized(verdict.name().toLowerCase(Locale.ROOT));
  }

  public static String verdictMeaning(BlockCause.Verdict verdict) {
    switch (verdict) {
      case CONFIRMED:
        return "a violation of the artifact that blocks was found";
      case LIKELY:
        return "all available evidence points to it, but none proves it";
      default:
        return "it depends on something that is not known";
    }
  }

  /** How often a refusal stands in a log, and where; nothing of the only one in a text of one line. */
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

  /** Why Curation refused, where that is not the policies that are listed. */
  public static Optional<String> reason(CurationRefusal.Reason reason) {
    switch (reason) {
      case NOT_IN_CATALOG:
        return Optional.of("The catalog does not know the package yet.");
      case ON_DEMAND_SCAN_PENDING:
        return Optional.of("A scan of the package is running.");
      case NO_COMPLIANT_VERSION:
        return Optional.of("Every version of the package is blocked.");
      case WAIVER_ANSWER:
        return Optional.of("This is the answer to a waiver request.");
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
