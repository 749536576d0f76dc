package io.github.xrayclient.testsupport;

/** Whether tests with random cases run in full, as in Maven's profile {@code thorough}. */
public final class Thorough {
  private Thorough() {}

  /** Whether the profile is active. */
  public static boolean isOn() {
    return Boolean.getBoolean("xray.thorough");
  }

  /** The number of cases to run: few in the normal build. */
  public static int count(int normal, int thorough) {
    return isOn() ? thorough : normal;
  }
}
