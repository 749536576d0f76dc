package io.github.xrayclient.curation.audit;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.annotation.JsonSerialize;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.value.Timestamp;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** A package whose downloads a dry-run policy would have blocked. */
@Value.Immutable
@XrayStyle
@JsonSerialize(as = ImmutableDryRunPackage.class)
@JsonDeserialize(builder = DryRunPackage.Builder.class)
public interface DryRunPackage {
  /** The type of the package, such as npm. */
  @JsonProperty("package_type")
  Optional<PackageType> packageType();

  /** The name in the catalog; {@code group:artifact} for Maven. */
  @JsonProperty("package_name")
  String packageName();

  /** The number of downloads of all versions together. */
  @JsonProperty("downloads")
  long downloads();

  /** The number of downloads by version, the largest number first. */
  @JsonProperty("versions")
  Map<String, Long> versions();

  /** The keys of the curated repositories from which the package was requested. */
  @JsonProperty("repositories")
  Set<String> repositories();

  /** The users who requested the package; {@code anonymous} stands for requests without a login. */
  @JsonProperty("users")
  Set<String> users();

  /** The time of the latest download. */
  @JsonProperty("last_seen")
  Optional<Timestamp> lastSeen();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /**
   * A builder of {@link DryRunPackage} values. {@code build()} throws an {@link
   * IllegalStateException} that names each mandatory value that was not set. Not thread-safe.
   */
  final class Builder extends ImmutableDryRunPackage.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
