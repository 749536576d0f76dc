package io.github.xrayclient.internal.transport;

/**
 * Lets other threads interrupt the work that the current thread is doing. The interrupt never
 * outlasts this work, since the thread may go on with other work afterwards.
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
   * Ends the work. The thread that does the work must call this, and may call it again.
   *
   * @return whether the work was interrupted by this, in which case the thread's flag is cleared
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
