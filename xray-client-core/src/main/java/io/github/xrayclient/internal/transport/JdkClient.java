package io.github.xrayclient.internal.transport;

import java.io.UncheckedIOException;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's HTTP client with a {@link #close()} that frees its connections and threads. Since Java
 * 21, the JDK has a method for that. Before, the thread that owns the connections is interrupted,
 * which ends it; it is known as soon as it has used the {@link ClientThreads}. If a caller sets
 * another executor, the JDK frees everything after a garbage collection.
 */
final class JdkClient {
  private static final @Nullable MethodHandle SHUTDOWN_NOW = shutdownNow();

  /**
   * How long to wait for files of other clients: after a garbage collection, their threads may need
   * 3 seconds to end.
   */
  private static final Duration COLLECTED = Duration.ofSeconds(4);

  private final ClientThreads threads;
  private final HttpClient.Builder builder = HttpClient.newBuilder();
  private volatile @Nullable HttpClient http;
  private boolean closed; // guarded by this

  /**
   * Prepares a client, which is created when it is first needed.
   *
   * @param threads runs the tasks of the client, unless the settings choose another executor
   * @param settings configures the builder before the client is built
   */
  JdkClient(ClientThreads threads, Consumer<HttpClient.Builder> settings) {
    this.threads = threads;
    settings.accept(builder.executor(threads));
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
    if (SHUTDOWN_NOW == null) {
      threads.endSelector();
    } else if (made != null) {
      shutDown(made, SHUTDOWN_NOW);
    }
    threads.close();
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
}
