package io.github.xrayclient.examples.waiver;

import io.github.xrayclient.curation.value.PackageType;
import java.util.List;
import picocli.CommandLine.Option;

/** The options that name a package and some of its versions. */
final class NamedPackage {
  @Option(
      names = "--type",
      paramLabel = "TYPE",
      required = true,
      description = "The type of the package, such as npm or PyPI.")
  PackageType type;

  @Option(
      names = "--package",
      paramLabel = "NAME",
      required = true,
      description = "The name of the package, such as left-pad.")
  String name;

  @Option(
      names = "--version",
      paramLabel = "VERSION",
      description =
          "An exact version. Repeat the option for several versions. Default: all" + " versions.")
  List<String> versions = List.of();
}
