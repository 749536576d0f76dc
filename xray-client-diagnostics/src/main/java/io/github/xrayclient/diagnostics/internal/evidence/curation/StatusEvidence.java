package io.github.xrayclient.diagnostics.internal.evidence.curation;

import io.github.xrayclient.curation.status.PackageAction;
import io.github.xrayclient.curation.status.PackageStatus;
import io.github.xrayclient.curation.status.PackageVerdict;
import io.github.xrayclient.curation.status.RepositoryStatus;
import io.github.xrayclient.curation.status.StatusPolicy;
import io.github.xrayclient.curation.status.StatusSummary;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.diagnostics.refusal.CurationFinding;
import io.github.xrayclient.diagnostics.refusal.CurationFinding.Kind;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the status of a refused package, asked for now, says about its refusal. Immutable. */
final class StatusEvidence {
  private final PackageStatus status;
  private final RefusedPackage refused;

  /** The repository of the refusal, if it is known and the answer names it. */
  private final List<RepositoryStatus> own;

  StatusEvidence(PackageStatus status, RefusedPackage refused) {
    this.status = status;
    this.refused = refused;
    this.own = status.repositories().stream()
        .filter(
            each -> each.repository().isPresent() && each.repository().equals(refused.repository()))
        .collect(Collectors.toUnmodifiableList());
  }

  private CurationFinding finding(boolean ofRefusal) {
    String answer = answer();
    String unnamed = refused
        .repository()
        .filter(key -> own.isEmpty() && !named(each -> true).isEmpty())
        .map(key -> " The answer does not name repository " + QuotedNames.of(key) + ".")
        .or(() -> refused
            .repository()
            .filter(key -> !own.isEmpty() && kind() == Kind.STATUS_UNKNOWN)
            .map(key -> " It does not tell what happens in " + QuotedNames.of(key) + "."))
        .orElse("");
    return CurationFinding.of(
        kind(),
        "The server was asked about " + refused + " now: " + answer + unnamed
            + (ofRefusal ? " At the time of the refusal, this may have been different." : ""));
  }

  /** Adds what Curation does with a refused package now, and what follows from it. */
  void addTo(List<CurationFinding> findings, List<NextStep> steps) {
    addTo(findings, steps, true);
  }

  /**
   * Adds what Curation does with the package now, and what follows from it.
   *
   * @param ofRefusal whether the package was refused, which may have been under other policies
   */
  void addTo(List<CurationFinding> findings, List<NextStep> steps, boolean ofRefusal) {
    findings.add(finding(ofRefusal));
    if (kind() == Kind.ALLOWED_NOW && ofRefusal) {
      steps.add(NextStep.of(
          NextStep.Kind.RETRY,
          "Try the download again, because Curation allows the package now"
              + (isAboutTheRefusal() ? "" : " in the repositories that its answer names")
              + ". Cached metadata may still be used for a while."));
    }
    if (kind() == Kind.BLOCKED_NOW && isAboutTheRefusal()) {
      policies().stream()
          .flatMap(policy -> policy.remediation().stream())
          .filter(text -> !text.isBlank())
          .map(text -> NextStep.of(NextStep.Kind.FOLLOW_RECOMMENDATION, text))
          .filter(step -> !steps.contains(step))
          .forEach(steps::add);
    }
  }

  /**
   * Whether the answer tells about the repository of the refusal: it names that one, or no
   * repository at all. Otherwise its policies may not apply to the refusal.
   */
  boolean isAboutTheRefusal() {
    return !own.isEmpty() || named(each -> true).isEmpty();
  }

  /**
   * The policies that block the package now: those of the refusal's repository, or of all
   * repositories if the answer does not name that one. Only policies with a name.
   */
  List<StatusPolicy> policies() {
    return (own.isEmpty() ? status.repositories() : own)
        .stream()
            .filter(each -> has(each, PackageAction.BLOCKED))
            .flatMap(each -> each.policies().stream())
            .filter(
                policy -> policy.policyName().filter(name -> !name.isBlank()).isPresent())
            .distinct()
            .collect(Collectors.toUnmodifiableList());
  }

  /** The keys of the repositories in which a policy blocks the package now. */
  List<String> repositoriesOf(StatusPolicy policy) {
    return named(each -> has(each, PackageAction.BLOCKED) && each.policies().contains(policy));
  }

  private Kind kind() {
    if (own.stream().anyMatch(each -> has(each, PackageAction.BLOCKED))) {
      return Kind.BLOCKED_NOW;
    }
    if (own.stream().anyMatch(each -> has(each, PackageAction.APPROVED))) {
      return Kind.ALLOWED_NOW;
    }
    if (!own.isEmpty()) {
      return Kind.STATUS_UNKNOWN;
    }
    switch (status.verdict()) {
      case BLOCKED:
        return Kind.BLOCKED_NOW;
      case MIXED:
        return Kind.BLOCKED_IN_SOME_REPOSITORIES_NOW;
      case ALLOWED:
        return status.hasDetails() ? Kind.ALLOWED_NOW : Kind.STATUS_UNKNOWN;
      default:
        return Kind.STATUS_UNKNOWN;
    }
  }

  private String answer() {
    if (!status.hasDetails()) {
      return "it answered without details, which proves nothing.";
    }
    if (status.verdict() == PackageVerdict.UNKNOWN) {
      boolean namesSome = !status.extras().isEmpty()
          || clause("", PackageAction.APPROVED, StatusSummary::totalApproved).isPresent();
      return namesSome
          ? "parts of its answer cannot be read, so it does not tell."
          : "its answer names no repository that blocks or allows the package. Either no curated"
              + " repository has this type, or Curation does not know the package.";
    }
    return Stream.of(
            clause("blocks it", PackageAction.BLOCKED, StatusSummary::totalBlocked),
            clause("allows it", PackageAction.APPROVED, StatusSummary::totalApproved))
        .flatMap(Optional::stream)
        .collect(Collectors.joining(" and ", "Curation ", "."));
  }

  private Optional<String> clause(
      String verb, PackageAction action, Function<StatusSummary, Optional<Integer>> total) {
    List<String> keys = named(each -> has(each, action));
    if (!keys.isEmpty()) {
      return Optional.of(verb + " in " + QuotedNames.of(keys));
    }
    Optional<Integer> count = status.summary().flatMap(total).filter(number -> number > 0);
    boolean unnamed = status.repositories().stream().anyMatch(each -> has(each, action));
    return count
        .map(number -> verb + " in " + number + (number == 1 ? " repository" : " repositories"))
        .or(() -> unnamed ? Optional.of(verb) : Optional.empty());
  }

  private List<String> named(Predicate<RepositoryStatus> wanted) {
    return status.repositories().stream()
        .filter(wanted)
        .map(RepositoryStatus::repository)
        .flatMap(Optional::stream)
        .collect(Collectors.toList());
  }

  private static boolean has(RepositoryStatus repository, PackageAction action) {
    return repository.action().filter(action::equals).isPresent();
  }
}
