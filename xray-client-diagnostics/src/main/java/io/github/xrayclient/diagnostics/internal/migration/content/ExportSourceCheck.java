package io.github.xrayclient.diagnostics.internal.migration.content;

import java.nio.file.Files;
import java.nio.file.Path;

/** The server that a directory was exported from. */
public final class ExportSourceCheck {
  private ExportSourceCheck() {}

  /**
   * Refuses a directory that holds an export of another server.
   *
   * @throws MigrationFailure that names both servers
   */
  public static void check(Path directory, String source) {
    Path manifest = directory.resolve(ExportManifest.FILE);
    if (!Files.exists(manifest)) {
      return;
    }
    String earlier =
        JsonFile.read(manifest, "export into another directory").path("source").asText();
    if (!earlier.isEmpty() && !earlier.equals(source)) {
      throw new MigrationFailure(
          directory,
          "it holds an export of " + earlier + ", and this one is of " + source
              + "; export into another directory, or replace it by Snapshot.replace(..), on the"
              + " command line --replace-source",
          null);
    }
  }
}
