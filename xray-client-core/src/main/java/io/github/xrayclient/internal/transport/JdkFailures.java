package io.github.xrayclient.internal.transport;

import io.github.xrayclient.error.XrayTimeoutException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.error.XrayTransportException.Failure;
import io.github.xrayclient.http.ApiRequest;
import java.io.IOException;
import java.net.ConnectException;
import java.net.ProtocolException;
import java.net.SocketException;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import javax.net.ssl.SSLHandshakeException;
import org.jspecify.annotations.Nullable;

/** What a failure of the JDK's client means for one attempt of a request. */
final class JdkFailures {
  private final ApiRequest request;
  private final Duration limit;

  /**
   * @param limit how long the attempt was allowed to take
   */
  JdkFailures(ApiRequest request, Duration limit) {
    this.request = request;
    this.limit = limit;
  }

  /** The request cannot be written as HTTP. */
  XrayTransportException unsendable(RuntimeException e) {
    return new XrayTransportException(
        failure("the JDK's client refuses the request (" + words(e) + ")", e).notSent());
  }

  /** The client could not be made. */
  XrayTransportException noClient(Throwable e) {
    return new XrayTransportException(
        failure("the JDK's HTTP client cannot be created (" + words(e) + ")", e).notSent());
  }

  XrayTransportException interrupted(Throwable e) {
    return new XrayTransportException(failure("interrupted while waiting", e));
  }

  XrayTransportException closed(@Nullable Throwable e) {
    return new XrayTransportException(failure("the client was closed", e));
  }

  /** For a proxy's 407 to the JDK's request for a tunnel, the JDK gives an answer without a body. */
  XrayTransportException tunnelWithoutLogin() {
    return new XrayTransportException(noTunnel("407", null));
  }

  /** The exchange failed. */
  XrayTransportException exchange(Throwable e, @Nullable HttpClient client) {
    Optional<String> proxy = ProxyHint.proxyFor(request.uri(), client, e);
    String host = request.uri().getRawAuthority();
    String through = proxy.map(address -> " through the proxy " + address).orElse("");
    if (e instanceof HttpConnectTimeoutException) {
      String problem = "no connection to " + host + through + " in time";
      return new XrayTimeoutException(failure(problem, e).notSent().repeatable());
    }
    if (is(e, HttpTimeoutException.class)) {
      return new XrayTimeoutException(
          failure("not complete after " + limit.toMillis() + " ms" + through, e));
    }
    if (e instanceof ConnectException) {
      String peer = proxy.map(address -> "the proxy " + address).orElse(host);
      String problem = is(e, UnresolvedAddressException.class)
          ? peer + " has an unknown host name"
          : peer + " refused the connection";
      return new XrayTransportException(failure(problem, e).notSent().repeatable());
    }
    if (isOutOfFiles(e)) {
      String problem = "no connection to " + host + through + " can be opened (" + words(e)
          + "); close what is not used, or allow more open files";
      return new XrayTransportException(failure(problem, e).notSent().repeatable());
    }
    return new XrayTransportException(other(through, e));
  }

  private Failure other(String through, Throwable e) {
    String words = words(e);
    if (e instanceof SSLHandshakeException) {
      return failure(
              "TLS failed (" + words
                  + "); if the certificate is of a private authority, set caFile",
              e)
          .notSent();
    }
    if (is(e, BoundedBody.TooLargeException.class) || is(e, FileBody.UnwritableException.class)) {
      return failure(words, e);
    }
    if (words.startsWith("Tunnel failed") || words.toLowerCase(Locale.ROOT).contains("proxy")) {
      return noTunnel(words, e);
    }
    if (e instanceof ProtocolException) {
      return failure("not HTTP (" + words + ")", e);
    }
    if (!(e instanceof IOException)) {
      // Such as the IllegalArgumentException for a Content-Length that is no number.
      return failure("the JDK's HTTP client failed (" + e + ")", e);
    }
    return failure("the connection" + through + " broke (" + words + ")", e).repeatable();
  }

  private Failure noTunnel(String words, @Nullable Throwable e) {
    String hint = words.contains("407") ? "; " + ProxyHint.TEXT : "";
    return failure("the proxy refused (" + words + ")" + hint, e).notSent();
  }

  private Failure failure(String problem, @Nullable Throwable cause) {
    return new Failure(request.method(), request.uri(), problem, cause);
  }

  /** Whether no socket could be opened, which the JDK reports by an {@link InternalError}. */
  static boolean isOutOfFiles(Throwable e) {
    for (Throwable link = e; link != null; link = link.getCause()) {
      if (link instanceof InternalError && link.getCause() instanceof SocketException) {
        return true;
      }
    }
    return false;
  }

  private static String words(Throwable e) {
    return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
  }

  private static boolean is(Throwable e, Class<? extends Throwable> type) {
    for (Throwable link = e; link != null; link = link.getCause()) {
      if (type.isInstance(link)) {
        return true;
      }
    }
    return false;
  }
}
