package io.github.xrayclient.examples.waiver;

import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.CurationPolicies;
import io.github.xrayclient.curation.LabelWaiverId;
import io.github.xrayclient.curation.PackageWaiverId;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.examples.cli.ExitCode;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.cli.WholeServerOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Deletes one waiver of a curation policy, and leaves the rest of the policy unchanged. */
@Command(
    name = "unwaive",
    header = "Deletes a waiver from a curation policy.",
    description =
        "Changes the policy on the server. The policy keeps its other waivers and all other"
            + " fields. Prints the waivers of the policy after the change.",
    footer = "xray-examples unwaive --policy 11 --waiver 1",
    exitCodeList = {
      ExitCode.ON_WRITE,
    })
public final class DropWaiver implements Callable<Integer> {
  @Option(
      names = "--policy",
      paramLabel = "ID",
      required = true,
      description = "The ID of the curation policy, as listed by curation-policies.")
  String policyId;

  @ArgGroup(multiplicity = "1")
  Waiver waiver;

  @Mixin
  WholeServerOptions server;

  @Mixin
  UpdateResults results;

  static final class Waiver {
    @Option(
        names = "--waiver",
        paramLabel = "ID",
        description = "The ID of the package waiver to delete, from the field waivers of the policy"
            + " in curation-policies --format json.")
    String packageWaiver;

    @Option(
        names = "--label-waiver",
        paramLabel = "ID",
        description =
            "The ID of the label waiver to delete, from the field label_waivers. A package waiver"
                + " may have the same ID.")
    String labelWaiver;
  }

  @Override
  public Integer call() throws Exception {
    try (Server connected = server.connect()) {
      CurationPolicies policies = Curation.of(connected.xray()).policies();
      results.show(policies.edit(CurationPolicyId.of(policyId), update -> {
        if (waiver.packageWaiver != null) {
          update.dropWaiver(PackageWaiverId.of(waiver.packageWaiver));
        } else {
          update.dropLabelWaiver(LabelWaiverId.of(waiver.labelWaiver));
        }
      }));
    }
    return 0;
  }
}
