package io.github.xrayclient.internal;

/** Versions such as {@code 3.116.0} or {@code 3.x-dev}, compared as far as they are numbers. */
final class XrayVersion {
  private XrayVersion() {}

  /** Whether the version is surely older; what is no number says nothing. */
  static boolean isBefore(String version, String other) {
    String[] a = version.split("[.-]");
    String[] b = other.split("[.-]");
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      if (!a[i].matches("\\d{1,9}") || !b[i].matches("\\d{1,9}")) {
        return false;
      }
      int difference = Integer.compare(Integer.parseInt(a[i]), Integer.parseInt(b[i]));
      if (difference != 0) {
        return difference < 0;
      }
    }
    return false;
  }
}
