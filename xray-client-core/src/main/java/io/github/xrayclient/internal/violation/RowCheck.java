package io.github.xrayclient.internal.violation;

import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.value.Severity;
import io.github.xrayclient.value.Timestamp;
import io.github.xrayclient.violation.Violation;
import io.github.xrayclient.violation.ViolationKind;
import io.github.xrayclient.violation.ViolationType;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Predicate;

/**
 * Compares a row of an answer with a filter, since older servers ignore filters that they do not
 * know. A row that lacks the field of the filter, or has only a blank text there, matches.
 */
final class RowCheck {
  /** The severities by which a search can be limited, the lowest first. */
  private static final List<String> SEVERITIES =
      List.of("unknown", "information", "low", "medium", "high", "critical");

  private static final Set<ViolationKind> WITH_CVES =
      EnumSet.of(ViolationKind.SECURITY, ViolationKind.UNKNOWN);
  private static final Set<ViolationType> TYPES =
      Set.of(ViolationType.SECURITY, ViolationType.LICENSE, ViolationType.OPERATIONAL_RISK);

  private RowCheck() {}

  static Predicate<Violation> watch(String name) {
    return row -> NonBlank.text(row.watchName()).map(name::equals).orElse(true);
  }

  /** Matches types that this library does not know, since it is not known which filter finds them. */
  static Predicate<Violation> type(ViolationType asked) {
    return row -> NonBlank.word(row.type())
        .map(type -> type.equals(asked) || !known(type, asked))
        .orElse(true);
  }

  private static boolean known(ViolationType type, ViolationType asked) {
    return TYPES.contains(type) && TYPES.contains(asked);
  }

  static Predicate<Violation> minSeverity(Severity lowest) {
    return row -> row.severity()
        .map(RowCheck::rank)
        .map(rank -> rank < 0 || rank >= rank(lowest))
        .orElse(true);
  }

  private static int rank(Severity severity) {
    return SEVERITIES.indexOf(severity.wire().toLowerCase(Locale.ROOT));
  }

  static Predicate<Violation> createdFrom(Instant bound) {
    return created(bound, (time, from) -> !time.isBefore(from));
  }

  static Predicate<Violation> createdUntil(Instant bound) {
    return created(bound, (time, until) -> !time.isAfter(until));
  }

  /** A time without a fraction may have been cut, so it is compared with the bound's second. */
  private static Predicate<Violation> created(Instant bound, BiPredicate<Instant, Instant> fits) {
    return row -> row.created()
        .flatMap(Timestamp::toInstant)
        .map(time -> fits.test(
            time,
            time.equals(time.truncatedTo(ChronoUnit.SECONDS))
                ? bound.truncatedTo(ChronoUnit.SECONDS)
                : bound))
        .orElse(true);
  }

  static Predicate<Violation> issue(String id) {
    return row -> NonBlank.text(row.issueId()).map(id::equalsIgnoreCase).orElse(true);
  }

  /** Rows have CVEs only with details, but licenses and findings in files never have any. */
  static Predicate<Violation> cve(String id) {
    return row -> row.cves().isEmpty()
        ? WITH_CVES.contains(row.kind())
        : row.cves().stream().anyMatch(id::equalsIgnoreCase);
  }

  /** Whether a row names one of these artifacts or Git repositories; empty if it names none. */
  static Optional<Boolean> isIn(Set<String> artifacts, Set<String> gitRepositories, Violation row) {
    List<String> paths = ArtifactPath.of(row);
    Optional<String> gitRepository = NonBlank.text(row.impactedGitRepository());
    if ((artifacts.isEmpty() || paths.isEmpty())
        && (gitRepositories.isEmpty() || gitRepository.isEmpty())) {
      return Optional.empty();
    }
    return Optional.of(paths.stream().anyMatch(artifacts::contains)
        || gitRepository.filter(gitRepositories::contains).isPresent());
  }
}
