package io.github.xrayclient.diagnostics.internal.refusal.words;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name and the version of a package as Curation writes them: {@code NAME:VERSION}. A name may
 * contain colons itself, as those of Maven and of images on a host with a port do, and so does a
 * digest.
 */
final class PackageCoordinates {
  private static final Pattern BY_DIGEST =
      Pattern.compile("(.*?)[:@]((?:sha|md|blake)\\w{1,10}[:]\\p{XDigit}+)");
  private static final Pattern NAME = Pattern.compile("[^\\s\"'`<>{}|\\\\^$]*");

  private static final PackageCoordinates NONE = new PackageCoordinates("", "", false);

  private final String name;
  private final String version;
  private final boolean ofProgram;

  private PackageCoordinates(String name, String version, boolean ofProgram) {
    this.name = name;
    this.version = version;
    this.ofProgram = ofProgram;
  }

  /** Reads the text between {@code Package} and {@code download was blocked}. */
  static PackageCoordinates parse(String coordinates) {
    int colon = coordinates.lastIndexOf(':');
    boolean isOfProgram = Placeholder.isOfProgram(coordinates)
        || (colon > 0 && Placeholder.isOfProgram(coordinates.substring(0, colon)));
    if (isOfProgram) {
      return new PackageCoordinates("", "", true);
    }
    if (!NAME.matcher(coordinates).matches()
        || coordinates.startsWith("...")
        || Placeholder.isMasked(coordinates)) {
      return NONE; // other words, or a name of which a part was cut off or hidden
    }
    Matcher digest = BY_DIGEST.matcher(coordinates);
    if (digest.matches()) {
      return new PackageCoordinates(digest.group(1), digest.group(2), false);
    }
    boolean hasVersion = colon >= 0 && coordinates.indexOf('/', colon) < 0;
    return hasVersion
        ? new PackageCoordinates(
            coordinates.substring(0, colon), coordinates.substring(colon + 1), false)
        : new PackageCoordinates(coordinates, "", false);
  }

  static PackageCoordinates none() {
    return NONE;
  }

  Optional<String> name() {
    return Optional.of(name).filter(value -> !value.isEmpty());
  }

  Optional<String> version() {
    return Optional.of(version).filter(value -> !value.isEmpty());
  }

  /** Whether a program would put the values here, so that this is no message but a template for one. */
  boolean isOfProgram() {
    return ofProgram;
  }
}
