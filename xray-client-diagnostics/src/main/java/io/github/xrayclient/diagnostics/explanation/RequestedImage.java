package io.github.xrayclient.diagnostics.explanation;

import io.github.xrayclient.internal.json.XrayStyle;
import java.io.Serializable;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.immutables.value.Value;

/**
 * The image to which the path of an artifact belongs. Layers are not blocked by themselves: the
 * download of an image is refused at one of its manifests.
 */
@Value.Immutable
@XrayStyle
@SuppressWarnings("serial")
public interface RequestedImage extends Serializable {
  /** What the path of the artifact names. */
  Part part();

  /** The name of the image, such as {@code library/redis}; absent if it is not known for certain. */
  Optional<String> name();

  /**
   * The paths of the manifests that were examined inside the repository, such as {@code
   * library/redis/7/manifest.json}: the manifest of the image, and the manifest list that an image
   * for several platforms has in its place. Empty if the path does not tell them.
   */
  List<String> manifests();

  /** One or two sentences for people: which manifests were examined, and why. */
  default String sentence() {
    String names =
        manifests().stream().map(each -> '"' + each + '"').collect(Collectors.joining(" and "));
    switch (part()) {
      case LAYER:
        return "The download is a layer of "
            + name().map(text -> "image \"" + text + '"').orElse("an image")
            + ". Layers are not blocked by themselves, only manifests are. "
            + (names.isEmpty()
                ? "It is not known to which manifest the layer belongs, so none was examined."
                : "The answer is about " + names + ".");
      case IMAGE:
        return "The path names an image, whose download is refused at a manifest. The answer is about "
            + names + ".";
      default:
        return "Xray blocks an image by its manifests, of a tag or a digest. The answer is about "
            + names + ".";
    }
  }

  /** A part of an image. Later versions may add constants. */
  enum Part {
    /** A manifest, or the list of the manifests of several platforms. */
    MANIFEST,
    /** A layer, or another file beside the manifest. */
    LAYER,
    /** The folder of a tag or a digest. */
    IMAGE
  }

  /** A builder that begins with these values. */
  Builder toBuilder();

  /** An empty builder. */
  static Builder builder() {
    return new Builder();
  }

  /** A builder of {@link RequestedImage} values. Not thread-safe. */
  final class Builder extends ImmutableRequestedImage.Builder {
    Builder() {} // not private: the processor would then make its own builder final
  }
}
