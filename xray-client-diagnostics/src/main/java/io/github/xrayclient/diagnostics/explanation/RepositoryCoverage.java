package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** The watches that cover a repository. */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface RepositoryCoverage extends Serializable {
  /** The key of the repository. */
  String repository();

  /**
   * The repository itself, if the server does not have it, or does not show it to these
   * credentials; otherwise absent.
   */
  Optional<MissingRepository> missingRepository();

  /**
   * The watches that cover the repository, in the order of the server. For a virtual repository,
   * the watches are listed member by member.
   */
  List<CoveringWatch> watches();

  /** What could not be checked, and why. */
  List<NotChecked> notChecked();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link RepositoryCoverage} values. Not thread-safe. */
  final class Builder extends ImmutableRepositoryCoverage.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
