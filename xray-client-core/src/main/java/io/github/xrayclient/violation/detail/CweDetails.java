package io.github.xrayclient.violation.detail;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A weakness of software in the list of the Common Weakness Enumeration (CWE). */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableCweDetails.class)
@JsonDeserialize(builder = CweDetails.Builder.class)
public interface CweDetails {
  /** The name, such as {@code Deserialization of Untrusted Data}. */
  @JsonProperty("name")
  Optional<String> name();

  /** The rankings of weaknesses that contain this one. */
  @JsonProperty("categories")
  List<CweCategory> categories();

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

  /** A builder of {@link CweDetails} values. Not thread-safe. */
  final class Builder extends ImmutableCweDetails.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
