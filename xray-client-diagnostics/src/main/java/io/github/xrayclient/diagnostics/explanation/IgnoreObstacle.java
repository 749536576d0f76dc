package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/** A reason why an ignore rule cannot make a refused download possible, or not alone. */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface IgnoreObstacle extends Serializable {
  /** The kind of the reason. */
  Kind kind();

  /** The reason, in one or more sentences for people. */
  String text();

  /** Returns an obstacle with these values. */
  static IgnoreObstacle of(Kind kind, String text) {
    return builder().kind(kind).text(text).build();
  }

  /** Kinds of reasons. Later versions may add constants. */
  enum Kind {
    /** The download was not refused by a watch of Xray, so that there is no violation. */
    NOT_REFUSED_BY_WATCH,
    /** All violations of the artifact that were found are ignored already. */
    ALREADY_IGNORED,
    /** The artifact has no violation that blocks the download, or none that was found. */
    NO_BLOCKING_VIOLATION,
    /** The violations of the artifact could not be read. */
    VIOLATIONS_NOT_READ,
    /** A rule blocks unscanned artifacts, which have no violation that could be ignored. */
    BLOCKS_UNSCANNED,
    /** A violation does not have what an ignore rule needs. */
    NOT_EXPRESSIBLE
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link IgnoreObstacle} values. Not thread-safe. */
  final class Builder extends ImmutableIgnoreObstacle.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
