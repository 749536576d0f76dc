package io.github.xrayclient.diagnostics.internal.refusal.answer;

import io.github.xrayclient.diagnostics.internal.refusal.address.DownloadAddress;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the names of images in a line, such as {@code HOST/REPOSITORY/IMAGE:TAG}. */
final class ImageNames {
  private static final Pattern NAME = Pattern.compile(
      "(?<![A-Za-z0-9._/:@-])(?:(?:[a-z0-9-]{1,63}\\.){1,8}[a-z0-9-]{1,63}(?::[0-9]{1,5})?"
          + "|[a-z0-9-]{1,63}:[0-9]{2,5})"
          + "(?:/[a-z0-9][a-z0-9._-]{0,127}){2,8}"
          + "(:[A-Za-z0-9_][A-Za-z0-9_.-]{0,127})?(@sha256:[0-9a-f]{64})?(?![A-Za-z0-9_@/])");

  private ImageNames() {}

  /** The first image of which the repository can be told; one with a tag or digest is preferred. */
  static Optional<DownloadAddress> in(String text) {
    Matcher name = NAME.matcher(text.replace("docker://", " ").replace("\\", " "));
    Optional<DownloadAddress> found = Optional.empty();
    while (name.find()) {
      Optional<DownloadAddress> image = DownloadAddress.ofImage(name.group())
          .filter(address -> address.repository().isPresent());
      boolean isWhole = name.group(1) != null || name.group(2) != null;
      if (image.isPresent() && isWhole) {
        return image;
      }
      found = found.or(() -> image);
    }
    return found;
  }
}
