package io.github.xrayclient.internal.transport;

import java.net.ProxySelector;
import java.net.URI;
import java.util.Optional;

/**
 * A selector of proxies that also knows how to log in to them. The JDK's own way to log in, an
 * authenticator, would also make an exception of each 401 of the server.
 */
public abstract class ProxyLogins extends ProxySelector {
  /** The value of the header {@code Proxy-Authorization} for a URL; empty if no login is known. */
  protected abstract Optional<String> loginFor(URI uri);

  /** The login for a URL, if this selector is the one that the JDK's client uses. */
  static Optional<String> of(Optional<ProxySelector> used, URI uri) {
    return used.filter(ProxyLogins.class::isInstance)
        .flatMap(selector -> ((ProxyLogins) selector).loginFor(uri));
  }
}
