package io.github.xrayclient.internal.transport;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The threads that wait for an answer, so that closing can end their wait. */
public final class InFlight {
  private final Set<Interruption> waits = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** Begins a wait of this thread; {@link #end} must follow. */
  public Interruption begin() {
    Interruption wait = new Interruption();
    waits.add(wait);
    if (closed) {
      end(wait);
      throw new IllegalStateException("the client is closed; make a new one");
    }
    return wait;
  }

  /** Ends a wait; true if closing interrupted it, in which case the thread's flag is cleared. */
  public boolean end(Interruption wait) {
    waits.remove(wait);
    return wait.end();
  }

  boolean isClosed() {
    return closed;
  }

  /** Interrupts every wait, and refuses those that would begin. */
  public void close() {
    closed = true;
    waits.forEach(Interruption::interrupt);
  }
}
