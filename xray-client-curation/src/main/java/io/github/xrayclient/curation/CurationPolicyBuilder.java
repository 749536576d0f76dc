package io.github.xrayclient.curation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.internal.fields.CurationPolicyFields;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.CurationScope;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.write.PolicyFields;
import io.github.xrayclient.value.WireValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What drafts and updates of curation policies have in common; {@code B} is the builder itself. Its
 * methods are not final, so that the public builders get methods of their own that call them:
 * reflection cannot call a method of a class that is not public.
 */
abstract class CurationPolicyBuilder<B> {
  /** The fields as they will be, waivers aside, by wire name. */
  final Map<String, JsonNode> fields = new LinkedHashMap<>();

  private final Set<String> read = new HashSet<>(); // fields that are as the policy has them
  private final Map<String, JsonNode> unknown = new LinkedHashMap<>();
  private String origin = "a new policy";

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
    return allRepositoriesExcept(List.of(repositories));
  }

  /** Like {@link #allRepositoriesExcept(String...)}, for repositories in a collection. */
  public B allRepositoriesExcept(Collection<String> repositories) {
    return scope(
        CurationScope.ALL_REPOSITORIES,
        "repo_exclude",
        Arguments.texts("repositories", List.copyOf(repositories)));
  }

  /**
   * Covers these repositories only, one or more; the lists of other scopes are emptied. This scope
   * cannot be shared with a federation: a policy that was shared when it was read no longer is, and
   * together with {@code shareWithFederation(true)} it is refused by {@code build()}.
   */
  public B onlyRepositories(String... repositories) {
    return onlyRepositories(List.of(repositories));
  }

  /** Like {@link #onlyRepositories(String...)}, for repositories in a collection. */
  public B onlyRepositories(Collection<String> repositories) {
    return scope(
        CurationScope.SPECIFIC_REPOSITORIES,
        "repo_include",
        Arguments.some("repositories", Arguments.texts("repositories", List.copyOf(repositories))));
  }

  /** Covers all curated repositories of these types, one or more; other lists are emptied. */
  public B packageTypes(PackageType... types) {
    return packageTypes(List.of(types));
  }

  /** Like {@link #packageTypes(PackageType...)}, for types in a collection. */
  public B packageTypes(Collection<PackageType> types) {
    types.forEach(type -> Arguments.word("types", type));
    return scope(
        CurationScope.PACKAGE_TYPES,
        "pkg_types_include",
        Arguments.some("types", List.copyOf(types)));
  }

  /**
   * Users of these groups are covered; newer servers only. The scope stays as it is: no document says
   * how a policy of {@link CurationScope#SPECIFIC_GROUPS} is written, so that scope is kept where it
   * was read and cannot be chosen.
   */
  public B includedGroups(Collection<String> groups) {
    return set("group_include", Arguments.texts("groups", List.copyOf(groups)));
  }

  /** Users of these groups are not covered; newer servers only. The scope stays as it is. */
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
   * Adds a package waiver, to which the server gives an id. One that is added twice is sent once. Two
   * that exempt the same versions of a package for different reasons are refused by {@code build()}
   * with an {@link IllegalArgumentException}. If the policy of an update has such a waiver already,
   * that one stays as it is, and a note of the update says so. Types of packages are compared without
   * case, names and versions exactly, and the order of versions does not matter.
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
   * Adds a label waiver, to which the server gives an id. One that is added twice is sent once. Two
   * for one label with different justifications are refused by {@code build()} with an {@link
   * IllegalArgumentException}. If the policy of an update has a waiver for the label already, that one
   * stays as it is, and a note of the update says so. Labels are compared exactly.
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

  /**
   * Sends a field that this version of the library does not know, as it was read. Such fields are
   * not sent by themselves, since they may be of those that the server refuses.
   *
   * @throws IllegalArgumentException if the policy that this was made from has no such unknown field,
   *     or it is known to be set by the server
   */
  public B carryExtra(String name) {
    if (CurationPolicyFields.FIELDS.editable().contains(name)) {
      throw new IllegalArgumentException(name + " is no unknown field; call its own method");
    }
    if (CurationPolicyFields.FIELDS.setByServer().contains(name)
        || PolicyFields.FIELDS.setByServer().contains(name)) {
      throw new IllegalArgumentException(name + " is set by the server and cannot be sent");
    }
    JsonNode value = unknown.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          origin + " has no unknown field " + name + ", but " + unknown.keySet());
    }
    fields.put(name, value);
    return self();
  }

  /** The unknown fields of the policy that are not sent. */
  final List<String> unsentFields() {
    return unknown.keySet().stream()
        .filter(name -> !fields.containsKey(name))
        .collect(Collectors.toUnmodifiableList());
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
        read.add(field);
      }
    }
    unknown.putAll(policy.extras());
    origin = "policy " + policy.id();
  }

  final B set(String field, Object value) {
    fields.put(field, Json.MAPPER.valueToTree(value));
    read.remove(field);
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
      removeRead("group_include");
      removeRead("group_exclude");
    }
    boolean isNew = !field("scope").asText().equals(scope.wire());
    boolean isShared = field("share_with_federation").asBoolean();
    if (scope.equals(CurationScope.SPECIFIC_REPOSITORIES) && (isNew || isShared)) {
      removeRead("share_with_federation");
    }
    set("scope", scope);
    return set(list, elements);
  }

  /** What the caller set stays, whichever call came first. */
  private void removeRead(String field) {
    if (read.remove(field)) {
      fields.remove(field);
    }
  }

  /** What a field holds; a missing node if it is absent or an empty list. */
  final JsonNode field(String name) {
    JsonNode value = fields.getOrDefault(name, MissingNode.getInstance());
    return value.isArray() && value.isEmpty() ? MissingNode.getInstance() : value;
  }
}
