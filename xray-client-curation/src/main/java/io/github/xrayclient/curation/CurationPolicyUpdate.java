package io.github.xrayclient.curation;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.internal.ServerSet;
import io.github.xrayclient.value.WireValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The editable fields of a curation policy, all of them, since an update replaces them all. Made from
 * the policy as it was read, it keeps every field and every waiver; each change is a call. What the
 * server refuses in a body is never sent. Immutable and thread-safe.
 *
 * @see "JFrog REST APIs: Update Curation Policy"
 */
public final class CurationPolicyUpdate {
  /** The fields that are sent, waivers aside, by wire name. */
  static final Map<String, Function<CurationPolicy, Object>> EDITABLE = new LinkedHashMap<>();

  static {
    EDITABLE.put("name", CurationPolicy::name);
    EDITABLE.put("scope", CurationPolicy::scope);
    EDITABLE.put("repo_exclude", CurationPolicy::excludedRepositories);
    EDITABLE.put("repo_include", CurationPolicy::includedRepositories);
    EDITABLE.put("pkg_types_include", CurationPolicy::includedPackageTypes);
    EDITABLE.put("group_include", CurationPolicy::includedGroups);
    EDITABLE.put("group_exclude", CurationPolicy::excludedGroups);
    EDITABLE.put("policy_action", CurationPolicy::action);
    EDITABLE.put("condition_id", CurationPolicy::conditionId);
    EDITABLE.put("notify_emails", CurationPolicy::notifyEmails);
    EDITABLE.put("waiver_request_config", CurationPolicy::waiverRequestConfig);
    EDITABLE.put("decision_owners", CurationPolicy::decisionOwners);
    EDITABLE.put("block_from_cache", CurationPolicy::blockFromCache);
    EDITABLE.put("share_with_federation", CurationPolicy::shareWithFederation);
  }

  private final CurationPolicy base;
  private final Map<String, Object> body;
  private final List<NewPackageWaiver> newWaivers;
  private final List<NewLabelWaiver> newLabelWaivers;

  private CurationPolicyUpdate(Builder builder) {
    this.base = builder.base;
    this.newWaivers = List.copyOf(builder.newWaivers);
    this.newLabelWaivers = List.copyOf(builder.newLabelWaivers);
    this.body = Collections.unmodifiableMap(builder.body());
  }

  /** Begins an update that changes nothing. */
  public static Builder of(CurationPolicy policy) {
    return new Builder(policy);
  }

  /** The policy as it was read. */
  public CurationPolicy base() {
    return base;
  }

  /** Package waivers that this update adds. */
  public List<NewPackageWaiver> newWaivers() {
    return newWaivers;
  }

  /** Label waivers that this update adds. */
  public List<NewLabelWaiver> newLabelWaivers() {
    return newLabelWaivers;
  }

  /** What is sent, by wire names. */
  @JsonValue
  Map<String, Object> body() {
    return body;
  }

  @Override
  public String toString() {
    return "CurationPolicyUpdate(of policy " + base.id() + ")";
  }

  /** Collects changes. Not thread-safe. */
  public static final class Builder {
    private static final Set<String> WAIVERS = Set.of("waivers", "label_waivers");

    private final CurationPolicy base;
    private final Map<String, Object> fields = new LinkedHashMap<>();
    private final Set<PackageWaiverId> waivers = new LinkedHashSet<>();
    private final Set<LabelWaiverId> labelWaivers = new LinkedHashSet<>();
    private final List<NewPackageWaiver> newWaivers = new ArrayList<>();
    private final List<NewLabelWaiver> newLabelWaivers = new ArrayList<>();

    private Builder(CurationPolicy policy) {
      this.base = Objects.requireNonNull(policy, "policy");
      policy.waivers().forEach(waiver -> waivers.add(waiver.id()));
      policy.labelWaivers().forEach(waiver -> labelWaivers.add(waiver.id()));
      EDITABLE.forEach((field, value) -> {
        Object read = value.apply(policy);
        Object known = read instanceof Optional ? ((Optional<?>) read).orElse(null) : read;
        if (known != null && !known.equals(List.of())) {
          fields.put(field, known);
        }
      });
    }

    /** Renames the policy. */
    public Builder name(String name) {
      return set("name", Arguments.text("name", name));
    }

    /** Blocks, or only notes in the audit. */
    public Builder action(PolicyAction action) {
      return set("policy_action", Arguments.word("action", action));
    }

    /** Applies another condition. */
    public Builder conditionId(ConditionId id) {
      return set("condition_id", Arguments.digits("conditionId", id));
    }

    /** Covers all curated repositories but these; the lists of other scopes are emptied. */
    public Builder allRepositoriesExcept(String... repositories) {
      return scope(
          CurationScope.ALL_REPOSITORIES,
          "repo_exclude",
          Arguments.texts("repositories", List.of(repositories)));
    }

    /**
     * Covers these repositories only, one or more; the lists of other scopes are emptied, and the
     * policy is not shared with a federation, which this scope does not allow.
     */
    public Builder onlyRepositories(String... repositories) {
      return scope(
          CurationScope.SPECIFIC_REPOSITORIES,
          "repo_include",
          Arguments.some("repositories", Arguments.texts("repositories", List.of(repositories))));
    }

    /** Covers all curated repositories of these types, one or more; other lists are emptied. */
    public Builder packageTypes(PackageType... types) {
      for (PackageType type : types) {
        Arguments.word("types", type);
      }
      return scope(
          CurationScope.PACKAGE_TYPES,
          "pkg_types_include",
          Arguments.some("types", List.of(types)));
    }

    /** Users of these groups are covered; newer servers only. */
    public Builder includedGroups(Collection<String> groups) {
      return set("group_include", Arguments.texts("groups", List.copyOf(groups)));
    }

    /** Users of these groups are not covered; newer servers only. */
    public Builder excludedGroups(Collection<String> groups) {
      return set("group_exclude", Arguments.texts("groups", List.copyOf(groups)));
    }

    /** Mail addresses that hear of blocked packages; none empties the list. */
    public Builder notifyEmails(Collection<String> addresses) {
      return set("notify_emails", Arguments.texts("addresses", List.copyOf(addresses)));
    }

    /** Whether waivers may be asked for; for {@code MANUAL} see {@link #decisionOwners}. */
    public Builder waiverRequestConfig(WaiverRequestConfig config) {
      return set("waiver_request_config", Arguments.word("waiverRequestConfig", config));
    }

    /** Groups that decide on waiver requests; none empties the list. */
    public Builder decisionOwners(Collection<String> groups) {
      return set("decision_owners", Arguments.texts("groups", List.copyOf(groups)));
    }

    /** Blocks packages that are cached already too; newer servers only. */
    public Builder blockFromCache(boolean block) {
      return set("block_from_cache", block);
    }

    /** Shares the policy with federated platforms; newer servers only. */
    public Builder shareWithFederation(boolean share) {
      return set("share_with_federation", share);
    }

    /** Adds a package waiver, to which the server gives an id. */
    public Builder addWaiver(NewPackageWaiver waiver) {
      newWaivers.add(Objects.requireNonNull(waiver, "waiver"));
      return this;
    }

    /**
     * Deletes a package waiver.
     *
     * @throws IllegalArgumentException if the policy has no such package waiver
     */
    public Builder dropWaiver(PackageWaiverId id) {
      return drop("package waiver", waivers, id);
    }

    /** Adds a label waiver, to which the server gives an id. */
    public Builder addLabelWaiver(NewLabelWaiver waiver) {
      newLabelWaivers.add(Objects.requireNonNull(waiver, "waiver"));
      return this;
    }

    /**
     * Deletes a label waiver.
     *
     * @throws IllegalArgumentException if the policy has no such label waiver
     */
    public Builder dropLabelWaiver(LabelWaiverId id) {
      return drop("label waiver", labelWaivers, id);
    }

    /**
     * Switches the policy on again after the server switched it off. The documents say both that
     * this can be set and that it is refused, so some servers answer 400.
     */
    public Builder reenable() {
      return set("enabled", true);
    }

    /**
     * Sends a field that this version of the library does not know, as it was read. Such fields are
     * not sent by themselves, since they may be of those that the server refuses.
     *
     * @throws IllegalArgumentException if the policy has no such unknown field, or it is known to be
     *     set by the server
     */
    public Builder carryExtra(String name) {
      if (EDITABLE.containsKey(name) || WAIVERS.contains(name)) {
        throw new IllegalArgumentException(name + " is no unknown field; call its own method");
      }
      if (ServerSet.NAMES.contains(name) || name.equals("enabled")) {
        throw new IllegalArgumentException(name + " is set by the server and cannot be sent");
      }
      JsonNode value = base.extras().get(name);
      if (value == null) {
        throw new IllegalArgumentException("policy " + base.id() + " has no unknown field " + name
            + ", but " + base.extras().keySet());
      }
      return set(name, value);
    }

    /**
     * Finishes the update.
     *
     * @throws IllegalArgumentException if changes contradict each other
     */
    public CurationPolicyUpdate build() {
      Object config = fields.get("waiver_request_config");
      Object owners = fields.getOrDefault("decision_owners", List.of());
      boolean touched = !base.waiverRequestConfig().equals(Optional.ofNullable(config))
          || !base.decisionOwners().equals(owners);
      if (touched && WaiverRequestConfig.MANUAL.equals(config) && List.of().equals(owners)) {
        throw new IllegalArgumentException(
            "waiverRequestConfig manual needs decisionOwners; name the groups that decide");
      }
      return new CurationPolicyUpdate(this);
    }

    private Builder scope(CurationScope scope, String list, List<?> elements) {
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
      return set("scope", scope).set(list, elements);
    }

    private Builder set(String field, Object value) {
      fields.put(field, value);
      return this;
    }

    private <I extends WireValue> Builder drop(String what, Set<I> kept, I id) {
      if (!kept.remove(id)) {
        throw new IllegalArgumentException(
            "policy " + base.id() + " has no " + what + " " + id + " to drop, but " + kept);
      }
      return this;
    }

    private Map<String, Object> body() {
      Map<String, Object> body = new LinkedHashMap<>(fields);
      body.put("waivers", entries(waivers, newWaivers));
      body.put("label_waivers", entries(labelWaivers, newLabelWaivers));
      return body;
    }

    /** Kept ones by id alone, then the new ones. */
    private static List<Object> entries(Set<? extends WireValue> kept, List<?> added) {
      List<Object> entries = new ArrayList<>();
      kept.forEach(id -> entries.add(Map.of("id", id)));
      entries.addAll(added);
      return entries;
    }
  }
}
