package io.github.xrayclient.watch;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.policy.PolicyType;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.immutables.value.Value;

/** A policy that a watch applies to its resources, identified by name and type. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableAssignedPolicy.class)
@JsonDeserialize(builder = AssignedPolicy.Builder.class)
public interface AssignedPolicy {
  /** The name of the policy. */
  @JsonProperty("name")
  String name();

  /** The type of the policy; if it is absent or empty, the name alone identifies the policy. */
  @JsonProperty("type")
  Optional<PolicyType> type();

  /**
   * Fields that this version of the library does not know, and known fields with a value that it
   * cannot read, as received.
   */
  @JsonAnyGetter
  @JsonAnySetter
  Map<String, JsonNode> extras();

  /**
   * Whether this is the policy of this name and type. If {@link #type()} is absent or empty, only
   * the names are compared.
   */
  @JsonIgnore
  default boolean matches(String policy, PolicyType type) {
    Objects.requireNonNull(policy, "policy");
    Objects.requireNonNull(type, "type");
    return name().equals(policy) && NonBlank.word(type()).map(type::equals).orElse(true);
  }

  /** Whether this identifies the given policy. The types are compared only if both are present. */
  @JsonIgnore
  default boolean matches(Policy policy) {
    return NonBlank.word(Objects.requireNonNull(policy, "policy").type())
        .map(type -> matches(policy.name(), type))
        .orElseGet(() -> name().equals(policy.name()));
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /**
   * A builder of {@link AssignedPolicy} values. {@code build()} throws an {@link
   * IllegalStateException} that names each mandatory value that was not set. Not thread-safe.
   */
  final class Builder extends ImmutableAssignedPolicy.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
