package io.github.xrayclient.policy;

import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.write.DraftProblems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Checks the rules of a policy for what servers are known to refuse. Each message names the rule,
 * the field and the remedy.
 */
final class PolicyChecks {
  private static final String KEEP_ONE = "keep one of them, or add a rule for each";

  private final DraftProblems problems = new DraftProblems();
  private final String policy;
  private final PolicyType type;

  private PolicyChecks(String policy, PolicyType type) {
    this.policy = policy;
    this.type = type;
  }

  /**
   * Checks the list of rules, and each rule that is new or changed.
   *
   * @param policy the name of the policy, for messages
   * @param known the rules that were read, which are not checked
   * @throws IllegalArgumentException if servers are known to refuse the rules
   */
  static void check(String policy, PolicyType type, List<Rule> rules, Collection<Rule> known) {
    PolicyChecks checks = new PolicyChecks("policy \"" + policy + "\": ", type);
    Set<Rule> asRead = new HashSet<>(known);
    if (rules.isEmpty()) {
      checks.problems.add("rules", checks.policy, "rules is empty", "add a rule");
    }
    Map<String, Long> uses =
        rules.stream().collect(Collectors.groupingBy(Rule::name, Collectors.counting()));
    Set<String> reported = new HashSet<>();
    for (Rule rule : rules) {
      boolean isTwice = uses.getOrDefault(rule.name(), 0L) > 1 && !asRead.contains(rule);
      if (isTwice && reported.add(rule.name())) {
        checks.problems.add(
            "rules[" + rule.name() + "].name",
            checks.policy,
            "rules has two rules with the name \"" + rule.name() + "\"",
            "give each rule a name of its own");
      }
    }
    rules.stream().filter(rule -> !asRead.contains(rule)).forEach(checks::check);
    checks.problems.refuse();
  }

  private void check(Rule rule) {
    Arguments.checked("rules.name", rule.name());
    if (rule.priority().orElse(1) < 1) {
      bad(
          rule,
          "priority",
          "priority must be 1 or more, but was " + rule.priority().get(),
          "");
    }
    if (rule.criteria().isPresent()) {
      criteria(rule, rule.criteria().get());
    } else if (!rule.extras().containsKey("criteria")) { // otherwise they are sent as received
      bad(rule, "criteria", "criteria is missing", "set what the rule matches");
    }
    rule.actions().ifPresent(actions -> actions(rule, actions));
  }

  private void criteria(Rule rule, Criteria criteria) {
    belongs(rule, criteria);
    security(rule, criteria);
    boolean known = criteria.extras().isEmpty(); // a newer server may have other fields for this
    both(
        rule,
        known && type.equals(PolicyType.LICENSE),
        "allowed_licenses",
        !criteria.allowedLicenses().isEmpty(),
        "banned_licenses",
        !criteria.bannedLicenses().isEmpty());
    both(
        rule,
        known && type.equals(PolicyType.OPERATIONAL_RISK),
        "op_risk_min_risk",
        criteria.operationalRiskMinRisk().isPresent(),
        "op_risk_custom",
        criteria.operationalRiskCustom().isPresent());
    both(
        rule,
        false,
        "op_risk_custom.use_and_condition",
        is(criteria, OperationalRisk::useAndCondition),
        "op_risk_custom.use_or_condition",
        is(criteria, OperationalRisk::useOrCondition));
  }

  private void security(Rule rule, Criteria criteria) {
    List<String> selectors = present(selectors(criteria));
    if (selectors.size() > 1) {
      bad(
          rule,
          "criteria",
          "criteria " + String.join(" and ", selectors) + " exclude each other",
          KEEP_ONE);
    }
    boolean named =
        criteria.packageName().isPresent() || criteria.extras().containsKey("package_name");
    boolean typed =
        criteria.packageType().isPresent() || criteria.extras().containsKey("package_type");
    if (named != typed) {
      bad(
          rule,
          "criteria." + (named ? "package_type" : "package_name"),
          "criteria package_name and package_type need each other",
          "set both or neither");
    } else if (!named && !criteria.packageVersions().isEmpty()) {
      bad(
          rule,
          "criteria.package_versions",
          "criteria package_versions needs package_name and package_type",
          "set them too");
    }
    boolean fixOnly = criteria.fixVersionDependant().orElse(false);
    if (fixOnly && (named || criteria.maliciousPackage().orElse(false))) {
      bad(
          rule,
          "criteria.fix_version_dependant",
          "criteria fix_version_dependant cannot be combined with malicious_package or"
              + " package_name",
          "remove it");
    }
  }

  private static Map<String, Boolean> selectors(Criteria criteria) {
    Map<String, Boolean> selectors = new LinkedHashMap<>();
    selectors.put("min_severity", criteria.minSeverity().isPresent());
    selectors.put("cvss_range", criteria.cvssRange().isPresent());
    selectors.put("vulnerability_ids", !criteria.vulnerabilityIds().isEmpty());
    selectors.put("malicious_package", criteria.maliciousPackage().orElse(false));
    selectors.put("exposures", criteria.exposures().isPresent());
    selectors.put("sast", criteria.sast().isPresent());
    selectors.put(
        "package_name",
        criteria.packageName().isPresent() || !criteria.packageVersions().isEmpty());
    return selectors;
  }

  /** Refuses fields of another type of policy; a type that is unknown here may have any field. */
  private void belongs(Rule rule, Criteria criteria) {
    Map<String, Boolean> security = selectors(criteria);
    security.put("package_name", criteria.packageName().isPresent());
    security.put("package_type", criteria.packageType().isPresent());
    security.put("package_versions", !criteria.packageVersions().isEmpty());
    security.put("fix_version_dependant", criteria.fixVersionDependant().orElse(false));
    security.put("applicable_cves_only", criteria.applicableCvesOnly().orElse(false));
    Map<String, Boolean> license = new LinkedHashMap<>();
    license.put("allowed_licenses", !criteria.allowedLicenses().isEmpty());
    license.put("banned_licenses", !criteria.bannedLicenses().isEmpty());
    license.put("allow_unknown", criteria.allowUnknown().isPresent());
    license.put("multi_license_permissive", criteria.multiLicensePermissive().isPresent());
    Map<String, Boolean> risk = new LinkedHashMap<>();
    risk.put("op_risk_min_risk", criteria.operationalRiskMinRisk().isPresent());
    risk.put("op_risk_custom", criteria.operationalRiskCustom().isPresent());

    Map<PolicyType, Map<String, Boolean>> fields = new LinkedHashMap<>();
    fields.put(PolicyType.SECURITY, security);
    fields.put(PolicyType.LICENSE, license);
    fields.put(PolicyType.OPERATIONAL_RISK, risk);
    if (!fields.containsKey(type)) {
      return;
    }
    fields.forEach((owner, names) -> {
      Optional<String> foreign = present(names).stream().findFirst();
      if (!owner.equals(type) && foreign.isPresent()) {
        bad(
            rule,
            "criteria." + foreign.get(),
            "criteria " + foreign.get() + " belongs to policies of type " + owner + ", not " + type,
            "remove it");
      }
    });
  }

  private static boolean is(Criteria criteria, Function<OperationalRisk, Optional<Boolean>> flag) {
    return criteria.operationalRiskCustom().flatMap(flag).orElse(false);
  }

  private void actions(Rule rule, Actions actions) {
    if (actions.buildFailureGracePeriodInDays().orElse(0) > 0
        && !actions.failBuild().orElse(actions.extras().containsKey("fail_build"))) {
      bad(
          rule,
          "actions.build_failure_grace_period_in_days",
          "build_failure_grace_period_in_days needs fail_build",
          "set fail_build to true, too");
    }
    boolean unscannedAlone = actions
        .blockDownload()
        .filter(block -> block.unscanned().orElse(false)
            && !block.active().orElse(block.extras().containsKey("active")))
        .isPresent();
    if (unscannedAlone) {
      bad(
          rule,
          "actions.block_download.unscanned",
          "block_download.unscanned needs block_download.active",
          "set active to true, too");
    }
  }

  private void both(
      Rule rule, boolean needed, String one, boolean hasOne, String other, boolean hasOther) {
    if (hasOne && hasOther) {
      bad(rule, "criteria", "criteria " + one + " and " + other + " exclude each other", KEEP_ONE);
    }
    if (needed && !hasOne && !hasOther) {
      bad(rule, "criteria", "criteria needs " + one + " or " + other, "set one of them");
    }
  }

  private static List<String> present(Map<String, Boolean> fields) {
    List<String> present = new ArrayList<>();
    fields.forEach((name, there) -> {
      if (there) {
        present.add(name);
      }
    });
    return present;
  }

  private void bad(Rule rule, String field, String problem, String remedy) {
    problems.addUnlessUnchecked(
        "rules[" + rule.name() + "]." + field,
        policy + "rule \"" + rule.name() + "\": ",
        problem,
        remedy);
  }
}
