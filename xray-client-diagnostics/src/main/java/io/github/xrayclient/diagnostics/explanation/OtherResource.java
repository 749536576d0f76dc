package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.watch.WatchResource;
import java.io.Serializable;
import java.util.Optional;
import org.immutables.value.Value;

/** A resource of a watch that covers no repository of the server. */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface OtherResource extends Serializable {
  /** The name of the watch. */
  String watch();

  /** The key of the watch's project; absent for a global watch. */
  Optional<String> projectKey();

  /** The resource, such as all builds, or a repository that the server does not have. */
  WatchResource resource();

  /** Why it covers no repository, in a sentence for people. */
  String text();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link OtherResource} values. Not thread-safe. */
  final class Builder extends ImmutableOtherResource.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
