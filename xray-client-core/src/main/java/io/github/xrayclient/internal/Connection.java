package io.github.xrayclient.internal;

import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.http.Transport;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** One platform behind its chain of interceptors. */
public final class Connection implements ApiCalls, AutoCloseable {
  /** The largest answer that is taken: 64 MiB. */
  public static final int MAX_BYTES = 64 << 20;

  private final URI platform;
  private final Transport transport;
  private final Executor executor;

  /** Retries see every attempt of the given interceptors, which never see the credentials. */
  public Connection(
      URI platform,
      Transport transport,
      List<Interceptor> interceptors,
      Credentials credentials,
      RetryPolicy retryPolicy,
      Executor executor) {
    List<Interceptor> all = new ArrayList<>();
    all.add(new RetryInterceptor(
        retryPolicy,
        wait -> TimeUnit.NANOSECONDS.sleep(wait.toNanos()),
        () -> ThreadLocalRandom.current().nextDouble()));
    all.addAll(interceptors);
    all.add(new CredentialsInterceptor(platform, credentials));
    this.platform = platform;
    this.transport = Chain.of(all, transport);
    this.executor = executor;
  }

  /** The transport that is used when the caller brings none. */
  public static Transport jdkTransport(Supplier<HttpClient> client, Duration timeout) {
    return new JdkTransport(client, timeout, MAX_BYTES);
  }

  @Override
  public ApiCall<ApiResponse> call(String method, String path, Object... arguments) {
    URI uri = URI.create(platform + UriTemplate.path(path, arguments));
    ApiRequest request = ApiRequest.of(method, uri)
        .withHeader("Accept", "application/json")
        .withHeader("User-Agent", UserAgent.TEXT);
    return JsonCall.of(transport, executor, request);
  }

  @Override
  public void close() {
    transport.close();
  }
}
