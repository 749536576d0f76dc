package io.github.xrayclient.violation.detail;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.Severity;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * A finding in the content of files: an exposure, such as a secret, or a finding of static analysis
 * (SAST).
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableFindingDetails.class)
@JsonDeserialize(builder = FindingDetails.Builder.class)
public interface FindingDetails {
  /** The id of the finding, such as {@code EXP-1527-00007} for a secret. */
  @JsonProperty("id")
  Optional<String> id();

  /** What is to be done about the finding, such as {@code to_fix}. */
  @JsonProperty("status")
  Optional<String> status();

  /** The severity of the finding. */
  @JsonProperty("jfrog_severity")
  Optional<Severity> severity();

  /** What was found. */
  @JsonProperty("description")
  Optional<String> description();

  /** The short name of the rule that found it, such as {@code REQ.SECRET.KEYS}. */
  @JsonProperty("abbreviation")
  Optional<String> abbreviation();

  /** The weakness behind the finding. */
  @JsonProperty("cwe")
  Optional<FindingCwe> cwe();

  /** Why it is a finding. */
  @JsonProperty("findings")
  Optional<FindingExplanation> findings();

  /**
   * Where an exposure was found, such as {@code docker}. Findings of static analysis do not have
   * it.
   */
  @JsonProperty("origin")
  Optional<String> origin();

  /**
   * Fields that this version of the library does not know, and known fields with a value that it
   * cannot read, as received.
   */
  @JsonAnyGetter
  @JsonAnySetter
  Map<String, JsonNode> extras();

  /**
   * The id of the scanner that found a secret, by which ignore rules name it: {@code EXP-1527} if
   * the id is {@code EXP-1527-00007}. Absent if the id does not have this form.
   */
  default Optional<String> scannerId() {
    return id().map(text -> text.split("-", 3))
        .filter(parts -> parts.length > 1 && parts[0].equals("EXP") && !parts[1].isBlank())
        .map(parts -> parts[0] + "-" + parts[1]);
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link FindingDetails} values. Not thread-safe. */
  final class Builder extends ImmutableFindingDetails.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
