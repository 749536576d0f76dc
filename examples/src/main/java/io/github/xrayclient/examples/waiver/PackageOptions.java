package io.github.xrayclient.examples.waiver;

import io.github.xrayclient.curation.value.PackageType;
import picocli.CommandLine.Option;

/** The options that name a package. */
final class PackageOptions {
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
  String name;

  PackageType type() {
    return PackageType.of(type);
  }
}
