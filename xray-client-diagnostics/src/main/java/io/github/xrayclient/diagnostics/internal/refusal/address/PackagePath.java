package io.github.xrayclient.diagnostics.internal.refusal.address;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The package that a path in a repository names by the layout of its type. Paths of documents about
 * a package, such as lists of its versions, often name no version. Immutable.
 */
public final class PackagePath {
  private static final Pattern MAVEN =
      Pattern.compile("(?<group>.+)/(?<artifact>[^/]+)/(?<version>[^/]+)/(?<file>[^/]+)");

  private static final Pattern TIMESTAMPED = Pattern.compile("[0-9]{8}\\.[0-9]{6}-[0-9]+\\b.*");

  private final String type;
  private final String name;
  private final Optional<String> version;

  PackagePath(String type, String name, Optional<String> version) {
    this.type = type;
    this.name = name;
    this.version = version;
  }

  /** Whether it is known how the paths of a type name packages. */
  public static boolean hasForm(String type) {
    String folded = type.toLowerCase(Locale.ROOT);
    return isMaven(folded) || PackageForms.isKnown(folded);
  }

  private static boolean isMaven(String folded) {
    return List.of("maven", "gradle", "ivy", "sbt").contains(folded);
  }

  /**
   * Reads a path.
   *
   * @param type the type of the repository as Artifactory names it
   * @return empty if the path does not name a package
   */
  public static Optional<PackagePath> read(String type, String path) {
    String folded = type.toLowerCase(Locale.ROOT);
    if (!UrlParts.isStorable(path)) {
      return Optional.empty();
    }
    return isMaven(folded)
        ? maven(path)
        : PackageForms.match(folded, path).map(found -> ofForm(folded, found));
  }

  /**
   * Reads a path of which neither the repository nor the type is known. Only files and requests
   * that only one package manager knows are read.
   */
  static Optional<PackagePath> readUnmistakable(String path) {
    return Optional.of(path)
        .filter(UrlParts::isStorable)
        .flatMap(PackageForms::matchUnmistakable)
        .map(found -> ofForm(found.getKey(), found.getValue()));
  }

  private static PackagePath ofForm(String type, Matcher found) {
    String name = found.group("name");
    Optional<String> version = PackageForms.version(found);
    switch (type) {
      case "pypi":
        return new PackagePath(type, PackageNames.normalized(type, name), version);
      case "go":
        return new PackagePath(
            type, PackageNames.unescapedGo(name), version.map(PackageNames::unescapedGo));
      default:
        return new PackagePath(type, name, version);
    }
  }

  /** Reads {@code GROUP/ARTIFACT/VERSION/ARTIFACT-VERSION….EXTENSION}. */
  private static Optional<PackagePath> maven(String path) {
    Matcher found = MAVEN.matcher(path);
    if (!found.matches()) {
      return Optional.empty();
    }
    String version = found.group("version");
    return isFileOf(found.group("artifact"), version, found.group("file"))
        ? Optional.of(new PackagePath(
            "maven",
            found.group("group").replace('/', '.') + ":" + found.group("artifact"),
            Optional.of(version)))
        : Optional.empty();
  }

  private static boolean isFileOf(String artifact, String version, String file) {
    if (file.startsWith(artifact + "-" + version)) {
      return true;
    }
    String start = artifact + "-" + version.replaceFirst("SNAPSHOT$", "");
    return version.endsWith("-SNAPSHOT")
        && file.startsWith(start)
        && TIMESTAMPED.matcher(file.substring(start.length())).matches();
  }

  /** The type of the package as Artifactory names the type of a repository. */
  public String type() {
    return type;
  }

  /** The name with its scope or group. */
  public String name() {
    return name;
  }

  /** The version, tag, revision or digest; empty for a document about all versions. */
  public Optional<String> version() {
    return version;
  }

  /**
   * Whether this is the package that a message names. Names and versions are compared by the rules
   * of the type: for example, Python's {@code Demo_Pkg} is {@code demo-pkg}, and NuGet's {@code
   * 1.0} is {@code 1.0.0}.
   *
   * @param otherVersion empty if the message speaks of all versions; a path without a version is
   *     one of each version
   */
  public boolean isPackage(String otherName, Optional<String> otherVersion) {
    boolean isVersion = version.isEmpty()
        || otherVersion.isEmpty()
        || PackageNames.mayBeOneVersion(type, version.get(), otherVersion.get());
    return isVersion && PackageNames.mayBeOneName(type, name, otherName);
  }

  /** Whether one is an image by its tag, and the other an image of this name by its digest. */
  boolean isTagAndDigest(PackagePath other) {
    return PackageNames.isDigest(type, version) != PackageNames.isDigest(type, other.version)
        && PackageNames.mayBeOneName(type, name, other.name);
  }

  /** Whether both are one version of one package. */
  boolean isSame(PackagePath other) {
    return version.isPresent() && other.version.isPresent() && isPackage(other.name, other.version);
  }
}
