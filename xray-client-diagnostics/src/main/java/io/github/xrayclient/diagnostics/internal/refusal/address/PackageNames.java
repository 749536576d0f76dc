package io.github.xrayclient.diagnostics.internal.refusal.address;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells whether a message and an address may name one package or version. Both write names in
 * several ways, so the comparison is more generous than {@link CatalogSpelling}.
 */
final class PackageNames {
  private static final Pattern NUGET_VERSION =
      Pattern.compile("(?<numbers>[0-9]+(?:\\.[0-9]+)*)(?<suffix>-[^+]*)?(?:\\+.*)?");

  private static final Pattern CAPITAL = Pattern.compile("!([a-z])");

  private PackageNames() {}

  /** A name or version of Go, whose addresses write a capital letter as {@code !x}. */
  static String unescapedGo(String text) {
    return CAPITAL.matcher(text).replaceAll(letter -> letter.group(1).toUpperCase(Locale.ROOT));
  }

  /**
   * Whether a message and an address may name one package. Letter case does not matter, since
   * messages and addresses write names in several ways.
   */
  static boolean mayBeOneName(String type, String one, String other) {
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
  static boolean mayBeOneVersion(String type, String one, String other) {
    return normalizedVersion(type, one).equals(normalizedVersion(type, other));
  }

  /** The version in the form in which the versions of a type can be compared. */
  static String normalizedVersion(String type, String version) {
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
