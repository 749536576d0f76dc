package io.github.xrayclient.examples.block;

import io.github.xrayclient.diagnostics.block.BlockIndex;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.examples.cli.ProjectServerOptions;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The option for an exported directory that answers instead of a server. */
final class ExportOption {
  @Option(
      names = "--from",
      paramLabel = "DIR",
      description =
          "Answers from a directory that was written by export, without a server: for example, to test"
              + " a change of policies before it is applied. What only a server knows, such as"
              + " violations, scan states and repositories, is not checked. Cannot be used with"
              + " --project, --demo or the options that name a server. The commands explain and"
              + " what-covers allow it only with --repo.")
  Path directory;

  boolean isGiven() {
    return directory != null;
  }

  /** Reads the directory. Refuses options of a server, which would have no effect. */
  BlockIndex read(ProjectServerOptions server) {
    server.refuseBeside("--from");
    Snapshot snapshot = Snapshot.read(directory);
    return BlockIndex.of(snapshot.policies(), snapshot.watches(), missing(snapshot));
  }

  /** Why the directory may lack policies or watches. */
  private static List<NotChecked> missing(Snapshot snapshot) {
    List<String> reasons = new ArrayList<>();
    if (!snapshot.selection().isAll()) {
      reasons.add("the export is limited to a selection: " + snapshot.selection());
    }
    snapshot.projectKey().ifPresent(key -> reasons.add("the export is limited to project " + key));
    snapshot.notRead().forEach((kind, reason) -> {
      if (kind == ObjectKind.POLICIES || kind == ObjectKind.WATCHES) {
        reasons.add(kind.directory() + " could not be exported: " + reason.text());
      }
    });
    return reasons.stream()
        .map(reason -> NotChecked.of(NotChecked.Subject.NOT_EXPORTED, reason))
        .collect(Collectors.toList());
  }
}
