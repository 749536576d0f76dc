package io.github.xrayclient.internal.transport;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The threads that wait for an answer, so that closing the client can interrupt them. */
public final class InFlight {
  private final Set<Interruption> waits = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** Registers the current thread; {@link #end} must follow. */
  public Interruption begin() {
    Interruption wait = new Interruption();
    waits.add(wait);
    if (closed) {
      end(wait);
      throw new IllegalStateException("the client is closed; create a new one");
    }
    return wait;
  }

  /**
   * Ends a wait. Returns whether closing interrupted it; the interrupt status of the thread is then
   * cleared.
   */
  public boolean end(Interruption wait) {
    waits.remove(wait);
    return wait.end();
  }

  boolean isClosed() {
    return closed;
  }

  /** Interrupts all waits, and refuses later ones. */
  public void close() {
    closed = true;
    waits.forEach(Interruption::interrupt);
  }
}
