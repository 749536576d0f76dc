package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.policy.Criteria;
import io.github.xrayclient.policy.CvssRange;
import io.github.xrayclient.policy.CvssScore;
import io.github.xrayclient.policy.Exposures;
import io.github.xrayclient.policy.OperationalRisk;
import io.github.xrayclient.value.Severity;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Describes what a rule matches, such as {@code severity High or above, only with a fix}. */
final class CriteriaWords {
  private final List<String> words = new ArrayList<>();

  private CriteriaWords() {}

  /** Describes criteria in words; empty if there are no criteria. */
  static Optional<String> of(Criteria criteria) {
    CriteriaWords words = new CriteriaWords();
    words.vulnerabilities(criteria);
    words.codeAndExposures(criteria);
    words.packages(criteria);
    words.licenses(criteria);
    words.operationalRisk(criteria);
    criteria.extras().keySet().forEach(words.words::add);
    return Optional.of(String.join(", ", words.words)).filter(text -> !text.isEmpty());
  }

  private void vulnerabilities(Criteria criteria) {
    NonBlank.word(criteria.minSeverity()).map(CriteriaWords::severity).ifPresent(words::add);
    criteria.cvssRange().map(CriteriaWords::range).ifPresent(words::add);
    list("vulnerability ", criteria.vulnerabilityIds(), " or ");
    flag(criteria.maliciousPackage(), "malicious package");
    flag(criteria.fixVersionDependant(), "only with a fix");
    flag(criteria.applicableCvesOnly(), "applicable CVEs only");
  }

  private void codeAndExposures(Criteria criteria) {
    criteria.exposures().map(CriteriaWords::exposures).ifPresent(words::add);
    criteria
        .sast()
        .ifPresent(sast -> words.add("findings in source code"
            + NonBlank.word(sast.minSeverity())
                .map(least -> " of " + severity(least))
                .orElse("")));
  }

  private void packages(Criteria criteria) {
    NonBlank.text(criteria.packageName())
        .ifPresent(name -> words.add("package "
            + NonBlank.text(criteria.packageType()).map(type -> type + " ").orElse("") + name));
    list("versions ", criteria.packageVersions(), " or ");
  }

  private void licenses(Criteria criteria) {
    list("licenses other than ", criteria.allowedLicenses(), ", ");
    list("licenses ", criteria.bannedLicenses(), ", ");
    flag(criteria.allowUnknown().map(allowed -> !allowed), "unknown licenses");
    flag(criteria.multiLicensePermissive(), "unless one of several licenses is allowed");
  }

  private void operationalRisk(Criteria criteria) {
    NonBlank.word(criteria.operationalRiskMinRisk())
        .ifPresent(least -> words.add(atLeast("operational risk", least)));
    criteria.operationalRiskCustom().map(CriteriaWords::custom).ifPresent(words::add);
  }

  private static String custom(OperationalRisk risk) {
    List<String> signs = new ArrayList<>();
    NonBlank.word(risk.minRisk())
        .or(() -> NonBlank.word(risk.risk()))
        .ifPresent(least -> signs.add(atLeast("risk", least)));
    risk.endOfLife().filter(end -> end).ifPresent(end -> signs.add("end of life"));
    risk.releaseDateGreaterThanMonths()
        .ifPresent(months -> signs.add("released more than " + months + " months ago"));
    risk.newerVersionsGreaterThan()
        .ifPresent(versions -> signs.add("more than " + versions + " newer versions"));
    risk.releaseCadencePerYearLessThan()
        .ifPresent(releases -> signs.add("fewer than " + releases + " releases a year"));
    risk.commitsLessThan().ifPresent(commits -> signs.add("fewer than " + commits + " commits"));
    risk.committersLessThan()
        .ifPresent(committers -> signs.add("fewer than " + committers + " committers"));
    boolean all = risk.useAndCondition()
        .orElseGet(() -> risk.useOrCondition().map(one -> !one).orElse(false));
    return "operational risk: " + String.join(all ? " and " : " or ", signs);
  }

  private static String exposures(Exposures exposures) {
    List<String> kinds = new ArrayList<>();
    exposures.secrets().filter(on -> on).ifPresent(on -> kinds.add("secrets"));
    exposures.applications().filter(on -> on).ifPresent(on -> kinds.add("applications"));
    exposures.services().filter(on -> on).ifPresent(on -> kinds.add("services"));
    exposures
        .infrastructureAsCode()
        .filter(on -> on)
        .ifPresent(on -> kinds.add("infrastructure as code"));
    exposures.maliciousCode().filter(on -> on).ifPresent(on -> kinds.add("malicious code"));
    return "exposures"
        + (kinds.isEmpty() ? "" : " in " + String.join(" or ", kinds))
        + NonBlank.word(exposures.minSeverity())
            .map(least -> " of " + severity(least))
            .orElse("");
  }

  private static String range(CvssRange range) {
    return "CVSS score from " + range.lowest().map(CvssScore::toString).orElse("0")
        + range.highest().map(highest -> " to " + highest).orElse("");
  }

  private static String severity(Severity least) {
    return least.equals(Severity.ALL) ? "any severity" : atLeast("severity", least);
  }

  private static String atLeast(String what, Severity least) {
    return what + " " + least + (least.equals(Severity.CRITICAL) ? "" : " or above");
  }

  private void flag(Optional<Boolean> flag, String text) {
    flag.filter(on -> on).ifPresent(on -> words.add(text));
  }

  private void list(String before, List<String> names, String between) {
    List<String> present = NonBlank.texts(names);
    if (!present.isEmpty()) {
      words.add(before + String.join(between, present));
    }
  }
}
