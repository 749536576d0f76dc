package io.github.xrayclient.internal;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The threads that wait for an answer, so that closing can end their wait. */
final class InFlight {
  private final Set<Wait> waits = ConcurrentHashMap.newKeySet();
  private volatile boolean closed;

  /** Begins a wait of this thread; {@link Wait#end()} must follow. */
  Wait begin() {
    Wait wait = new Wait();
    waits.add(wait);
    if (closed) {
      wait.end();
      throw new IllegalStateException("the client is closed; make a new one");
    }
    return wait;
  }

  void close() {
    closed = true;
    waits.forEach(Wait::interrupt);
  }

  /** One thread's wait. */
  final class Wait {
    private final Thread thread = Thread.currentThread();
    private boolean ended;
    private boolean interrupted;

    /** Ends the wait; true if closing interrupted it, in which case the thread's flag is cleared. */
    synchronized boolean end() {
      if (!ended) {
        ended = true;
        waits.remove(this);
        if (interrupted) {
          Thread.interrupted();
        }
      }
      return interrupted;
    }

    private synchronized void interrupt() {
      if (!ended) {
        interrupted = true;
        thread.interrupt();
      }
    }
  }
}
