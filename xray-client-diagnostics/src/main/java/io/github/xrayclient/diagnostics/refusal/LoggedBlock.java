package io.github.xrayclient.diagnostics.refusal;

import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import org.immutables.value.Value;

/** A refused download in a log, with its count and its first line; see {@link RefusalLog}. */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface LoggedBlock extends Serializable {
  BlockedDownload block();

  /** How often it stands in the log; 0 if the log holds no block and this says what else it may be about. */
  long count();

  /** Where it stands first, from 1; inside JSON, the line on which the JSON begins. */
  long line();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** Collects the values. Not thread-safe. */
  final class Builder extends ImmutableLoggedBlock.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
