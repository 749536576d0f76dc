package io.github.xrayclient.internal.transport;

import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Runs the tasks that the JDK's client submits on its selector thread, which is the thread that
 * reads from all connections.
 *
 * <p>Usually another thread runs a task, so that exchanges do not wait for each other. However, a
 * body consists of several tasks, and handing a task to another thread takes longer than running
 * most of them. While the body of the only exchange arrives, the selector thread therefore runs the
 * tasks itself.
 *
 * <p>The selector thread also enforces time limits, so it never runs code that may wait: it does
 * not write a body to a file. Nor does it run what comes before the body, such as finding the
 * address of a host, checking a certificate, and code of the caller in trust managers and cookie
 * handlers.
 */
final class ClientThreads implements Executor {
  private static final long EXCHANGE = 1L << 32;
  private static final long QUICK_BODY = 1;
  private static final AtomicInteger NUMBER = new AtomicInteger();

  private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
    Thread thread = new Thread(task, "xray-client-http-" + NUMBER.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  });

  /**
   * The number of exchanges in progress, times {@code EXCHANGE}, plus the number of those whose
   * bodies arrive and never wait. One variable holds both, so that they are read at the same time.
   */
  private final AtomicLong exchanges = new AtomicLong();

  private volatile @Nullable Thread selector;

  /** Notes that an exchange begins, which {@link Exchange#end} must end. */
  Exchange begin() {
    exchanges.addAndGet(EXCHANGE);
    return new Exchange();
  }

  @Override
  public void execute(Runnable task) {
    if (selector == null && Thread.currentThread().getName().endsWith("-SelectorManager")) {
      selector = Thread.currentThread();
    }
    if (exchanges.get() == EXCHANGE + QUICK_BODY) {
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
        exchanges.addAndGet(QUICK_BODY);
      }
    }

    synchronized void end() {
      ended = true;
      exchanges.addAndGet(receiving ? -EXCHANGE - QUICK_BODY : -EXCHANGE);
    }
  }
}
