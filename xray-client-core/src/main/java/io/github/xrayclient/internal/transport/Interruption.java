package io.github.xrayclient.internal.transport;

/**
 * Lets other threads interrupt the work of the current thread. The interrupt never lasts longer
 * than this work, since the thread may do other work afterwards.
 */
public final class Interruption {
  private final Thread thread = Thread.currentThread();
  private boolean ended;
  private boolean interrupted;

  /** Interrupts the work, unless it has ended. */
  public synchronized void interrupt() {
    if (!ended) {
      interrupted = true;
      thread.interrupt();
    }
  }

  /**
   * Ends the work. The thread that does the work must call this method, and may call it again.
   *
   * @return whether the work was interrupted by {@link #interrupt()}; the interrupt status of the
   *     thread is then cleared
   */
  public synchronized boolean end() {
    if (!ended) {
      ended = true;
      if (interrupted) {
        Thread.interrupted();
      }
    }
    return interrupted;
  }
}
