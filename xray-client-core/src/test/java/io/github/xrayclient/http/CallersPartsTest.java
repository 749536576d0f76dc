package io.github.xrayclient.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.XrayClientBuilder;
import io.github.xrayclient.auth.AccessToken;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayTokenException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.policy.PolicyUpdate;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.RecordedRequest;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Interceptors, transports and suppliers of tokens that break their promises. */
@Timeout(30)
class CallersPartsTest {
  private static final String VERSION = "/xray/api/v1/system/version";

  private final FakeXray fake = FakeXray.start();

  @AfterEach
  void stop() {
    fake.close();
  }

  private XrayClientBuilder client() {
    return XrayClient.builder()
        .baseUrl(fake.url())
        .credentials(Credentials.anonymous())
        .retryPolicy(RetryPolicy.none());
  }

  @SuppressWarnings("unchecked")
  private static <E extends Throwable> RuntimeException sneak(Throwable thrown) throws E {
    throw (E) thrown;
  }

  /** Gives null, also for downloads. */
  private static final class NullTransport implements Transport {
    @Override
    public ApiResponse send(ApiRequest request) {
      return null;
    }

    @Override
    public ApiResponse download(ApiRequest request, Path file) {
      return null;
    }

    @Override
    public void close() {}
  }

  @Nested
  class AnInterceptor {
    @Test
    void thatReturnsNullIsNamed(@TempDir Path folder) {
      Interceptor careless = (request, next) -> null;
      try (XrayClient xray = client().addInterceptor(careless).build()) {
        assertThatExceptionOfType(XrayTransportException.class)
            .isThrownBy(() -> xray.call("GET", VERSION).send())
            .withMessageContaining("the interceptor " + careless.getClass().getName())
            .withMessageContaining("returned null");
        assertThatExceptionOfType(XrayTransportException.class)
            .isThrownBy(() -> xray.call("GET", VERSION).download(folder.resolve("x")))
            .withMessageContaining("returned null");
      }
      assertThat(fake.requests()).isEmpty();
    }

    @Test
    void thatThrowsAnUndeclaredExceptionIsNamed() {
      IOException mine = new IOException("mine");
      try (XrayClient xray = client()
          .addInterceptor((request, next) -> {
            throw CallersPartsTest.<RuntimeException>sneak(mine);
          })
          .build()) {
        assertThatExceptionOfType(XrayTransportException.class)
            .isThrownBy(() -> xray.call("GET", VERSION).send())
            .withMessageContaining("the interceptor ")
            .withMessageContaining("threw java.io.IOException: mine")
            .withCause(mine);
      }
    }

    @Test
    void thatThrowsAnUndeclaredInterruptKeepsTheFlag() {
      try (XrayClient xray = client()
          .addInterceptor((request, next) -> {
            throw CallersPartsTest.<RuntimeException>sneak(new InterruptedException());
          })
          .build()) {
        assertThatExceptionOfType(XrayTransportException.class)
            .isThrownBy(() -> xray.call("GET", VERSION).send());
      }
      assertThat(Thread.interrupted()).as("the flag").isTrue();
    }

    @Test
    void thatThrowsEndsTheCallWithItsOwnException() {
      RuntimeException mine = new ArithmeticException("mine");
      try (XrayClient xray = client()
          .addInterceptor((request, next) -> {
            throw mine;
          })
          .build()) {
        assertThatThrownBy(() -> xray.call("GET", VERSION).send()).isSameAs(mine);
      }
    }

    @Test
    void thatGivesANullHeaderIsToldSo() {
      try (XrayClient xray = client()
          .addInterceptor((request, next) -> next.send(request.withHeader("X-Trace", null)))
          .build()) {
        assertThatExceptionOfType(NullPointerException.class)
            .isThrownBy(() -> xray.call("GET", VERSION).send())
            .withMessage("the value of header X-Trace is null");
      }
    }

    private Policy update(Interceptor afterThePut) throws IOException {
      fake.seed(
          FakeXray.Kind.POLICIES,
          "{\"name\":\"a\",\"type\":\"security\",\"description\":\"before\",\"rules\":["
              + "{\"name\":\"r\",\"priority\":1,\"criteria\":{\"min_severity\":\"High\"},\"actions\":{}}"
              + "]}");
      try (XrayClient xray = client()
          .addInterceptor((request, next) -> request.method().equals("PUT")
              ? afterThePut.intercept(request, next)
              : next.send(request))
          .build()) {
        Policy before = xray.policies().get("a");
        fake.clearRequests();
        return xray.policies()
            .update(PolicyUpdate.of(before).description("after").build())
            .value();
      }
    }

    @Test
    void thatThrowsAwayTheAnswerToAWriteDoesNotHideThatItWasDone() throws IOException {
      Policy stored = update((request, next) -> {
        next.send(request);
        return null;
      });

      assertThat(stored.description()).contains("after");
      assertThat(fake.requests()).extracting(RecordedRequest::method).containsExactly("PUT", "GET");
    }

    @Test
    void thatThrowsAfterAWriteDoesNotHideThatItWasDone() throws IOException {
      Policy stored = update((request, next) -> {
        next.send(request);
        throw new ArithmeticException("mine");
      });

      assertThat(stored.description()).contains("after");
      assertThat(fake.requests()).extracting(RecordedRequest::method).containsExactly("PUT", "GET");
    }

    @Test
    void thatThrowsBeforeAWriteEndsItAndNothingIsSentAgain() {
      RuntimeException mine = new ArithmeticException("mine");

      assertThatThrownBy(() -> update((request, next) -> {
            throw mine;
          }))
          .isSameAs(mine);

      assertThat(fake.requests()).extracting(RecordedRequest::method).containsExactly("GET");
    }
  }

  @Nested
  class ATransport {
    @Test
    void thatReturnsNullIsNamed(@TempDir Path folder) {
      try (XrayClient xray = client().transport(new NullTransport()).build()) {
        assertThatExceptionOfType(XrayTransportException.class)
            .isThrownBy(() -> xray.call("GET", VERSION).send())
            .withMessageContaining(
                "the transport " + NullTransport.class.getName() + " returned null");
        assertThatExceptionOfType(XrayTransportException.class)
            .isThrownBy(() -> xray.call("GET", VERSION).download(folder.resolve("x")))
            .withMessageContaining(
                "the transport " + NullTransport.class.getName() + " returned null");
      }
    }

    private final class Unclosable implements Transport {
      private final Throwable thrown;

      Unclosable(Throwable thrown) {
        this.thrown = thrown;
      }

      @Override
      public ApiResponse send(ApiRequest request) {
        return new ApiResponse(200, Map.of(), new byte[0]);
      }

      @Override
      public void close() {
        CallersPartsTest.<RuntimeException>sneak(thrown);
      }
    }

    @Test
    void thatFailsToCloseDoesNotKeepTheClientsThreadsAlive() throws Exception {
      RuntimeException mine = new ArithmeticException("mine");
      AtomicReference<Thread> worker = new AtomicReference<>();
      CountDownLatch blocked = new CountDownLatch(1);
      XrayClient xray = client().transport(new Unclosable(mine)).build();
      xray.call("GET", VERSION)
          .decodedBy(answer -> {
            worker.set(Thread.currentThread());
            blocked.countDown();
            try {
              new CountDownLatch(1).await();
            } catch (InterruptedException e) {
              throw new IOException(e);
            }
            return "";
          })
          .sendAsync();
      blocked.await();

      assertThatThrownBy(xray::close).isSameAs(mine);

      worker.get().join(20_000);
      assertThat(worker.get().isAlive()).isFalse();
      assertThatIllegalStateException()
          .isThrownBy(() -> xray.call("GET", VERSION).send())
          .withMessageContaining("closed");
    }

    @Test
    void thatFailsToCloseByAnUndeclaredExceptionIsNamed() {
      IOException mine = new IOException("mine");
      XrayClient xray = client().transport(new Unclosable(mine)).build();

      assertThatIllegalStateException()
          .isThrownBy(xray::close)
          .withMessageContaining("the transport " + Unclosable.class.getName())
          .withMessageContaining("mine")
          .withCause(mine);
    }
  }

  @Nested
  class ASupplierOfTokens {
    private XrayClient asking(Supplier<AccessToken> tokens) {
      return client().credentials(Credentials.refreshing(tokens)).build();
    }

    @Test
    void thatReturnsNullIsToldSoBeforeAnythingIsSent() {
      try (XrayClient xray = asking(() -> null)) {
        assertThatExceptionOfType(XrayTokenException.class)
            .isThrownBy(() -> xray.call("GET", VERSION).send())
            .withMessageContaining("the token supplier returned null");
      }
      assertThat(fake.requests()).isEmpty();
    }

    @Test
    void thatThrowsAnUndeclaredExceptionIsToldSo() {
      IOException mine = new IOException("mine");
      try (XrayClient xray = asking(() -> {
        throw CallersPartsTest.<RuntimeException>sneak(mine);
      })) {
        assertThatExceptionOfType(XrayTransportException.class)
            .isThrownBy(() -> xray.call("PUT", VERSION).send())
            .withMessageContaining("the token supplier threw java.io.IOException: mine")
            .withCause(mine)
            .satisfies(e -> assertThat(e.isRequestSent()).isFalse());
      }
    }
  }
}
