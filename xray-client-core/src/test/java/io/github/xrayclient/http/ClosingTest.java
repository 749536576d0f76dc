package io.github.xrayclient.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.XrayClientBuilder;
import io.github.xrayclient.auth.AccessToken;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Fault;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Calls of other threads end when their client is closed, whatever it is that they wait for. */
@Timeout(60)
class ClosingTest {
  private static final String LIST = "/xray/api/v2/policies";

  private final FakeXray fake = FakeXray.start();
  private final CountDownLatch begun = new CountDownLatch(1);

  @TempDir
  Path folder;

  @AfterEach
  void stop() {
    fake.close();
  }

  /** Where a call waits. */
  enum Place {
    SUPPLIER_OF_TOKENS,
    INTERCEPTOR,
    TRANSPORT,
    HEADERS,
    DOWNLOAD,
    RETRY
  }

  private XrayClient client(Place place) {
    XrayClientBuilder client =
        XrayClient.builder().baseUrl(fake.url()).credentials(Credentials.anonymous());
    switch (place) {
      case SUPPLIER_OF_TOKENS:
        return client
            .credentials(Credentials.refreshing(() -> AccessToken.of(never())))
            .build();
      case INTERCEPTOR:
        return client
            .addInterceptor((request, next) -> {
              never();
              return next.send(request);
            })
            .build();
      case TRANSPORT:
        return client
            .transport(new Transport() {
              @Override
              public ApiResponse send(ApiRequest request) {
                throw new IllegalStateException(never());
              }

              @Override
              public void close() {
                throw new IllegalStateException("it cannot be closed");
              }
            })
            .build();
      case HEADERS:
        fake.failNext(Fault.STALLED_HEADERS, 1);
        break;
      case DOWNLOAD:
        fake.failNext(Fault.STALLED_BODY, 1);
        break;
      default:
        fake.failNext(503, 100, "Retry-After", "30");
    }
    return client
        .addInterceptor((request, next) -> {
          begun.countDown();
          return next.send(request);
        })
        .build();
  }

  private String never() {
    begun.countDown();
    try {
      new CountDownLatch(1).await();
      return "";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @EnumSource(Place.class)
  void endsACall(Place place) throws Exception {
    XrayClient xray = client(place);
    CompletableFuture<Boolean> flag = new CompletableFuture<>();
    Thread caller = new Thread(() -> {
      try {
        ApiCall<ApiResponse> call = xray.call("GET", LIST);
        if (place == Place.DOWNLOAD) {
          call.download(folder.resolve("x"));
        } else {
          call.send();
        }
        flag.completeExceptionally(new AssertionError("there was an answer"));
      } catch (RuntimeException e) {
        flag.complete(Thread.currentThread().isInterrupted());
      }
    });
    caller.start();
    begun.await();

    try {
      xray.close();
    } catch (IllegalStateException e) {
      assertThat(place).isEqualTo(Place.TRANSPORT);
    }

    assertThat(flag.get(20, TimeUnit.SECONDS)).as("a flag that nobody set").isFalse();
    caller.join();
  }
}
