package io.github.xrayclient.examples.waiver;

import io.github.xrayclient.curation.Curation;
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

/** Deletes waivers of a curation policy, and leaves the rest of the policy unchanged. */
@Command(
    name = "unwaive",
    header = "Deletes waivers from a curation policy.",
    description =
        "Changes the policy on the server by one request. The policy keeps its other waivers and"
            + " all other fields. Prints the waivers of the policy after the change. A waiver that"
            + " the policy does not have counts as deleted already: standard error says so, and the"
            + " exit code is 0.",
    footer = {
      "xray-examples unwaive --policy no-malware --type npm --package left-pad",
      "xray-examples unwaive --policy 11 --waiver 1 --dry-run"
    },
    exitCodeList = {
      ExitCode.ON_WRITE,
    })
public final class DropWaiver implements Callable<Integer> {
  @Option(
      names = "--policy",
      paramLabel = "NAME|ID",
      required = true,
      description = "The name or the ID of the curation policy, as listed by curation-policies."
          + " Repeat the option to change several policies, one after the other.")
  List<NameOrId> policies;

  @ArgGroup(multiplicity = "1")
  DroppedWaivers dropped;

  @Option(
      names = "--drop-field",
      paramLabel = "NAME",
      description = "With --version, a waiver of several versions is replaced by a copy for the"
          + " others; the copy does not have this field. Repeat the option for several fields."
          + " Default: a waiver with fields that the library does not know is not replaced, since"
          + " one of them may be an expiry date.")
  String[] droppedFields = {};

  @Mixin
  WholeServerOptions server;

  @Mixin
  UpdateResults results;

  @Override
  public Integer call() throws Exception {
    dropped.check(policies.size());
    try (Server connected = server.connect()) {
      results.change(
          Curation.of(connected.xray()).policies(),
          policies,
          update -> dropped.drop(update, droppedFields));
    }
    return ExitCode.DONE;
  }
}
