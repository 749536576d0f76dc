package io.github.xrayclient.ignorerule;

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
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A rule that makes the server ignore certain violations. An ignored violation does not block
 * downloads.
 *
 * @see "JFrog REST APIs: Get Ignore Rule"
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableIgnoreRule.class)
@JsonDeserialize(builder = IgnoreRule.Builder.class)
public interface IgnoreRule {
  /** The id, by which the rule is read and deleted. */
  @JsonProperty("id")
  IgnoreRuleId id();

  /** The user who created the rule. */
  @JsonProperty("author")
  Optional<String> author();

  /** When the rule was created. */
  @JsonProperty("created")
  Optional<Timestamp> created();

  /** Why the violations are ignored. Servers require it. */
  @JsonProperty("notes")
  Optional<String> notes();

  /** Whether the rule has expired, so that it no longer ignores anything. */
  @JsonProperty("is_expired")
  Optional<Boolean> expired();

  /** When the rule expires; absent if it never does. */
  @JsonProperty("expires_at")
  Optional<Timestamp> expiresAt();

  /** The key of the project that owns the rule; absent for a global rule. */
  @JsonProperty("project_key")
  Optional<String> projectKey();

  /** The user who deleted the rule. Servers keep deleted rules, and return them. */
  @JsonProperty("deleted_by")
  Optional<String> deletedBy();

  /**
   * When the rule was deleted; absent if it was not. Servers keep deleted rules, and return them.
   */
  @JsonProperty("deleted_at")
  Optional<Timestamp> deletedAt();

  /** The violations that the rule covers. */
  @JsonProperty("ignore_filters")
  Optional<IgnoreFilters> filters();

  /**
   * Ids of vulnerabilities that the rule covers. Known from observation only; servers usually send
   * them in {@link #filters()}.
   */
  @JsonProperty("vulnerabilities")
  List<String> vulnerabilities();

  /**
   * Keys of licenses that the rule covers. Known from observation only; servers usually send them
   * in {@link #filters()}.
   */
  @JsonProperty("licenses")
  List<String> licenses();

  /**
   * Fields that this version of the library does not know, and known fields with a value that it
   * cannot read, as received.
   */
  @JsonAnyGetter
  @JsonAnySetter
  Map<String, JsonNode> extras();

  /**
   * Whether the rule was deleted. Servers keep deleted rules and return them, but such a rule
   * ignores nothing.
   */
  @JsonIgnore
  default boolean isDeleted() {
    return DeletionMarks.isDeleted(deletedAt(), deletedBy());
  }

  /** Whether the rule ignores anything at this time: it was not deleted and has not expired. */
  default boolean isInForceAt(Instant time) {
    Objects.requireNonNull(time, "time");
    return !isDeleted()
        && !expired().orElse(false)
        && expiresAt()
            .filter(end -> !end.isNever())
            .flatMap(Timestamp::toInstant)
            .map(time::isBefore)
            .orElse(true);
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /**
   * A builder of {@link IgnoreRule} values. {@code build()} throws an {@link
   * IllegalStateException} that names each mandatory value that was not set. Not thread-safe.
   */
  final class Builder extends ImmutableIgnoreRule.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
