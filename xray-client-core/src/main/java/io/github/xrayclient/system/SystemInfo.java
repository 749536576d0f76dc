package io.github.xrayclient.system;

import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.http.ApiCalls;
import java.util.Objects;

/** Whether Xray is up, and which version it is. Needs no credentials as a rule. Thread-safe. */
public final class SystemInfo {
  private final ApiCalls xray;

  /** The system behind a client. */
  public SystemInfo(ApiCalls xray) {
    this.xray = Objects.requireNonNull(xray, "xray");
  }

  /**
   * Returns if Xray answers.
   *
   * @throws XrayException if it does not
   * @see "JFrog REST APIs: Ping"
   */
  public void ping() {
    xray.call("GET", "/xray/api/v1/system/ping").send();
  }

  /**
   * The version.
   *
   * @throws XrayException if the server does not say
   * @see "JFrog REST APIs: Get Version"
   */
  public Version version() {
    return xray.call("GET", "/xray/api/v1/system/version").as(Version.class).send();
  }
}
