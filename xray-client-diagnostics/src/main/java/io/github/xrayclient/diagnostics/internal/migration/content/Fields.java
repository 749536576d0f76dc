package io.github.xrayclient.diagnostics.internal.migration.content;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** What is known of single fields, by their wire names. */
public final class Fields {
  /** Lists whose order servers do not keep, or do not mind. */
  private static final Set<String> UNORDERED = Set.of(
      "repo_exclude",
      "repo_include",
      "pkg_types_include",
      "group_include",
      "group_exclude",
      "waivers",
      "label_waivers",
      "pkg_versions",
      "notify_emails",
      "decision_owners",
      "param_values",
      "list_of_package_licenses",
      "list_of_labels",
      "list_of_scorecard_checks",
      "package_versions",
      "rules",
      "vulnerability_ids",
      "allowed_licenses",
      "banned_licenses",
      "webhooks",
      "mails",
      "resources",
      "filters",
      "global_filters",
      "ExcludePatterns",
      "IncludePatterns",
      "assigned_policies",
      "watch_recipients",
      "vulnerabilities",
      "cves",
      "licenses",
      "policies",
      "watches",
      "projects",
      "operational_risk",
      "git_repositories",
      "components",
      "artifacts",
      "builds",
      "release-bundles",
      "release_bundles_v2",
      "docker-layers");

  /** Fields whose values servers give back in another case. */
  private static final Set<String> WORDS = Set.of(
      "min_severity",
      "op_risk_min_risk",
      "risk",
      "custom_severity",
      "type",
      "package_type",
      "package-type",
      "pkg_type",
      "pkg_types_include");

  /** Numbers that some servers write as texts. */
  private static final Set<String> NUMBERS = Set.of("from", "to");

  /** Points in time, which servers may write with another offset or fraction. */
  private static final Set<String> TIMES = Set.of("expires_at");

  /** What an absent field stands for, where that is not nothing. */
  private static final Map<String, String> DEFAULTS = Map.of(
      "waiver_request_config", "forbidden",
      "bin_mgr_id", "default",
      "repo_type", "local");

  private Fields() {}

  /** What a member is about: the value of a parameter or filter is about that. */
  static String named(JsonNode parent, String member) {
    if (!member.equals("value")) {
      return member;
    }
    return parent.path("param_id").asText(parent.path("type").asText(member));
  }

  static boolean isUnordered(String field) {
    return UNORDERED.contains(field);
  }

  static boolean isWord(String field) {
    return WORDS.contains(field);
  }

  static boolean isNumber(String field) {
    return NUMBERS.contains(field);
  }

  static boolean isTime(String field) {
    return TIMES.contains(field);
  }

  /** Whether this text is what an absent field stands for. */
  static boolean isDefault(String field, String text) {
    return text.equals(DEFAULTS.get(field));
  }
}
