package io.github.xrayclient.curation;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.internal.fields.CurationPolicyFields;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.json.Json;
import io.github.xrayclient.internal.json.UnreadFields;
import io.github.xrayclient.value.UpdateNote;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A change of a curation policy that was read. An update replaces all editable fields and waivers
 * of the policy, so it starts with those that were read, and each call of the builder changes one
 * thing. A waiver is kept unless a method of the builder drops or replaces it by its id. Fields
 * that only the server sets are never sent. Immutable and thread-safe.
 *
 * @see "JFrog REST APIs: Update Curation Policy"
 */
public final class CurationPolicyUpdate {
  private final CurationPolicy base;
  private final Map<String, JsonNode> body;
  private final AddedWaivers added;
  private final List<String> unsentFields;
  private final List<UpdateNote> notes;

  private CurationPolicyUpdate(Builder builder) {
    this.base = builder.base;
    this.added = AddedWaivers.to(
        kept(base.waivers(), waiver -> builder.waivers.contains(waiver.id())),
        builder.newWaivers,
        kept(base.labelWaivers(), waiver -> builder.labelWaivers.contains(waiver.id())),
        builder.newLabelWaivers,
        builder.ensured,
        builder.ensuredLabels);
    this.notes = Stream.concat(builder.missing.stream(), added.notes().stream())
        .collect(Collectors.toUnmodifiableList());
    this.unsentFields = builder.unsentFields();
    this.body = Collections.unmodifiableMap(CurationPolicyBody.of(
        builder.content.fields(), builder.waivers, builder.labelWaivers, added));
  }

  /** Returns a builder of an update that changes nothing yet. */
  public static Builder of(CurationPolicy policy) {
    return new Builder(policy);
  }

  /** The policy that the update was made from, as it was read. */
  public CurationPolicy base() {
    return base;
  }

  /** Whether a list of waivers could not be read, so that it is sent as received. */
  private static boolean isUnread(CurationPolicy policy, String list) {
    return policy.extras().containsKey(list) && UnreadFields.of(policy).contains("$." + list);
  }

  private static <W> List<W> kept(List<W> waivers, Predicate<W> isKept) {
    return waivers.stream().filter(isKept).collect(Collectors.toUnmodifiableList());
  }

  /**
   * The policy as it will be after the update, but without the waivers that the update adds, since
   * they have no ids yet. If the update sets another condition, {@link CurationPolicy#condition()}
   * is absent.
   */
  public CurationPolicy changed() {
    ObjectNode changed = Json.MAPPER.valueToTree(base);
    changed.remove(CurationPolicyFields.FIELDS.editable());
    changed.setAll(Json.MAPPER.<ObjectNode>valueToTree(this));
    changed.remove(CurationPolicyFields.WAIVERS);
    for (String list : CurationPolicyFields.WAIVERS) {
      if (isUnread(base, list)) {
        changed.set(list, body.get(list));
      }
    }
    boolean sameCondition = base.conditionId()
        .map(ConditionId::wire)
        .equals(Optional.ofNullable(changed.get("condition_id")).map(JsonNode::asText));
    if (!sameCondition) {
      changed.remove("condition");
    }
    CurationPolicyChanges changes = changes();
    return Json.MAPPER.convertValue(changed, CurationPolicy.class).toBuilder()
        .waivers(changes.keptWaivers())
        .labelWaivers(changes.keptLabelWaivers())
        .build();
  }

  /** The package waivers that this update adds, without those that the policy has already. */
  public List<NewPackageWaiver> addedWaivers() {
    return added.packages();
  }

  /** The label waivers that this update adds, without those that the policy has already. */
  public List<NewLabelWaiver> addedLabelWaivers() {
    return added.labels();
  }

  /**
   * The names of fields of the policy that this version of the library does not know and does not
   * send; see {@link Builder#carryExtra(String)}.
   */
  public List<String> unsentFields() {
    return unsentFields;
  }

  /**
   * A note for each waiver that the policy has already although it was to be added, or does not
   * have although it was to be deleted, and for waivers that are reduced or may be there already.
   */
  public List<UpdateNote> notes() {
    return notes;
  }

  /** The changes that this update will make. Nothing is sent. */
  public CurationPolicyChanges changes() {
    return CurationPolicyChanges.of(this);
  }

  /** The body of the request, by wire names. */
  @JsonValue
  Map<String, JsonNode> body() {
    return body;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof CurationPolicyUpdate
        && base.equals(((CurationPolicyUpdate) other).base)
        && body.equals(((CurationPolicyUpdate) other).body)
        && notes().equals(((CurationPolicyUpdate) other).notes());
  }

  @Override
  public int hashCode() {
    return Objects.hash(base, body, notes());
  }

  @Override
  public String toString() {
    return "CurationPolicyUpdate of policy " + base.id() + " " + CurationPolicyBody.text(body);
  }

  /** A builder of {@link CurationPolicyUpdate} values. Not thread-safe. */
  public static final class Builder extends CurationWaiversBuilder<Builder> {
    private Builder(CurationPolicy policy) {
      super(policy);
      copy(policy);
      for (String list : CurationPolicyFields.WAIVERS) {
        JsonNode received = policy.extras().get(list);
        if (received != null && isUnread(policy, list)) {
          content.keep(list, received);
        }
      }
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
     * Switches on a policy that the server switched off. This is the only way to send {@code
     * enabled}. JFrog's documentation contradicts itself on whether servers accept this field, so
     * some servers may answer 400.
     */
    public Builder reenable() {
      return set("enabled", true);
    }

    /**
     * Builds the update.
     *
     * @throws IllegalArgumentException if changes contradict each other, or if two waivers that
     *     were added exempt the same packages with different justifications
     */
    public CurationPolicyUpdate build() {
      content.checkChanges();
      return new CurationPolicyUpdate(this);
    }
  }
}
