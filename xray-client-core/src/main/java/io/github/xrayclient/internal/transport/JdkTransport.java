package io.github.xrayclient.internal.transport;

import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Transport;
import java.io.IOException;
import java.net.ProxySelector;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** Sends requests with the JDK's HTTP client, which is created when it is first needed. */
public final class JdkTransport implements Transport {
  private final ClientThreads threads = new ClientThreads();
  private final JdkClient client;
  private final Duration timeout;
  private final int maxBytes;
  private final InFlight inFlight = new InFlight();

  /**
   * @param settings configures the JDK's client before it is built
   * @param timeout the time limit of one attempt, including the body of the answer
   * @param maxBytes the largest accepted body
   */
  public JdkTransport(Consumer<HttpClient.Builder> settings, Duration timeout, int maxBytes) {
    this.client = new JdkClient(threads, settings);
    this.timeout = timeout;
    this.maxBytes = maxBytes;
  }

  @Override
  public ApiResponse send(ApiRequest request) {
    int most = maxBytes;
    boolean ignored = request.isBodyIgnored();
    return exchange(
        request,
        (status, left) -> ignored && status >= 200 && status < 300
            ? new IgnoredBody(left)
            : BoundedBody.of(status, most, left));
  }

  @Override
  public ApiResponse download(ApiRequest request, Path file) {
    int most = maxBytes;
    return exchange(
        request,
        (status, left) -> status >= 200 && status < 300
            ? new FileBody(file, left)
            : BoundedBody.of(status, most, left));
  }

  /**
   * Creates the object that reads the body of an answer with this status within the remaining
   * nanoseconds. The JDK's client keeps a reference to it. It must therefore not refer to that
   * client, which could otherwise never be garbage-collected.
   */
  private interface BodyReader {
    TimedBody of(int status, long left);
  }

  private ApiResponse exchange(ApiRequest request, BodyReader reader) {
    Duration limit = request.timeout().orElse(timeout);
    long deadline = System.nanoTime() + limit.toNanos();
    JdkFailures failures = new JdkFailures(request, limit);
    CompletableFuture<TimedBody> begun = new CompletableFuture<>();
    Interruption wait = inFlight.begin();
    ClientThreads.Exchange exchange = threads.begin();
    try {
      HttpClient http = http(failures);
      HttpRequest sent = httpRequest(request, limit, http.proxy(), failures);
      HttpResponse<TimedBody> answer = http.send(sent, head -> {
        TimedBody body = reader.of(head.statusCode(), deadline - System.nanoTime());
        begun.complete(body);
        exchange.receives(body);
        return body.receiver();
      });
      if (answer.body() == null) {
        throw failures.tunnelWithoutLogin();
      }
      ApiResponse whole =
          new ApiResponse(answer.statusCode(), answer.headers(), answer.body().bytes());
      return answer.body().isCut() ? whole.withBodyCut() : whole;
    } catch (XrayTransportException e) {
      throw e;
    } catch (InterruptedException e) {
      // Since Java 16, the JDK ends the exchange too, but later.
      begun.thenAccept(TimedBody::stop);
      if (inFlight.end(wait)) {
        throw failures.closed(e);
      }
      Thread.currentThread().interrupt();
      throw failures.interrupted(e);
    } catch (IOException | RuntimeException | InternalError e) {
      throw inFlight.end(wait) ? failures.closed(e) : failure(failures, e);
    } finally {
      exchange.end();
      inFlight.end(wait);
    }
  }

  @Override
  public void close() {
    inFlight.close();
    client.close();
  }

  private XrayTransportException failure(JdkFailures failures, Throwable e) {
    if (JdkFailures.isOutOfFiles(e)) {
      System.gc(); // frees the files of clients that were not closed, for the next attempt
    }
    return failures.exchange(e, client.known());
  }

  private HttpClient http(JdkFailures failures) throws InterruptedException {
    try {
      return client.http();
    } catch (RuntimeException | InternalError e) {
      throw failures.noClient(e);
    }
  }

  private static HttpRequest httpRequest(
      ApiRequest request, Duration limit, Optional<ProxySelector> proxies, JdkFailures failures) {
    try {
      HttpRequest.Builder builder = HttpRequest.newBuilder(request.uri()).timeout(limit);
      ProxyLogins.of(proxies, request.uri())
          .ifPresent(login -> builder.setHeader("Proxy-Authorization", login));
      request.headers().forEach(builder::header);
      Optional<byte[]> body = request.body();
      builder.method(
          request.method(),
          body.isPresent()
              ? HttpRequest.BodyPublishers.ofByteArray(body.get())
              : HttpRequest.BodyPublishers.noBody());
      return builder.build();
    } catch (RuntimeException e) {
      throw failures.unsendable(e);
    }
  }
}
