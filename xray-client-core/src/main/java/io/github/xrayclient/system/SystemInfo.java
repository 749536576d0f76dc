package io.github.xrayclient.system;

import io.github.xrayclient.error.XrayException;

/** Whether Xray is up, and which version it is. Needs no credentials as a rule. Thread-safe. */
public interface SystemInfo {
  /**
   * Returns if Xray answers.
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
