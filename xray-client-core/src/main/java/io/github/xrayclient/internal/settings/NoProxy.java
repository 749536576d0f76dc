package io.github.xrayclient.internal.settings;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The hosts of {@code NO_PROXY}, which are reached without a proxy: names with their subdomains,
 * addresses, ranges of IPv4 addresses, each with an optional port, and {@code *} for all hosts.
 * Immutable.
 */
final class NoProxy {
  private static final Pattern PORT = Pattern.compile("(\\[.*]|[^:]*):(\\d{1,5})");
  private static final Pattern RANGE =
      Pattern.compile("(\\d{1,3}\\.\\d{1,3}\\.\\d{1,3}\\.\\d{1,3})/(\\d{1,2})");

  private final List<Predicate<HostAndPort>> entries = new ArrayList<>();

  NoProxy(String list) {
    for (String entry : list.split("[,\\s]+", -1)) {
      if (!entry.isEmpty()) {
        entries.add(predicate(entry.toLowerCase(Locale.ROOT)));
      }
    }
  }

  /** Whether a host is reached without a proxy. */
  boolean covers(String host, int port) {
    HostAndPort asked = new HostAndPort(withoutBrackets(host.toLowerCase(Locale.ROOT)), port);
    return entries.stream().anyMatch(entry -> entry.test(asked));
  }

  private static Predicate<HostAndPort> predicate(String entry) {
    Matcher withPort = PORT.matcher(entry);
    if (withPort.matches()) {
      int port = Integer.parseInt(withPort.group(2));
      return ofHost(withPort.group(1)).and(asked -> asked.port == port);
    }
    return ofHost(entry);
  }

  private static Predicate<HostAndPort> ofHost(String entry) {
    if (entry.equals("*")) {
      return asked -> true;
    }
    Matcher range = RANGE.matcher(entry);
    if (range.matches() && isAddress(range.group(1)) && Integer.parseInt(range.group(2)) <= 32) {
      int ignored = 32 - Integer.parseInt(range.group(2));
      BigInteger network = number(range.group(1)).shiftRight(ignored);
      return asked ->
          isAddress(asked.host) && number(asked.host).shiftRight(ignored).equals(network);
    }
    String name = withoutBrackets(entry.replaceFirst("^\\*?\\.", ""));
    return asked -> asked.host.equals(name) || asked.host.endsWith("." + name);
  }

  private static boolean isAddress(String host) {
    return host.matches("(25[0-5]|2[0-4]\\d|1?\\d?\\d)(\\.(25[0-5]|2[0-4]\\d|1?\\d?\\d)){3}");
  }

  private static BigInteger number(String address) {
    BigInteger number = BigInteger.ZERO;
    for (String part : address.split("\\.", -1)) {
      number = number.shiftLeft(8).add(new BigInteger(part));
    }
    return number;
  }

  private static String withoutBrackets(String host) {
    return host.startsWith("[") && host.endsWith("]") ? host.substring(1, host.length() - 1) : host;
  }

  /** Where a request goes. Immutable. */
  private static final class HostAndPort {
    private final String host;
    private final int port;

    HostAndPort(String host, int port) {
      this.host = host;
      this.port = port;
    }
  }
}
