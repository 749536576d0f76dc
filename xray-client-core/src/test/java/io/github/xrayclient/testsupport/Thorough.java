package io.github.xrayclient.testsupport;

/** Whether tests by chance run in full, as Maven's profile {@code thorough} wants it. */
public final class Thorough {
  private Thorough() {}

  /** How many cases to run: few in the normal build. */
  public static int count(int normal, int thorough) {
    return Boolean.getBoolean("xray.thorough") ? thorough : normal;
  }
}
