package io.github.xrayclient.internal.settings;

import io.github.xrayclient.internal.http.Origin;
import io.github.xrayclient.internal.transport.ProxyLogins;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.net.SocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The proxies that environment variables name. For what they do not name, the JDK's system
 * properties decide. Immutable.
 */
public final class ProxyVariables extends ProxyLogins {
  private final Map<String, ProxyUrl> byScheme = new HashMap<>();
  private final NoProxy without;

  /**
   * Reads the variables. A name in lower case wins, as in curl.
   *
   * @throws IllegalArgumentException if the value of one is not the URL of a proxy; the message
   *     names the variable
   */
  public ProxyVariables(Map<String, String> variables) {
    for (String scheme : List.of("https", "http")) {
      first(variables, scheme + "_proxy", "all_proxy")
          .ifPresent(found -> byScheme.put(
              scheme, ProxyUrl.of(found, variables.getOrDefault(found, "").strip())));
    }
    this.without = new NoProxy(first(variables, "no_proxy")
        .map(found -> variables.getOrDefault(found, ""))
        .orElse(""));
  }

  /** Returns the name of the first of these variables that is set and not blank. */
  private static Optional<String> first(Map<String, String> variables, String... names) {
    List<String> spellings = new ArrayList<>();
    for (String name : names) {
      spellings.add(name);
      spellings.add(name.toUpperCase(Locale.ROOT));
    }
    return spellings.stream()
        .filter(name -> !variables.getOrDefault(name, "").isBlank())
        .findFirst();
  }

  /** The headers that are sent to the proxies. Their values are secrets. */
  public List<Map<String, String>> logins() {
    List<Map<String, String>> logins = new ArrayList<>();
    byScheme.values().stream()
        .map(proxy -> proxy.login)
        .filter(login -> !login.isEmpty())
        .forEach(logins::add);
    return logins;
  }

  @Override
  public List<Proxy> select(URI uri) {
    if (isDirect(uri)) {
      return List.of(Proxy.NO_PROXY);
    }
    ProxyUrl named = named(uri);
    if (named != null) {
      return List.of(named.proxy);
    }
    ProxySelector system = ProxySelector.getDefault();
    return system == null ? List.of(Proxy.NO_PROXY) : system.select(uri);
  }

  @Override
  protected Optional<String> loginFor(URI uri) {
    return isDirect(uri)
        ? Optional.empty()
        : Optional.ofNullable(named(uri)).map(proxy -> proxy.login.get("Proxy-Authorization"));
  }

  private @Nullable ProxyUrl named(URI uri) {
    return byScheme.get(uri.getScheme().toLowerCase(Locale.ROOT));
  }

  /** Whether a URL is reached without a proxy, as this computer always is. */
  private boolean isDirect(URI uri) {
    return Origin.isThisComputer(uri.getHost()) || without.covers(uri.getHost(), Origin.port(uri));
  }

  @Override
  public void connectFailed(URI uri, SocketAddress address, IOException failure) {
    boolean isOurs = byScheme.values().stream()
        .anyMatch(known -> ((InetSocketAddress) known.proxy.address()).equals(address));
    ProxySelector system = ProxySelector.getDefault();
    if (!isOurs && system != null) {
      system.connectFailed(uri, address, failure);
    }
  }
}
