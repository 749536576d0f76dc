package io.github.xrayclient.policy;

import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What became of assigning a policy to one watch. Immutable. */
public final class Assignment {
  private final String watch;
  private final String answer;

  Assignment(String watch, String answer) {
    this.watch = Objects.requireNonNull(watch, "watch");
    this.answer = Objects.requireNonNull(answer, "answer");
  }

  /** The name of the watch. */
  public String watch() {
    return watch;
  }

  /** The server's words. */
  public String answer() {
    return answer;
  }

  /** Whether the watch now applies the policy, also if it did before. */
  public boolean isAssigned() {
    String words = answer.toLowerCase(Locale.ROOT);
    return words.contains("assigned successfully") || words.contains("already assigned");
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Assignment
        && watch.equals(((Assignment) other).watch)
        && answer.equals(((Assignment) other).answer);
  }

  @Override
  public int hashCode() {
    return Objects.hash(watch, answer);
  }

  @Override
  public String toString() {
    return watch + ": " + answer;
  }
}
