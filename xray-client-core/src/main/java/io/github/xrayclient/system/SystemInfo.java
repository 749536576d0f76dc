package io.github.xrayclient.system;

import io.github.xrayclient.error.XrayException;

/**
 * Tells whether Xray is up, and which version it is. Needs no credentials as a rule. {@code
 * XrayClient.system()} returns it. Immutable and thread-safe. Later versions may add methods, so mock
 * this interface, but do not implement it.
 */
public interface SystemInfo {
  /**
   * Returns normally if Xray answers.
   *
   * @throws XrayException if it does not
   * @see "JFrog REST APIs: Ping"
   */
  void ping();

  /**
   * The version.
   *
   * @throws XrayException if the server does not say
   * @see "JFrog REST APIs: Get Version"
   */
  Version version();
}
