package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import java.util.List;
import org.immutables.value.Value;

/** The repositories that a watch covers, or all watches that apply a policy. */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface CoveredRepositories extends Serializable {
  /**
   * Whether a watch with the name or id, or a policy with the name, was found among those that
   * could be read. A policy also exists if a watch applies it.
   */
  boolean exists();

  /**
   * The number of watches that were found: those with the name or id that was asked about, or those
   * that apply the policy. Watches of several projects may have the same name.
   */
  int watchCount();

  /**
   * The repositories that the watches cover or may cover, one entry for each watch and repository:
   * watch by watch, and within a watch in the order of Artifactory's list. Virtual repositories are
   * left out, because a watch covers their members instead.
   */
  List<CoveringWatch> repositories();

  /** The resources of the watches that cover no repository of this server. */
  List<OtherResource> otherResources();

  /** What could not be checked, and why. */
  List<NotChecked> notChecked();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link CoveredRepositories} values. Not thread-safe. */
  final class Builder extends ImmutableCoveredRepositories.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
