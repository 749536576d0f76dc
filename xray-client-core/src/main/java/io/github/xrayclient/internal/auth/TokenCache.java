package io.github.xrayclient.internal.auth;

import io.github.xrayclient.error.XrayTokenException;
import io.github.xrayclient.http.ApiRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a token and renews it: if less than 10 % of its lifetime is left, or less than 30 minutes,
 * but not before half of its lifetime and not earlier than 7 days before its end. If that fails,
 * the old token is used as long as it is valid.
 *
 * <p>One thread at a time obtains a new token; it needs no executor for that. Meanwhile, other
 * threads use the old token if it is still valid, and wait otherwise. Thread-safe.
 */
final class TokenCache implements Grants {
  private static final Duration SHORTEST_MARGIN = Duration.ofMinutes(30);
  private static final Duration LONGEST_MARGIN = Duration.ofDays(7);
  private static final Duration SHORTEST_WAIT = Duration.ofMinutes(1);

  private final TokenSource source;
  private final LoginContext context;
  private @Nullable Held held; // guarded by this
  private @Nullable CompletableFuture<@Nullable Grant> renewal; // guarded by this
  private @Nullable Thread renewing; // guarded by this

  TokenCache(TokenSource source, LoginContext context) {
    this.source = source;
    this.context = context;
  }

  @Override
  public Grant get(ApiRequest request) throws InterruptedException {
    return get(request, null);
  }

  @Override
  public Grant insteadOf(Grant refused, ApiRequest request) throws InterruptedException {
    return get(request, refused);
  }

  private Grant get(ApiRequest request, @Nullable Grant refused) throws InterruptedException {
    while (true) {
      Held valid;
      boolean first;
      CompletableFuture<@Nullable Grant> running;
      synchronized (this) {
        Instant now = context.clock.instant();
        valid = held == null || held.grant == refused || isExpired(held.grant, now) ? null : held;
        if (valid != null && (renewal != null || now.isBefore(valid.renewAt))) {
          return valid.grant;
        }
        if (renewing == SeparateThread.waiting()) {
          throw new IllegalStateException(
              "the token supplier or an interceptor sends a request with the client that waits for"
                  + " the token; use another client there");
        }
        running = renewal;
        first = running == null;
        if (running == null) {
          running = new CompletableFuture<>();
          renewal = running;
          renewing = SeparateThread.waiting();
        }
      }
      if (first) {
        return renew(request, running, valid);
      }
      Grant renewed = await(running, request);
      if (renewed != null && !isExpired(renewed, context.clock.instant())) {
        return renewed; // an expired one was for a single attempt, that of the other thread
      }
    }
  }

  /**
   * Obtains a token for this thread and those that wait for it.
   *
   * @param valid the old token if it is still valid
   */
  private Grant renew(
      ApiRequest request, CompletableFuture<@Nullable Grant> waiting, @Nullable Held valid)
      throws InterruptedException {
    try {
      Instant askedAt = context.clock.instant();
      Held renewed = Held.since(askedAt, source.newToken(request));
      end(renewed);
      waiting.complete(renewed.grant);
      return renewed.grant;
    } catch (InterruptedException | RuntimeException | Error e) {
      boolean interrupted =
          e instanceof InterruptedException || Thread.currentThread().isInterrupted();
      Instant now = context.clock.instant();
      if (e instanceof RuntimeException
          && !interrupted
          && valid != null
          && !isExpired(valid.grant, now)) {
        end(valid.renewedAfter(now));
        waiting.complete(valid.grant);
        context.failedRenewals.accept((RuntimeException) e);
        return valid.grant;
      }
      end(null);
      if (interrupted) {
        waiting.complete(null); // only the call of this thread ends, so another one renews
      } else {
        waiting.completeExceptionally(e);
      }
      throw e;
    }
  }

  private static boolean isExpired(Grant grant, Instant now) {
    Instant end = grant.expiresAt();
    return end != null && !now.isBefore(end);
  }

  private synchronized void end(@Nullable Held renewed) {
    held = renewed == null ? held : renewed;
    renewal = null;
    renewing = null;
  }

  /** Waits for the token that another thread obtains; null if that thread was interrupted. */
  private static @Nullable Grant await(
      CompletableFuture<@Nullable Grant> running, ApiRequest request) throws InterruptedException {
    try {
      return running.get();
    } catch (ExecutionException e) {
      Throwable failure = e.getCause();
      if (failure instanceof XrayTokenException) { // it names the request of the other thread
        XrayTokenException other = (XrayTokenException) failure;
        throw new XrayTokenException(
            request.method(), request.uri(), other.problem(), other.getCause());
      }
      if (failure instanceof Error) {
        throw (Error) failure;
      }
      throw (RuntimeException) failure;
    }
  }

  /** A token with the time at which it should be renewed. Immutable. */
  private static final class Held {
    private final Grant grant;
    private final Instant renewAt;

    private Held(Grant grant, Instant renewAt) {
      this.grant = grant;
      this.renewAt = renewAt;
    }

    static Held since(Instant obtainedAt, Grant grant) {
      Instant end = grant.expiresAt();
      if (end == null || !end.isAfter(obtainedAt)) {
        return new Held(grant, end == null ? Instant.MAX : end);
      }
      Duration lifetime = Duration.between(obtainedAt, end);
      Duration margin = shorter(longer(lifetime.dividedBy(10), SHORTEST_MARGIN), LONGEST_MARGIN);
      return new Held(grant, end.minus(shorter(margin, lifetime.dividedBy(2))));
    }

    /** Returns a copy for a failed renewal, which waits for half of the time that is left. */
    Held renewedAfter(Instant failure) {
      Duration half = Duration.between(failure, grant.expiresAt()).dividedBy(2);
      return new Held(grant, failure.plus(longer(half, SHORTEST_WAIT)));
    }

    private static Duration shorter(Duration a, Duration b) {
      return a.compareTo(b) < 0 ? a : b;
    }

    private static Duration longer(Duration a, Duration b) {
      return a.compareTo(b) < 0 ? b : a;
    }
  }
}
