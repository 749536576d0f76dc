package io.github.xrayclient.diagnostics.internal.refusal.address;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The path of the manifest of an image. The manifest of a tag has one of two file names: {@code
 * manifest.json}, or {@code list.manifest.json} for several platforms. A request for the tag does
 * not tell which one the server stores.
 */
public final class ManifestPath {
  private static final Pattern MANIFEST =
      Pattern.compile("(?<folder>(?:.*/)?)(?:list\\.)?manifest\\.json");

  private ManifestPath() {}

  /** Whether a path is that of a manifest in the folder of an image. */
  public static boolean isOne(String path) {
    return folder(path).isPresent();
  }

  /** The folder of a manifest, which is that of a tag or digest; empty for another path. */
  public static Optional<String> folder(String path) {
    Matcher manifest = MANIFEST.matcher(path);
    return Optional.of(manifest)
        .filter(Matcher::matches)
        .map(found -> found.group("folder"))
        .filter(folder -> folder.length() > 1)
        .map(folder -> folder.substring(0, folder.length() - 1));
  }

  /** The form in which paths are compared: both manifests of a tag have the same one. */
  public static String normal(String path) {
    return MANIFEST.matcher(path).replaceFirst("${folder}manifest.json");
  }
}
