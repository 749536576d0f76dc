package io.github.xrayclient.diagnostics.internal.refusal.address;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A reference such as {@code HOST[:PORT]/NAME[:TAG][@DIGEST]}, by which tools name an image or a chart. */
final class ImageReference {
  private static final int LONGEST = 1024; // several times the longest name and tag

  private static final Pattern SCHEME = Pattern.compile("(?:[a-z][a-z0-9+.-]*:)?//");

  private static final Pattern FORM = Pattern.compile(
      "(?:[^/@]*@)?" // a user
          + "(?<host>localhost(?::[0-9]{1,5})?|\\[[0-9A-Fa-f:.]+\\](?::[0-9]{1,5})?"
          + "|[A-Za-z0-9_-]+(?:\\.[A-Za-z0-9_-]+)+(?::[0-9]{1,5})?|[A-Za-z0-9_-]+:[0-9]{1,5})"
          + "/(?<name>[A-Za-z0-9_][A-Za-z0-9._-]*(?:/[A-Za-z0-9_][A-Za-z0-9._-]*)*)"
          + "(?::(?<tag>[A-Za-z0-9_][A-Za-z0-9._-]{0,127}))?"
          + "(?:@(?<digest>[a-z0-9]+:[0-9a-fA-F]{8,}))?");

  private ImageReference() {}

  /**
   * The URL of the manifest that a tool asks for, by the digest if there is one. Without tag and
   * digest, which many messages leave out, it ends behind {@code manifests/}.
   *
   * @return empty if the text is no reference, or names no host
   */
  static Optional<String> url(String reference) {
    if (reference.length() > LONGEST) {
      return Optional.empty();
    }
    Matcher scheme = SCHEME.matcher(reference);
    String plain = scheme.lookingAt() ? reference.substring(scheme.end()) : reference;
    Matcher parts = FORM.matcher(plain);
    if (!parts.matches()) {
      return Optional.empty();
    }
    String version = Optional.ofNullable(parts.group("digest"))
        .or(() -> Optional.ofNullable(parts.group("tag")))
        .orElse("");
    return Optional.of(
        "https://" + parts.group("host") + "/v2/" + parts.group("name") + "/manifests/" + version);
  }
}
