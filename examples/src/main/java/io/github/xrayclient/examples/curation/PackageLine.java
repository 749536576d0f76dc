package io.github.xrayclient.examples.curation;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;

/** Reads a line of a list of packages: {@code npm lodash 4.17.21} or a package URL. */
final class PackageLine {
  private static final String URL = "pkg:";

  /** Types whose name in a package URL differs from the name that servers use. */
  private static final Map<String, String> TYPES =
      Map.of("golang", "go", "gem", "gems", "huggingface", "huggingfaceml");

  private final String line;
  private final String place;
  private final boolean withVersion;

  private PackageLine(String line, String place, boolean withVersion) {
    this.line = line;
    this.place = place;
    this.withVersion = withVersion;
  }

  /**
   * Reads a line.
   *
   * @param place where the line is, for messages
   * @param withVersion whether the package must have a version
   * @throws IllegalArgumentException if it is not a package
   */
  static ListedPackage read(String line, String place, boolean withVersion) {
    PackageLine text = new PackageLine(line, place, withVersion);
    ListedPackage read =
        line.regionMatches(true, 0, URL, 0, URL.length()) ? text.fromUrl() : text.fromWords();
    if (read.toString().chars().anyMatch(Character::isISOControl)) {
      throw text.wrong("a package must not have control characters");
    }
    return read;
  }

  private ListedPackage fromWords() {
    String[] words = line.split("\\s+", -1);
    if (words.length != 3 && (withVersion || words.length != 2)) {
      throw wrong("a package must be TYPE NAME " + (withVersion ? "VERSION" : "[VERSION]")
          + " or a package URL such as pkg:npm/%40acme/web@1.2.3");
    }
    return new ListedPackage(words[0], words[1], words.length == 2 ? "" : words[2]);
  }

  /** Reads {@code pkg:TYPE/NAMESPACE/NAME@VERSION?QUALIFIERS#SUBPATH}. */
  private ListedPackage fromUrl() {
    String rest = line.substring(URL.length()).replaceFirst("[?#].*", "").replaceFirst("^/+", "");
    int slash = rest.indexOf('/');
    int at = rest.lastIndexOf('@');
    boolean hasVersion = at > rest.lastIndexOf('/');
    if (slash < 1 || at == rest.length() - 1 || (withVersion && !hasVersion)) {
      throw wrong("a package URL must have a type"
          + (withVersion ? ", a name and a version" : " and a name")
          + ", such as pkg:npm/%40acme/web@1.2.3");
    }
    int end = hasVersion ? at : rest.length();
    String type = rest.substring(0, slash).toLowerCase(Locale.ROOT);
    String[] names = rest.substring(slash + 1, end).split("/");
    for (int i = 0; i < names.length; i++) {
      names[i] = decoded(names[i]);
    }
    String name = String.join(type.equals("maven") ? ":" : "/", names);
    return new ListedPackage(
        TYPES.getOrDefault(type, type), name, hasVersion ? decoded(rest.substring(at + 1)) : "");
  }

  private String decoded(String text) {
    String plain;
    try {
      plain = URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      throw wrong("a percent sign in a package URL must begin an escape such as %40");
    }
    if (plain.isBlank()) {
      throw wrong("no part of the name and of the version in a package URL may be empty");
    }
    return plain;
  }

  private IllegalArgumentException wrong(String problem) {
    return new IllegalArgumentException(place + ": " + problem + ", but was \"" + line + "\"");
  }
}
