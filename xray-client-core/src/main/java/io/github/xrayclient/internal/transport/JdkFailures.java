package io.github.xrayclient.internal.transport;

import io.github.xrayclient.error.XrayTimeoutException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.error.XrayTransportException.Kind;
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

/** Turns exceptions of the JDK's client into those of this library. */
final class JdkFailures {
  private final ApiRequest request;
  private final Duration limit;

  /**
   * @param limit the time limit of the attempt
   */
  JdkFailures(ApiRequest request, Duration limit) {
    this.request = request;
    this.limit = limit;
  }

  /** The JDK's client refuses the request, for example because of a header. */
  XrayTransportException unsendable(RuntimeException e) {
    return failure(
        Kind.NOT_SENT, "the JDK's HTTP client refuses the request (" + words(e) + ")", e);
  }

  /** The JDK's client cannot be created. */
  XrayTransportException noClient(Throwable e) {
    return failure(Kind.NOT_SENT, "the JDK's HTTP client cannot be created (" + words(e) + ")", e);
  }

  XrayTransportException interrupted(Throwable e) {
    return failure(Kind.NO_ANSWER, "the thread was interrupted while waiting for the answer", e);
  }

  XrayTransportException closed(@Nullable Throwable e) {
    return failure(Kind.NO_ANSWER, "the client was closed", e);
  }

  /** A proxy refused a tunnel with 407, for which the JDK returns an answer without a body. */
  XrayTransportException tunnelWithoutLogin() {
    return noTunnel("407", null);
  }

  /** Sending the request or receiving the answer failed. */
  XrayTransportException exchange(Throwable e, @Nullable HttpClient client) {
    Optional<String> proxy = ProxyHint.proxyFor(request.uri(), client, e);
    String host = request.uri().getRawAuthority();
    String through = proxy.map(address -> " through the proxy " + address).orElse("");
    if (e instanceof HttpConnectTimeoutException) {
      String problem = "no connection to " + host + through + " could be opened in time";
      return timeout(Kind.CONNECT_TIMEOUT, problem, e);
    }
    if (is(e, HttpTimeoutException.class)) {
      String problem = "the answer was not complete after " + limit.toMillis() + " ms" + through;
      return timeout(Kind.TIMEOUT, problem, e);
    }
    if (e instanceof ConnectException) {
      String peer = proxy.map(address -> "the proxy " + address).orElse(host);
      String problem = is(e, UnresolvedAddressException.class)
          ? "the host name of " + peer + " cannot be resolved"
          : peer + " refused the connection";
      return failure(proxy.isPresent() ? Kind.NO_PROXY : Kind.NO_CONNECTION, problem, e);
    }
    if (isOutOfFiles(e)) {
      String problem = "no connection to " + host + through + " can be opened (" + words(e)
          + "); close unused clients and files, or raise the limit of open files";
      return failure(Kind.NO_CONNECTION, problem, e);
    }
    return other(through, e);
  }

  private XrayTransportException other(String through, Throwable e) {
    String words = words(e);
    if (e instanceof SSLHandshakeException) {
      return failure(Kind.NO_TLS, "TLS failed (" + words + ")", e);
    }
    if (is(e, BoundedBody.TooLargeException.class)) {
      return failure(Kind.TOO_LARGE, words, e);
    }
    if (is(e, FileBody.UnwritableException.class)) {
      return failure(Kind.NO_ANSWER, words, e);
    }
    if (words.startsWith("Tunnel failed") || words.toLowerCase(Locale.ROOT).contains("proxy")) {
      return noTunnel(words, e);
    }
    if (e instanceof ProtocolException) {
      return failure(Kind.NO_ANSWER, "the answer is not HTTP (" + words + ")", e);
    }
    if (!(e instanceof IOException)) {
      // For example, an IllegalArgumentException if Content-Length is not a number.
      return failure(Kind.NO_ANSWER, "the JDK's HTTP client failed (" + e + ")", e);
    }
    String problem = "the connection" + through + " broke (" + words + ")";
    return failure(Kind.CONNECTION_BROKEN, problem, e);
  }

  private XrayTransportException noTunnel(String words, @Nullable Throwable e) {
    String problem = "the proxy refused the connection (" + words + ")";
    return words.contains("407")
        ? failure(
            Kind.NO_PROXY_LOGIN,
            problem + "; the proxy asks for a login, or refuses the one it got",
            e)
        : failure(Kind.NOT_SENT, problem, e);
  }

  private XrayTransportException failure(Kind kind, String problem, @Nullable Throwable cause) {
    return new XrayTransportException(kind, request.method(), request.uri(), problem, cause);
  }

  private XrayTimeoutException timeout(Kind kind, String problem, Throwable cause) {
    return new XrayTimeoutException(kind, request.method(), request.uri(), problem, cause);
  }

  /**
   * Whether no connection could be opened because of too many open files, which the JDK reports as
   * an {@link InternalError}.
   */
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
