package io.github.xrayclient.examples.curation;

import io.github.xrayclient.curation.NewPackageWaiver;
import io.github.xrayclient.curation.value.PackageType;
import java.util.List;
import picocli.CommandLine.Option;

/** The options for the waiver to add. */
final class AddedWaiver {
  @Option(
      names = "--type",
      paramLabel = "TYPE",
      required = true,
      description = "The type of the package, such as npm or PyPI.")
  String type;

  @Option(
      names = "--package",
      paramLabel = "NAME",
      required = true,
      description = "The name of the package, such as left-pad.")
  String packageName;

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
    PackageType packageType = PackageType.of(type);
    return versions.isEmpty()
        ? NewPackageWaiver.allVersions(packageType, packageName, justification)
        : NewPackageWaiver.versions(packageType, packageName, versions, justification);
  }
}
