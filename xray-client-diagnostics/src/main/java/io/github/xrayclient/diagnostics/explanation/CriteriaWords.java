package io.github.xrayclient.diagnostics.explanation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.policy.Criteria;
import io.github.xrayclient.policy.CvssRange;
import io.github.xrayclient.policy.CvssScore;
import io.github.xrayclient.policy.Exposures;
import io.github.xrayclient.policy.OperationalRisk;
import io.github.xrayclient.value.Severity;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Describes what a rule matches, such as {@code severity High or above, only with a fix}. */
final class CriteriaWords {
  /** How the server writes that a package is matched in all its versions. */
  private static final String ANY_VERSION = "(,)";

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
    words.unknown(criteria.extras());
    return Optional.of(String.join(", ", words.words)).filter(text -> !text.isEmpty());
  }

  private void vulnerabilities(Criteria criteria) {
    NonBlank.word(criteria.minSeverity()).map(CriteriaWords::severity).ifPresent(words::add);
    criteria.cvssRange().ifPresent(this::range);
    list("vulnerability ", criteria.vulnerabilityIds(), " or ");
    flag(criteria.maliciousPackage(), "malicious packages");
    flag(criteria.fixVersionDependant(), "only with a fix");
    flag(criteria.applicableCvesOnly(), "applicable CVEs only");
  }

  private void codeAndExposures(Criteria criteria) {
    criteria.exposures().ifPresent(exposures -> {
      words.add(exposures(exposures));
      unknown(exposures.extras());
    });
    criteria.sast().ifPresent(sast -> {
      words.add("findings in source code" + of(sast.minSeverity()));
      unknown(sast.extras());
    });
  }

  private void packages(Criteria criteria) {
    Optional<String> type = NonBlank.text(criteria.packageType());
    NonBlank.text(criteria.packageName())
        .map(name -> "package " + type.map(known -> known + " ").orElse("") + name)
        .or(() -> type.map(known -> "packages of type " + known))
        .ifPresent(words::add);
    List<String> versions = NonBlank.texts(criteria.packageVersions());
    if (!versions.contains(ANY_VERSION)) {
      list("versions ", versions, " or ");
    }
  }

  private void licenses(Criteria criteria) {
    list("licenses other than ", criteria.allowedLicenses(), " or ");
    list("licenses ", criteria.bannedLicenses(), " or ");
    flag(criteria.allowUnknown().map(allowed -> !allowed), "unknown licenses");
    flag(criteria.multiLicensePermissive(), "unless one of several licenses is allowed");
  }

  private void operationalRisk(Criteria criteria) {
    NonBlank.word(criteria.operationalRiskMinRisk())
        .ifPresent(least -> words.add(atLeast("operational risk", least)));
    criteria.operationalRiskCustom().ifPresent(risk -> {
      custom(risk).ifPresent(words::add);
      unknown(risk.extras());
    });
  }

  private static Optional<String> custom(OperationalRisk risk) {
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
    return signs.isEmpty()
        ? Optional.empty()
        : Optional.of("operational risk: " + String.join(all ? " and " : " or ", signs));
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
        + of(exposures.minSeverity());
  }

  private static String of(Optional<Severity> least) {
    return NonBlank.word(least).map(known -> " of " + severity(known)).orElse("");
  }

  private void range(CvssRange range) {
    String lowest = range.lowest().map(CriteriaWords::score).orElse("0.0");
    words.add("CVSS " + lowest
        + range.highest().map(highest -> " to " + score(highest)).orElse(" or above"));
    unknown(range.extras());
  }

  /** Writes a score with one decimal, as CVSS does, unless it has more decimals or is no number. */
  private static String score(CvssScore score) {
    return score
        .value()
        .filter(number -> number.stripTrailingZeros().scale() <= 1)
        .map(number -> number.setScale(1, RoundingMode.UNNECESSARY).toPlainString())
        .orElseGet(score::toString);
  }

  private static String severity(Severity least) {
    // Some servers return "unknown" for all severities.
    boolean isAny = least.equals(Severity.ALL) || least.equals(Severity.of("unknown"));
    return isAny ? "any severity" : atLeast("severity", least);
  }

  private static String atLeast(String what, Severity least) {
    return what + " " + least + (least.equals(Severity.CRITICAL) ? "" : " or above");
  }

  /**
   * Names criteria that this version of the library does not know, with their values if these are
   * simple. Values that mean that a criterion is not used, such as {@code false}, are left out.
   */
  private void unknown(Map<String, JsonNode> extras) {
    extras.forEach((name, value) -> {
      boolean isUnused = value.isNull()
          || (value.isBoolean() && !value.asBoolean())
          || (value.isContainerNode() && value.isEmpty())
          || (value.isTextual() && value.asText().isBlank());
      boolean isNamed = value.isBoolean() || value.isContainerNode();
      if (!isUnused) {
        words.add(isNamed ? name : name + " " + value.asText());
      }
    });
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
