package io.github.xrayclient.diagnostics.internal.advice;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockingViolation;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.value.ComponentId;
import io.github.xrayclient.violation.Violation;
import io.github.xrayclient.violation.detail.ApplicabilityDetails;
import io.github.xrayclient.violation.detail.ApplicabilityStatus;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the violations that block a download say about versions to use and CVEs to ignore. */
final class AdviceOnViolations {
  private static final int MOST = 5;

  private AdviceOnViolations() {}

  /** To use another version, with the versions that fix the violations of these causes. */
  static String versions(List<BlockCause> causes) {
    String fixes = fixes(causes);
    boolean areNamed = causes.stream().anyMatch(cause -> !cause.violations().isEmpty());
    return (areNamed
            ? "Use a version that does not have these violations."
            : "Check the violations of the artifact in Xray, and use a version that does not have"
                + " them.")
        + fixes;
  }

  /**
   * Names the versions that fix the violations of these causes, for each component on its own;
   * empty if none is known.
   */
  private static String fixes(List<BlockCause> causes) {
    Map<List<ComponentId>, Map<List<String>, Set<String>>> byComponent = new LinkedHashMap<>();
    causes.stream()
        .flatMap(cause -> cause.violations().stream())
        .filter(violation -> !violation.fixVersions().isEmpty())
        .forEach(violation -> byComponent
            .computeIfAbsent(violation.components(), absent -> new LinkedHashMap<>())
            .computeIfAbsent(violation.fixVersions(), absent -> new LinkedHashSet<>())
            .addAll(names(violation)));
    if (byComponent.isEmpty()) {
      return "";
    }
    Stream<String> named = byComponent.entrySet().stream()
        .limit(MOST)
        .map(entry -> of(entry.getKey())
            + entry.getValue().entrySet().stream()
                .map(fix -> fix(fix.getValue(), fix.getKey()))
                .collect(Collectors.joining(", ")));
    int more = byComponent.size() - MOST;
    return " Fixed versions: " + named.collect(Collectors.joining("; "))
        + (more > 0 ? "; and those of " + more + " more components" : "") + ".";
  }

  private static String of(List<ComponentId> components) {
    return components.isEmpty()
        ? ""
        : components.stream().map(ComponentId::wire).collect(Collectors.joining(" and ")) + ": ";
  }

  private static List<String> names(BlockingViolation violation) {
    return violation.cves().isEmpty()
        ? violation.id().stream().collect(Collectors.toList())
        : violation.cves();
  }

  /** Issues and the versions without them, since another issue may need a later version. */
  private static String fix(Set<String> issues, List<String> versions) {
    return (issues.isEmpty()
            ? ""
            : String.join(" and ", issues) + (issues.size() == 1 ? " is" : " are") + " fixed in ")
        + String.join(", ", versions);
  }

  /** Names the CVEs that contextual analysis found not applicable in every violation. */
  static String notApplicable(List<Violation> violations) {
    Map<String, Boolean> byCve = new LinkedHashMap<>();
    for (Violation violation : violations) {
      Map<String, Boolean> own = new LinkedHashMap<>();
      for (ApplicabilityDetails analysis : violation.applicabilityDetails()) {
        boolean not = analysis.result().equals(Optional.of(ApplicabilityStatus.NOT_APPLICABLE));
        NonBlank.text(analysis.vulnerabilityId())
            .ifPresent(cve -> own.merge(cve, not, Boolean::logicalAnd));
      }
      violation.cves().forEach(cve -> own.putIfAbsent(cve, false));
      own.forEach((cve, not) -> byCve.merge(cve, not, Boolean::logicalAnd));
    }
    List<String> cves = byCve.entrySet().stream()
        .filter(Map.Entry::getValue)
        .map(Map.Entry::getKey)
        .limit(MOST)
        .collect(Collectors.toList());
    return cves.isEmpty()
        ? ""
        : " Contextual analysis found these CVEs not applicable to the artifact: "
            + String.join(", ", cves) + ".";
  }
}
