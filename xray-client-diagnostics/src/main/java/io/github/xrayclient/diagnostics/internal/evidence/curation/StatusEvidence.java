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
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the status of a refused package, asked for now, says about its refusal. Immutable. */
final class StatusEvidence {
  private final PackageStatus status;
  private final RefusedPackage refused;

  /**
   * The curated repositories of the refusal, if they are known and the answer names each of them.
   */
  private final List<RepositoryStatus> own;

  StatusEvidence(PackageStatus status, RefusedPackage refused) {
    this.status = status;
    this.refused = refused;
    List<String> keys = keys();
    this.own = unnamed().isEmpty()
        ? status.repositories().stream()
            .filter(each -> each.repository().filter(keys::contains).isPresent())
            .collect(Collectors.toUnmodifiableList())
        : List.of();
  }

  /**
   * The curated repositories of the refusal; if they are not known, its repository, which an answer
   * names only if that is a curated one.
   */
  private List<String> keys() {
    return refused.curatedRepositories().isEmpty()
        ? refused.repository().stream().collect(Collectors.toUnmodifiableList())
        : refused.curatedRepositories();
  }

  /** The repositories of the refusal that the answer does not name. */
  private List<String> unnamed() {
    List<String> named = named(each -> true);
    return keys().stream().filter(key -> !named.contains(key)).collect(Collectors.toList());
  }

  private CurationFinding finding(boolean ofRefusal) {
    String answer = answer();
    List<String> missing = named(each -> true).isEmpty() ? List.of() : unnamed();
    String unnamed = "";
    if (!missing.isEmpty()) {
      unnamed = " The answer does not name "
          + (missing.size() == 1 ? "repository " : "the repositories ") + QuotedNames.of(missing)
          + ".";
    } else if (!own.isEmpty() && kind() == Kind.STATUS_UNKNOWN) {
      unnamed = " It does not tell what happens in " + QuotedNames.of(keys()) + ".";
    }
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
   * repository at all. Otherwise its policies may not apply to the refusal. If several repositories
   * may have refused the package, it must be blocked or allowed in all of them.
   */
  boolean isAboutTheRefusal() {
    boolean isCertain = !own.isEmpty() && kind() != Kind.BLOCKED_IN_SOME_REPOSITORIES_NOW;
    return isCertain || named(each -> true).isEmpty();
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
    if (!own.isEmpty()) {
      return kindOfOwn();
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

  /** What happens in the repositories of the refusal; certain only if it is the same in all. */
  private Kind kindOfOwn() {
    Set<String> blocked = keysOfOwn(PackageAction.BLOCKED);
    Set<String> allowed = keysOfOwn(PackageAction.APPROVED);
    allowed.removeAll(blocked);
    int all = keys().size();
    if (blocked.size() == all) {
      return Kind.BLOCKED_NOW;
    }
    if (allowed.size() == all) {
      return Kind.ALLOWED_NOW;
    }
    return blocked.isEmpty() || allowed.isEmpty()
        ? Kind.STATUS_UNKNOWN
        : Kind.BLOCKED_IN_SOME_REPOSITORIES_NOW;
  }

  private Set<String> keysOfOwn(PackageAction action) {
    return own.stream()
        .filter(each -> has(each, action))
        .flatMap(each -> each.repository().stream())
        .collect(Collectors.toSet());
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
