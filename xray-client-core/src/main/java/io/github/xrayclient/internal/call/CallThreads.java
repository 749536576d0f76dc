package io.github.xrayclient.internal.call;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The threads of a client for asynchronous calls. Their number is limited, so that thousands of
 * calls do not create thousands of threads and connections. After {@link #close()}, waiting tasks
 * still run, but on interrupted threads, so that their calls and futures fail at once.
 */
public final class CallThreads implements Executor {
  private static final int MOST = 64;

  private final Set<Thread> threads = ConcurrentHashMap.newKeySet();
  private final AtomicInteger number = new AtomicInteger();
  private final ThreadPoolExecutor pool = new Pool();
  private volatile boolean closed;

  @Override
  public void execute(Runnable task) {
    pool.execute(task);
  }

  /** Interrupts the running tasks; threads end as soon as they have no task. */
  public void close() {
    closed = true;
    pool.setKeepAliveTime(1, TimeUnit.MILLISECONDS);
    threads.forEach(Thread::interrupt);
  }

  private Thread newThread(Runnable worker) {
    Runnable known = () -> {
      threads.add(Thread.currentThread());
      try {
        worker.run();
      } finally {
        threads.remove(Thread.currentThread());
      }
    };
    Thread thread = new Thread(known, "xray-client-" + number.incrementAndGet());
    thread.setDaemon(true);
    return thread;
  }

  private final class Pool extends ThreadPoolExecutor {
    Pool() {
      super(
          MOST,
          MOST,
          30,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          CallThreads.this::newThread);
      allowCoreThreadTimeOut(true);
    }

    @Override
    protected void beforeExecute(Thread thread, Runnable task) {
      if (closed) {
        thread.interrupt();
      }
    }
  }
}
