package io.github.xrayclient.paging;

import io.github.xrayclient.error.XrayTransportException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;

/** Fetches pages ahead, one after the other, on an executor. */
final class Prefetcher<T> implements Batches<T> {
  private final PageWalker<T> walker;
  private final int pages;
  private final Executor executor;
  private final Deque<CompletableFuture<Batch<T>>> ahead = new ArrayDeque<>();
  private CompletableFuture<Batch<T>> last = CompletableFuture.completedFuture(new Batch<>());
  private volatile boolean closed;

  Prefetcher(PageWalker<T> walker, int pages, Executor executor) {
    this.walker = walker;
    this.pages = pages;
    this.executor = executor;
  }

  @Override
  public Batch<T> next() {
    if (closed) {
      return new Batch<>();
    }
    fill();
    Batch<T> batch = await(ahead.element());
    ahead.remove(); // only now, so that a page that cannot be had fails every time
    fill();
    return batch;
  }

  @Override
  public void close() {
    closed = true;
    ahead.forEach(page -> page.cancel(false));
  }

  /** Each page is asked for after the one before it, since that one says how to go on. */
  private void fill() {
    try {
      while (ahead.size() < Math.max(1, pages)) {
        last = last.thenApplyAsync(before -> closed ? new Batch<T>() : walker.next(), executor);
        ahead.add(last);
      }
    } catch (RejectedExecutionException e) {
      throw closedClient(e);
    }
  }

  private static IllegalStateException closedClient(RejectedExecutionException e) {
    return new IllegalStateException("the client is closed; make a new one", e);
  }

  private Batch<T> await(CompletableFuture<Batch<T>> page) {
    try {
      return page.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new XrayTransportException(new XrayTransportException.Failure(
          "GET", walker.uri(), "interrupted while waiting for a page", e));
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RejectedExecutionException) {
        throw closedClient((RejectedExecutionException) e.getCause());
      }
      if (e.getCause() instanceof RuntimeException) {
        throw (RuntimeException) e.getCause();
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
