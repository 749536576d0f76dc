package io.github.xrayclient.diagnostics.internal.refusal.address;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The address of a download, and what it says about the place of the file. Addresses such as {@code
 * https://host/artifactory/api/npm/REPOSITORY/…}, {@code https://host/artifactory/REPOSITORY/…} and
 * {@code https://host/v2/REPOSITORY/IMAGE/manifests/TAG} name the repository. Behind a proxy
 * without {@code /artifactory} it can only be guessed, and is then left out, unless the caller
 * passes a test for the keys of existing repositories.
 *
 * <p>No part of this class contains the user, password, query or fragment of a URL. Immutable.
 */
public final class DownloadAddress {
  /** The first elements of the paths of other servers, such as Nexus and Jenkins. */
  private static final Set<String> OTHER_SERVERS =
      Set.of("content", "job", "nexus", "repository", "service", "v2", "view");

  private static final Pattern SHA1 = Pattern.compile("[0-9a-f]{40}");

  private final String address;
  private final Location location;
  private final Optional<PackagePath> named; // by coordinates, if these name no file

  private DownloadAddress(String address, Location location, Optional<PackagePath> named) {
    this.address = address;
    this.location = location;
    this.named = named;
  }

  /**
   * Reads a URL.
   *
   * @return empty if the text does not begin with {@code http://} or {@code https://} and a host
   */
  public static Optional<DownloadAddress> parse(String url) {
    return UrlParts.of(url)
        .map(parts -> new DownloadAddress(parts.address(), certain(parts), Optional.empty()));
  }

  /**
   * Reads a URL with a test for the keys of existing repositories. It decides only where the URL
   * itself does not name the repository with certainty: then the first or second element of the
   * path is the repository, if it is an existing one, or, for images, the first element behind
   * {@code v2/} or the first label of the host.
   *
   * <p>The test is called at most twice.
   */
  public static Optional<DownloadAddress> parse(
      String url, Predicate<String> isExistingRepository) {
    return UrlParts.of(url).map(parts -> {
      Location certain = certain(parts);
      Location location = certain.repository().isPresent()
          ? certain
          : existing(parts, isExistingRepository).orElse(certain);
      return new DownloadAddress(parts.address(), location, Optional.empty());
    });
  }

  /**
   * Reads a reference to an image or a chart, such as {@code HOST/REPOSITORY/IMAGE:TAG}, {@code
   * docker://…} and {@code oci://…}. The address is then the URL of its manifest, by HTTPS.
   *
   * @return empty if the text is no reference, or names no host and so belongs to Docker Hub
   */
  public static Optional<DownloadAddress> ofImage(String reference) {
    return ImageReference.url(reference).flatMap(DownloadAddress::parse);
  }

  /**
   * Reads a reference to an image or a chart with a test for the keys of existing repositories, as
   * {@link #parse(String, Predicate)} does.
   */
  public static Optional<DownloadAddress> ofImage(
      String reference, Predicate<String> isExistingRepository) {
    return ImageReference.url(reference).flatMap(url -> parse(url, isExistingRepository));
  }

  /**
   * Reads Maven's coordinates {@code GROUP:ARTIFACT:EXTENSION[:CLASSIFIER]:VERSION} or {@code
   * GROUP:ARTIFACT/maven-metadata.xml} and the URL of the repository from which the file was to
   * come. Coordinates without extension name a package, but no file.
   *
   * @return empty if the text is no coordinates, or the URL is none of HTTP
   */
  public static Optional<DownloadAddress> ofMaven(String coordinates, String repositoryUrl) {
    Optional<PackagePath> named = MavenCoordinates.named(coordinates);
    Optional<String> path = MavenCoordinates.path(coordinates);
    if (named.isEmpty() && path.isEmpty()) {
      return Optional.empty();
    }
    return UrlParts.of(repositoryUrl).flatMap(repository -> {
      String base = repository.address().replaceFirst("/+$", "");
      return parse(base + "/" + path.orElse(""))
          .map(read ->
              new DownloadAddress(path.isPresent() ? read.address : base, read.location, named));
    });
  }

  /**
   * Reads the URL of a repository, such as {@code https://host/artifactory/api/npm/REPOSITORY/}. In
   * contrast to {@link #parse(String)}, nothing needs to follow the repository, so callers must
   * make sure that the URL is not cut off.
   */
  public static Optional<DownloadAddress> ofRepository(String url) {
    return UrlParts.of(url)
        .map(UrlParts::address)
        .flatMap(address -> parse(address.endsWith("/") ? address : address + "/")
            .map(read -> new DownloadAddress(address, read.location, Optional.empty())));
  }

  /** The URL without user and password, but with query and fragment. */
  public static String withoutCredentials(String url) {
    return UrlParts.withoutCredentials(url);
  }

  /** The text with each URL in it without user and password. */
  public static String withoutCredentialsIn(String text) {
    return UrlParts.withoutCredentialsIn(text);
  }

  /** The URL without user, password, query and fragment. Other text is returned up to these. */
  public static String plain(String url) {
    return withoutCredentials(url).replaceFirst("(?s)[?#].*", "");
  }

  /** What the URL says with certainty about the place of the file. */
  private static Location certain(UrlParts url) {
    List<String> elements = url.elements();
    RegistryHost host = new RegistryHost(url.host(), url.port());
    if (first(elements).equals("v2")) {
      return RegistryPath.of(host, elements);
    }
    if (host.isElsewhere() || isStoredFile(elements)) {
      return Location.UNKNOWN;
    }
    if (first(elements).equals("ui")) {
      return below(url, 0).ofUserInterface();
    }
    int base = elements.subList(0, Math.min(2, elements.size())).indexOf("artifactory");
    return base >= 0 ? below(url, base + 1).location() : ofApi(url);
  }

  /**
   * Whether a path ends with that of a file in Artifactory's store: a folder that is named by the
   * first two digits of a checksum, and the checksum. Artifactory redirects clients there, to any
   * host.
   */
  private static boolean isStoredFile(List<String> elements) {
    int size = elements.size();
    return size > 1
        && SHA1.matcher(elements.get(size - 1)).matches()
        && elements.get(size - 1).startsWith(elements.get(size - 2))
        && elements.get(size - 2).length() == 2;
  }

  /** Reads {@code api/TYPE/…} behind a proxy without {@code /artifactory}. */
  private static Location ofApi(UrlParts url) {
    return Stream.of(0, 1, 2)
        .filter(position -> position < url.elements().size())
        .map(position -> below(url, position))
        .filter(ServerPath::isApiOfType)
        .map(ServerPath::location)
        .findFirst()
        .orElse(Location.UNKNOWN);
  }

  private static Optional<Location> existing(UrlParts url, Predicate<String> isRepository) {
    List<String> elements = url.elements();
    if (new RegistryHost(url.host(), url.port()).isElsewhere()) {
      return Optional.empty();
    }
    Predicate<String> isKey = word -> RepositoryKey.isPossible(word) && isRepository.test(word);
    if (first(elements).equals("v2")) {
      return Optional.of(
          RegistryPath.of(new RegistryHost(url.host(), url.port()), elements, isKey));
    }
    return Stream.of(0, 1)
        .filter(position -> position + 1 < elements.size()
            && !OTHER_SERVERS.contains(first(elements))
            && isKey.test(elements.get(position)))
        .findFirst()
        .map(position -> below(url, position).plain());
  }

  private static ServerPath below(UrlParts url, int position) {
    List<String> elements = url.elements();
    return new ServerPath(elements.subList(position, elements.size()), url.endsWithSlash());
  }

  private static String first(List<String> elements) {
    return elements.isEmpty() ? "" : elements.get(0);
  }

  /** The URL without user, password, query and fragment. */
  public String address() {
    return address;
  }

  /** The key of the repository, which may be virtual; empty if it is not certain. */
  public Optional<String> repository() {
    return location.repository();
  }

  /** The type of the repository as Artifactory names it, if the address has it. */
  public Optional<String> type() {
    return location.type();
  }

  /** What follows the repository in the address, without escapes. */
  public Optional<String> path() {
    return location.path();
  }

  /**
   * The path under which the repository stores the file, and which messages of Xray name; empty if
   * it is not known, or if the address is not that of a file.
   */
  public Optional<String> storedPath() {
    return file().filter(path -> repository().isPresent());
  }

  private Optional<String> file() {
    return path().flatMap(path -> StoredPath.of(type(), path));
  }

  /**
   * The package that the address names. Where the address has no type, only forms that no other
   * type has are read.
   */
  public Optional<PackagePath> packagePath() {
    if (named.isPresent() || type().isPresent()) {
      return named.or(() -> path().flatMap(path -> PackagePath.read(type().get(), path)));
    }
    return path()
        .flatMap(path -> PackagePath.read("maven", path))
        .or(() -> UrlParts.of(address)
            .flatMap(url -> UrlParts.decoded(url.elements()))
            .flatMap(PackagePath::readUnmistakable));
  }

  /**
   * Whether the address is that of the package that a message names.
   *
   * @param version empty if the message speaks of all versions
   */
  public boolean isPackage(String name, Optional<String> version) {
    return packagePath().map(known -> known.isPackage(name, version)).orElse(false);
  }

  /** Whether the address is that of the file with a path in a repository, as messages name it. */
  public boolean isFile(String named) {
    String stored = ManifestPath.normal(named);
    Optional<String> file = file().map(ManifestPath::normal);
    if (file.isPresent()) {
      return endsWith(file.get(), stored) || endsWith(stored, file.get()) || isImage(stored);
    }
    // Where it is not known how a type stores its files, the package decides.
    return endsWith(ManifestPath.normal(address), stored)
        || path()
            .map(ManifestPath::normal)
            .filter(path -> endsWith(path, stored))
            .isPresent()
        || packagePath()
            .filter(
                own -> PackagePath.read(own.type(), stored).filter(own::isSame).isPresent())
            .isPresent();
  }

  /** Whether the stored manifest, named by its digest, may be that of the tag that was asked for. */
  private boolean isImage(String stored) {
    return packagePath()
        .flatMap(own -> PackagePath.read(own.type(), stored).filter(own::isTagAndDigest))
        .isPresent();
  }

  private static boolean endsWith(String whole, String end) {
    return whole.equals(end) || whole.endsWith("/" + end);
  }
}
