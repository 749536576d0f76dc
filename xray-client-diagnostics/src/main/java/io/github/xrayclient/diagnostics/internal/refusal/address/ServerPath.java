package io.github.xrayclient.diagnostics.internal.refusal.address;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Reads what follows the base of Artifactory in an address: {@code api/TYPE/REPOSITORY/…}, {@code
 * REPOSITORY/PATH} and the forms of the user interface. The path's elements still have their
 * escapes.
 */
final class ServerPath {
  /**
   * The types that stand behind {@code api/} and before a repository. Everything else behind {@code
   * api/} is a part of the REST API.
   */
  private static final Set<String> TYPES = Set.of(
      "alpine",
      "ansible",
      "bower",
      "cargo",
      "chef",
      "composer",
      "conan",
      "conda",
      "cran",
      "docker",
      "gems",
      "go",
      "helm",
      "helmoci",
      "hex",
      "huggingfaceml",
      "lfs",
      "machinelearning",
      "nimmodel",
      "npm",
      "nuget",
      "oci",
      "opkg",
      "pods",
      "pub",
      "puppet",
      "pypi",
      "swift",
      "terraform",
      "vagrant",
      "vcs");

  /** The versions of NuGet's protocol, which stand before the repository. */
  private static final Set<String> NUGET_VERSIONS = Set.of("v2", "v3");

  /** Elements of the protocols of types, which some documents put before the repository. */
  private static final Set<String> PROTOCOL = Set.of(
      "branches",
      "downloadBranch",
      "downloadCommit",
      "downloadRelease",
      "downloadTag",
      "modules",
      "providers",
      "reindex",
      "tags");

  private static final List<String> AUDIT = List.of("api", "curation", "audit");

  private final List<String> elements;
  private final boolean endsWithSlash;

  ServerPath(List<String> elements, boolean endsWithSlash) {
    this.elements = elements;
    this.endsWithSlash = endsWithSlash;
  }

  /** Reads the path below the base of Artifactory. */
  Location location() {
    ServerPath path = withoutAudit();
    switch (path.element(0)) {
      case "api":
        return path.ofApi();
      case "git":
        return path.ofGit();
      case "list":
      case "simple":
        return path.from(1).plain();
      case "v2":
        return RegistryPath.ofCertainServer(path.elements);
      default:
        return path.plain();
    }
  }

  /** Whether the path begins with {@code api/} and a type, which shows that the server is Artifactory. */
  boolean isApiOfType() {
    ServerPath path = withoutAudit();
    boolean isPlainAudit =
        path.elements.size() < elements.size() && !path.element(0).equals("api");
    return isPlainAudit || (path.element(0).equals("api") && path.typeLength() > 0);
  }

  /** Reads a link of the user interface: {@code native/REPOSITORY/…} or {@code repos/tree/TAB/…}. */
  Location ofUserInterface() {
    if (element(1).equals("native")) {
      return from(2).plain();
    }
    return element(1).equals("repos") && element(2).equals("tree")
        ? from(4).plain()
        : Location.UNKNOWN;
  }

  private ServerPath withoutAudit() {
    boolean isAudit =
        elements.size() > AUDIT.size() && elements.subList(0, AUDIT.size()).equals(AUDIT);
    return isAudit ? from(AUDIT.size()) : this;
  }

  private Location ofApi() {
    if (element(1).equals("storage")) {
      return from(2).plain();
    }
    int length = typeLength();
    return length == 0 ? Location.UNKNOWN : from(1 + length).ofType(type());
  }

  private String type() {
    return element(1).equals("v3") ? "nuget" : element(1);
  }

  /** The number of the elements that name the type; 0 if they name none. */
  private int typeLength() {
    boolean isVersionFirst = element(1).equals("v3") && element(2).equals("nuget");
    boolean isVersionLast = element(1).equals("nuget") && NUGET_VERSIONS.contains(element(2));
    if (isVersionFirst || isVersionLast) {
      return 2;
    }
    return TYPES.contains(element(1)) ? 1 : 0;
  }

  /** Reads {@code git/REPOSITORY.git}, the index of Cargo. */
  private Location ofGit() {
    String name = element(1);
    String key = name.endsWith(".git") ? name.substring(0, name.length() - 4) : "";
    return RepositoryKey.isPossible(key)
        ? new Location(Optional.of("cargo"), Optional.of(key), Optional.empty())
        : Location.UNKNOWN;
  }

  private Location ofType(String type) {
    Optional<String> key = key().filter(word -> !PROTOCOL.contains(word));
    return key.isEmpty()
        ? Location.UNKNOWN
        : new Location(Optional.of(type), key, from(1).decoded());
  }

  /** Reads {@code REPOSITORY/PATH}. */
  Location plain() {
    Optional<String> key = key();
    if (key.isEmpty()) {
      return Location.UNKNOWN;
    }
    boolean isImage =
        element(1).equals("v2") && RegistryPath.names(elements.subList(1, elements.size()));
    Optional<String> path = from(1).decoded();
    return isImage
        ? new Location(Optional.of("docker"), key, path)
        : new Location(Optional.empty(), key, path.map(ServerPath::withoutProperties));
  }

  /** Cuts off an entry inside an archive, and properties such as {@code ;build.name=app}. */
  private static String withoutProperties(String path) {
    int entry = path.indexOf("!/");
    return (entry < 0 ? path : path.substring(0, entry)).replaceAll(";[^/;=]+=[^/;]*", "");
  }

  /** The key; empty if it may be cut off, because nothing follows it. */
  private Optional<String> key() {
    boolean isWhole = elements.size() > 1 || endsWithSlash;
    return Optional.of(element(0)).filter(word -> isWhole && RepositoryKey.isPossible(word));
  }

  private Optional<String> decoded() {
    return UrlParts.decoded(elements);
  }

  private ServerPath from(int position) {
    int start = Math.min(position, elements.size());
    return new ServerPath(elements.subList(start, elements.size()), endsWithSlash);
  }

  private String element(int position) {
    return position < elements.size() ? elements.get(position) : "";
  }
}
