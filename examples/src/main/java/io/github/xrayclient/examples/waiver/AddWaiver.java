package io.github.xrayclient.examples.waiver;

import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.CurationPolicies;
import io.github.xrayclient.curation.CurationPolicyUpdate;
import io.github.xrayclient.curation.NewPackageWaiver;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.examples.cli.ExitCode;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.cli.WholeServerOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Exempts a package from a curation policy, and leaves the rest of the policy unchanged. */
@Command(
    name = "waive",
    header = "Adds a package waiver to a curation policy.",
    description =
        "Changes the policy on the server. The policy keeps its other waivers and all other"
            + " fields. Prints the waivers of the policy after the change.",
    footer = {
      "xray-examples waive --policy 11 --type npm --package left-pad \\",
      "    --justification vendored"
    },
    exitCodeList = {
      ExitCode.ON_WRITE,
    })
public final class AddWaiver implements Callable<Integer> {
  @Option(
      names = "--policy",
      paramLabel = "ID",
      required = true,
      description = "The ID of the curation policy, as listed by curation-policies.")
  String policyId;

  @Mixin
  AddedWaiver added;

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
    NewPackageWaiver waiver = added.waiver();
    try (Server connected = server.connect()) {
      CurationPolicies policies = Curation.of(connected.xray()).policies();
      CurationPolicyId id = CurationPolicyId.of(policyId);
      if (dryRun) {
        results.show(CurationPolicyUpdate.of(policies.get(id)).addWaiver(waiver).build());
      } else {
        results.show(policies.edit(id, update -> update.addWaiver(waiver)));
      }
    }
    return 0;
  }
}
