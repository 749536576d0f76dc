package io.github.xrayclient.internal.transport;

import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's client with a {@link #close()} that frees its sockets and threads. From Java 21 on the
 * JDK has a method for that. Before, the thread that owns the sockets is interrupted, which ends it;
 * it is known once it has handed over work to the executor that the client gets here. If a caller
 * sets another executor, the JDK frees everything after a garbage collection.
 */
final class JdkClient {
  private static final @Nullable MethodHandle SHUTDOWN_NOW = shutdownNow();

  /**
   * The thread of a client that was garbage-collected may take 3 seconds to notice that and to end.
   */
  private static final Duration COLLECTED = Duration.ofSeconds(4);

  private final @Nullable Workers workers = SHUTDOWN_NOW == null ? new Workers() : null;
  private final HttpClient.Builder builder = HttpClient.newBuilder();
  private volatile @Nullable HttpClient http;
  private boolean closed; // guarded by this

  /**
   * Prepares a client, and does not make it yet.
   *
   * @param settings sets up the builder before the client is built
   */
  JdkClient(Consumer<HttpClient.Builder> settings) {
    if (workers != null) {
      builder.executor(workers);
    }
    settings.accept(builder);
  }

  /**
   * The client. It is made when it is first needed, since it takes a thread and some open files.
   *
   * @throws InterruptedException while it waits for files that a garbage collection frees
   */
  HttpClient http() throws InterruptedException {
    HttpClient made = http;
    if (made != null) {
      return made;
    }
    try {
      return make();
    } catch (UncheckedIOException | InternalError e) {
      System.gc(); // too few files are left, it seems; those of clients that nobody closed get free
      return makeWithin(COLLECTED);
    }
  }

  /** The client, if it was made. */
  @Nullable
  HttpClient known() {
    return http;
  }

  private synchronized HttpClient make() {
    if (closed) {
      throw new IllegalStateException("the client is closed; make a new one");
    }
    HttpClient made = http;
    if (made == null) {
      made = builder.build();
      http = made;
    }
    return made;
  }

  /** Waits without the lock, so that many threads wait side by side, and closing waits for none. */
  private HttpClient makeWithin(Duration limit) throws InterruptedException {
    long end = System.nanoTime() + limit.toNanos();
    while (true) {
      try {
        return make();
      } catch (UncheckedIOException | InternalError e) {
        if (System.nanoTime() > end) {
          throw e;
        }
        LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(50));
        if (Thread.interrupted()) {
          throw new InterruptedException("interrupted while waiting for files");
        }
      }
    }
  }

  /** Ends what is under way, and frees sockets and threads. Nothing may be sent afterwards. */
  synchronized void close() {
    HttpClient made = http;
    closed = true;
    http = null; // nothing may keep it reachable
    if (workers != null) {
      workers.close();
    } else if (made != null) {
      shutDown(made, Objects.requireNonNull(SHUTDOWN_NOW));
    }
  }

  private static void shutDown(HttpClient made, MethodHandle shutdownNow) {
    try {
      shutdownNow.invoke(made);
    } catch (RuntimeException | Error e) {
      throw e;
    } catch (Throwable e) {
      throw new IllegalStateException("HttpClient.shutdownNow() failed", e);
    }
  }

  private static @Nullable MethodHandle shutdownNow() {
    try {
      return MethodHandles.publicLookup()
          .findVirtual(HttpClient.class, "shutdownNow", MethodType.methodType(void.class));
    } catch (ReflectiveOperationException beforeJava21) {
      return null;
    }
  }

  /** Threads like those that the JDK's client makes by itself. */
  private static final class Workers implements Executor {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
      Thread thread = new Thread(task, "xray-client-http-" + NUMBER.incrementAndGet());
      thread.setDaemon(true);
      return thread;
    });
    private volatile @Nullable Thread selector;

    @Override
    public void execute(Runnable task) {
      if (selector == null && Thread.currentThread().getName().endsWith("-SelectorManager")) {
        selector = Thread.currentThread();
      }
      threads.execute(task);
    }

    void close() {
      Thread owner = selector;
      if (owner != null) {
        owner.interrupt();
      }
      threads.shutdownNow();
    }
  }
}
