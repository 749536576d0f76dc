package io.github.xrayclient.diagnostics.internal.refusal.address;

import java.util.Optional;

/**
 * The path of the manifest of an image. The manifest of a tag has one of two file names: {@code
 * manifest.json}, or {@code list.manifest.json} for several platforms. A request for the tag does
 * not tell which one the server stores.
 */
public final class ManifestPath {
  private static final String ONE_PLATFORM = "manifest.json";
  private static final String SEVERAL_PLATFORMS = "list.manifest.json";

  private ManifestPath() {}

  /** Whether a path is that of a manifest in the folder of an image. */
  public static boolean isManifest(String path) {
    return folder(path).isPresent();
  }

  /** The folder of a manifest, which is that of a tag or digest; empty for another path. */
  public static Optional<String> folder(String path) {
    int end = path.lastIndexOf('/');
    String file = path.substring(end + 1);
    return end > 0 && (file.equals(ONE_PLATFORM) || file.equals(SEVERAL_PLATFORMS))
        ? Optional.of(path.substring(0, end))
        : Optional.empty();
  }

  /** The form in which paths are compared: both manifests of a tag have the same one. */
  public static String normal(String path) {
    int file = path.lastIndexOf('/') + 1;
    return path.substring(file).equals(SEVERAL_PLATFORMS)
        ? path.substring(0, file) + ONE_PLATFORM
        : path;
  }
}
