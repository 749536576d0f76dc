package io.github.xrayclient.diagnostics.internal.refusal.address;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Coordinates such as {@code GROUP:ARTIFACT:EXTENSION[:CLASSIFIER]:VERSION} and {@code
 * GROUP:ARTIFACT[:VERSION]/maven-metadata.xml}, and their path in a repository of the Maven layout.
 */
final class MavenCoordinates {
  private static final String WORD = "[A-Za-z0-9_.-]+";
  private static final String VERSION = "[A-Za-z0-9_.+-]+";

  private static final Pattern FORM = Pattern.compile("(?<group>" + WORD + "):(?<artifact>" + WORD
      + ")(?::(?<extension>" + WORD + ")(?::(?<classifier>" + WORD + "))?)?:(?<version>" + VERSION
      + ")");

  private static final Pattern METADATA = Pattern.compile("(?<group>" + WORD + ")(?::(?<artifact>"
      + WORD + ")(?::(?<version>" + VERSION + "))?)?/(?<file>maven-metadata[A-Za-z0-9_.-]*\\.xml)");

  private static final Pattern TIMESTAMP =
      Pattern.compile("(?<base>.+)-[0-9]{8}\\.[0-9]{6}-[0-9]+");

  /** The extensions of the types that are not named after them. */
  private static final Map<String, String> EXTENSIONS = Map.of(
      "bundle", "jar",
      "ejb", "jar",
      "eclipse-plugin", "jar",
      "maven-archetype", "jar",
      "maven-plugin", "jar");

  private MavenCoordinates() {}

  /** The path; empty if the text is no coordinates, or if they lack the extension. */
  static Optional<String> path(String coordinates) {
    Matcher metadata = METADATA.matcher(coordinates);
    if (metadata.matches()) {
      return Optional.of(folder(metadata) + "/" + metadata.group("file"));
    }
    Matcher parts = FORM.matcher(coordinates);
    if (!parts.matches() || parts.group("extension") == null) {
      return Optional.empty();
    }
    String extension = parts.group("extension");
    boolean isTests = extension.equals("test-jar");
    String classifier = isTests ? "tests" : parts.group("classifier");
    return Optional.of(folder(parts) + "/" + parts.group("artifact") + "-" + parts.group("version")
        + (classifier == null ? "" : "-" + classifier) + "."
        + (isTests ? "jar" : EXTENSIONS.getOrDefault(extension, extension)));
  }

  /** The package that the coordinates name; empty if the text is no coordinates. */
  static Optional<PackagePath> named(String coordinates) {
    Matcher parts = FORM.matcher(coordinates);
    return parts.matches()
        ? Optional.of(new PackagePath(
            "maven",
            parts.group("group") + ":" + parts.group("artifact"),
            Optional.of(baseVersion(parts.group("version")))))
        : Optional.empty();
  }

  private static String folder(Matcher parts) {
    String version = parts.group("version");
    String artifact = parts.group("artifact");
    return parts.group("group").replace('.', '/')
        + (artifact == null ? "" : "/" + artifact)
        + (version == null ? "" : "/" + baseVersion(version));
  }

  /** The version of a snapshot's folder, which has no timestamp. */
  private static String baseVersion(String version) {
    Matcher snapshot = TIMESTAMP.matcher(version);
    return snapshot.matches() ? snapshot.group("base") + "-SNAPSHOT" : version;
  }
}
