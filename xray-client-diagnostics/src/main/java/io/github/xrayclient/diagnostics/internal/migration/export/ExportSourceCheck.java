package io.github.xrayclient.diagnostics.internal.migration.export;

import io.github.xrayclient.diagnostics.internal.migration.content.JsonFile;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.internal.call.ServerAddress;
import io.github.xrayclient.remedy.Remedy;
import java.nio.file.Files;
import java.nio.file.Path;

/** Prevents an export from replacing the export of another server. */
public final class ExportSourceCheck {
  private ExportSourceCheck() {}

  /**
   * Checks that a directory contains no export of another server.
   *
   * @throws MigrationFailure if it does; the message names both servers
   */
  public static void check(Path directory, String source) {
    Path manifest = directory.resolve(ExportManifest.FILE);
    if (!Files.exists(manifest)) {
      return;
    }
    String earlier =
        JsonFile.read(manifest, "export into another directory").path("source").asText();
    if (!earlier.isEmpty() && !ServerAddress.isSame(earlier, source)) {
      throw new MigrationFailure(
          Remedy.of(
              Remedy.Kind.REPLACE_EXPORT,
              "export into another directory, or allow the replacement by Snapshot.replace(..)"),
          directory,
          "it contains an export of " + earlier + ", but the new export is of " + source);
    }
  }
}
