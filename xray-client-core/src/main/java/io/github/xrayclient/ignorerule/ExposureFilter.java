package io.github.xrayclient.ignorerule;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonFormat;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import java.util.List;
import java.util.Map;
import org.immutables.value.Value;

/**
 * The exposures, such as leaked secrets, that an ignore rule covers. An exposure is covered if it
 * matches every field that is set, by one of the field's values.
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableExposureFilter.class)
@JsonDeserialize(builder = ExposureFilter.Builder.class)
@SuppressWarnings("serial")
public interface ExposureFilter extends Serializable {
  /** Ids of scanners, such as {@code EXP-1527}. */
  @JsonProperty("scanners")
  List<String> scanners();

  /** Categories, such as {@link ExposureCategory#SECRETS}. */
  @JsonProperty("categories")
  List<ExposureCategory> categories();

  /** Paths of files inside the artifact, which begin with a slash. */
  @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
  @JsonProperty("file_path")
  List<String> filePaths();

  /** Patterns of such paths. */
  @JsonProperty("file_path_pattern")
  List<String> filePathPatterns();

  /** Fingerprints, each of which identifies one exposure. */
  @JsonAlias("fingerprint")
  @JsonProperty("fingerprints")
  List<String> fingerprints();

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

  /** A builder of {@link ExposureFilter} values. Not thread-safe. */
  final class Builder extends ImmutableExposureFilter.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
