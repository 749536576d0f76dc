package io.github.xrayclient.curation;

import io.github.xrayclient.curation.internal.call.Arguments;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.value.WireValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What drafts and updates of curation policies have in common; {@code B} is the builder itself. */
abstract class CurationPolicyBuilder<B> {
  /** The fields that are sent, waivers aside, by wire name. */
  static final Map<String, Function<CurationPolicy, Object>> EDITABLE = editable();

  final Map<String, Object> fields = new LinkedHashMap<>();
  final List<NewPackageWaiver> newWaivers = new ArrayList<>();
  final List<NewLabelWaiver> newLabelWaivers = new ArrayList<>();

  abstract B self();

  /** Blocks, or only notes in the audit. */
  public final B action(PolicyAction action) {
    return set("policy_action", Arguments.word("action", action));
  }

  /** Applies another condition. */
  public final B conditionId(ConditionId id) {
    return set("condition_id", Arguments.digits("conditionId", id));
  }

  /** Covers all curated repositories but these; the lists of other scopes are emptied. */
  public final B allRepositoriesExcept(String... repositories) {
    return scope(
        CurationScope.ALL_REPOSITORIES,
        "repo_exclude",
        Arguments.texts("repositories", List.of(repositories)));
  }

  /**
   * Covers these repositories only, one or more; the lists of other scopes are emptied, and the policy
   * is not shared with a federation, which this scope does not allow.
   */
  public final B onlyRepositories(String... repositories) {
    return scope(
        CurationScope.SPECIFIC_REPOSITORIES,
        "repo_include",
        Arguments.some("repositories", Arguments.texts("repositories", List.of(repositories))));
  }

  /** Covers all curated repositories of these types, one or more; other lists are emptied. */
  public final B packageTypes(PackageType... types) {
    for (PackageType type : types) {
      Arguments.word("types", type);
    }
    return scope(
        CurationScope.PACKAGE_TYPES, "pkg_types_include", Arguments.some("types", List.of(types)));
  }

  /** Users of these groups are covered; newer servers only. */
  public final B includedGroups(Collection<String> groups) {
    return set("group_include", Arguments.texts("groups", List.copyOf(groups)));
  }

  /** Users of these groups are not covered; newer servers only. */
  public final B excludedGroups(Collection<String> groups) {
    return set("group_exclude", Arguments.texts("groups", List.copyOf(groups)));
  }

  /** Mail addresses that hear of blocked packages; none empties the list. */
  public final B notifyEmails(Collection<String> addresses) {
    return set("notify_emails", Arguments.texts("addresses", List.copyOf(addresses)));
  }

  /** Whether waivers may be asked for; for {@code MANUAL} see {@link #decisionOwners}. */
  public final B waiverRequestConfig(WaiverRequestConfig config) {
    return set("waiver_request_config", Arguments.word("waiverRequestConfig", config));
  }

  /** Groups that decide on waiver requests; none empties the list. */
  public final B decisionOwners(Collection<String> groups) {
    return set("decision_owners", Arguments.texts("groups", List.copyOf(groups)));
  }

  /** Blocks packages that are cached already too; newer servers only. */
  public final B blockFromCache(boolean block) {
    return set("block_from_cache", block);
  }

  /** Shares the policy with federated platforms; newer servers only, and not for repositories. */
  public final B shareWithFederation(boolean share) {
    return set("share_with_federation", share);
  }

  /** Adds a package waiver, to which the server gives an id. */
  public final B addWaiver(NewPackageWaiver waiver) {
    newWaivers.add(Objects.requireNonNull(waiver, "waiver"));
    return self();
  }

  /** Adds a label waiver, to which the server gives an id. */
  public final B addLabelWaiver(NewLabelWaiver waiver) {
    newLabelWaivers.add(Objects.requireNonNull(waiver, "waiver"));
    return self();
  }

  final B set(String field, Object value) {
    fields.put(field, value);
    return self();
  }

  /** Refuses a policy for repositories that is shared, which no server takes. */
  final void checkSharing() {
    if (CurationScope.SPECIFIC_REPOSITORIES.equals(fields.get("scope"))
        && Boolean.TRUE.equals(fields.get("share_with_federation"))) {
      throw new IllegalArgumentException(
          "shareWithFederation does not go with onlyRepositories; leave one of them out");
    }
  }

  /** Refuses a policy that wants decisions, but nobody to decide. */
  final void checkOwners() {
    Object config = fields.get("waiver_request_config");
    Object owners = fields.getOrDefault("decision_owners", List.of());
    if (WaiverRequestConfig.MANUAL.equals(config) && List.of().equals(owners)) {
      throw new IllegalArgumentException(
          "waiverRequestConfig manual needs decisionOwners; name the groups that decide");
    }
  }

  /** The fields, and the waivers: kept ones by id alone, then the new ones. */
  final Map<String, Object> body(
      Collection<? extends WireValue> waivers, Collection<? extends WireValue> labelWaivers) {
    Map<String, Object> body = new LinkedHashMap<>(fields);
    body.put("waivers", entries(waivers, newWaivers));
    body.put("label_waivers", entries(labelWaivers, newLabelWaivers));
    return body;
  }

  private static List<Object> entries(Collection<? extends WireValue> kept, List<?> added) {
    List<Object> entries = new ArrayList<>();
    kept.forEach(id -> entries.add(Map.of("id", id)));
    entries.addAll(added);
    return entries;
  }

  private B scope(CurationScope scope, String list, List<?> elements) {
    for (String other : List.of("repo_exclude", "repo_include", "pkg_types_include")) {
      fields.remove(other);
    }
    if (CurationScope.SPECIFIC_GROUPS.equals(fields.get("scope"))) {
      fields.remove("group_include");
      fields.remove("group_exclude");
    }
    if (scope.equals(CurationScope.SPECIFIC_REPOSITORIES)) {
      fields.remove("share_with_federation");
    }
    set("scope", scope);
    return set(list, elements);
  }

  private static Map<String, Function<CurationPolicy, Object>> editable() {
    Map<String, Function<CurationPolicy, Object>> fields = new LinkedHashMap<>();
    fields.put("name", CurationPolicy::name);
    fields.put("scope", CurationPolicy::scope);
    fields.put("repo_exclude", CurationPolicy::excludedRepositories);
    fields.put("repo_include", CurationPolicy::includedRepositories);
    fields.put("pkg_types_include", CurationPolicy::includedPackageTypes);
    fields.put("group_include", CurationPolicy::includedGroups);
    fields.put("group_exclude", CurationPolicy::excludedGroups);
    fields.put("policy_action", CurationPolicy::action);
    fields.put("condition_id", CurationPolicy::conditionId);
    fields.put("notify_emails", CurationPolicy::notifyEmails);
    fields.put("waiver_request_config", CurationPolicy::waiverRequestConfig);
    fields.put("decision_owners", CurationPolicy::decisionOwners);
    fields.put("block_from_cache", CurationPolicy::blockFromCache);
    fields.put("share_with_federation", CurationPolicy::shareWithFederation);
    return fields;
  }

  /** What a field holds, or null for nothing. */
  final @Nullable Object field(String name) {
    return fields.get(name);
  }
}
