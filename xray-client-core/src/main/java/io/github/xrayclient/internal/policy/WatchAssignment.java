package io.github.xrayclient.internal.policy;

import io.github.xrayclient.internal.json.XrayStyle;
import io.github.xrayclient.policy.Assignment;
import java.util.Locale;
import org.immutables.value.Value;

/** The result of assigning a policy to one watch, as the server reported it. */
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
