package io.github.xrayclient.violation.detail;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.DeletionMarks;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.IgnoreRuleId;
import io.github.xrayclient.value.Timestamp;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** The ignore rule that covers a violation, as the server repeats it with the violation. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableIgnoreRuleInfo.class)
@JsonDeserialize(builder = IgnoreRuleInfo.Builder.class)
public interface IgnoreRuleInfo {
  /** The id, by which {@code xray.ignoreRules().get(id)} reads the whole rule. */
  @JsonProperty("id")
  Optional<IgnoreRuleId> id();

  /** The type of the rule, such as {@code user}. */
  @JsonProperty("ignore_rule_type")
  Optional<String> type();

  /** The user who created the rule. */
  @JsonProperty("author")
  Optional<String> author();

  /** When the rule was created. Some servers send the number of seconds since 1970. */
  @JsonProperty("created")
  Optional<Timestamp> created();

  /** Why the violations are ignored. */
  @JsonProperty("notes")
  Optional<String> notes();

  /** Whether the rule has expired, so that it no longer ignores anything. */
  @JsonProperty("is_expired")
  Optional<Boolean> expired();

  /** When the rule expires; absent if it never does. */
  @JsonProperty("expires_at")
  Optional<Timestamp> expiresAt();

  /** The user who deleted the rule; absent if it was not deleted. */
  @JsonProperty("deleted_by")
  Optional<String> deletedBy();

  /** When the rule was deleted; absent, or the year 1, if it was not. */
  @JsonProperty("deleted_at")
  Optional<Timestamp> deletedAt();

  /**
   * Fields that this version of the library does not know, and known fields with a value that it
   * cannot read, as received.
   */
  @JsonAnyGetter
  @JsonAnySetter
  Map<String, JsonNode> extras();

  /** Whether the rule was deleted, so that it no longer ignores anything. */
  @JsonIgnore
  default boolean isDeleted() {
    return DeletionMarks.isDeleted(deletedAt(), deletedBy());
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link IgnoreRuleInfo} values. Not thread-safe. */
  final class Builder extends ImmutableIgnoreRuleInfo.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
