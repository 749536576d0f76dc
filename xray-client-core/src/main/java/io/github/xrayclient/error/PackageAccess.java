package io.github.xrayclient.error;

import io.github.xrayclient.internal.error.ErrorAccess;
import io.github.xrayclient.internal.error.ErrorAnswer;
import io.github.xrayclient.remedy.Remedy;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The implementation of {@link ErrorAccess}, with access to the package-private parts of the
 * exceptions.
 */
final class PackageAccess extends ErrorAccess {
  PackageAccess() {}

  @Override
  public RuntimeException errorOf(ErrorAnswer answer) {
    return XrayApiException.of(answer);
  }

  @Override
  public <E extends RuntimeException> E explained(E error, String more) {
    return copy(error, more, ((XrayApiException) error).remedy().orElse(null));
  }

  @Override
  public <E extends RuntimeException> E explained(E error, String more, Remedy remedy) {
    return copy(error, more, remedy);
  }

  @SuppressWarnings("unchecked") // the status, and so the class, is the one of the argument
  private static <E extends RuntimeException> E copy(
      E error, String more, @Nullable Remedy remedy) {
    XrayApiException e = (XrayApiException) error;
    String reason =
        Stream.concat(e.messages().stream(), Stream.of(more)).collect(Collectors.joining("; "));
    XrayApiException explained =
        XrayApiException.of(new ErrorAnswer(e.method(), e.uri(), e.statusCode())
            .messages(e.messages())
            .reason(reason)
            .remedy(remedy)
            .body(e.body())
            .requestId(e.requestId())
            .retryAfter(e.retryAfter())
            .serverVersion(e.serverVersion()));
    explained.initCause(e);
    return (E) explained;
  }

  @Override
  public <E extends RuntimeException> E afterAttempts(E failure, int attempts) {
    ((XrayTransportException) failure).setAttempts(attempts);
    return failure;
  }

  @Override
  @SuppressWarnings("unchecked") // the class is final
  public <E extends RuntimeException> E ofWholeCall(E timeout) {
    XrayTimeoutException e = (XrayTimeoutException) timeout;
    return (E)
        new XrayTimeoutException(e.kind(), e.method(), e.uri(), e.problem(), e.getCause(), true);
  }
}
