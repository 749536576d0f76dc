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
 * An Xray policy: a named, typed list of rules. It does nothing until a watch assigns it.
 *
 * @see "JFrog REST APIs: Get Policies"
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutablePolicy.class)
@JsonDeserialize(builder = Policy.Builder.class)
public interface Policy {
  /** The name, which identifies a policy in its project, or among the global ones. */
  @JsonProperty("name")
  String name();

  /** What the rules of the policy are about. */
  @JsonProperty("type")
  Optional<PolicyType> type();

  @JsonProperty("description")
  Optional<String> description();

  /** The user who created the policy. */
  @JsonProperty("author")
  Optional<String> author();

  /** In the order of the answer, which need not be that of their priority: see {@link #rulesByPriority()}. */
  @JsonProperty("rules")
  List<Rule> rules();

  /** When the policy was created. */
  @JsonProperty("created")
  Optional<Timestamp> created();

  /** When the policy was last changed. */
  @JsonProperty("modified")
  Optional<Timestamp> modified();

  /** The names of the watches that use it; empty if the server does not name them. */
  @JsonProperty("watches")
  List<String> watches();

  /** Absent or empty for a global policy. */
  @JsonProperty("project_key")
  Optional<String> projectKey();

  /** Fields that this version of the library does not know, as received. */
  @JsonAnyGetter
  @JsonAnySetter
  Map<String, JsonNode> extras();

  /** The rules as they are evaluated: the lowest number first, those without one last. */
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
   * Collects the values; {@code build()} throws an {@link IllegalStateException} that names what is
   * needed and not set. Not thread-safe.
   */
  final class Builder extends ImmutablePolicy.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
