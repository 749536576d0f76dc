package io.github.xrayclient.internal.policy;

import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.policy.Assignment;
import java.util.Locale;
import org.immutables.value.Value;

/** The server's answer about one watch to which a policy was to be assigned. */
@Value.Immutable
@XrayStyle
abstract class WatchAssignment implements Assignment {
  static Assignment of(String watch, String answer) {
    return ImmutableWatchAssignment.builder().watch(watch).answer(answer).build();
  }

  @Override
  public boolean isAssigned() {
    String words = answer().toLowerCase(Locale.ROOT);
    return words.contains("assigned successfully") || words.contains("already assigned");
  }

  @Override
  public String toString() {
    return watch() + ": " + answer();
  }
}
