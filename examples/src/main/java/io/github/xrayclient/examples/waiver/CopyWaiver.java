package io.github.xrayclient.examples.waiver;

import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.CurationPolicies;
import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.examples.cli.ExitCode;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.cli.WholeServerOptions;
import io.github.xrayclient.value.NameOrId;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Copies waivers to another curation policy, and leaves the rest of both policies unchanged. */
@Command(
    name = "copy-waiver",
    header = "Copies waivers from one curation policy to another.",
    description = "Changes the policy of --to on the server. This policy keeps its other waivers"
        + " and all other fields. The policy of --from is not changed. Prints the waivers of the"
        + " changed policy. What this policy exempts already is not added again, so repeating the"
        + " command changes nothing.",
    footer = "xray-examples copy-waiver --from 11 --waiver 1 --to 12 --dry-run",
    exitCodeList = ExitCode.ON_WRITE)
public final class CopyWaiver implements Callable<Integer> {
  @Option(
      names = "--from",
      paramLabel = "NAME|ID",
      required = true,
      description = "The name or the ID of the curation policy that has the waivers.")
  NameOrId from;

  @ArgGroup(multiplicity = "1")
  CopiedWaivers copied;

  @Option(
      names = "--to",
      paramLabel = "NAME|ID",
      required = true,
      description = "The name or the ID of the curation policy that gets the copies. Repeat the"
          + " option to change several policies, one after the other.")
  List<NameOrId> to;

  @Option(
      names = "--drop-field",
      paramLabel = "NAME",
      description = "Copies the waivers without this field. Repeat the option for several fields."
          + " Default: a waiver with fields that the library does not know is not copied, since one"
          + " of them may be an expiry date.")
  String[] droppedFields = {};

  @Mixin
  WholeServerOptions server;

  @Mixin
  UpdateResults results;

  @Override
  public Integer call() throws Exception {
    try (Server connected = server.connect()) {
      CurationPolicies policies = Curation.of(connected.xray()).policies();
      CurationPolicy source = policies.get(from);
      results.change(policies, to, update -> copied.copy(source, update, droppedFields));
    }
    return ExitCode.DONE;
  }
}
