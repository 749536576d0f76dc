package io.github.xrayclient.ignorerule;

import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.remedy.RemediableArgumentException;
import io.github.xrayclient.internal.secret.VisibleText;
import io.github.xrayclient.remedy.Remedy;
import io.github.xrayclient.value.ComponentId;
import io.github.xrayclient.violation.MatchedPolicy;
import io.github.xrayclient.violation.Violation;
import io.github.xrayclient.violation.ViolationId;
import io.github.xrayclient.violation.ViolationKind;
import io.github.xrayclient.violation.detail.FindingDetails;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Makes the filters of an ignore rule that cover one violation and as little else as possible: what
 * was found, by which watch and policies, in which components and artifacts.
 */
public final class NarrowestFilters {
  private static final String MAKE_FILTERS =
      "make the filters yourself, and use IgnoreRuleDraft.of(filters, notes)";

  private final Violation violation;
  private final IgnoreFilters.Builder filters = IgnoreFilters.builder();

  private NarrowestFilters(Violation violation) {
    this.violation = violation;
  }

  /**
   * Returns the filters that {@link IgnoreRuleDraft#of(Violation, String, java.time.Instant)} uses.
   *
   * @param violation a violation that was read with {@code includeDetails()}
   * @throws IllegalArgumentException if the violation does not have what they need; the message
   *     names what is missing
   */
  public static IgnoreFilters of(Violation violation) {
    NarrowestFilters narrowest =
        new NarrowestFilters(Objects.requireNonNull(violation, "violation"));
    narrowest.addObjective();
    narrowest.addWatchAndPolicies();
    narrowest.addPlaces();
    return narrowest.filters.build();
  }

  /**
   * Limits filters to one artifact, since a violation may name several with the same component. The
   * artifact is named as the filters name it already, if they do. The filters of a violation that
   * was found in a Git repository stay as they are.
   *
   * @param locations where the artifact can be, such as {@code default/libs/org/acme/app.jar}: the
   *     id of the Artifactory, the key of the repository and the path; at least one
   * @throws IllegalArgumentException if no location names an artifact
   */
  public static IgnoreFilters inArtifact(IgnoreFilters filters, Collection<String> locations) {
    List<IgnoreTarget> named = Objects.requireNonNull(filters, "filters").artifacts();
    List<IgnoreTarget> asked = Arguments.elements("locations", locations).stream()
        .flatMap(location -> ImpactedPath.target(location).stream())
        .distinct()
        .collect(Collectors.toUnmodifiableList());
    if (asked.isEmpty()) {
      throw new IllegalArgumentException(
          "locations must contain the location of an artifact, but was " + locations);
    }
    if (named.isEmpty() && !filters.gitRepositories().isEmpty()) {
      return filters;
    }
    // A server may name its only artifact in another form, which is then the better one.
    IgnoreTarget one = named.stream()
        .filter(asked::contains)
        .findFirst()
        .orElseGet(() -> named.size() == 1 ? named.get(0) : asked.get(0));
    return filters.toBuilder().artifacts(List.of(one)).build();
  }

  private void addObjective() {
    ViolationKind kind = violation.kind();
    switch (kind) {
      case SECURITY:
        if (violation.cves().isEmpty()) {
          filters.addVulnerability(issueId());
        } else {
          filters.cves(violation.cves());
        }
        break;
      case LICENSE:
        filters.addLicense(issueId());
        break;
      case OPERATIONAL_RISK:
        filters.addOperationalRisk("any");
        break;
      case SECRET:
        filters.exposures(ExposureFilter.builder()
            .addScanner(needed(
                violation.exposureDetails().flatMap(FindingDetails::scannerId),
                "details.id does not begin with the id of a scanner, such as EXP-1527"))
            .filePaths(filePaths(path -> path.startsWith("/") ? path : "/" + path))
            .build());
        break;
      case SAST:
        filters.sast(SastFilter.builder()
            .addRule(needed(
                violation.sastDetails().flatMap(FindingDetails::abbreviation),
                "sast_details.abbreviation is missing"))
            .filePaths(filePaths(path -> path))
            .build());
        break;
      default:
        throw bad("it is not known how an ignore rule names a violation of the kind " + kind);
    }
  }

  private String issueId() {
    return needed(violation.issueId(), "issue_id is missing");
  }

  private List<String> filePaths(UnaryOperator<String> form) {
    List<String> paths = violation.infectedFilePaths().stream()
        .filter(path -> !path.isBlank())
        .map(form)
        .distinct()
        .collect(Collectors.toList());
    if (paths.isEmpty()) {
      throw bad("infected_file_path is empty");
    }
    return paths;
  }

  private void addWatchAndPolicies() {
    List<MatchedPolicy> matched = violation.matchedPolicies();
    List<String> blocking = names(matched, policy -> policy.blocking().orElse(false));
    List<String> policies = blocking.isEmpty() ? names(matched, policy -> true) : blocking;
    if (policies.isEmpty()) {
      throw bad(
          "matched_policies is empty", "list violations with includeDetails(), or " + MAKE_FILTERS);
    }
    filters.addWatch(needed(violation.watchName(), "watch_name is missing")).policies(policies);
  }

  private static List<String> names(List<MatchedPolicy> matched, Predicate<MatchedPolicy> which) {
    return matched.stream()
        .filter(which)
        .flatMap(policy -> policy.policy().stream())
        .filter(name -> !name.isBlank())
        .distinct()
        .collect(Collectors.toList());
  }

  private void addPlaces() {
    List<IgnoreTarget> components = violation.components().stream()
        .map(NarrowestFilters::component)
        .distinct()
        .collect(Collectors.toList());
    List<IgnoreTarget> artifacts = artifacts().distinct().collect(Collectors.toList());
    Optional<String> git =
        violation.impactedGitRepository().filter(repository -> !repository.isBlank());
    boolean placed = !artifacts.isEmpty() || git.isPresent();
    if (violation.kind() == ViolationKind.OPERATIONAL_RISK && (components.isEmpty() || !placed)) {
      throw bad("it does not name both a component and an artifact, so an ignore rule would cover"
          + " the operational risk of everything that the watch finds");
    }
    if (components.isEmpty() && !placed) {
      throw bad("it names no component, artifact or Git repository, so an ignore rule would cover"
          + " everything that the watch finds");
    }
    filters.components(components).artifacts(artifacts);
    git.ifPresent(filters::addGitRepository);
  }

  private static IgnoreTarget component(ComponentId id) {
    return IgnoreTarget.builder().name(id.nameWithType()).version(id.version()).build();
  }

  private Stream<IgnoreTarget> artifacts() {
    Stream<IgnoreTarget> listed =
        violation.impactedArtifacts().stream().flatMap(path -> ImpactedPath.target(path).stream());
    Stream<IgnoreTarget> single = violation
        .impactedArtifact()
        .filter(artifact -> artifact.name().filter(name -> !name.isBlank()).isPresent())
        .map(artifact -> IgnoreTarget.builder()
            .name(artifact.name())
            .version(artifact.version().filter(version -> !version.isBlank()))
            .build())
        .stream();
    return Stream.concat(listed, single);
  }

  private String needed(Optional<String> text, String problem) {
    return text.filter(value -> !value.isBlank()).orElseThrow(() -> bad(problem));
  }

  private IllegalArgumentException bad(String problem) {
    return bad(problem, MAKE_FILTERS);
  }

  private IllegalArgumentException bad(String problem, String advice) {
    String id = violation
        .violationId()
        .map(ViolationId::wire)
        .or(violation::issueId)
        .filter(text -> !text.isBlank())
        .map(text -> " " + VisibleText.oneLine(text))
        .orElse("");
    return new RemediableArgumentException(
        "violation" + id + " does not have what the narrowest ignore rule needs: " + problem,
        Remedy.of(Remedy.Kind.MAKE_FILTERS, advice));
  }
}
