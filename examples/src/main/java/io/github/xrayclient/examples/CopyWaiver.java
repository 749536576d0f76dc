package io.github.xrayclient.examples;

import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.CurationPolicies;
import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.CurationPolicyUpdate;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.cli.WholeServerOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Copies a waiver to another policy, which keeps everything that it has. */
@Command(name = "copy-waiver", description = "Copies a waiver to another curation policy.")
final class CopyWaiver implements Callable<Integer> {
  @Option(
      names = "--from",
      paramLabel = "ID",
      required = true,
      description = "The policy that has it.")
  String from;

  @ArgGroup(multiplicity = "1")
  CopiedWaiver waiver;

  @Option(
      names = "--to",
      paramLabel = "ID",
      required = true,
      description = "The policy that gets it.")
  String to;

  @Option(
      names = "--drop-field",
      paramLabel = "NAME",
      description = {
        "Copies the waiver without this field, any number of times. Without this option, a waiver with"
            + " fields that the library does not know, an expiry perhaps, is not copied.",
      })
  String[] droppedFields = {};

  @Option(names = "--dry-run", description = "Shows what would be sent, and sends nothing.")
  boolean dryRun;

  @Mixin
  WholeServerOptions server;

  @Mixin
  UpdateResults results;

  @Override
  public Integer call() throws Exception {
    try (Server connected = server.connect()) {
      CurationPolicies policies = Curation.of(connected.xray()).policies();
      CurationPolicy source = policies.get(CurationPolicyId.of(from));
      CurationPolicyId target = CurationPolicyId.of(to);
      if (dryRun) {
        CurationPolicyUpdate.Builder update = CurationPolicyUpdate.of(policies.get(target));
        waiver.copy(source, update, droppedFields);
        results.show(update.build());
      } else {
        results.show(policies.edit(target, update -> waiver.copy(source, update, droppedFields)));
      }
    }
    return 0;
  }
}
