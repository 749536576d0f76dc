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
 * The JDK's HTTP client with a {@link #close()} that frees its connections and threads. Since Java
 * 21, the JDK has a method for that. Before, the thread that owns the connections is interrupted,
 * which ends it; it is known as soon as it has used the executor that the client gets here. If a
 * caller sets another executor, the JDK frees everything after a garbage collection.
 */
final class JdkClient {
  private static final @Nullable MethodHandle SHUTDOWN_NOW = shutdownNow();

  /**
   * How long to wait for files of other clients: after a garbage collection, their threads may need
   * 3 seconds to end.
   */
  private static final Duration COLLECTED = Duration.ofSeconds(4);

  private final @Nullable Workers workers = SHUTDOWN_NOW == null ? new Workers() : null;
  private final HttpClient.Builder builder = HttpClient.newBuilder();
  private volatile @Nullable HttpClient http;
  private boolean closed; // guarded by this

  /**
   * Prepares a client, which is created when it is first needed.
   *
   * @param settings configures the builder before the client is built
   */
  JdkClient(Consumer<HttpClient.Builder> settings) {
    if (workers != null) {
      builder.executor(workers);
    }
    settings.accept(builder);
  }

  /**
   * Returns the client. It is created when it is first needed, since it uses a thread and some open
   * files.
   *
   * @throws InterruptedException if the thread is interrupted while it waits for free files
   */
  HttpClient http() throws InterruptedException {
    HttpClient made = http;
    if (made != null) {
      return made;
    }
    try {
      return make();
    } catch (UncheckedIOException | InternalError e) {
      System.gc(); // probably too many open files; this frees those of clients that were not closed
      return makeWithin(COLLECTED);
    }
  }

  /** Returns the client, or null if it has not been created or is closed. */
  @Nullable
  HttpClient known() {
    return http;
  }

  private synchronized HttpClient make() {
    if (closed) {
      throw new IllegalStateException("the client is closed; create a new one");
    }
    HttpClient made = http;
    if (made == null) {
      made = builder.build();
      http = made;
    }
    return made;
  }

  /**
   * Tries to create the client until a time limit, without the lock, so that other threads and
   * closing do not wait.
   */
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
          throw new InterruptedException("the thread was interrupted while waiting for free files");
        }
      }
    }
  }

  /**
   * Ends all requests in progress, and frees connections and threads. Nothing can be sent
   * afterwards.
   */
  synchronized void close() {
    HttpClient made = http;
    closed = true;
    http = null; // so that it can be garbage-collected
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

  /** Creates threads like those that the JDK's client creates itself. */
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
