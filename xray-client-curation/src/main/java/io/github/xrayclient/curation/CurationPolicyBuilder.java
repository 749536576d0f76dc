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
import io.github.xrayclient.internal.write.UnreadList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The methods that the builders of drafts and of updates share; {@code B} is the type of the
 * builder. The methods are not final, so that the compiler generates bridge methods for them in the
 * public builders: reflection cannot call a method that is declared in a class that is not public.
 */
abstract class CurationPolicyBuilder<B> {
  /**
   * The fields that will be sent, by wire name. Waivers are among them only if they could not be
   * read.
   */
  final Map<String, JsonNode> fields = new LinkedHashMap<>();

  private final Set<String> read = new HashSet<>(); // fields that have the value that was read
  private final UnknownPolicyFields unknown = new UnknownPolicyFields();

  final List<NewPackageWaiver> newWaivers = new ArrayList<>();
  final List<NewLabelWaiver> newLabelWaivers = new ArrayList<>();

  abstract B self();

  /**
   * Sets whether the policy blocks packages that meet the condition, or only records them in the
   * audit.
   *
   * @throws IllegalArgumentException if the action is blank
   */
  public B action(PolicyAction action) {
    return set("policy_action", Arguments.word("action", action));
  }

  /**
   * Sets the condition that the policy applies.
   *
   * @throws IllegalArgumentException if the id does not consist of digits
   */
  public B conditionId(ConditionId id) {
    return set("condition_id", Arguments.digits("id (condition_id)", id));
  }

  /** Covers all curated repositories except these. The lists of other scopes are emptied. */
  public B allRepositoriesExcept(String... repositories) {
    return allRepositoriesExcept(Arguments.elements("repositories", repositories));
  }

  /** Like {@link #allRepositoriesExcept(String...)}, for repositories in a collection. */
  public B allRepositoriesExcept(Collection<String> repositories) {
    return scope(
        CurationScope.ALL_REPOSITORIES,
        "repo_exclude",
        Arguments.texts("repositories", repositories));
  }

  /**
   * Covers only these repositories. The lists of other scopes are emptied. A policy with this scope
   * cannot be shared with a federation: if the policy was shared when it was read, it no longer is,
   * and {@code build()} refuses {@code shareWithFederation(true)}.
   *
   * @throws IllegalArgumentException if no repository is given, or one is blank
   */
  public B onlyRepositories(String... repositories) {
    return onlyRepositories(Arguments.elements("repositories", repositories));
  }

  /** Like {@link #onlyRepositories(String...)}, for repositories in a collection. */
  public B onlyRepositories(Collection<String> repositories) {
    return scope(
        CurationScope.SPECIFIC_REPOSITORIES,
        "repo_include",
        Arguments.some("repositories", Arguments.texts("repositories", repositories)));
  }

  /**
   * Covers all curated repositories of these package types. The lists of other scopes are emptied.
   *
   * @throws IllegalArgumentException if no type is given, or one is blank
   */
  public B packageTypes(PackageType... types) {
    return packageTypes(Arguments.elements("types", types));
  }

  /** Like {@link #packageTypes(PackageType...)}, for types in a collection. */
  public B packageTypes(Collection<PackageType> types) {
    List<PackageType> some = Arguments.some("types", types);
    some.forEach(type -> Arguments.word("types", type));
    return scope(CurationScope.PACKAGE_TYPES, "pkg_types_include", some);
  }

  /**
   * Sets the groups whose users are covered. Only newer servers have this field. The scope is not
   * changed: JFrog's documentation does not describe how to write a policy with the scope
   * {@link CurationScope#SPECIFIC_GROUPS}, so that scope is kept if it was read, but cannot be
   * chosen.
   */
  public B includedGroups(Collection<String> groups) {
    return set("group_include", Arguments.texts("groups", groups));
  }

  /**
   * Sets the groups whose users are not covered. Only newer servers have this field. The scope is
   * not changed.
   */
  public B excludedGroups(Collection<String> groups) {
    return set("group_exclude", Arguments.texts("groups", groups));
  }

  /**
   * Replaces the mail addresses that are notified when the policy blocks a package. An empty
   * collection removes all.
   */
  public B notifyEmails(Collection<String> addresses) {
    return set("notify_emails", Arguments.texts("addresses", addresses));
  }

  /**
   * Sets whether users may request waivers, and who decides on them.
   * {@link WaiverRequestConfig#MANUAL} also needs {@link #decisionOwners}.
   */
  public B waiverRequestConfig(WaiverRequestConfig config) {
    return set("waiver_request_config", Arguments.word("config (waiver_request_config)", config));
  }

  /**
   * Replaces the groups whose members decide on waiver requests. An empty collection removes all.
   */
  public B decisionOwners(Collection<String> groups) {
    return set("decision_owners", Arguments.texts("groups", groups));
  }

  /**
   * Sets whether packages that are cached already are checked, too. Only newer servers have this
   * field, and an administrator must have enabled Curation for cached packages.
   */
  public B blockFromCache(boolean block) {
    return set("block_from_cache", block);
  }

  /**
   * Sets whether the policy is shared with federated platforms. Only newer servers have this field.
   * It cannot be combined with {@link #onlyRepositories(String...)}.
   */
  public B shareWithFederation(boolean share) {
    return set("share_with_federation", share);
  }

  /**
   * Adds a package waiver, to which the server gives an id. A waiver that is added twice is sent
   * once. {@code build()} throws an {@link IllegalArgumentException} if two waivers exempt the same
   * versions of a package with different justifications. If the policy of an update has such a
   * waiver already, that waiver is kept, no waiver is added, and the update has a note about it.
   * Package types are compared without case, names and versions exactly, and the order of versions
   * does not matter.
   */
  public B addWaiver(NewPackageWaiver waiver) {
    refuseUnread("waivers");
    newWaivers.add(Objects.requireNonNull(waiver, "waiver"));
    return self();
  }

  /** Adds package waivers, each as {@link #addWaiver} does. */
  public B addWaivers(Collection<NewPackageWaiver> waivers) {
    refuseUnread("waivers");
    newWaivers.addAll(Arguments.elements("waivers", waivers));
    return self();
  }

  /**
   * Adds a label waiver, to which the server gives an id. A waiver that is added twice is sent
   * once. {@code build()} throws an {@link IllegalArgumentException} if two waivers exempt the same
   * label with different justifications. If the policy of an update has a waiver for the label
   * already, that waiver is kept, no waiver is added, and the update has a note about it. Labels
   * are compared exactly.
   */
  public B addLabelWaiver(NewLabelWaiver waiver) {
    refuseUnread("label_waivers");
    newLabelWaivers.add(Objects.requireNonNull(waiver, "waiver"));
    return self();
  }

  /** Adds label waivers, each as {@link #addLabelWaiver} does. */
  public B addLabelWaivers(Collection<NewLabelWaiver> waivers) {
    refuseUnread("label_waivers");
    newLabelWaivers.addAll(Arguments.elements("waivers", waivers));
    return self();
  }

  /**
   * Sends a field that this version of the library does not know, with the value that was read. By
   * default, unknown fields are not sent, since the server refuses fields that only the server may
   * set.
   *
   * @param name the wire name of the field, such as {@code new_field}
   * @throws IllegalArgumentException if the policy has no unknown field of this name, or the field
   *     is known to be set by the server
   */
  public B carryExtra(String name) {
    fields.put(name, unknown.value(Objects.requireNonNull(name, "name")));
    return self();
  }

  /** The names of the unknown fields of the policy that are not sent. */
  final List<String> unsentFields() {
    return unknown.without(fields.keySet());
  }

  /** Sets the editable fields of a policy, without its waivers, and removes all others. */
  final void copy(CurationPolicy policy) {
    fields.clear();
    ObjectNode known = Json.MAPPER.valueToTree(policy.toBuilder()
        .extras(Map.of())
        .waivers(List.of())
        .labelWaivers(List.of())
        .build());
    for (String field : CurationPolicyFields.FIELDS.editable()) {
      JsonNode value = readOrKept(field, known, policy.extras());
      if (!value.isMissingNode() && !(value.isArray() && value.isEmpty())) {
        fields.put(field, value);
        read.add(field);
      }
    }
    unknown.add(policy);
  }

  /** Returns the value of a field; if it could not be read, it is among the extras. */
  private static JsonNode readOrKept(String field, ObjectNode known, Map<String, JsonNode> extras) {
    JsonNode value = known.path(field);
    boolean isAbsent = value.isMissingNode() || (value.isArray() && value.isEmpty());
    return isAbsent && !CurationPolicyFields.WAIVERS.contains(field)
        ? extras.getOrDefault(field, value)
        : value;
  }

  final B set(String field, Object value) {
    fields.put(field, Json.MAPPER.valueToTree(value));
    read.remove(field);
    return self();
  }

  /** Refuses a shared policy for specific repositories, which no server accepts. */
  final void checkSharing() {
    if (field("scope").asText().equals(CurationScope.SPECIFIC_REPOSITORIES.wire())
        && field("share_with_federation").asBoolean()) {
      throw new IllegalArgumentException(
          "shareWithFederation(true) cannot be combined with onlyRepositories(..); remove one of"
              + " them");
    }
  }

  /** Refuses a policy with manual decisions on waiver requests, but without groups to decide. */
  final void checkOwners() {
    if (field("waiver_request_config").asText().equals(WaiverRequestConfig.MANUAL.wire())
        && field("decision_owners").isEmpty()) {
      throw new IllegalArgumentException(
          "waiverRequestConfig is manual, but decisionOwners is empty; name the groups that"
              + " decide");
    }
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

  /**
   * Removes a field that was read. A value that the caller set is kept, whichever call came first.
   */
  private void removeRead(String field) {
    if (read.remove(field)) {
      fields.remove(field);
    }
  }

  private void refuseUnread(String waivers) {
    String setter = waivers.equals("waivers") ? "waivers" : "labelWaivers";
    UnreadList.refuse("the curation policy", waivers, fields, "toBuilder()." + setter + "(..)");
  }

  /** The value of a field; a missing node if the field is absent or an empty list. */
  final JsonNode field(String name) {
    JsonNode value = fields.getOrDefault(name, MissingNode.getInstance());
    return value.isArray() && value.isEmpty() ? MissingNode.getInstance() : value;
  }
}
