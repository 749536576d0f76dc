package io.github.xrayclient.internal.transport;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tasks that the JDK's client submits on its selector thread, which is the thread that
 * reads from all connections.
 *
 * <p>Usually another thread runs a task, so that exchanges do not wait for each other. But while a
 * body arrives, there is a task for each part of it, and to change the thread takes longer than to
 * store the part. If there is no other exchange that could wait, the selector thread therefore runs
 * these tasks itself. It never runs code of the caller, such as a trust manager or a cookie
 * handler, since the JDK calls such code before the body arrives.
 */
final class ClientThreads implements Executor {
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
    Thread thread = new Thread(task, "xray-client-http-" + NUMBER.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  });
  private final AtomicInteger exchanges = new AtomicInteger();
  private final AtomicInteger quickBodies = new AtomicInteger();
  private volatile @Nullable Thread selector;

  /** Notes that an exchange begins, which {@link Exchange#end} must end. */
  Exchange begin() {
    exchanges.incrementAndGet();
    return new Exchange();
  }

  @Override
  public void execute(Runnable task) {
    if (selector == null && Thread.currentThread().getName().endsWith("-SelectorManager")) {
      selector = Thread.currentThread();
    }
    if (exchanges.get() == 1 && quickBodies.get() == 1) {
      task.run();
    } else {
      threads.execute(task);
    }
  }

  /** Interrupts the selector thread, which ends it, before Java 21 the only way to do that. */
  void endSelector() {
    Thread known = selector;
    if (known != null) {
      known.interrupt();
    }
  }

  /** Ends all other threads; no task is accepted afterwards. */
  void close() {
    threads.shutdownNow();
  }

  /** A request and its answer. */
  final class Exchange {
    private boolean receiving;
    private boolean ended;

    /** Notes that the head of the answer has arrived, and that this body follows. */
    synchronized void receives(TimedBody body) {
      if (!ended && !body.mayWait()) {
        receiving = true;
        quickBodies.incrementAndGet();
      }
    }

    synchronized void end() {
      ended = true;
      exchanges.decrementAndGet();
      if (receiving) {
        quickBodies.decrementAndGet();
      }
    }
  }
}
