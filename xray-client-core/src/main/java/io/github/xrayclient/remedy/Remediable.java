package io.github.xrayclient.remedy;

import java.util.Optional;

/**
 * An exception that tells what went wrong apart from what can be done about it. Its message has
 * both, in the words of this library. A program whose users do not write Java shows {@link
 * #problem()} instead, and {@link #remedy()} in words of its own.
 *
 * <p>All {@link io.github.xrayclient.error.XrayException}s are remediable. So are some {@link
 * IllegalArgumentException}s and {@link IllegalStateException}s that this library throws.
 *
 * <pre>{@code
 * try {
 *   xray.policies().get("missing");
 * } catch (RuntimeException e) {
 *   String line = e instanceof Remediable ? ((Remediable) e).problem() : e.getMessage();
 *   System.out.println(line);
 * }
 * }</pre>
 */
public interface Remediable {
  /** What went wrong, on one line, without what can be done about it. */
  String problem();

  /** What can be done about it; empty if nothing general is known. */
  Optional<Remedy> remedy();
}
