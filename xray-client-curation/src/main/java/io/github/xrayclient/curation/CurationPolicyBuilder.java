package io.github.xrayclient.curation;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.CurationScope;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.curation.value.WaiverRequestConfig;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.write.UnreadList;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;

/**
 * The methods that the builders of drafts and of updates share; {@code B} is the type of the
 * builder. The methods are not final, so that the compiler generates bridge methods for them in the
 * public builders: reflection cannot call a method that is declared in a class that is not public.
 */
abstract class CurationPolicyBuilder<B> {
  final CurationPolicyContent content = new CurationPolicyContent();
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
   * Covers only the users of these groups. Groups that were set by {@link #excludedGroups} stay in
   * the policy. The lists of other scopes are emptied, and the policy is no longer shared with a
   * federation. An empty collection removes the groups and does not change the scope; {@code
   * build()} refuses the scope {@link CurationScope#SPECIFIC_GROUPS} without any group.
   *
   * <p>Only newer servers have this scope. The two lists of groups are documented as optional
   * fields, but the scope is known from observation only, and it is unknown whether a server
   * accepts both lists together.
   *
   * @throws IllegalArgumentException if the name of a group is blank
   */
  public B groups(Collection<String> groups) {
    return groups("group_include", groups);
  }

  /** Like {@link #groups(Collection)}, for single groups. */
  public B groups(String... groups) {
    return groups(Arguments.elements("groups", groups));
  }

  /**
   * Covers all users except those of these groups. Everything else is as {@link
   * #groups(Collection)} describes it; groups that are covered stay in the policy.
   *
   * @throws IllegalArgumentException if the name of a group is blank
   */
  public B excludedGroups(Collection<String> groups) {
    return groups("group_exclude", groups);
  }

  /** Like {@link #excludedGroups(Collection)}, for single groups. */
  public B excludedGroups(String... groups) {
    return excludedGroups(Arguments.elements("groups", groups));
  }

  private B groups(String list, Collection<String> groups) {
    List<String> names = Arguments.texts("groups", groups);
    return names.isEmpty() ? set(list, names) : scope(CurationScope.SPECIFIC_GROUPS, list, names);
  }

  /**
   * Replaces the mail addresses that are notified when the policy blocks a package. An empty
   * collection removes all.
   */
  public B notifyEmails(Collection<String> addresses) {
    return set("notify_emails", Arguments.texts("addresses", addresses));
  }

  /**
   * Sets whether users may request waivers, and who decides on them. {@link
   * WaiverRequestConfig#MANUAL} also needs {@link #decisionOwners}.
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
   * It cannot be combined with {@link #onlyRepositories(String...)} or {@link #groups(String...)}.
   */
  public B shareWithFederation(boolean share) {
    return set("share_with_federation", share);
  }

  /**
   * Adds a package waiver, to which the server gives an id. A waiver that is added twice is sent
   * once. {@code build()} throws an {@link IllegalArgumentException} if two waivers exempt the same
   * versions of a package with different justifications. If the policy of an update has such a
   * waiver already, that waiver is kept, no waiver is added, and the update has a note about it;
   * but a waiver with fields that this version of the library does not know does not count, since
   * one of them may be an expiry. Package types are compared without case, names and versions
   * exactly, and the order of versions does not matter.
   */
  public B addWaiver(NewPackageWaiver waiver) {
    refuseUnread("waivers");
    newWaivers.add(Objects.requireNonNull(waiver, "waiver"));
    return self();
  }

  /** Adds package waivers, each as {@link #addWaiver addWaiver(..)} does. */
  public B addWaivers(Collection<NewPackageWaiver> waivers) {
    refuseUnread("waivers");
    newWaivers.addAll(Arguments.elements("waivers", waivers));
    return self();
  }

  /**
   * Adds a label waiver, to which the server gives an id. A waiver that is added twice is sent
   * once. {@code build()} throws an {@link IllegalArgumentException} if two waivers exempt the same
   * label with different justifications. If the policy of an update has a waiver for the label
   * already, that waiver is kept, no waiver is added, and the update has a note about it; but a
   * waiver with fields that this version of the library does not know does not count, since one of
   * them may be an expiry. Labels are compared exactly.
   */
  public B addLabelWaiver(NewLabelWaiver waiver) {
    refuseUnread("label_waivers");
    newLabelWaivers.add(Objects.requireNonNull(waiver, "waiver"));
    return self();
  }

  /** Adds label waivers, each as {@link #addLabelWaiver addLabelWaiver(..)} does. */
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
    return set(name, unknown.value(Arguments.text("name", name)));
  }

  /**
   * Sends a field that this version of the library does not know, with a value of your own: for a
   * field that your server has, and that you know.
   *
   * @param name the wire name of the field, such as {@code new_field}
   * @param value the value as JSON, which is copied
   * @throws IllegalArgumentException if the name is blank, the library knows the field, or the
   *     field is known to be set by the server
   */
  public B carryExtra(String name, JsonNode value) {
    UnknownPolicyFields.check(Arguments.text("name", name));
    return set(name, Objects.requireNonNull(value, "value").deepCopy());
  }

  /** The names of the unknown fields of the policy that are not sent. */
  final List<String> unsentFields() {
    return unknown.without(content.fields().keySet());
  }

  /** Sets the editable fields of a policy, without its waivers. */
  final void copy(CurationPolicy policy) {
    content.copy(policy);
    unknown.add(policy);
  }

  final B set(String field, Object value) {
    content.set(field, value);
    return self();
  }

  private B scope(CurationScope scope, String list, List<?> elements) {
    content.scope(scope, list, elements);
    return self();
  }

  private void refuseUnread(String waivers) {
    String setter = waivers.equals("waivers") ? "waivers" : "labelWaivers";
    UnreadList.refuse(
        "the curation policy", waivers, content.fields(), "toBuilder()." + setter + "(..)");
  }
}
