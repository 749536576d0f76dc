package io.github.xrayclient.examples;

import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.CurationPolicies;
import io.github.xrayclient.curation.CurationPolicyUpdate;
import io.github.xrayclient.curation.NewPackageWaiver;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.cli.WholeServerOptions;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Exempts a package from a curation policy; all else of the policy stays as it is. */
@Command(name = "waive", description = "Adds a package waiver to a curation policy.")
final class AddWaiver implements Callable<Integer> {
  @Option(names = "--policy", paramLabel = "ID", required = true, description = "The policy.")
  String policyId;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      required = true,
      description = "The package type, such as npm.")
  String type;

  @Option(names = "--package", paramLabel = "NAME", required = true, description = "The package.")
  String packageName;

  @Option(
      names = "--version",
      paramLabel = "V",
      description = "An exact version, any number of times; without one, all versions.")
  List<String> versions = List.of();

  @Option(names = "--justification", paramLabel = "TEXT", required = true, description = "Why.")
  String justification;

  @Option(names = "--dry-run", description = "Shows what would be sent, and sends nothing.")
  boolean dryRun;

  @Mixin
  WholeServerOptions server;

  @Mixin
  UpdateResults results;

  @Override
  public Integer call() throws Exception {
    PackageType packageType = PackageType.of(type);
    NewPackageWaiver waiver = versions.isEmpty()
        ? NewPackageWaiver.allVersions(packageType, packageName, justification)
        : NewPackageWaiver.versions(packageType, packageName, versions, justification);
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
