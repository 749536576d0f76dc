package io.github.xrayclient.diagnostics.internal.refusal;

import io.github.xrayclient.diagnostics.internal.refusal.address.DownloadAddress;
import io.github.xrayclient.diagnostics.internal.refusal.address.ManifestPath;
import io.github.xrayclient.diagnostics.internal.refusal.address.PackagePath;
import io.github.xrayclient.diagnostics.internal.refusal.request.RequestEvent;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Tells whether the words of a server and a refused request are about one artifact. */
final class SameArtifact {
  /** The extensions of files that only one type of packages has, with this type. */
  private static final Map<String, String> PACKAGES = Map.ofEntries(
      Map.entry("jar", "maven"),
      Map.entry("pom", "maven"),
      Map.entry("war", "maven"),
      Map.entry("tgz", "npm"),
      Map.entry("whl", "pypi"),
      Map.entry("gem", "gems"),
      Map.entry("crate", "cargo"),
      Map.entry("nupkg", "nuget"),
      Map.entry("deb", "debian"),
      Map.entry("rpm", "rpm"),
      Map.entry("apk", "alpine"),
      Map.entry("conda", "conda"));

  private SameArtifact() {}

  /** Whether the message names the artifact of the request. False if the message names none. */
  static boolean isNamed(BlockedDownload message, RequestEvent request) {
    return path(message).map(path -> isPath(path, request)).orElse(false)
        || message.curation().map(curation -> isPackage(curation, request)).orElse(false);
  }

  /** Whether the message says of which artifact it speaks. */
  static boolean isNamed(BlockedDownload message) {
    return message.path().isPresent()
        || message.curation().flatMap(CurationRefusal::packageName).isPresent();
  }

  /** Whether another answer names the artifact of a message, or the folder or package that it is in. */
  static boolean isNamed(BlockedDownload message, BlockedDownload answer) {
    Optional<String> path = path(message);
    boolean isPath = path.isPresent() && path.equals(path(answer));
    return isPath
        || path.map(SameArtifact::folder).filter(name -> isIn(answer, name)).isPresent()
        || message
            .curation()
            .flatMap(CurationRefusal::packageName)
            .filter(name -> isIn(answer, name))
            .isPresent();
  }

  /** Whether an answer has a name that is no part of a longer one. */
  private static boolean isIn(BlockedDownload answer, String name) {
    String text = answer.text();
    int at = name.isEmpty() ? -1 : text.indexOf(name);
    while (at >= 0) {
      int end = at + name.length();
      boolean isWhole = (at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1)))
          && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)));
      if (isWhole) {
        return true;
      }
      at = text.indexOf(name, end);
    }
    return false;
  }

  /** The folder of a file; for the manifest of an image, the name of the image. */
  private static String folder(String path) {
    return ManifestPath.folder(path).map(SameArtifact::parent).orElseGet(() -> parent(path));
  }

  private static String parent(String path) {
    return path.substring(0, Math.max(0, path.lastIndexOf('/')));
  }

  /** Whether words and request have a file with the same name and a version in it. */
  static boolean hasName(BlockedDownload words, RequestEvent request) {
    return path(words)
        .map(SameArtifact::file)
        .filter(file -> file.chars().anyMatch(Character::isDigit))
        .filter(file -> paths(request).map(SameArtifact::file).anyMatch(file::equals))
        .isPresent();
  }

  /**
   * Whether words and request are about different artifacts of one kind. False if it is not known,
   * for example because one of them names no file.
   */
  static boolean isOther(BlockedDownload words, RequestEvent request) {
    Optional<String> requested = paths(request).map(SameArtifact::file).findFirst();
    Optional<String> named = path(words).map(SameArtifact::file);
    boolean isAboutCredentials = request.status() == 401 || request.status() == 407;
    if (words.kind().isBlock() && isAboutCredentials) {
      return true;
    }
    if (named.isPresent() && requested.isPresent()) {
      return !named.equals(requested) && areComparable(named.get(), requested.get());
    }
    return words.curation().flatMap(CurationRefusal::packageName).isPresent()
        && packageName(request).isPresent();
  }

  /**
   * The names under which a request is found. Words about it have one of these names, unless it is
   * not known how the type of the repository stores its files.
   */
  static Set<String> names(RequestEvent request) {
    Set<String> names = new LinkedHashSet<>();
    paths(request).flatMap(SameArtifact::ends).forEach(names::add);
    packageName(request).ifPresent(names::add);
    return names;
  }

  /** The names by which words find requests. */
  static Set<String> names(BlockedDownload words) {
    Set<String> names = new LinkedHashSet<>();
    path(words).stream().flatMap(SameArtifact::ends).forEach(names::add);
    words
        .curation()
        .flatMap(CurationRefusal::packageName)
        .map(SameArtifact::plain)
        .ifPresent(names::add);
    return names;
  }

  private static Optional<String> packageName(RequestEvent request) {
    return request
        .address()
        .flatMap(DownloadAddress::parse)
        .flatMap(DownloadAddress::packagePath)
        .map(PackagePath::name)
        .map(SameArtifact::plain);
  }

  private static Stream<String> paths(RequestEvent request) {
    return Stream.concat(request.path().stream(), request.address().stream())
        .map(ManifestPath::normal);
  }

  /** The path that words name, in the form in which it is compared. */
  private static Optional<String> path(BlockedDownload words) {
    return words.path().map(ManifestPath::normal);
  }

  /** The last two elements of a path, which few files share, and the last one. */
  private static Stream<String> ends(String path) {
    int folder = path.lastIndexOf('/', path.lastIndexOf('/') - 1) + 1;
    return Stream.of(path.substring(folder).toLowerCase(Locale.ROOT), file(path));
  }

  private static String file(String path) {
    return path.substring(path.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
  }

  /** Whether the files are of one kind, or each of a kind that packages of another type never have. */
  private static boolean areComparable(String file, String other) {
    String first = extension(file);
    String second = extension(other);
    return first.equals(second)
        || (PACKAGES.containsKey(first)
            && PACKAGES.containsKey(second)
            && !PACKAGES.get(first).equals(PACKAGES.get(second)));
  }

  private static String extension(String file) {
    return file.substring(file.lastIndexOf('.') + 1);
  }

  /** The last part of a package's name, without the differences that package managers overlook. */
  private static String plain(String name) {
    String last = name.substring(Math.max(name.lastIndexOf('/'), name.lastIndexOf(':')) + 1);
    return last.toLowerCase(Locale.ROOT).replaceAll("[-_.]+", "-");
  }

  private static boolean isPath(String path, RequestEvent request) {
    boolean isEnd = request
        .path()
        .map(ManifestPath::normal)
        .map(other -> endsWith(other, path) || endsWith(path, other))
        .orElse(false);
    boolean isCertain = request.path().isPresent() && !ManifestPath.isManifest(path);
    if (isEnd || isCertain) {
      return isEnd; // only a manifest may be stored under another path than that of its address
    }
    return request
            .address()
            .flatMap(DownloadAddress::parse)
            .map(address -> address.isFile(path))
            .orElse(false)
        || (request.isOfFolder() && isBelow(path, request.address().orElse("")));
  }

  /** Whether the address of a folder ends with the first folders of a path. */
  private static boolean isBelow(String path, String address) {
    int end = path.lastIndexOf('/');
    while (end > 0 && !endsWith(address, path.substring(0, end))) {
      end = path.lastIndexOf('/', end - 1);
    }
    return end > 0;
  }

  private static boolean endsWith(String whole, String end) {
    return whole.equals(end) || whole.endsWith("/" + end);
  }

  private static boolean isPackage(CurationRefusal curation, RequestEvent request) {
    Optional<DownloadAddress> requested = request.address().flatMap(DownloadAddress::parse);
    return curation
        .packageName()
        .flatMap(
            name -> requested.filter(address -> address.isPackage(name, curation.packageVersion())))
        .isPresent();
  }
}
