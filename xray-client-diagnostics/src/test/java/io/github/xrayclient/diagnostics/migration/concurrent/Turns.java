package io.github.xrayclient.diagnostics.migration.concurrent;

import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Transport;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.function.BooleanSupplier;
import java.util.function.IntUnaryOperator;

/**
 * Lets two clients send their requests in a given order, one at a time. Before each request a
 * client stops; when both have stopped or ended, it is decided whose request is sent next. So a run
 * is the same each time, without any waiting for time to pass.
 */
final class Turns {
  private static final int NOBODY = -1;

  private final Object lock = new Object();
  private final boolean[] stopped = new boolean[2];
  private final boolean[] ended = new boolean[2];
  private final int[] sent = new int[2];
  private final int[] killAt = {Integer.MAX_VALUE, Integer.MAX_VALUE};
  private final boolean[] killAfterSending = new boolean[2];
  private int turn = NOBODY;
  private boolean active;

  /** Sends the request of a client when it is its turn. */
  ApiResponse send(int client, ApiRequest request, Transport next) {
    synchronized (lock) {
      if (!active) {
        return next.send(request);
      }
      stopped[client] = true;
      lock.notifyAll();
      waitUntil(() -> turn == client);
      turn = NOBODY;
      stopped[client] = false;
    }
    boolean isLast = sent[client]++ == killAt[client];
    if (isLast && !killAfterSending[client]) {
      throw new Killed();
    }
    ApiResponse response = next.send(request);
    if (isLast) {
      throw new Killed();
    }
    return response;
  }

  /** Lets the process of a client end before or after it sends this request, counted from 0. */
  void kill(int client, int request, boolean afterSending) {
    killAt[client] = request;
    killAfterSending[client] = afterSending;
  }

  /**
   * Runs the work of two clients.
   *
   * @param order gives the client whose request is sent next if both have one, by the number of
   *     decisions before
   * @return the numbers of requests that the clients sent
   */
  int[] run(IntUnaryOperator order, Runnable first, Runnable second) {
    begin();
    List<FutureTask<?>> tasks = new ArrayList<>();
    List<Runnable> works = List.of(first, second);
    for (int i = 0; i < works.size(); i++) {
      int client = i;
      FutureTask<?> task = new FutureTask<>(
          () -> {
            try {
              works.get(client).run();
            } finally {
              end(client);
            }
          },
          null);
      tasks.add(task);
      new Thread(task, "client " + client).start();
    }
    letSend(order);
    active = false;
    killAt[0] = Integer.MAX_VALUE;
    killAt[1] = Integer.MAX_VALUE;
    tasks.forEach(Turns::check);
    return sent.clone();
  }

  private void begin() {
    synchronized (lock) {
      Arrays.fill(stopped, false);
      Arrays.fill(ended, false);
      Arrays.fill(sent, 0);
      turn = NOBODY;
      active = true;
    }
  }

  private void letSend(IntUnaryOperator order) {
    int decisions = 0;
    synchronized (lock) {
      while (true) {
        waitUntil(() -> turn == NOBODY && isWaiting(0) && isWaiting(1));
        if (ended[0] && ended[1]) {
          return;
        }
        turn = ended[0] ? 1 : ended[1] ? 0 : order.applyAsInt(decisions++);
        lock.notifyAll();
      }
    }
  }

  private boolean isWaiting(int client) {
    return stopped[client] || ended[client];
  }

  private void end(int client) {
    synchronized (lock) {
      ended[client] = true;
      lock.notifyAll();
    }
  }

  private void waitUntil(BooleanSupplier condition) {
    synchronized (lock) {
      while (!condition.getAsBoolean()) {
        try {
          lock.wait();
        } catch (InterruptedException e) {
          throw interrupted(e);
        }
      }
    }
  }

  private static IllegalStateException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new IllegalStateException(e);
  }

  private static void check(FutureTask<?> task) {
    try {
      task.get();
    } catch (ExecutionException e) {
      throw new AssertionError("a client failed", e.getCause());
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
  }

  /** The process of a client ends; no code of ours catches that. */
  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }
}
