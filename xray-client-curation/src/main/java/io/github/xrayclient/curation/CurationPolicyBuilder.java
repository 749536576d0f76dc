package io.github.xrayclient.curation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.internal.fields.CurationPolicyFields;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.value.WireValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * What drafts and updates of curation policies have in common; {@code B} is the builder itself. Its
 * methods are not final, so that the public builders get methods of their own that call them:
 * reflection cannot call a method of a class that is not public.
 */
abstract class CurationPolicyBuilder<B> {
  /** The fields as they will be, waivers aside, by wire name. */
  final Map<String, JsonNode> fields = new LinkedHashMap<>();

  final List<NewPackageWaiver> newWaivers = new ArrayList<>();
  final List<NewLabelWaiver> newLabelWaivers = new ArrayList<>();

  abstract B self();

  /** Blocks, or only notes in the audit. */
  public B action(PolicyAction action) {
    return set("policy_action", Arguments.word("action", action));
  }

  /** Applies another condition. */
  public B conditionId(ConditionId id) {
    return set("condition_id", Arguments.digits("conditionId", id));
  }

  /** Covers all curated repositories but these; the lists of other scopes are emptied. */
  public B allRepositoriesExcept(String... repositories) {
    return scope(
        CurationScope.ALL_REPOSITORIES,
        "repo_exclude",
        Arguments.texts("repositories", List.of(repositories)));
  }

  /**
   * Covers these repositories only, one or more; the lists of other scopes are emptied, and the policy
   * is not shared with a federation, which this scope does not allow.
   */
  public B onlyRepositories(String... repositories) {
    return scope(
        CurationScope.SPECIFIC_REPOSITORIES,
        "repo_include",
        Arguments.some("repositories", Arguments.texts("repositories", List.of(repositories))));
  }

  /** Covers all curated repositories of these types, one or more; other lists are emptied. */
  public B packageTypes(PackageType... types) {
    for (PackageType type : types) {
      Arguments.word("types", type);
    }
    return scope(
        CurationScope.PACKAGE_TYPES, "pkg_types_include", Arguments.some("types", List.of(types)));
  }

  /** Users of these groups are covered; newer servers only. */
  public B includedGroups(Collection<String> groups) {
    return set("group_include", Arguments.texts("groups", List.copyOf(groups)));
  }

  /** Users of these groups are not covered; newer servers only. */
  public B excludedGroups(Collection<String> groups) {
    return set("group_exclude", Arguments.texts("groups", List.copyOf(groups)));
  }

  /** Mail addresses that hear of blocked packages; none empties the list. */
  public B notifyEmails(Collection<String> addresses) {
    return set("notify_emails", Arguments.texts("addresses", List.copyOf(addresses)));
  }

  /** Whether waivers may be asked for; for {@code MANUAL} see {@link #decisionOwners}. */
  public B waiverRequestConfig(WaiverRequestConfig config) {
    return set("waiver_request_config", Arguments.word("waiverRequestConfig", config));
  }

  /** Groups that decide on waiver requests; none empties the list. */
  public B decisionOwners(Collection<String> groups) {
    return set("decision_owners", Arguments.texts("groups", List.copyOf(groups)));
  }

  /** Blocks packages that are cached already too; newer servers only. */
  public B blockFromCache(boolean block) {
    return set("block_from_cache", block);
  }

  /** Shares the policy with federated platforms; newer servers only, and not for repositories. */
  public B shareWithFederation(boolean share) {
    return set("share_with_federation", share);
  }

  /**
   * Adds a package waiver, to which the server gives an id. If a waiver for the same versions of the
   * package was added before, this one is ignored. If the policy of an update has such a waiver
   * already, that one stays as it is, and a note of the update says so. Types of packages are compared
   * without case, names and versions exactly, and the order of versions does not matter.
   */
  public B addWaiver(NewPackageWaiver waiver) {
    newWaivers.add(Objects.requireNonNull(waiver, "waiver"));
    return self();
  }

  /** Adds package waivers, each like {@code addWaiver(waiver)}. */
  public B addWaivers(Collection<NewPackageWaiver> waivers) {
    waivers.forEach(this::addWaiver);
    return self();
  }

  /**
   * Adds a label waiver, to which the server gives an id. If a waiver for the same label was added
   * before, this one is ignored. If the policy of an update has such a waiver already, that one stays
   * as it is, and a note of the update says so. Labels are compared exactly.
   */
  public B addLabelWaiver(NewLabelWaiver waiver) {
    newLabelWaivers.add(Objects.requireNonNull(waiver, "waiver"));
    return self();
  }

  /** Adds label waivers, each like {@code addLabelWaiver(waiver)}. */
  public B addLabelWaivers(Collection<NewLabelWaiver> waivers) {
    waivers.forEach(this::addLabelWaiver);
    return self();
  }

  /** Takes over the fields of a policy that can be written, waivers aside, and empties the others. */
  final void copy(CurationPolicy policy) {
    fields.clear();
    ObjectNode known = Json.MAPPER.valueToTree(policy.toBuilder()
        .extras(Map.of())
        .waivers(List.of())
        .labelWaivers(List.of())
        .build());
    for (String field : CurationPolicyFields.FIELDS.editable()) {
      JsonNode value = known.path(field);
      if (!value.isMissingNode() && !(value.isArray() && value.isEmpty())) {
        fields.put(field, value);
      }
    }
  }

  final B set(String field, Object value) {
    fields.put(field, Json.MAPPER.valueToTree(value));
    return self();
  }

  /** Refuses a policy for repositories that is shared, which no server takes. */
  final void checkSharing() {
    if (field("scope").asText().equals(CurationScope.SPECIFIC_REPOSITORIES.wire())
        && field("share_with_federation").asBoolean()) {
      throw new IllegalArgumentException(
          "shareWithFederation does not go with onlyRepositories; leave one of them out");
    }
  }

  /** Refuses a policy that wants decisions, but nobody to decide. */
  final void checkOwners() {
    if (field("waiver_request_config").asText().equals(WaiverRequestConfig.MANUAL.wire())
        && field("decision_owners").isEmpty()) {
      throw new IllegalArgumentException(
          "waiverRequestConfig manual needs decisionOwners; name the groups that decide");
    }
  }

  /** The fields, and the waivers: kept ones by id alone, then the new ones. */
  final Map<String, JsonNode> body(
      Collection<? extends WireValue> waivers,
      Collection<? extends WireValue> labelWaivers,
      AddedWaivers added) {
    Map<String, JsonNode> body = new LinkedHashMap<>(fields);
    body.put("waivers", entries(waivers, added.packages()));
    body.put("label_waivers", entries(labelWaivers, added.labels()));
    return body;
  }

  private static JsonNode entries(Collection<? extends WireValue> kept, List<?> added) {
    List<Object> entries = new ArrayList<>();
    kept.forEach(id -> entries.add(Map.of("id", id)));
    entries.addAll(added);
    return Json.MAPPER.valueToTree(entries);
  }

  private B scope(CurationScope scope, String list, List<?> elements) {
    for (String other : List.of("repo_exclude", "repo_include", "pkg_types_include")) {
      fields.remove(other);
    }
    if (field("scope").asText().equals(CurationScope.SPECIFIC_GROUPS.wire())) {
      fields.remove("group_include");
      fields.remove("group_exclude");
    }
    if (scope.equals(CurationScope.SPECIFIC_REPOSITORIES)) {
      fields.remove("share_with_federation");
    }
    set("scope", scope);
    return set(list, elements);
  }

  /** What a field holds; a missing node if it is absent or an empty list. */
  final JsonNode field(String name) {
    JsonNode value = fields.getOrDefault(name, MissingNode.getInstance());
    return value.isArray() && value.isEmpty() ? MissingNode.getInstance() : value;
  }
}
