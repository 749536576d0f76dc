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
 * The findings of static analysis (SAST) that an ignore rule covers. A finding is covered if it
 * matches every field that is set, by one of the field's values. Known from JFrog's own Go client,
 * but not from JFrog's documentation.
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableSastFilter.class)
@JsonDeserialize(builder = SastFilter.Builder.class)
@SuppressWarnings("serial")
public interface SastFilter extends Serializable {
  /** Fingerprints, each of which identifies one finding. */
  @JsonAlias("fingerprints")
  @JsonProperty("fingerprint")
  List<String> fingerprints();

  /** Ids of rules, such as {@code js-express-xss}. */
  @JsonAlias("rules")
  @JsonProperty("rule")
  List<String> rules();

  /** Paths of files. */
  @JsonFormat(with = JsonFormat.Feature.ACCEPT_SINGLE_VALUE_AS_ARRAY)
  @JsonProperty("file_path")
  List<String> filePaths();

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

  /** A builder of {@link SastFilter} values. Not thread-safe. */
  final class Builder extends ImmutableSastFilter.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
