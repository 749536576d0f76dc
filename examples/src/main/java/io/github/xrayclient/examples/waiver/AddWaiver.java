package io.github.xrayclient.examples.waiver;

import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.NewLabelWaiver;
import io.github.xrayclient.curation.NewPackageWaiver;
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

/** Exempts packages from a curation policy, and leaves the rest of the policy unchanged. */
@Command(
    name = "waive",
    header = "Adds waivers for packages or labels to a curation policy.",
    description = {
      "Changes the policy on the server by one request. The policy keeps its other waivers and all"
          + " other fields. Prints the waivers of the policy after the change. What the policy"
          + " exempts already is not added again, so repeating the command changes nothing.",
      "In a file, each line is TYPE NAME or TYPE NAME VERSION, as in \"npm @acme/web 1.2.3\", or a"
          + " package URL, as in \"pkg:maven/com.acme/core@1.2.3\". Without a version, all versions"
          + " are exempt. Empty lines and lines that begin with # are skipped."
    },
    footer = {
      "xray-examples waive --policy no-malware --type npm --package left-pad \\",
      "    --justification vendored",
      "xray-examples waive --policy no-malware --from-file packages.txt \\",
      "    --justification \"reviewed, ACME-17\" --dry-run"
    },
    exitCodeList = {
      ExitCode.ON_WRITE,
    })
public final class AddWaiver implements Callable<Integer> {
  @Option(
      names = "--policy",
      paramLabel = "NAME|ID",
      required = true,
      description = "The name or the ID of the curation policy, as listed by curation-policies."
          + " Repeat the option to change several policies, one after the other.")
  List<NameOrId> policies;

  @ArgGroup(multiplicity = "1")
  AddedWaivers added;

  @Option(
      names = "--justification",
      paramLabel = "TEXT",
      required = true,
      description = "The reason for the waivers, which the server stores with them.")
  String justification;

  @Mixin
  WholeServerOptions server;

  @Mixin
  UpdateResults results;

  @Override
  public Integer call() throws Exception {
    server.refuseSecondUse(added.file);
    List<NewPackageWaiver> packages = added.packages(justification);
    List<NewLabelWaiver> labels = added.labels(justification);
    try (Server connected = server.connect()) {
      results.change(
          Curation.of(connected.xray()).policies(),
          policies,
          update -> update.ensureWaivers(packages).ensureLabelWaivers(labels));
    }
    return ExitCode.DONE;
  }
}
