package io.github.xrayclient.diagnostics.internal.refusal.request;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/**
 * The addresses of which a log has shown so far that they were refused. A success matters only for
 * one of these, so the many other successes in a log need not be read. Not thread-safe.
 */
public final class EarlierRefusals {
  private static final int MOST = 64; // names that are looked for in every line

  private final Set<String> names = new HashSet<>();
  private boolean areTooMany;
  private boolean areHidden; // whether lines may be about one of the addresses without showing it

  /**
   * Adds an address if the status is that of a refusal.
   *
   * @param line the line with the status. If the address only follows from other words in it, so
   *     may the address of a success.
   */
  public void add(String address, int status, String line) {
    if (!RequestEvent.isRefusal(status)) {
      return;
    }
    String name = name(address);
    areHidden |= !line.contains(name);
    areTooMany |= names.size() == MOST && !names.contains(name);
    if (!areTooMany) {
      names.add(name);
    }
  }

  /** The last element of the path, or the host, which may be written with its port or without. */
  private static String name(String address) {
    return Arrays.stream(address.split("/", -1))
        .filter(element -> !element.isEmpty())
        .reduce((before, last) -> last)
        .orElse(address)
        .replaceFirst(":[0-9]+$", "");
  }

  /** Whether a line may be about one of the addresses. */
  public boolean mayBeIn(String line) {
    return areHidden || areTooMany || names.stream().anyMatch(line::contains);
  }
}
