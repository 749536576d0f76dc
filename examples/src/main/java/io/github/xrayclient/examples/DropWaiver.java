package io.github.xrayclient.examples;

import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.CurationPolicies;
import io.github.xrayclient.curation.LabelWaiverId;
import io.github.xrayclient.curation.PackageWaiverId;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.cli.WholeServerOptions;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Drops one waiver of a curation policy; all else of the policy stays as it is. */
@Command(name = "unwaive", description = "Drops a waiver from a curation policy.")
final class DropWaiver implements Callable<Integer> {
  @Option(names = "--policy", paramLabel = "ID", required = true, description = "The policy.")
  String policyId;

  @ArgGroup(multiplicity = "1")
  Waiver waiver;

  @Mixin
  WholeServerOptions server;

  @Mixin
  UpdateResults results;

  static final class Waiver {
    @Option(names = "--waiver", paramLabel = "ID", description = "A package waiver.")
    String packageWaiver;

    @Option(names = "--label-waiver", paramLabel = "ID", description = "A label waiver.")
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
