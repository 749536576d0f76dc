package io.github.xrayclient.examples.curation;

import io.github.xrayclient.examples.cli.TextInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options for which packages to check: one, or every package of a list. */
final class PackageQuestion {
  @ArgGroup(exclusive = false)
  One one;

  @Option(
      names = "--packages",
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
  List<CheckedPackage> packages() throws IOException {
    if (one != null) {
      return List.of(new CheckedPackage(one.type, one.name, one.version));
    }
    String source = list.equals("-") ? "standard input" : list;
    Map<String, CheckedPackage> found = new LinkedHashMap<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(TextInput.open(list), StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String text = line.replace("\ufeff", "").strip();
        if (!text.isEmpty() && !text.startsWith("#")) {
          CheckedPackage read = PackageLine.read(text, "line " + number + " of " + source);
          found.putIfAbsent(read.toString(), read);
        }
      }
    }
    if (found.isEmpty()) {
      throw new IllegalArgumentException(
          source + " has no packages; write one on each line, such as \"npm lodash 4.17.21\"");
    }
    return List.copyOf(found.values());
  }
}
