package io.github.xrayclient.diagnostics.internal.migration.check;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.curation.internal.fields.CurationScopeFields;
import io.github.xrayclient.curation.value.CurationScope;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.curation.value.WaiverRequestConfig;
import io.github.xrayclient.internal.json.NonBlank;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Checks what a curation policy needs, and which of its fields belong together. */
final class CurationPolicyCheck {
  private static final List<CurationScope> SCOPES = List.of(
      CurationScope.ALL_REPOSITORIES,
      CurationScope.SPECIFIC_REPOSITORIES,
      CurationScope.PACKAGE_TYPES,
      CurationScope.SPECIFIC_GROUPS);

  private final JsonNode policy;
  private final Findings findings;

  CurationPolicyCheck(JsonNode policy, Findings findings) {
    this.policy = policy;
    this.findings = findings;
  }

  void check() {
    needs("policy_action", Stream.of(PolicyAction.BLOCK.wire(), PolicyAction.DRY_RUN.wire()));
    needs("scope", SCOPES.stream().map(CurationScope::wire));
    condition();
    scope();
    sharing();
    owners();
    for (int i = 0; i < policy.path("waivers").size(); i++) {
      packageWaiver(i);
    }
    for (int i = 0; i < policy.path("label_waivers").size(); i++) {
      labelWaiver(i);
    }
  }

  private void needs(String field, Stream<String> words) {
    if (isBlank(policy.path(field))) {
      findings.missing(field, "add it", words.collect(Collectors.toList()));
    }
  }

  private void condition() {
    String id = policy.path("condition_id").asText();
    if (isBlank(policy.path("condition")) && id.isBlank()) {
      findings.missing("condition", "add the name of a condition", List.of());
    } else if (isBlank(policy.path("condition")) && !id.matches("[0-9]+")) {
      findings.refused(
          "condition_id",
          "it must consist of digits, but is \"" + id
              + "\"; use the field condition with the name");
    }
  }

  private void scope() {
    CurationScope scope = CurationScope.of(policy.path("scope").asText());
    List<String> filled = new ArrayList<>(CurationScopeFields.LISTS);
    filled.removeIf(list -> isEmpty(policy.path(list)));
    List<String> own = CurationScopeFields.of(scope);
    boolean needsList = !own.isEmpty() && !scope.equals(CurationScope.ALL_REPOSITORIES);
    if (needsList && own.stream().noneMatch(filled::contains)) {
      findings.missing(
          own.get(0),
          "the scope is " + scope + ", so name what the policy covers in "
              + String.join(" or ", own) + ", or choose another scope",
          List.of());
    }
    for (String list : CurationScopeFields.foreign(scope)) {
      boolean isOfGroups = list.startsWith("group_"); // documented as optional for every scope
      if (filled.contains(list) && !isOfGroups) {
        findings.refused(
            list,
            "it does not belong to the scope " + scope + "; remove it, or choose the scope "
                + scopeOf(list));
      }
    }
  }

  private static CurationScope scopeOf(String list) {
    return SCOPES.stream()
        .filter(scope -> CurationScopeFields.of(scope).contains(list))
        .findFirst()
        .orElseThrow();
  }

  private void sharing() {
    CurationScope scope = CurationScope.of(policy.path("scope").asText());
    if (policy.path("share_with_federation").asBoolean()
        && !CurationScopeFields.isShareable(scope)) {
      findings.refused(
          "share_with_federation",
          "a policy with the scope " + scope + " cannot be shared; remove the field");
    }
  }

  private void owners() {
    WaiverRequestConfig config =
        WaiverRequestConfig.of(policy.path("waiver_request_config").asText());
    if (config.equals(WaiverRequestConfig.MANUAL) && isEmpty(policy.path("decision_owners"))) {
      findings.missing(
          "decision_owners",
          "waiver_request_config is manual, so name the groups that decide",
          List.of());
    }
  }

  private void packageWaiver(int position) {
    JsonNode waiver = policy.path("waivers").path(position);
    if (!waiver.isObject()) {
      return;
    }
    String at = ElementName.of("waivers", policy.path("waivers"), position);
    waiverNeeds(at, waiver, "pkg_type", "pkg_name", "justification");
    boolean isForAll = waiver.path("all_versions").asBoolean();
    boolean hasVersions = !isEmpty(waiver.path("pkg_versions"));
    if (isForAll && hasVersions) {
      findings.refused(
          at + ".pkg_versions",
          "all_versions is true, so there must be no pkg_versions; remove one of them");
    } else if (!isForAll && !hasVersions) {
      findings.missing(
          at + ".pkg_versions",
          "name at least one version, or set all_versions to true",
          List.of());
    }
  }

  private void labelWaiver(int position) {
    JsonNode waiver = policy.path("label_waivers").path(position);
    if (waiver.isObject()) {
      waiverNeeds(
          ElementName.of("label_waivers", policy.path("label_waivers"), position),
          waiver,
          "label",
          "justification");
    }
  }

  private void waiverNeeds(String at, JsonNode waiver, String... fields) {
    for (String field : fields) {
      if (isBlank(waiver.path(field))) {
        findings.missing(at + "." + field, "add it", List.of());
      }
    }
  }

  /** Whether a field is absent, null or a blank text. */
  private static boolean isBlank(JsonNode value) {
    return value.isMissingNode()
        || value.isNull()
        || (value.isTextual() && NonBlank.text(value).isEmpty());
  }

  /** Whether a list is absent or names nothing. A value that is not a list is not empty. */
  private static boolean isEmpty(JsonNode list) {
    if (!list.isArray()) {
      return list.isMissingNode() || list.isNull();
    }
    for (JsonNode element : list) {
      if (!isBlank(element)) {
        return false;
      }
    }
    return true;
  }
}
