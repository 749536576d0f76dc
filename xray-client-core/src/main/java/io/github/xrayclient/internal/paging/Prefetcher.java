package io.github.xrayclient.internal.paging;

import io.github.xrayclient.error.XrayTransportException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/**
 * Fetches pages ahead on an executor, one after the other. The caller waits only for a page that a
 * thread is fetching already; a page that no thread has begun is fetched by the caller. An executor
 * without a free thread therefore never blocks the caller.
 */
final class Prefetcher<T> implements Batches<T> {
  private final Batches<T> walker; // only used by the thread that has set fetching
  private final int pages;
  private final ListingSource<T> source;
  private final Executor executor;
  private final ReentrantLock lock = new ReentrantLock(); // guards all following fields
  private final Condition fetched = lock.newCondition();
  private final Deque<Batch<T>> ready = new ArrayDeque<>();
  private @Nullable Throwable failure; // the failure of the page after the ready ones
  private boolean fetching;
  private boolean queued; // at most one task waits in the executor
  private boolean ended;
  private boolean closed;
  private long end;

  Prefetcher(Batches<T> walker, ListingSource<T> source, Walk walk) {
    this.walker = walker;
    this.end = walk.offset();
    this.pages = walk.prefetch();
    this.source = source;
    this.executor = source.executor();
  }

  @Override
  public Batch<T> next() {
    boolean own = beginIfNobodyDid();
    if (own) {
      fetch();
    }
    Batch<T> batch = take(own);
    askForMore();
    return batch;
  }

  @Override
  public void close() {
    lock.lock();
    try {
      closed = true;
      ready.clear();
      fetched.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Waits while another thread fetches the next page. Returns whether this thread has to fetch it.
   */
  private boolean beginIfNobodyDid() {
    lock.lock();
    try {
      while (fetching && lacks(1)) {
        fetched.await();
      }
      if (lacks(1)
          && executor instanceof ExecutorService
          && ((ExecutorService) executor).isShutdown()) {
        failure =
            new IllegalStateException("the client or its executor is closed; create a new client");
      }
      return begin(1);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new XrayTransportException(
          "GET", source.uri(), "the thread was interrupted while waiting for a page", e);
    } finally {
      lock.unlock();
    }
  }

  private boolean lacks(int wanted) {
    return ready.size() < wanted && failure == null && !ended && !closed;
  }

  private boolean begin(int wanted) {
    boolean mine = !fetching && lacks(wanted);
    fetching |= mine;
    return mine;
  }

  private void fetch() {
    Batch<T> batch = null;
    Throwable thrown = null;
    try {
      batch = walker.next();
    } catch (Throwable e) { // of any type, for the thread that waits for this page
      thrown = e;
    }
    lock.lock();
    try {
      fetching = false;
      failure = thrown;
      if (batch != null && !closed) {
        ended = batch.isEmpty();
        ready.add(batch);
      }
      fetched.signalAll();
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns the next page that was fetched.
   *
   * @param own whether this thread fetched it
   */
  private Batch<T> take(boolean own) {
    lock.lock();
    try {
      Batch<T> batch = ready.poll();
      if (batch != null) {
        end = batch.end();
        return batch;
      }
      if (failure != null && !closed) {
        throw thrown(failure, own);
      }
      Batch<T> nothing = new Batch<>();
      nothing.endsAt(end);
      return nothing;
    } finally {
      lock.unlock();
    }
  }

  /**
   * Returns the exception of a failed page. It is thrown each time, unless the page failed only
   * because its thread was interrupted.
   */
  private RuntimeException thrown(Throwable e, boolean own) {
    if (own && Thread.currentThread().isInterrupted()) {
      failure = null;
    }
    if (e instanceof Error) {
      throw (Error) e;
    }
    return e instanceof RuntimeException ? (RuntimeException) e : new IllegalStateException(e);
  }

  private void askForMore() {
    lock.lock();
    try {
      if (queued || fetching || !lacks(pages)) {
        return;
      }
      queued = true;
    } finally {
      lock.unlock();
    }
    try {
      executor.execute(this::fetchOne);
    } catch (RejectedExecutionException e) {
      rejected();
    }
  }

  /** Fetches one page for each task, so that other users of the executor get their turn. */
  private void fetchOne() {
    boolean mine;
    lock.lock();
    try {
      queued = false;
      mine = begin(pages);
    } finally {
      lock.unlock();
    }
    if (mine) {
      fetch();
      askForMore();
    }
  }

  /**
   * Continues without the executor, which rejected a task; until it has room again, the caller
   * fetches the pages.
   */
  private void rejected() {
    lock.lock();
    try {
      queued = false;
    } finally {
      lock.unlock();
    }
  }
}
