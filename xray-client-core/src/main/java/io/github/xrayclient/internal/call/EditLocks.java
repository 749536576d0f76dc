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
 * Lets the edits of one object by one client run one after the other. Keeps nothing of an object
 * that is not being edited. Thread-safe.
 */
public final class EditLocks {
  private final ReentrantLock mutex = new ReentrantLock();
  private final Condition released = mutex.newCondition();
  private final Map<String, Holder> holders = new HashMap<>();
  private final Map<Thread, String> waiting = new HashMap<>();

  /**
   * Does the work while no other thread edits the object that the request writes. A thread that is
   * already editing this object does not wait.
   *
   * @throws IllegalStateException if two threads that are editing would wait for each other for ever
   * @throws XrayTransportException if the thread is interrupted while it waits; nothing was sent
   */
  public <T> T alone(ApiRequest write, Supplier<T> work) {
    // without the query: in a project, a name may stand for the global object as well
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
          throw new IllegalStateException("an edit of " + object
              + " inside the edit of another object would wait for ever, since the thread that edits "
              + object + " waits for this one; make one edit after the other");
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
          "interrupted while waiting for another edit of the same object; nothing was sent",
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

  /** Whether the other thread waits for this one, directly or through further threads. */
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
