package io.github.xrayclient.internal;

import io.github.xrayclient.error.XrayTimeoutException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.error.XrayTransportException.Failure;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Transport;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** Sends by the JDK's client, which is made when it is first needed. */
final class JdkTransport implements Transport {
  private final Supplier<HttpClient> newClient;
  private final Duration timeout;
  private final int maxBytes;
  private final InFlight inFlight = new InFlight();
  private volatile @Nullable HttpClient client;

  /**
   * @param timeout of one attempt, body included
   * @param maxBytes the largest body that is taken
   */
  JdkTransport(Supplier<HttpClient> newClient, Duration timeout, int maxBytes) {
    this.newClient = newClient;
    this.timeout = timeout;
    this.maxBytes = maxBytes;
  }

  @Override
  public ApiResponse send(ApiRequest request) {
    return exchange(request, this::inMemory);
  }

  @Override
  public ApiResponse download(ApiRequest request, Path file) {
    return exchange(
        request,
        (status, left) ->
            status >= 200 && status < 300 ? new FileBody(file, left) : inMemory(status, left));
  }

  private TimedBody inMemory(int status, long left) {
    return BoundedBody.of(status, maxBytes, left);
  }

  /** How the body of an answer of this status is taken, within the nanoseconds that are left. */
  private interface Taker {
    TimedBody of(int status, long left);
  }

  private ApiResponse exchange(ApiRequest request, Taker taker) {
    Duration limit = request.timeout().orElse(timeout);
    long deadline = System.nanoTime() + limit.toNanos();
    CompletableFuture<TimedBody> begun = new CompletableFuture<>();
    InFlight.Wait wait = inFlight.begin();
    try {
      HttpResponse<TimedBody> answer = client().send(httpRequest(request, limit), head -> {
        TimedBody body = taker.of(head.statusCode(), deadline - System.nanoTime());
        begun.complete(body);
        return body.receiver();
      });
      if (answer.body() == null) {
        throw new XrayTransportException(noTunnel(request, "407", null));
      }
      ApiResponse whole =
          new ApiResponse(answer.statusCode(), answer.headers(), answer.body().bytes());
      return answer.body().isCut() ? whole.withBodyCut() : whole;
    } catch (IOException e) {
      throw failure(request, limit, e);
    } catch (InterruptedException e) {
      // The JDK ends the exchange a moment later, and before Java 16 not at all.
      begun.thenAccept(TimedBody::stop);
      if (wait.end()) {
        throw new XrayTransportException(failure(request, "the client was closed", e));
      }
      Thread.currentThread().interrupt();
      throw new XrayTransportException(failure(request, "interrupted while waiting", e));
    } finally {
      wait.end();
    }
  }

  @Override
  public void close() {
    inFlight.close();
    client = null;
  }

  private HttpClient client() {
    HttpClient made = client;
    if (made == null) {
      synchronized (this) {
        made = client;
        if (made == null) {
          made = newClient.get();
          client = made;
        }
      }
    }
    return made;
  }

  private static HttpRequest httpRequest(ApiRequest request, Duration limit) {
    HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri()).timeout(limit);
    request.headers().forEach(builder::header);
    Optional<byte[]> body = request.body();
    builder.method(
        request.method(),
        body.isPresent()
            ? HttpRequest.BodyPublishers.ofByteArray(body.get())
            : HttpRequest.BodyPublishers.noBody());
    return builder.build();
  }

  private XrayTransportException failure(ApiRequest request, Duration limit, IOException e) {
    Optional<String> proxy = ProxyHint.proxyFor(request.uri(), client, e);
    String host = request.uri().getRawAuthority();
    String through = proxy.map(address -> " through the proxy " + address).orElse("");
    if (e instanceof HttpConnectTimeoutException) {
      String problem = "no connection to " + host + through + " in time";
      return new XrayTimeoutException(failure(request, problem, e).notSent().repeatable());
    }
    if (is(e, HttpTimeoutException.class)) {
      return new XrayTimeoutException(
          failure(request, "not complete after " + limit.toMillis() + " ms" + through, e));
    }
    if (e instanceof ConnectException) {
      String peer = proxy.map(address -> "the proxy " + address).orElse(host);
      String problem = hasCause(e, UnresolvedAddressException.class)
          ? peer + " has an unknown host name"
          : peer + " refused the connection";
      return new XrayTransportException(failure(request, problem, e).notSent().repeatable());
    }
    return new XrayTransportException(other(request, through, e));
  }

  private static Failure other(ApiRequest request, String through, IOException e) {
    String words = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    if (e instanceof SSLHandshakeException) {
      return failure(
              request,
              "TLS failed (" + words + "); if a private authority signed, give its caFile",
              e)
          .notSent();
    }
    if (is(e, BoundedBody.TooLargeException.class) || is(e, FileBody.UnwritableException.class)) {
      return failure(request, words, e);
    }
    if (words.startsWith("Tunnel failed") || words.toLowerCase(Locale.ROOT).contains("proxy")) {
      return noTunnel(request, words, e);
    }
    if (e instanceof ProtocolException) {
      return failure(request, "not HTTP (" + words + ")", e);
    }
    return failure(request, "the connection" + through + " broke (" + words + ")", e)
        .repeatable();
  }

  /** For a proxy's 407 to the JDK's request for a tunnel, the JDK gives an answer without a body. */
  private static Failure noTunnel(ApiRequest request, String words, @Nullable Exception e) {
    String hint = words.contains("407") ? "; " + ProxyHint.TEXT : "";
    return new Failure(
            request.method(), request.uri(), "the proxy refused (" + words + ")" + hint, e)
        .notSent();
  }

  private static Failure failure(ApiRequest request, String problem, Exception cause) {
    return new Failure(request.method(), request.uri(), problem, cause);
  }

  private static boolean is(Throwable e, Class<? extends Throwable> type) {
    return type.isInstance(e) || hasCause(e, type);
  }

  private static boolean hasCause(Throwable e, Class<? extends Throwable> type) {
    for (Throwable cause = e.getCause(); cause != null; cause = cause.getCause()) {
      if (type.isInstance(cause)) {
        return true;
      }
    }
    return false;
  }
}
