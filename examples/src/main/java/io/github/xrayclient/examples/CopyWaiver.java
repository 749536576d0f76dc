package io.github.xrayclient.examples;

import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.CurationPolicies;
import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.CurationPolicyUpdate;
import io.github.xrayclient.curation.NewPackageWaiver;
import io.github.xrayclient.curation.PackageWaiver;
import io.github.xrayclient.curation.PackageWaiverId;
import io.github.xrayclient.curation.value.CurationPolicyId;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Copies a package waiver to another policy, which keeps all it has. */
@Command(name = "copy-waiver", description = "Copies a package waiver to another curation policy.")
final class CopyWaiver implements Callable<Integer> {
  @Option(
      names = "--from",
      paramLabel = "ID",
      required = true,
      description = "The policy that has it.")
  String from;

  @Option(names = "--waiver", paramLabel = "ID", required = true, description = "The waiver.")
  String waiverId;

  @Option(
      names = "--to",
      paramLabel = "ID",
      required = true,
      description = "The policy that gets it.")
  String to;

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
      NewPackageWaiver copy =
          NewPackageWaiver.like(waiver(policies.get(CurationPolicyId.of(from))));
      CurationPolicy target = policies.get(CurationPolicyId.of(to));
      CurationPolicyUpdate update =
          CurationPolicyUpdate.of(target).addWaiver(copy).build();
      if (dryRun) {
        results.show(update);
      } else {
        results.show(policies.update(target.id(), update));
      }
    }
    return 0;
  }

  private PackageWaiver waiver(CurationPolicy policy) {
    return policy.waivers().stream()
        .filter(waiver -> waiver.id().equals(PackageWaiverId.of(waiverId)))
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(
            "waiver " + waiverId + " is not in policy " + policy.id()));
  }
}
