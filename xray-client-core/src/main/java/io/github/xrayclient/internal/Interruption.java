package io.github.xrayclient.internal;

/**
 * Work of the thread that makes this, which other threads may end by an interrupt. The interrupt
 * never outlives the work: the thread may do other work afterwards.
 */
final class Interruption {
  private final Thread thread = Thread.currentThread();
  private boolean ended;
  private boolean interrupted;

  /** Interrupts the work, unless it has ended. */
  synchronized void interrupt() {
    if (!ended) {
      interrupted = true;
      thread.interrupt();
    }
  }

  /**
   * Ends the work, which its own thread must do; may be called again.
   *
   * @return whether the work was interrupted by this, in which case the thread's flag is cleared
   */
  synchronized boolean end() {
    if (!ended) {
      ended = true;
      if (interrupted) {
        Thread.interrupted();
      }
    }
    return interrupted;
  }
}
