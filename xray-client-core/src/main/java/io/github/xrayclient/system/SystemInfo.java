package io.github.xrayclient.system;

import io.github.xrayclient.error.XrayException;

/**
 * Checks whether Xray is up, and reads its version; returned by {@code XrayClient.system()}.
 * Servers usually answer without credentials. Immutable and thread-safe. Later versions may add
 * methods, so mock this interface, but do not implement it.
 */
public interface SystemInfo {
  /**
   * Checks with one request whether Xray answers. Returns normally if it does.
   *
   * @throws XrayException if Xray does not answer, or reports an error
   * @see "JFrog REST APIs: Ping"
   */
  void ping();

  /**
   * Reads the version of Xray with one request.
   *
   * @throws XrayException if Xray does not answer, or its answer has no version
   * @see "JFrog REST APIs: Get Version"
   */
  ServerVersion version();
}
