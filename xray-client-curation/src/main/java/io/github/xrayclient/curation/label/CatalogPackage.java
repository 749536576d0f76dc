package io.github.xrayclient.curation.label;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.internal.json.XrayStyle;
import java.util.Map;
import java.util.Optional;
import org.immutables.value.Value;

/** A package of the catalog. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableCatalogPackage.class)
@JsonDeserialize(builder = CatalogPackage.Builder.class)
public interface CatalogPackage {
  /** The name in the catalog; {@code group:artifact} for Maven. */
  @JsonProperty("name")
  String name();

  /** The type of the package in the words of the catalog, such as {@code golang}. */
  @JsonProperty("type")
  Optional<PackageType> type();

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
   * A builder of {@link CatalogPackage} values. {@code build()} throws an {@link
   * IllegalStateException} that names each mandatory value that was not set. Not thread-safe.
   */
  final class Builder extends ImmutableCatalogPackage.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
