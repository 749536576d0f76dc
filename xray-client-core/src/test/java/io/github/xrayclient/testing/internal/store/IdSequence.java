package io.github.xrayclient.testing.internal.store;

/** Gives out numbers as text, above all that were seen and none twice. */
public final class IdSequence {
  private long last;

  public void seen(String id) {
    if (id.matches("[0-9]{1,18}")) {
      last = Math.max(last, Long.parseLong(id));
    }
  }

  public String next() {
    last++;
    return Long.toString(last);
  }
}
