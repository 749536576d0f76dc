package io.github.xrayclient.examples.waiver;

import io.github.xrayclient.curation.NewPackageWaiver;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options for the waiver to add. */
final class AddedWaiver {
  @Mixin
  PackageOptions packageOptions;

  @Option(
      names = "--version",
      paramLabel = "VERSION",
      description = "An exact version that the waiver covers. Repeat the option for several"
          + " versions. Default: all versions.")
  List<String> versions = List.of();

  @Option(
      names = "--justification",
      paramLabel = "TEXT",
      required = true,
      description = "The reason for the waiver, which the server stores with it.")
  String justification;

  NewPackageWaiver waiver() {
    return versions.isEmpty()
        ? NewPackageWaiver.allVersions(packageOptions.type(), packageOptions.name, justification)
        : NewPackageWaiver.versions(
            packageOptions.type(), packageOptions.name, versions, justification);
  }
}
