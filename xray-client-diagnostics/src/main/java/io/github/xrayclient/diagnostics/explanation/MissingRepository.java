package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import java.util.List;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * A repository that was asked about, but that the server does not have, or does not show to these
 * credentials.
 */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface MissingRepository extends Serializable {
  /** The key of the repository, as it was asked about. */
  String key();

  /**
   * The keys of up to five repositories of the server that resemble this key, the most similar
   * first; empty if there are none.
   */
  List<String> similar();

  /** One or two sentences for people: what is missing, and which repositories may be meant. */
  default String sentence() {
    String missing =
        "The server has no repository \"" + key() + "\" that these credentials can see.";
    return similar().isEmpty()
        ? missing
        : missing + " Repositories with similar keys: "
            + similar().stream().map(each -> '"' + each + '"').collect(Collectors.joining(", "))
            + ".";
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link MissingRepository} values. Not thread-safe. */
  final class Builder extends ImmutableMissingRepository.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
