package io.github.xrayclient.diagnostics.internal.refusal.address;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The package that a path in a repository names by the layout of its type. Immutable. */
public final class PackagePath {
  private static final Pattern MAVEN =
      Pattern.compile("(?<group>.+)/(?<artifact>[^/]+)/(?<version>[^/]+)/(?<file>[^/]+)");

  /** The paths of files by package type. Paths of metadata are left out, since they name no version. */
  private static final Map<String, Pattern> PATHS = Map.of(
      "npm",
      Pattern.compile(
          "(?<name>(?:@[^/]+/)?(?<plain>[^/]+))/-/(?:@[^/]+/)?\\k<plain>-(?<version>[^/]+)\\.tgz"),
      "pypi",
      Pattern.compile("(?:.*/)?(?<name>[^/]+?)-(?<version>\\d[^/-]*)"
          + "(?:(?:-[^/]+)?-[^/-]+-[^/-]+-[^/-]+\\.whl|\\.tar\\.gz|\\.tar\\.bz2|\\.zip|\\.tgz)"),
      "go",
      Pattern.compile("(?<name>.+)/@v/(?<version>[^/]+)\\.(?:zip|info|mod)"),
      "nuget",
      Pattern.compile("(?:.*/)?Download/(?<name>[^/]+)/(?<version>[^/]+)"),
      "gems",
      Pattern.compile("(?:.*/)?gems/(?<name>[^/]+?)-(?<version>\\d[^/-]*)(?:-[^/]+)?\\.gem"),
      "cargo",
      Pattern.compile("(?:.*/)?crates/(?<name>[^/]+)/(?<version>[^/]+)/download"),
      "docker",
      Pattern.compile("(?:v2/)?(?<name>.+)/manifests/(?<version>(?!sha256:)[^/]+)"),
      "conan",
      Pattern.compile("v2/conans/(?<name>[^/]+)/(?<version>[^/]+)/.*"),
      "huggingfaceml",
      Pattern.compile("(?:models/)?(?<name>[^/]+/[^/]+)/resolve/(?<version>[^/]+)/.+"));

  private final String name;
  private final String version;

  private PackagePath(String name, String version) {
    this.name = name;
    this.version = version;
  }

  /** Whether it is known how the paths of a type name packages. */
  public static boolean hasForm(String type) {
    String folded = type.toLowerCase(Locale.ROOT);
    return isMaven(folded) || PATHS.containsKey(folded);
  }

  private static boolean isMaven(String folded) {
    return folded.equals("maven") || folded.equals("gradle");
  }

  /**
   * Reads a path.
   *
   * @param type the type of the repository as Artifactory names it
   * @return empty if the path does not name a package and a version
   */
  public static Optional<PackagePath> read(String type, String path) {
    String folded = type.toLowerCase(Locale.ROOT);
    if (isMaven(folded)) {
      return maven(path);
    }
    Pattern form = PATHS.get(folded);
    if (form == null) {
      return Optional.empty();
    }
    Matcher found = form.matcher(path);
    if (!found.matches()) {
      return Optional.empty();
    }
    if (folded.equals("pypi")) {
      return Optional.of(new PackagePath(normalized(found.group("name")), found.group("version")));
    }
    boolean isEscaped = folded.equals("go"); // capital letters are written as !x
    String name = isEscaped ? unescaped(found.group("name")) : found.group("name");
    String version = isEscaped ? unescaped(found.group("version")) : found.group("version");
    return Optional.of(new PackagePath(name, version));
  }

  /** Reads {@code GROUP/ARTIFACT/VERSION/ARTIFACT-VERSION….EXTENSION}. */
  private static Optional<PackagePath> maven(String path) {
    Matcher found = MAVEN.matcher(path);
    if (!found.matches()) {
      return Optional.empty();
    }
    String version = found.group("version");
    String start = found.group("artifact") + "-" + version.replaceFirst("-SNAPSHOT$", "");
    return found.group("file").startsWith(start)
        ? Optional.of(new PackagePath(
            found.group("group").replace('/', '.') + ":" + found.group("artifact"), version))
        : Optional.empty();
  }

  /** The name of a Python package as indexes spell it; files have underscores, for example. */
  private static String normalized(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
  }

  private static String unescaped(String text) {
    Matcher capital = Pattern.compile("!([a-z])").matcher(text);
    return capital.replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
  }

  /** The name with its scope or group. */
  public String name() {
    return name;
  }

  public String version() {
    return version;
  }
}
