package io.github.xrayclient.internal.transport;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Describes the proxy of a request, which the exceptions of the JDK do not name. */
public final class ProxyHint {
  /** The advice if a proxy asks for a login. */
  public static final String TEXT =
      "the proxy asks for a login, or refuses the one it got; give the login in the proxy's URL to"
          + " proxyFromEnvironment(..), or set an authenticator by httpClient(..); for https, the JDK"
          + " sends a Basic login only if the JVM runs with"
          + " -Djdk.http.auth.tunneling.disabledSchemes= (empty)";

  private ProxyHint() {}

  /** Returns host and port of the proxy for a URL; empty if the client uses none. */
  static Optional<String> proxyFor(URI uri, @Nullable HttpClient client, Throwable failure) {
    try {
      return Optional.ofNullable(client)
          .flatMap(used -> used.proxy().or(() -> Optional.ofNullable(ProxySelector.getDefault())))
          .flatMap(selector -> selector.select(uri).stream().findFirst())
          .filter(proxy -> proxy.type() == Proxy.Type.HTTP)
          .map(proxy -> (InetSocketAddress) proxy.address())
          .map(address -> address.getHostString() + ":" + address.getPort());
    } catch (
        RuntimeException
            e) { // from the caller's proxy selector; the first failure is more important
      failure.addSuppressed(e);
      return Optional.empty();
    }
  }
}
