package io.github.xrayclient.diagnostics.internal.evidence.repository;

import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.diagnostics.explanation.RequestedImage;
import io.github.xrayclient.diagnostics.explanation.RequestedImage.Part;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Finds the manifests of the image to which a path in a repository of images belongs. */
final class ImagePath {
  private static final Set<String> OF_IMAGES = Set.of("docker", "oci", "helmoci");
  private static final String MANIFEST = "manifest.json";
  private static final String LIST = "list.manifest.json";

  /** A digest in the form of a request or of a stored folder or file. */
  private static final Pattern DIGEST = Pattern.compile("sha256(?::|__)([0-9a-f]{64})");

  private ImagePath() {}

  /** The image of a path; empty if the path does not belong to an image. */
  static Optional<RequestedImage> of(String path, Optional<PackageType> packageType) {
    boolean isOfImages = packageType
        .map(type -> OF_IMAGES.contains(type.wire().toLowerCase(Locale.ROOT)))
        .orElse(false);
    String inside = path.replaceAll("^/+|/+$", "");
    String file = inside.substring(inside.lastIndexOf('/') + 1);
    String folder = inside.substring(0, Math.max(0, inside.lastIndexOf('/')));
    boolean mayBeOfImages = isOfImages || packageType.isEmpty();
    Optional<RequestedImage> ofAddress = layerOfAddress(folder, file);
    if (ofAddress.isPresent()) {
      return ofAddress;
    }
    if (file.equals(MANIFEST) || file.equals(LIST)) {
      return mayBeOfImages && folder.contains("/")
          ? Optional.of(image(Part.MANIFEST, manifest(folder, file)).toBuilder()
              .name(stored(folder.substring(0, folder.lastIndexOf('/'))))
              .build())
          : Optional.empty();
    }
    if (DIGEST.matcher(file).matches()) {
      return mayBeOfImages ? Optional.of(ofDigest(folder, file)) : Optional.empty();
    }
    return isOfImages && !folder.isEmpty()
        ? Optional.of(image(Part.IMAGE, both(inside)))
        : Optional.empty();
  }

  /** The manifest that is named, and the other form that the image of a tag may have. */
  private static List<String> manifest(String folder, String file) {
    String tag = folder.substring(folder.lastIndexOf('/') + 1);
    String named = folder + "/" + file;
    return DIGEST.matcher(tag).matches()
        ? List.of(stored(folder) + "/" + file)
        : List.of(named, folder + "/" + (file.equals(LIST) ? MANIFEST : LIST));
  }

  /** A layer in the form of an address, which only registries have, and which tells no tag. */
  private static Optional<RequestedImage> layerOfAddress(String folder, String file) {
    Optional<String> name = Stream.of("/blobs", "/_uploads")
        .filter(folder::endsWith)
        .map(end -> folder.substring(0, folder.length() - end.length()))
        .findFirst();
    return DIGEST.matcher(file).matches() && file.indexOf(':') > 0
        ? name.map(text -> image(Part.LAYER, List.of()).toBuilder().name(text).build())
        : Optional.empty();
  }

  /** The image of a digest, which is that of a layer in the folder of a tag, or that of a manifest. */
  private static RequestedImage ofDigest(String folder, String file) {
    if (folder.isEmpty()) {
      return image(Part.LAYER, List.of());
    }
    String ofDigest = stored(folder + "/" + file) + "/" + MANIFEST;
    return folder.contains("/")
        ? image(Part.LAYER, List.of(folder + "/" + MANIFEST, folder + "/" + LIST, ofDigest))
        : image(Part.IMAGE, List.of(ofDigest));
  }

  private static List<String> both(String folder) {
    return List.of(folder + "/" + MANIFEST, folder + "/" + LIST);
  }

  /** A digest is stored with two underscores. */
  private static String stored(String path) {
    return DIGEST.matcher(path).replaceFirst("sha256__$1");
  }

  private static RequestedImage image(Part part, List<String> manifests) {
    return RequestedImage.builder().part(part).manifests(manifests).build();
  }
}
