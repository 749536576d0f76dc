package io.github.xrayclient.error;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.error.XrayTransportException.Kind;
import io.github.xrayclient.internal.error.ErrorAccess;
import io.github.xrayclient.internal.error.ErrorAnswer;
import io.github.xrayclient.internal.write.ChangedField;
import io.github.xrayclient.policy.Policy;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.net.URI;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every exception survives being written and read, as tools that run tests elsewhere do. */
class SerializationTest {
  private static final URI ADDRESS = URI.create("https://acme.example/xray/api/v1/x?a=b");

  static Stream<XrayException> exceptions() {
    IOException broken = new IOException("x", new UnresolvedAddressException());
    XrayTransportException failure =
        new XrayTransportException(Kind.NO_CONNECTION, "GET", ADDRESS, "it broke", broken);
    XrayTimeoutException timeout =
        new XrayTimeoutException(Kind.CONNECT_TIMEOUT, "GET", ADDRESS, "it broke", broken);
    Exception cause = catchThrowableOfType(
        JsonProcessingException.class,
        () -> XrayClient.jsonMapper().readValue("{\"name\":\"n\",\"rules\":[{}]}", Policy.class));
    return Stream.concat(
        IntStream.of(400, 401, 403, 404, 409, 418, 429, 500)
            .mapToObj(status -> (XrayException) ErrorAccess.get()
                .errorOf(new ErrorAnswer("PUT", ADDRESS, status)
                    .messages(List.of("a", "b"))
                    .body("the body")
                    .requestId(Optional.of("id"))
                    .retryAfter(Optional.of(Duration.ofSeconds(3))))),
        Stream.of(
            ErrorAccess.get()
                .afterAttempts(new XrayTransportException("GET", ADDRESS, "it broke", broken), 3),
            failure,
            timeout,
            ErrorAccess.get().ofWholeCall(timeout),
            new XrayReadOnlyException("PUT", ADDRESS),
            new XrayDecodeException("GET", ADDRESS, "no object", "$.a", "[]", cause),
            new XrayDecodeException("GET", ADDRESS, "no object", "$", "", null),
            new XrayReadBackException("PUT", ADDRESS, "policy \"p\"", failure),
            new XrayConcurrentChangeException(
                "PUT",
                ADDRESS,
                "it changed",
                new Object(),
                new Object(),
                List.of(new ChangedField("a", null, null)),
                null)));
  }

  private static Object copy(Object original) throws IOException, ClassNotFoundException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
      out.writeObject(original);
    }
    try (ObjectInputStream in =
        new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
      return in.readObject();
    }
  }

  @ParameterizedTest
  @MethodSource("exceptions")
  void keepsWhatAnExceptionCarries(XrayException original) throws Exception {
    XrayException copy = (XrayException) copy(original);

    assertThat(copy).hasSameClassAs(original).hasMessage(original.getMessage());
    assertThat(copy.method()).isEqualTo(original.method());
    assertThat(copy.uri()).isEqualTo(original.uri());
    if (original.getCause() != null) {
      assertThat(copy.getCause()).hasSameClassAs(original.getCause());
    }
    if (original instanceof XrayApiException) {
      XrayApiException before = (XrayApiException) original;
      XrayApiException after = (XrayApiException) copy;
      assertThat(after.statusCode()).isEqualTo(before.statusCode());
      assertThat(after.messages()).isEqualTo(before.messages());
      assertThat(after.body()).isEqualTo(before.body());
      assertThat(after.requestId()).isEqualTo(before.requestId()).isPresent();
      assertThat(after.retryAfter()).isEqualTo(before.retryAfter()).isPresent();
    }
    if (original instanceof XrayTransportException) {
      XrayTransportException before = (XrayTransportException) original;
      XrayTransportException after = (XrayTransportException) copy;
      assertThat(after.attempts()).isEqualTo(before.attempts());
      assertThat(after.isRequestSent()).isEqualTo(before.isRequestSent());
      assertThat(after.isRepeatable()).isEqualTo(before.isRepeatable());
      assertThat(after.kind()).isEqualTo(before.kind());
      assertThat(ErrorAccess.get().afterAttempts(after, 9)).hasMessageContaining("9 times");
    }
    if (original instanceof XrayDecodeException) {
      assertThat(((XrayDecodeException) copy).jsonPath())
          .isEqualTo(((XrayDecodeException) original).jsonPath());
      assertThat(((XrayDecodeException) copy).body())
          .isEqualTo(((XrayDecodeException) original).body());
    }
  }
}
