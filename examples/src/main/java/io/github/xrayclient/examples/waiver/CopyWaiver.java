package io.github.xrayclient.examples.waiver;

import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.CurationPolicies;
import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.CurationPolicyUpdate;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.examples.cli.ExitCode;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.cli.WholeServerOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Copies a waiver to another curation policy, and leaves the rest of both policies unchanged. */
@Command(
    name = "copy-waiver",
    header = "Copies a waiver from one curation policy to another.",
    description = "Changes the policy of --to on the server. This policy keeps its other waivers"
        + " and all other fields. The policy of --from is not changed. Prints the waivers of the"
        + " changed policy.",
    footer = "xray-examples copy-waiver --from 11 --waiver 1 --to 12 --dry-run",
    exitCodeList = ExitCode.ON_WRITE)
public final class CopyWaiver implements Callable<Integer> {
  @Option(
      names = "--from",
      paramLabel = "ID",
      required = true,
      description = "The ID of the curation policy that has the waiver.")
  String from;

  @ArgGroup(multiplicity = "1")
  CopiedWaiver waiver;

  @Option(
      names = "--to",
      paramLabel = "ID",
      required = true,
      description = "The ID of the curation policy that gets the copy.")
  String to;

  @Option(
      names = "--drop-field",
      paramLabel = "NAME",
      description = "Copies the waiver without this field. Repeat the option for several fields."
          + " Default: a waiver with fields that the library does not know is not copied, since one"
          + " of them may be an expiry date.")
  String[] droppedFields = {};

  @Option(
      names = "--dry-run",
      description = "Shows what would change, but does not change the server. With --format"
          + " json, shows the body of the request.")
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
