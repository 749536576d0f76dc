package io.github.xrayclient.ignorerule;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.Timestamp;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * Violations that match it do not count, and blocks that come of them are lifted.
 *
 * @see "JFrog REST APIs: Get Ignore Rule"
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableIgnoreRule.class)
@JsonDeserialize(builder = IgnoreRule.Builder.class)
public interface IgnoreRule {
  /** The id, by which a rule is read and deleted. */
  @JsonProperty("id")
  IgnoreRuleId id();

  /** The user who created the rule. */
  @JsonProperty("author")
  Optional<String> author();

  /** When the rule was created. */
  @JsonProperty("created")
  Optional<Timestamp> created();

  /** Why the violations are ignored. */
  @JsonProperty("notes")
  Optional<String> notes();

  /** Whether the rule has expired, so that it ignores nothing any more. */
  @JsonProperty("is_expired")
  Optional<Boolean> expired();

  /** Absent for a rule that never expires. */
  @JsonProperty("expires_at")
  Optional<Timestamp> expiresAt();

  /** The project of the rule; absent for a global rule. */
  @JsonProperty("project_key")
  Optional<String> projectKey();

  /** The user who deleted the rule; servers keep deleted rules. */
  @JsonProperty("deleted_by")
  Optional<String> deletedBy();

  /** When the rule was deleted; absent if it was not. */
  @JsonProperty("deleted_at")
  Optional<Timestamp> deletedAt();

  /** What it matches; all of it must match. */
  @JsonProperty("ignore_filters")
  Optional<IgnoreFilters> filters();

  /** Fields that this version of the library does not know, as received. */
  @JsonAnyGetter
  @JsonAnySetter
  Map<String, JsonNode> extras();

  /** Whether it was deleted: servers keep such rules and give them back, but they do nothing. */
  @JsonIgnore
  default boolean isDeleted() {
    return deletedAt().filter(time -> !time.wire().isEmpty()).isPresent()
        || deletedBy().filter(user -> !user.isEmpty()).isPresent();
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /**
   * Collects the values; {@code build()} throws an {@link IllegalStateException} that names what is
   * needed and not set. Not thread-safe.
   */
  final class Builder extends ImmutableIgnoreRule.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
