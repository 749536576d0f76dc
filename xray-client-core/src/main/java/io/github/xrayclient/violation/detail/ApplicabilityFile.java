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

/** A file that decided a result of contextual analysis. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableApplicabilityFile.class)
@JsonDeserialize(builder = ApplicabilityFile.Builder.class)
public interface ApplicabilityFile {
  /** The path of the file. */
  @JsonProperty("file_path")
  Optional<String> filePath();

  /** What was found in the file. */
  @JsonProperty("details")
  Optional<String> details();

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

  /** A builder of {@link ApplicabilityFile} values. Not thread-safe. */
  final class Builder extends ImmutableApplicabilityFile.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
