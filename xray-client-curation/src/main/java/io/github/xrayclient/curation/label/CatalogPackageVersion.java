package io.github.xrayclient.curation.label;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.internal.json.XrayStyle;
import java.util.Map;
import org.immutables.value.Value;

/** A version of a package of the catalog. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableCatalogPackageVersion.class)
@JsonDeserialize(builder = CatalogPackageVersion.Builder.class)
public interface CatalogPackageVersion {
  /** The package. */
  @JsonProperty("publicPackage")
  CatalogPackage catalogPackage();

  /** The version. */
  @JsonProperty("version")
  String version();

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
   * A builder of {@link CatalogPackageVersion} values. {@code build()} throws an {@link
   * IllegalStateException} that names each mandatory value that was not set. Not thread-safe.
   */
  final class Builder extends ImmutableCatalogPackageVersion.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
