package io.github.xrayclient.policy;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.Timestamp;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * An Xray policy: a named, typed list of rules. It has no effect until a watch assigns it.
 *
 * @see "JFrog REST APIs: Get Policies"
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutablePolicy.class)
@JsonDeserialize(builder = Policy.Builder.class)
public interface Policy {
  /** The name, which identifies the policy among those of its project, or among the global ones. */
  @JsonProperty("name")
  String name();

  /** What the rules of the policy examine. Servers always send it. */
  @JsonProperty("type")
  Optional<PolicyType> type();

  /** What the policy is for, as free text. */
  @JsonProperty("description")
  Optional<String> description();

  /** The user who created the policy. */
  @JsonProperty("author")
  Optional<String> author();

  /**
   * The rules in the order of the server's answer, which may differ from the order of evaluation:
   * see {@link #rulesByPriority()}.
   */
  @JsonProperty("rules")
  List<Rule> rules();

  /** When the policy was created. */
  @JsonProperty("created")
  Optional<Timestamp> created();

  /**
   * When the policy was last changed. Servers send {@code 0001-01-01T00:00:00Z} for a policy that
   * was never changed.
   */
  @JsonProperty("modified")
  Optional<Timestamp> modified();

  /**
   * The names of the watches that assign the policy. Many servers do not send them, so an empty
   * list does not mean that no watch assigns it.
   */
  @JsonProperty("watches")
  List<String> watches();

  /** The key of the project that owns the policy; absent or empty for a global policy. */
  @JsonProperty("project_key")
  Optional<String> projectKey();

  /**
   * Fields that this version of the library does not know, and known fields with a value that it
   * cannot read, as received.
   */
  @JsonAnyGetter
  @JsonAnySetter
  Map<String, JsonNode> extras();

  /**
   * The rules in the order in which the server evaluates them: the lowest priority number first,
   * rules without one last.
   */
  @JsonIgnore
  default List<Rule> rulesByPriority() {
    return rules().stream()
        .sorted(Comparator.comparingInt(rule -> rule.priority().orElse(Integer.MAX_VALUE)))
        .collect(Collectors.toUnmodifiableList());
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /**
   * A builder of {@link Policy} values. {@code build()} throws an {@link
   * IllegalStateException} that names each mandatory value that was not set. Not thread-safe.
   */
  final class Builder extends ImmutablePolicy.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
