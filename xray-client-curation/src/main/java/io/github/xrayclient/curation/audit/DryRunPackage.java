package io.github.xrayclient.curation.audit;

import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.internal.XrayStyle;
import io.github.xrayclient.value.Timestamp;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.immutables.value.Value;

/** A package whose downloads a dry-run policy would have blocked. */
@Value.Immutable
@XrayStyle
public interface DryRunPackage {
  Optional<PackageType> packageType();

  String packageName();

  /** How many downloads of any version. */
  long downloads();

  /** Downloads for each version, the most first. */
  Map<String, Long> versions();

  /** The curated repositories. */
  Set<String> repositories();

  /** The users, with {@code anonymous} for no login. */
  Set<String> users();

  /** The latest of the downloads. */
  Optional<Timestamp> lastSeen();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Collects the values. Not thread-safe. */
  final class Builder extends ImmutableDryRunPackage.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
