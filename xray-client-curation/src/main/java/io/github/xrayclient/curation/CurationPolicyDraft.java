package io.github.xrayclient.curation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.internal.fields.CurationPolicyFields;
import io.github.xrayclient.curation.internal.fields.WaiverFields;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.CurationScope;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.write.DraftFields;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A curation policy that does not exist yet. Until told otherwise it blocks, covers all curated
 * repositories and allows no waiver requests. Its JSON form is the body that is sent; Jackson can read
 * it from there, unless it carries an unknown field. Immutable and thread-safe.
 *
 * @see "JFrog REST APIs: Create Curation Policy"
 */
public final class CurationPolicyDraft {
  private final Map<String, JsonNode> body;
  private final AddedWaivers added;
  private final List<String> unsentFields;

  private CurationPolicyDraft(
      Map<String, JsonNode> body, AddedWaivers added, List<String> unsentFields) {
    this.body = Collections.unmodifiableMap(body);
    this.added = added;
    this.unsentFields = unsentFields;
  }

  /**
   * Begins a policy with this condition.
   *
   * @throws IllegalArgumentException if the name is blank or the id is not made of digits
   */
  public static Builder named(String name, ConditionId conditionId) {
    return new Builder().name(name).conditionId(conditionId);
  }

  /**
   * Begins a policy like one that exists: with its name, condition and every other field that can be
   * written, and with a new waiver like each of its package and label waivers. Its id, author and
   * times, and whether it is switched on, are not copied. Nor are fields that this version of the
   * library does not know, unless {@link Builder#carryExtra} names them; {@link #unsentFields} has
   * their names. The id of the condition is the one on the policy's own server.
   *
   * <p>{@link Builder#build()} refuses a waiver with fields that this version of the library does not
   * know, since one of them may be an expiry, and one whose package, versions, label or justification
   * the server did not say. {@link Builder#droppingUnknownFields} allows a copy without unknown
   * fields, and {@link Builder#withoutWaivers} leaves the waivers out.
   *
   * @throws IllegalArgumentException if the server did not say the id of the condition
   */
  public static Builder like(CurationPolicy policy) {
    ConditionId condition = policy
        .conditionId()
        .or(() -> policy.condition().map(copy -> copy.id()))
        .orElseThrow(
            () -> new IllegalArgumentException("policy " + policy.id() + " has no condition_id"));
    Builder builder = new Builder();
    builder.copy(policy);
    builder.copiedWaivers.addAll(policy.waivers());
    builder.copiedLabelWaivers.addAll(policy.labelWaivers());
    return builder.name(policy.name()).conditionId(condition);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static CurationPolicyDraft read(ObjectNode content) {
    Set<String> unknown = new LinkedHashSet<>();
    content.fieldNames().forEachRemaining(unknown::add);
    unknown.removeAll(CurationPolicyFields.FIELDS.editable());
    DraftFields.refuse("a draft of a curation policy", unknown);
    Builder builder = named(
        content.path("name").asText(),
        ConditionId.of(content.path("condition_id").asText()));
    builder.fields.putAll(content.properties().stream()
        .filter(field -> !CurationPolicyFields.WAIVERS.contains(field.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    return builder.build(
        waivers(content.path("waivers"), NewPackageWaiver.class),
        waivers(content.path("label_waivers"), NewLabelWaiver.class));
  }

  private static <W> List<W> waivers(JsonNode list, Class<W> type) {
    List<W> waivers = new ArrayList<>();
    list.forEach(waiver -> waivers.add(Json.MAPPER.convertValue(waiver, type)));
    return waivers;
  }

  /** The name. */
  public String name() {
    return value("name", String.class).orElse("");
  }

  /** The condition that it applies. */
  public ConditionId conditionId() {
    return value("condition_id", ConditionId.class).orElseThrow();
  }

  /** Whether it blocks, or only notes in the audit. */
  public Optional<PolicyAction> action() {
    return value("policy_action", PolicyAction.class);
  }

  /** What it covers. */
  public Optional<CurationScope> scope() {
    return value("scope", CurationScope.class);
  }

  /** Used with {@link CurationScope#ALL_REPOSITORIES}. */
  public List<String> excludedRepositories() {
    return values("repo_exclude", String[].class);
  }

  /** Used with {@link CurationScope#SPECIFIC_REPOSITORIES}. */
  public List<String> includedRepositories() {
    return values("repo_include", String[].class);
  }

  /** Used with {@link CurationScope#PACKAGE_TYPES}. */
  public List<PackageType> includedPackageTypes() {
    return values("pkg_types_include", PackageType[].class);
  }

  /** Groups whose users are covered. */
  public List<String> includedGroups() {
    return values("group_include", String[].class);
  }

  /** Groups whose users are not covered. */
  public List<String> excludedGroups() {
    return values("group_exclude", String[].class);
  }

  /** Mail addresses that hear of blocked packages. */
  public List<String> notifyEmails() {
    return values("notify_emails", String[].class);
  }

  /** Whether waivers may be asked for. */
  public Optional<WaiverRequestConfig> waiverRequestConfig() {
    return value("waiver_request_config", WaiverRequestConfig.class);
  }

  /** Groups that decide on waiver requests. */
  public List<String> decisionOwners() {
    return values("decision_owners", String[].class);
  }

  /** Whether packages that are cached already are blocked too. */
  public Optional<Boolean> blockFromCache() {
    return value("block_from_cache", Boolean.class);
  }

  /** Whether the policy is shared with federated platforms. */
  public Optional<Boolean> shareWithFederation() {
    return value("share_with_federation", Boolean.class);
  }

  /** Its package waivers. */
  public List<NewPackageWaiver> waivers() {
    return added.packages();
  }

  /** Its label waivers. */
  public List<NewLabelWaiver> labelWaivers() {
    return added.labels();
  }

  /**
   * The fields of the policy that {@link #like} copied which this version of the library does not
   * know, and which are not sent. They are no part of the JSON form, and {@code equals} ignores them.
   */
  public List<String> unsentFields() {
    return unsentFields;
  }

  /** What is sent, by wire names. */
  @JsonValue
  Map<String, JsonNode> body() {
    return body;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CurationPolicyDraft && body.equals(((CurationPolicyDraft) other).body);
  }

  @Override
  public int hashCode() {
    return body.hashCode();
  }

  @Override
  public String toString() {
    return "CurationPolicyDraft" + text(body);
  }

  /** Fields for people, with the number of mail addresses in place of the addresses. */
  static String text(Map<String, JsonNode> body) {
    Map<String, Object> shown = new LinkedHashMap<>(body);
    shown.computeIfPresent(
        "notify_emails", (name, list) -> ((JsonNode) list).size() + " addresses");
    return shown.toString();
  }

  private <T> Optional<T> value(String field, Class<T> type) {
    return Optional.ofNullable(Json.MAPPER.convertValue(body.get(field), type));
  }

  private <T> List<T> values(String field, Class<T[]> type) {
    return value(field, type).map(List::of).orElse(List.of());
  }

  /** Collects the fields. Not thread-safe. */
  public static final class Builder extends CurationPolicyBuilder<Builder> {
    private final List<PackageWaiver> copiedWaivers = new ArrayList<>();
    private final List<LabelWaiver> copiedLabelWaivers = new ArrayList<>();
    private String[] droppedFields = {};

    private Builder() {
      set("name", "");
      allRepositoriesExcept();
      action(PolicyAction.BLOCK);
      waiverRequestConfig(WaiverRequestConfig.FORBIDDEN);
    }

    @Override
    Builder self() {
      return this;
    }

    /** Gives the policy another name. */
    public Builder name(String name) {
      return set("name", Arguments.text("name", name));
    }

    /**
     * Copies waivers without these fields, which this version of the library does not know. Names of
     * fields that no waiver has are ignored.
     *
     * @throws IllegalArgumentException if this library knows a field of one of these names
     */
    public Builder droppingUnknownFields(String... names) {
      WaiverFields.without(List.of(names), WaiverFields.OF_PACKAGE, Map.of());
      droppedFields = Arrays.copyOf(names, names.length);
      return this;
    }

    /** Leaves out the waivers of the policy that {@link CurationPolicyDraft#like} copied. */
    public Builder withoutWaivers() {
      copiedWaivers.clear();
      copiedLabelWaivers.clear();
      return this;
    }

    /**
     * Finishes the draft.
     *
     * @throws IllegalArgumentException if fields contradict each other, if a waiver that would be
     *     copied has unknown fields or lacks what a new one needs, or if a waiver that was added
     *     exempts the same as another one, but for another reason; the message names the waiver
     */
    public CurationPolicyDraft build() {
      List<NewPackageWaiver> waivers = new ArrayList<>();
      copiedWaivers.forEach(waiver ->
          waivers.add(NewPackageWaiver.like(waiver.droppingUnknownFields(droppedFields))));
      List<NewLabelWaiver> labelWaivers = new ArrayList<>();
      copiedLabelWaivers.forEach(waiver ->
          labelWaivers.add(NewLabelWaiver.like(waiver.droppingUnknownFields(droppedFields))));
      return build(waivers, labelWaivers);
    }

    private CurationPolicyDraft build(
        List<NewPackageWaiver> copied, List<NewLabelWaiver> copiedLabels) {
      checkOwners();
      checkSharing();
      AddedWaivers added = AddedWaivers.beside(copied, newWaivers, copiedLabels, newLabelWaivers);
      Map<String, JsonNode> body = body(List.of(), List.of(), added);
      body.values().removeIf(value -> value.isArray() && value.isEmpty());
      return new CurationPolicyDraft(body, added, unsentFields());
    }
  }
}
