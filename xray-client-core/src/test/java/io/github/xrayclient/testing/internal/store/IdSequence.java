package io.github.xrayclient.testing.internal.store;

/** Creates ids: increasing numbers as texts, greater than every id that was seen. */
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
