package io.github.xrayclient.curation.label;

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

/**
 * A label of the catalog, which people or the platform itself assign to packages. A label whose
 * name begins with {@code jfrog-waiver-policy-} was made by the platform for an approved waiver, as
 * is known from observation.
 */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableCatalogLabel.class)
@JsonDeserialize(builder = CatalogLabel.Builder.class)
public interface CatalogLabel {
  /** The name, by which policies and waivers refer to the label. */
  @JsonProperty("name")
  String name();

  /** What the label means; may be empty. */
  @JsonProperty("description")
  Optional<String> description();

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

  /**
   * A builder of {@link CatalogLabel} values. {@code build()} throws an {@link
   * IllegalStateException} that names each mandatory value that was not set. Not thread-safe.
   */
  final class Builder extends ImmutableCatalogLabel.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
