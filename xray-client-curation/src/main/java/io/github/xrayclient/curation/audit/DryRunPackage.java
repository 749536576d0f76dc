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
  @JsonProperty("package_type")
  Optional<PackageType> packageType();

  @JsonProperty("package_name")
  String packageName();

  /** How many downloads of any version. */
  @JsonProperty("downloads")
  long downloads();

  /** Downloads for each version, the most first. */
  @JsonProperty("versions")
  Map<String, Long> versions();

  /** The curated repositories. */
  @JsonProperty("repositories")
  Set<String> repositories();

  /** The users, with {@code anonymous} for no login. */
  @JsonProperty("users")
  Set<String> users();

  /** The latest of the downloads. */
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
