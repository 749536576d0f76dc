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
import org.immutables.value.Value;

/**
 * A table with places in the code that decided a result of contextual analysis. Known columns are
 * {@code Path}, {@code Evidence}, {@code Line Number} and {@code Issue Found}.
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableApplicabilityEvidence.class)
@JsonDeserialize(builder = ApplicabilityEvidence.Builder.class)
public interface ApplicabilityEvidence {
  /** The names of the columns. */
  @JsonProperty("column_names")
  List<String> columnNames();

  /** The rows of the table, each with one text for each column. */
  @JsonProperty("rows")
  List<List<String>> rows();

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

  /** A builder of {@link ApplicabilityEvidence} values. Not thread-safe. */
  final class Builder extends ImmutableApplicabilityEvidence.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
