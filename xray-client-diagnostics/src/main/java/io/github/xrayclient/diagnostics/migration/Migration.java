package io.github.xrayclient.diagnostics.migration;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.internal.Text;
import java.util.Objects;

/**
 * Moves conditions, curation policies, policies, watches and ignore rules between servers, or keeps
 * them in files. Immutable and thread-safe: each setting returns a changed copy.
 */
public final class Migration {
  private final XrayClient xray;
  private final String project;

  private Migration(XrayClient xray, String project) {
    this.xray = xray;
    this.project = project;
  }

  /** Migrations from and to the platform of this client. */
  public static Migration of(XrayClient xray) {
    return new Migration(Objects.requireNonNull(xray, "xray"), "");
  }

  /**
   * The same for one project: its policies, watches and ignore rules. Curation knows no projects.
   *
   * @throws IllegalArgumentException if the key is blank
   */
  public Migration projectKey(String key) {
    return new Migration(xray, Text.checked("projectKey", key));
  }

  /**
   * Reads the server, one list a kind. Where Curation is missing or may not be read, the snapshot
   * says so.
   *
   * @throws MigrationException if two curation policies, or two conditions, have one name
   * @throws XrayException if the server cannot be read
   */
  public Snapshot snapshot() {
    Instance instance = new InstanceReader(xray, project).readAll();
    String version = xray.system().version().version().wire();
    return Snapshot.of(xray.baseUrl().toString(), version, project, instance);
  }
}
