package io.github.xrayclient.curation;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonAnySetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.curation.internal.fields.WaiverFields;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.PackageWaiverId;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.Timestamp;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** An exemption from a curation policy for one package: for all of its versions, or for some. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutablePackageWaiver.class)
@JsonDeserialize(builder = PackageWaiver.Builder.class)
public interface PackageWaiver {
  /** The id. Package waivers and label waivers are numbered separately. */
  @JsonProperty("id")
  PackageWaiverId id();

  /** The type of the package, such as npm. */
  @JsonProperty("pkg_type")
  Optional<PackageType> packageType();

  /** The name in the catalog; {@code group:artifact} for Maven. */
  @JsonProperty("pkg_name")
  Optional<String> packageName();

  /** Whether every version is exempt, including later ones. */
  @JsonProperty("all_versions")
  Optional<Boolean> allVersions();

  /** The exact versions that are exempt; empty if all versions are. */
  @JsonProperty("pkg_versions")
  List<String> packageVersions();

  /** Why the package is exempt. */
  @JsonProperty("justification")
  Optional<String> justification();

  /** The name of the user who created the waiver. */
  @JsonProperty("created_by")
  Optional<String> createdBy();

  /** When the waiver was created. */
  @JsonProperty("created_at")
  Optional<Timestamp> createdAt();

  /**
   * Fields that this version of the library does not know, and known fields with a value that it
   * cannot read, as received.
   */
  @JsonAnyGetter
  @JsonAnySetter
  Map<String, JsonNode> extras();

  /**
   * Whether the waiver exempts this version. Package types are compared without case. Names and
   * versions are compared exactly, even those of types that have several spellings of one name, so
   * that no exemption is claimed that the server may not grant.
   */
  @JsonIgnore
  default boolean waivesVersion(PackageType type, String name, String version) {
    Objects.requireNonNull(type, "type");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(version, "version");
    return packageType().filter(type::equals).isPresent()
        && packageName().filter(name::equals).isPresent()
        && (allVersions().orElse(false) || packageVersions().contains(version));
  }

  /**
   * The sorted names of fields that this version of the library does not know or could not read. A
   * copy of the waiver would not have them. Unknown fields that are null or empty, and fields that
   * only the server sets, are left out.
   */
  @JsonIgnore
  default Set<String> unknownFields() {
    return WaiverFields.uncopied(WaiverFields.OF_PACKAGE, extras(), this);
  }

  /**
   * Returns a copy without these unknown fields, so that a new waiver can be made from it. Names
   * that the waiver does not have are ignored.
   *
   * @throws IllegalArgumentException if one of the names is blank, or that of a field that this
   *     library knows and could read
   */
  default PackageWaiver droppingUnknownFields(String... names) {
    return toBuilder()
        .extras(WaiverFields.without(
            Arguments.elements("names", names), WaiverFields.OF_PACKAGE, extras()))
        .build();
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /**
   * A builder of {@link PackageWaiver} values. {@code build()} throws an {@link
   * IllegalStateException} that names each mandatory value that was not set. Not thread-safe.
   */
  final class Builder extends ImmutablePackageWaiver.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
