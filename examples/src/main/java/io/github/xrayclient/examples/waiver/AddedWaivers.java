package io.github.xrayclient.examples.waiver;

import io.github.xrayclient.curation.NewLabelWaiver;
import io.github.xrayclient.curation.NewPackageWaiver;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.examples.curation.ListedPackage;
import io.github.xrayclient.examples.curation.PackageList;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options for what to exempt: one package, the packages of a file, or labels. */
final class AddedWaivers {
  @ArgGroup(exclusive = false)
  NamedPackage one;

  @Option(
      names = "--from-file",
      paramLabel = "FILE",
      description = "A file with one package on each line, or - for standard input.")
  String file;

  @Option(
      names = "--label",
      paramLabel = "LABEL",
      description = "A label of the catalog, all of whose packages become exempt. Repeat the option"
          + " for several labels.")
  List<String> labels = List.of();

  /**
   * The waivers of packages, one for each package.
   *
   * @throws IllegalArgumentException if a line of the file is not a package; it names the line
   */
  List<NewPackageWaiver> packages(String justification) throws IOException {
    if (one != null) {
      return List.of(waiver(one.type, one.name, one.versions, justification));
    }
    Map<List<Object>, List<ListedPackage>> byName = new LinkedHashMap<>();
    for (ListedPackage line : file == null ? List.<ListedPackage>of() : PackageList.named(file)) {
      byName
          .computeIfAbsent(
              List.of(PackageType.of(line.type), line.name), absent -> new ArrayList<>())
          .add(line);
    }
    return byName.values().stream()
        .map(lines -> waiver(lines, justification))
        .collect(Collectors.toList());
  }

  /** A waiver of all versions if one of the lines has no version. */
  private static NewPackageWaiver waiver(Collection<ListedPackage> lines, String justification) {
    ListedPackage first = lines.iterator().next();
    boolean all = lines.stream().anyMatch(line -> line.version.isEmpty());
    List<String> versions = lines.stream().map(line -> line.version).collect(Collectors.toList());
    return waiver(
        PackageType.of(first.type), first.name, all ? List.of() : versions, justification);
  }

  private static NewPackageWaiver waiver(
      PackageType type, String name, List<String> versions, String justification) {
    return versions.isEmpty()
        ? NewPackageWaiver.allVersions(type, name, justification)
        : NewPackageWaiver.versions(type, name, versions, justification);
  }

  List<NewLabelWaiver> labels(String justification) {
    return labels.stream()
        .map(label -> NewLabelWaiver.of(label, justification))
        .collect(Collectors.toList());
  }
}
