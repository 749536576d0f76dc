package io.github.xrayclient.internal.transport;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What to say of a proxy, which the JDK's failures do not name. */
public final class ProxyHint {
  /** Where one wants a login. */
  public static final String TEXT =
      "the JDK sends no Basic login to a proxy for https unless the JVM runs with"
          + " -Djdk.http.auth.tunneling.disabledSchemes= (empty), beside a proxy authenticator set by"
          + " httpClient(..)";

  private ProxyHint() {}

  /** Host and port of the proxy that a client connects to in place of this address. */
  static Optional<String> proxyFor(URI uri, @Nullable HttpClient client, Throwable failure) {
    try {
      return Optional.ofNullable(client)
          .flatMap(used -> used.proxy().or(() -> Optional.ofNullable(ProxySelector.getDefault())))
          .flatMap(selector -> selector.select(uri).stream().findFirst())
          .filter(proxy -> proxy.type() == Proxy.Type.HTTP)
          .map(proxy -> (InetSocketAddress) proxy.address())
          .map(address -> address.getHostString() + ":" + address.getPort());
    } catch (RuntimeException e) { // of the caller's selector; the failure itself matters more
      failure.addSuppressed(e);
      return Optional.empty();
    }
  }
}
