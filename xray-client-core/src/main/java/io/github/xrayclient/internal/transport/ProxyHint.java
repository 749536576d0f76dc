package io.github.xrayclient.internal.transport;

import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Describes the proxy of a request, which the exceptions of the JDK do not name. */
final class ProxyHint {
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
