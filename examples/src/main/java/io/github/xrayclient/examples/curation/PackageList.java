package io.github.xrayclient.examples.curation;

import io.github.xrayclient.examples.cli.TextInput;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads a file with one package on each line. */
public final class PackageList {
  private PackageList() {}

  /**
   * The packages of a file, or of standard input if its name is {@code -}, each once and in the
   * order of the lines. The version may be missing.
   *
   * @throws IllegalArgumentException if a line is not a package, or there are no packages; the
   *     message names the line
   */
  public static List<ListedPackage> named(String file) throws IOException {
    return read(file, false);
  }

  /** Like {@link #named}, but each package must have a version. */
  static List<ListedPackage> withVersions(String file) throws IOException {
    return read(file, true);
  }

  private static List<ListedPackage> read(String file, boolean withVersions) throws IOException {
    String source = file.equals("-") ? "standard input" : file;
    Map<String, ListedPackage> found = new LinkedHashMap<>();
    try (BufferedReader lines =
        new BufferedReader(new InputStreamReader(TextInput.open(file), StandardCharsets.UTF_8))) {
      int number = 0;
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        number++;
        String text = line.replace("\ufeff", "").strip();
        if (!text.isEmpty() && !text.startsWith("#")) {
          ListedPackage read =
              PackageLine.read(text, "line " + number + " of " + source, withVersions);
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
