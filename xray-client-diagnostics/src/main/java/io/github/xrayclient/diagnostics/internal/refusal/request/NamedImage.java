package io.github.xrayclient.diagnostics.internal.refusal.request;

import io.github.xrayclient.diagnostics.internal.refusal.address.DownloadAddress;
import io.github.xrayclient.diagnostics.internal.refusal.text.SearchableText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A reference to an image in a registry, such as {@code acme.example/docker/team/web:1.2}. Immutable. */
final class NamedImage {
  private static final String REFERENCE =
      "(?<host>localhost|(?:[a-z0-9-]+\\.)+[a-z0-9-]+|[a-z0-9.-]+(?=:[0-9]))(?<port>:[0-9]{1,5})?"
          + "/(?<name>[a-z0-9._/-]*[a-z0-9])(?<tag>:[\\w](?:[\\w.-]{0,126}[\\w-])?)?(?<digest>@sha256:[0-9a-f]{64})?";

  /** A reference behind words that announce one. */
  private static final Pattern ANNOUNCED = Pattern.compile(
      "(?:docker://|oci://|(?:\\bimage(?: name)?|\\bmanifest \\S{1,140} in|\\breference|\\bsource|\\bresolve"
          + "|\\b(?:denied|unauthorized|metadata|manifest|permissions|credentials) for|\\bmanifest|\\bsolve:|\\bpull"
          + "|\\bpulling|\\bfrom registry)[\\s:]{1,2}[\"'`\\\\]{0,2}(?:docker://)?)"
          + REFERENCE,
      Pattern.CASE_INSENSITIVE);

  /** One of these is in every line that names an image. */
  private static final List<String> WORDS = List.of(
      "docker:",
      "oci:",
      "image",
      "manifest",
      "reference",
      "source",
      "resolve",
      "denied for",
      "unauthorized for",
      "metadata for",
      "permissions for",
      "credentials for",
      "solve:",
      "pull",
      "registry");

  private static final Pattern MANIFEST = Pattern.compile(
      "manifest (?<reference>\\S{1,140}) in (?=[a-z0-9.-]+[:/])", Pattern.CASE_INSENSITIVE);

  private final String host;
  private final String name;
  private final Optional<String> version;

  private NamedImage(String host, String name, Optional<String> version) {
    this.host = host;
    this.name = name;
    this.version = version;
  }

  /** The image that a line is about; empty if it names none, or several. */
  static Optional<NamedImage> in(String line) {
    if (line.indexOf('/') < 0 || !mentionsImage(line)) {
      return Optional.empty();
    }
    List<NamedImage> found = new ArrayList<>();
    Matcher announced = ANNOUNCED.matcher(line);
    while (announced.find()) {
      found.add(of(announced));
    }
    Matcher manifest = MANIFEST.matcher(line);
    Optional<String> stated =
        manifest.find() ? Optional.of(manifest.group("reference")) : Optional.empty();
    boolean isOne =
        found.stream().map(image -> image.host + "/" + image.name).distinct().count() == 1;
    return isOne
        ? found.stream()
            .filter(image -> image.version.isPresent())
            .findFirst()
            .or(() -> Optional.of(new NamedImage(found.get(0).host, found.get(0).name, stated)))
        : Optional.empty();
  }

  private static boolean mentionsImage(String line) {
    String folded = SearchableText.fold(line);
    return WORDS.stream().anyMatch(folded::contains);
  }

  private static NamedImage of(Matcher found) {
    String port = found.group("port") == null ? "" : found.group("port");
    Optional<String> version = Optional.ofNullable(found.group("digest"))
        .or(() -> Optional.ofNullable(found.group("tag")))
        .map(text -> text.substring(1));
    return new NamedImage(found.group("host") + port, found.group("name"), version);
  }

  /** This reference, with the version of another one for the same image if this one has none. */
  NamedImage completedBy(Optional<NamedImage> other) {
    return version.isPresent()
        ? this
        : other
            .filter(image -> image.host.equals(host) && image.name.equals(name))
            .orElse(this);
  }

  /** Whether the reference names one manifest by its tag or digest. */
  boolean hasVersion() {
    return version.isPresent();
  }

  /**
   * The URL at which the registry has the manifest. If the line shows neither tag nor digest, it is
   * the part of the URL that all manifests of the image have.
   */
  String address() {
    String scheme = host.matches("(?:localhost|127\\..*)") ? "http://" : "https://";
    return scheme + host + "/v2/" + name + version.map("/manifests/"::concat).orElse("");
  }

  /** The place of the manifest in a repository, as far as the reference tells it. */
  Optional<DownloadAddress> place() {
    return DownloadAddress.ofImage(
        host + "/" + name + version.map(NamedImage::suffix).orElse(""));
  }

  private static String suffix(String version) {
    return (version.startsWith("sha256:") ? "@" : ":") + version;
  }
}
