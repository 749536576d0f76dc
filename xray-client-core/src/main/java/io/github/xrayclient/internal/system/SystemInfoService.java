package io.github.xrayclient.internal.system;

import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.system.ServerVersion;
import io.github.xrayclient.system.SystemInfo;
import java.util.Objects;

/** Pings Xray and reads its version by the REST API. */
public final class SystemInfoService implements SystemInfo {
  private final ApiCalls xray;

  public SystemInfoService(ApiCalls xray) {
    this.xray = Objects.requireNonNull(xray, "xray");
  }

  @Override
  public void ping() {
    xray.call("GET", "/xray/api/v1/system/ping").send();
  }

  @Override
  public ServerVersion version() {
    return xray.call("GET", "/xray/api/v1/system/version")
        .readAs(ServerVersion.class)
        .send();
  }
}
