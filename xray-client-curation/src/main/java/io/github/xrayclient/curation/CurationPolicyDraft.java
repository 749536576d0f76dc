package io.github.xrayclient.curation;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.internal.fields.CurationPolicyFields;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.CurationScope;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.curation.value.WaiverRequestConfig;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.json.NonBlank;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A curation policy that is about to be created. By default it blocks, covers all curated
 * repositories, and forbids waiver requests. Its JSON form is the body of the request, and Jackson
 * can read that form; reading throws if it has a field that this library does not send, a value of
 * another type than documented, or fields that contradict each other. Immutable and thread-safe.
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
   * Returns a builder of a draft with this name and condition.
   *
   * @throws IllegalArgumentException if the name is blank, or the id does not consist of digits
   */
  public static Builder named(String name, ConditionId conditionId) {
    return new Builder().name(name).conditionId(Arguments.digits("conditionId", conditionId));
  }

  /**
   * Returns a builder of a draft with the editable fields of a policy, and with a new waiver for
   * each of its waivers. The id of the condition must be replaced for another server. Fields that
   * this version of the library does not know are not copied; {@link #unsentFields} has their
   * names, and {@link Builder#carryExtra(String)} copies one.
   *
   * <p>{@link Builder#build()} throws if a waiver lacks a required field, or has a field that this
   * version of the library does not know, since that field may be an expiry. See {@link
   * Builder#droppingUnknownFields} and {@link Builder#withoutWaivers}.
   *
   * @throws IllegalArgumentException if the policy has no condition id
   */
  public static Builder like(CurationPolicy policy) {
    ConditionId condition = NonBlank.word(
            Objects.requireNonNull(policy, "policy").conditionId())
        .or(() -> policy.condition().map(copy -> copy.id()))
        .orElseThrow(() -> new IllegalArgumentException("policy " + policy.id()
            + " has no condition_id; set it by toBuilder().conditionId(..)"));
    Builder builder = new Builder();
    builder.copy(policy);
    builder.copied = CopiedWaivers.of(policy);
    return builder.name(policy.name()).conditionId(condition);
  }

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  static CurationPolicyDraft read(ObjectNode content) {
    CurationPolicyBody.checkDraft(content);
    Builder builder = named(
        content.path("name").asText(),
        ConditionId.of(content.path("condition_id").asText()));
    builder.content.setAll(content.properties().stream()
        .filter(field -> !CurationPolicyFields.WAIVERS.contains(field.getKey()))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
    return builder.build(
        CurationPolicyBody.waivers(content.path("waivers"), NewPackageWaiver.class),
        CurationPolicyBody.waivers(content.path("label_waivers"), NewLabelWaiver.class));
  }

  /** The name of the policy. */
  public String name() {
    return value("name", String.class).orElse("");
  }

  /** The id of the condition that the policy applies. */
  public ConditionId conditionId() {
    return value("condition_id", ConditionId.class).orElseThrow();
  }

  /**
   * Whether the policy blocks packages that meet the condition, or only records them in the audit.
   */
  public Optional<PolicyAction> action() {
    return value("policy_action", PolicyAction.class);
  }

  /**
   * Whether the policy covers all curated repositories, some of them, some package types, or the
   * users of some groups.
   */
  public Optional<CurationScope> scope() {
    return value("scope", CurationScope.class);
  }

  /**
   * Keys of the repositories that are not covered; used with {@link
   * CurationScope#ALL_REPOSITORIES}.
   */
  public List<String> excludedRepositories() {
    return values("repo_exclude", String[].class);
  }

  /**
   * Keys of the repositories that are covered; used with {@link
   * CurationScope#SPECIFIC_REPOSITORIES}.
   */
  public List<String> includedRepositories() {
    return values("repo_include", String[].class);
  }

  /** The package types that are covered; used with {@link CurationScope#PACKAGE_TYPES}. */
  public List<PackageType> includedPackageTypes() {
    return values("pkg_types_include", PackageType[].class);
  }

  /** The groups whose users are covered. */
  public List<String> includedGroups() {
    return values("group_include", String[].class);
  }

  /** The groups whose users are not covered. */
  public List<String> excludedGroups() {
    return values("group_exclude", String[].class);
  }

  /** Mail addresses that are notified when the policy blocks a package. */
  public List<String> notifyEmails() {
    return values("notify_emails", String[].class);
  }

  /** Whether users may request waivers of the policy, and who decides on them. */
  public Optional<WaiverRequestConfig> waiverRequestConfig() {
    return value("waiver_request_config", WaiverRequestConfig.class);
  }

  /**
   * The groups whose members decide on waiver requests; used with {@link
   * WaiverRequestConfig#MANUAL}.
   */
  public List<String> decisionOwners() {
    return values("decision_owners", String[].class);
  }

  /** Whether packages that are cached already are checked, too; absent if that is not sent. */
  public Optional<Boolean> blockFromCache() {
    return value("block_from_cache", Boolean.class);
  }

  /** Whether the policy is shared with federated platforms; absent if that is not sent. */
  public Optional<Boolean> shareWithFederation() {
    return value("share_with_federation", Boolean.class);
  }

  /** The package waivers that are created with the policy. */
  public List<NewPackageWaiver> waivers() {
    return added.packages();
  }

  /** The label waivers that are created with the policy. */
  public List<NewLabelWaiver> labelWaivers() {
    return added.labels();
  }

  /**
   * The names of fields of the policy that {@link #like like(..)} copied, which this version of the
   * library does not know and does not send. They are not part of the JSON form, and {@code equals}
   * ignores them.
   */
  public List<String> unsentFields() {
    return unsentFields;
  }

  /** The body of the request, by wire names. */
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
    return "CurationPolicyDraft" + CurationPolicyBody.text(body);
  }

  private <T> Optional<T> value(String field, Class<T> type) {
    try {
      return Optional.ofNullable(Json.MAPPER.convertValue(body.get(field), type));
    } catch (IllegalArgumentException unreadable) { // sent as received from another policy
      return Optional.empty();
    }
  }

  private <T> List<T> values(String field, Class<T[]> type) {
    return value(field, type).map(List::of).orElse(List.of());
  }

  /** A builder of {@link CurationPolicyDraft} values. Not thread-safe. */
  public static final class Builder extends CurationPolicyBuilder<Builder> {
    private CopiedWaivers copied = CopiedWaivers.none();

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

    /**
     * Sets the name of the policy.
     *
     * @throws IllegalArgumentException if the name is blank
     */
    public Builder name(String name) {
      return set("name", Arguments.text("name", name));
    }

    /**
     * Allows copies of waivers without these fields, which this version of the library does not
     * know or could not read, in addition to those of earlier calls. Names that no waiver has are
     * ignored.
     *
     * @throws IllegalArgumentException if one of the names is blank, or that of a field that this
     *     library knows and could read in each waiver
     */
    public Builder droppingUnknownFields(String... names) {
      copied = copied.droppingUnknownFields(Arguments.elements("names", names));
      return this;
    }

    /** Removes the waivers that {@link CurationPolicyDraft#like like(..)} copied. */
    public Builder withoutWaivers() {
      copied = CopiedWaivers.none();
      return this;
    }

    /**
     * Builds the draft.
     *
     * @throws IllegalArgumentException if fields contradict each other, unless they are the scope
     *     and the lists that {@link CurationPolicyDraft#like} copied, if the waivers to copy could
     *     not be read, if one of them has unknown fields or is incomplete, or if two waivers exempt
     *     the same packages with different justifications; the message names the waiver
     */
    public CurationPolicyDraft build() {
      copied.refuseUnread();
      return build(copied.packages(), copied.labels());
    }

    private CurationPolicyDraft build(
        List<NewPackageWaiver> waivers, List<NewLabelWaiver> labelWaivers) {
      content.check();
      AddedWaivers added = AddedWaivers.beside(waivers, newWaivers, labelWaivers, newLabelWaivers);
      Map<String, JsonNode> body =
          CurationPolicyBody.of(content.fields(), List.of(), List.of(), added);
      body.values().removeIf(value -> value.isArray() && value.isEmpty());
      return new CurationPolicyDraft(body, added, unsentFields());
    }
  }
}
