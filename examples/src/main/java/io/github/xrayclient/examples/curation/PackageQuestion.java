package io.github.xrayclient.examples.curation;

import java.io.IOException;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options for which packages to check: one, or every package of a list. */
final class PackageQuestion {
  @ArgGroup(exclusive = false)
  One one;

  @Option(
      names = "--from-file",
      paramLabel = "FILE",
      description = "A file with one package on each line, or - for standard input.")
  String list;

  /** The options for one package. */
  static final class One {
    @Option(
        names = "--type",
        paramLabel = "TYPE",
        required = true,
        description = "The type of the package, such as npm, pypi, maven, go or nuget.")
    String type;

    @Option(
        names = "--name",
        paramLabel = "NAME",
        required = true,
        description = "The name of the package, such as lodash, @acme/web or com.acme:core.")
    String name;

    @Option(
        names = "--version",
        paramLabel = "VERSION",
        required = true,
        description = "The exact version of the package.")
    String version;
  }

  /**
   * The packages, each once, in the order of the list.
   *
   * @throws IllegalArgumentException if a line of the list is not a package; it names the line
   */
  List<ListedPackage> packages() throws IOException {
    if (one != null) {
      return List.of(new ListedPackage(one.type, one.name, one.version));
    }
    return PackageList.withVersions(list);
  }
}
