package io.github.xrayclient.diagnostics.internal.refusal.address;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Compares the names and versions of packages by the rules of their types. */
public final class PackageNames {
  private static final Pattern NUGET_VERSION =
      Pattern.compile("(?<numbers>[0-9]+(?:\\.[0-9]+)*)(?<suffix>-[^+]*)?(?:\\+.*)?");

  private static final Pattern CAPITAL = Pattern.compile("!([a-z])");

  private PackageNames() {}

  /** A name or version of Go, whose addresses write a capital letter as {@code !x}. */
  static String unescapedGo(String text) {
    return CAPITAL.matcher(text).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
  }

  /**
   * Whether two names certainly are those of one package. Only the documented rules of a type are
   * applied: names of NuGet and PyPI are compared without case, and those of PyPI with one separator
   * for all. The names of other types, such as npm, are compared exactly.
   *
   * @param type in any spelling; an empty text if it is not known
   */
  public static boolean isOneName(String type, String one, String other) {
    return exactName(type, one).equals(exactName(type, other));
  }

  private static String exactName(String type, String name) {
    switch (kind(type)) {
      case "nuget":
      case "pypi":
        return normalized(kind(type), name);
      case "go":
        return unescapedGo(name);
      default:
        return name;
    }
  }

  /**
   * Whether two texts certainly are one version: {@code 1.0} and {@code 1.0.0} of NuGet, and {@code
   * v1.0.0} and {@code 1.0.0} of Go. The versions of other types are compared exactly.
   *
   * @param type in any spelling; an empty text if it is not known
   */
  public static boolean isOneVersion(String type, String one, String other) {
    return exactVersion(type, one).equals(exactVersion(type, other));
  }

  private static String exactVersion(String type, String version) {
    switch (kind(type)) {
      case "nuget":
        return normalizedVersion("nuget", version);
      case "go":
        return unescapedGo(version).replaceFirst("^v(?=[0-9])", "");
      default:
        return version;
    }
  }

  /** Whether the versions of a type can be written in several ways. */
  public static boolean hasVersionSpellings(String type) {
    return List.of("nuget", "go").contains(kind(type));
  }

  private static String kind(String type) {
    String folded = type.toLowerCase(Locale.ROOT);
    return folded.equals("golang") ? "go" : folded;
  }

  /**
   * Whether a message and an address may name one package. Letter case does not matter, since
   * messages and addresses write names in several ways.
   */
  static boolean isSameName(String type, String one, String other) {
    return normalized(type, one).equals(normalized(type, other));
  }

  /** The name in the form in which the names of a type can be compared. */
  static String normalized(String type, String name) {
    String folded = name.toLowerCase(Locale.ROOT);
    switch (type) {
      case "pypi":
        return folded.replaceAll("[-_.]+", "-");
      case "cargo":
        return folded.replace('_', '-');
      case "go":
        return unescapedGo(folded).toLowerCase(Locale.ROOT);
      case "docker":
      case "oci":
        return folded.startsWith("library/") ? folded.substring("library/".length()) : folded;
      case "maven":
      case "gradle":
        return folded.replace('/', ':');
      case "swift":
        return folded.replace('/', '.');
      default:
        return folded;
    }
  }

  /** Whether a message and an address may name one version, which some types write in several ways. */
  static boolean isSameVersion(String type, String one, String other) {
    return normalizedVersion(type, one).equals(normalizedVersion(type, other));
  }

  private static String normalizedVersion(String type, String version) {
    String folded = version.toLowerCase(Locale.ROOT);
    switch (type) {
      case "nuget":
        return ofNuget(folded).orElse(folded);
      case "gems": // a platform may follow
        return folded.replaceFirst("-.*", "");
      case "go":
      case "composer":
        return folded.replaceFirst("^v(?=[0-9])", "");
      case "docker":
      case "oci":
      case "helmoci":
        return folded.replaceFirst("^sha256__", "sha256:");
      default:
        return folded;
    }
  }

  /** Whether the version of an image is a digest. */
  static boolean isDigest(String type, Optional<String> version) {
    return version
        .filter(text -> normalizedVersion(type, text).startsWith("sha256:"))
        .isPresent();
  }

  /** NuGet writes {@code 1.0}, {@code 1.0.0} and {@code 1.0.0.0} for one version. */
  private static Optional<String> ofNuget(String version) {
    Matcher parts = NUGET_VERSION.matcher(version);
    return parts.matches()
        ? Optional.of(parts.group("numbers").replaceFirst("(?:\\.0+)+$", "")
            + Optional.ofNullable(parts.group("suffix")).orElse(""))
        : Optional.empty();
  }
}
