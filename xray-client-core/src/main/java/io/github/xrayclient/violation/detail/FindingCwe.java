package io.github.xrayclient.violation.detail;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** The weakness behind an exposure or a finding of static analysis. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableFindingCwe.class)
@JsonDeserialize(builder = FindingCwe.Builder.class)
public interface FindingCwe {
  /** The id, such as {@code CWE-798}. */
  @JsonProperty("cwe_id")
  Optional<String> id();

  /** The name, such as {@code Use of Hard-coded Credentials}. */
  @JsonProperty("cwe_name")
  Optional<String> name();

  /** The address of a page about the weakness. */
  @JsonProperty("cwe_link")
  Optional<String> link();

  /**
   * Fields that this version of the library does not know, and known fields with a value that it
   * cannot read, as received.
   */
  @JsonAnyGetter
  @JsonAnySetter
  Map<String, JsonNode> extras();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link FindingCwe} values. Not thread-safe. */
  final class Builder extends ImmutableFindingCwe.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
