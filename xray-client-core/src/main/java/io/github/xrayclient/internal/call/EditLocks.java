package io.github.xrayclient.internal.call;

import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Runs the edits of one object one after the other, if they use the same client. It keeps no data
 * about objects that are not being edited. Thread-safe.
 */
public final class EditLocks {
  private final ReentrantLock mutex = new ReentrantLock();
  private final Condition released = mutex.newCondition();
  private final Map<String, Holder> holders = new HashMap<>();
  private final Map<Thread, String> waiting = new HashMap<>();

  /**
   * Runs the work while no other thread edits the object that the request writes. A thread that
   * already edits this object does not wait.
   *
   * @throws IllegalStateException if two threads would wait for each other forever
   * @throws XrayTransportException if the thread is interrupted while it waits; nothing was sent
   */
  public <T> T alone(ApiRequest write, Supplier<T> work) {
    // without the query, since a name may mean a global object although a project is given
    String object = write.uri().getRawPath();
    acquire(object, write);
    try {
      return work.get();
    } finally {
      release(object);
    }
  }

  private void acquire(String object, ApiRequest write) {
    Thread thread = Thread.currentThread();
    mutex.lock();
    try {
      Holder holder = holders.get(object);
      while (holder != null && holder.thread != thread) {
        if (waitsFor(thread, holder.thread)) {
          throw new IllegalStateException(
              "two threads would wait for each other forever: this edit of " + object
                  + " runs inside the edit of another object, for which the thread that edits "
                  + object + " waits; edit one object after the other");
        }
        waiting.put(thread, object);
        released.await();
        holder = holders.get(object);
      }
      if (holder == null) {
        holder = new Holder(thread);
        holders.put(object, holder);
      }
      holder.depth++;
    } catch (InterruptedException e) {
      thread.interrupt();
      throw new XrayTransportException(
          XrayTransportException.Kind.NOT_SENT,
          write.method(),
          write.uri(),
          "the thread was interrupted while waiting for another edit of the same object; nothing was sent",
          e);
    } finally {
      waiting.remove(thread);
      mutex.unlock();
    }
  }

  private void release(String object) {
    mutex.lock();
    try {
      Holder holder = holders.get(object);
      if (holder != null && --holder.depth == 0) {
        holders.remove(object);
        released.signalAll();
      }
    } finally {
      mutex.unlock();
    }
  }

  /** Whether the other thread waits for this thread, directly or through further threads. */
  private boolean waitsFor(Thread thread, Thread other) {
    Thread next = other;
    while (next != null && next != thread) {
      next = holderOf(waiting.get(next));
    }
    return next == thread;
  }

  private @Nullable Thread holderOf(@Nullable String object) {
    Holder holder = object == null ? null : holders.get(object);
    return holder == null ? null : holder.thread;
  }

  /** The number of objects that are being edited. */
  int size() {
    mutex.lock();
    try {
      return holders.size() + waiting.size();
    } finally {
      mutex.unlock();
    }
  }

  private static final class Holder {
    private final Thread thread;
    private int depth;

    Holder(Thread thread) {
      this.thread = thread;
    }
  }
}
