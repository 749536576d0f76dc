package io.github.xrayclient.testing;

/** Gives out numbers as text, above all that were seen and none twice. */
final class IdSequence {
  private long last;

  void seen(String id) {
    if (id.matches("[0-9]{1,18}")) {
      last = Math.max(last, Long.parseLong(id));
    }
  }

  String next() {
    last++;
    return Long.toString(last);
  }
}
