package io.github.xrayclient.curation;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.internal.call.Arguments;
import java.util.Collections;
import java.util.List;
import java.util.Map;

/**
 * A curation policy that does not exist yet. Until told otherwise it blocks, covers all curated
 * repositories and allows no waiver requests. Immutable and thread-safe.
 *
 * @see "JFrog REST APIs: Create Curation Policy"
 */
public final class CurationPolicyDraft {
  private final String name;
  private final Map<String, JsonNode> body;

  private CurationPolicyDraft(String name, Map<String, JsonNode> body) {
    this.name = name;
    this.body = Collections.unmodifiableMap(body);
  }

  /**
   * Begins a policy with this condition.
   *
   * @throws IllegalArgumentException if the name is blank or the id is not made of digits
   */
  public static Builder named(String name, ConditionId conditionId) {
    return new Builder(Arguments.text("name", name), conditionId);
  }

  /** The name. */
  public String name() {
    return name;
  }

  /** What is sent, by wire names. */
  @JsonValue
  Map<String, JsonNode> body() {
    return body;
  }

  @Override
  public String toString() {
    return "CurationPolicyDraft(" + name + ")";
  }

  /** Collects the fields. Not thread-safe. */
  public static final class Builder extends CurationPolicyBuilder<Builder> {
    private final String name;

    private Builder(String name, ConditionId conditionId) {
      this.name = name;
      set("name", name);
      allRepositoriesExcept();
      action(PolicyAction.BLOCK);
      conditionId(conditionId);
      waiverRequestConfig(WaiverRequestConfig.FORBIDDEN);
    }

    @Override
    Builder self() {
      return this;
    }

    /**
     * Finishes the draft.
     *
     * @throws IllegalArgumentException if fields contradict each other
     */
    public CurationPolicyDraft build() {
      checkOwners();
      checkSharing();
      Map<String, JsonNode> body = body(List.of(), List.of());
      body.values().removeIf(value -> value.isArray() && value.isEmpty());
      return new CurationPolicyDraft(name, body);
    }
  }
}
