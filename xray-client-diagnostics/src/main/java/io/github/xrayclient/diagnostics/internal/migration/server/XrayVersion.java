package io.github.xrayclient.diagnostics.internal.migration.server;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.internal.json.NonBlank;
import java.util.Optional;

/** Reads the version of Xray, which exports and journals record. */
public final class XrayVersion {
  private XrayVersion() {}

  /** The version; empty if the token has no permission to read it. */
  public static Optional<String> of(XrayClient xray) {
    try {
      return NonBlank.text(Optional.of(xray.system().version().xray().wire()));
    } catch (XrayNotFoundException | XrayForbiddenException e) {
      return Optional.empty();
    }
  }
}
