package io.github.xrayclient.diagnostics.refusal;

import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The program that printed a refusal, and how to see more of the server's answer than it prints.
 * Most programs print only the status of a refused request, and often the address.
 */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface DownloadTool extends Serializable {
  /** The name of the program, such as {@code npm}, {@code Maven} or {@code BuildKit}. */
  String name();

  /**
   * Whether the program can print the server's answer, by itself or with the option. If not, the
   * option makes it print the refused address at least.
   */
  boolean showsAnswer();

  /**
   * The option, setting or command that makes the program print more, such as {@code
   * --fail-with-body}; absent if there is none, or if the program prints the answer by itself.
   */
  Optional<String> option();

  /** How to see more of the server's answer, in one or two sentences for people. */
  String hint();

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link DownloadTool} values. Not thread-safe. */
  final class Builder extends ImmutableDownloadTool.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
