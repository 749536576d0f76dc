package io.github.xrayclient.diagnostics.internal.refusal.address;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The address of a download, of which the repository is certain. Addresses such as {@code
 * https://host/artifactory/api/npm/REPOSITORY/…} and {@code https://host/artifactory/REPOSITORY/…} name
 * it; in an address with neither {@code /artifactory/} nor {@code /api/TYPE/} it could only be guessed.
 * Immutable.
 */
public final class DownloadAddress {
  private static final Pattern URL =
      Pattern.compile("(https?://)(?:[^/@]*@)?([^/?#]+)/([^?#]*)", Pattern.CASE_INSENSITIVE);

  private static final Set<String> TYPES = Set.of(
      "npm",
      "pypi",
      "go",
      "nuget",
      "gems",
      "cargo",
      "composer",
      "helm",
      "docker",
      "conan",
      "conda",
      "cran",
      "pods",
      "swift",
      "terraform",
      "huggingfaceml",
      "pub");

  private static final String AUDIT = "api/curation/audit/";

  private final Optional<String> type;
  private final String repository;
  private final String path;

  private DownloadAddress(Optional<String> type, String repository, String path) {
    this.type = type;
    this.repository = repository;
    this.path = path;
  }

  /** Reads an address; empty if it does not name a repository with certainty. */
  public static Optional<DownloadAddress> parse(String url) {
    Matcher parts = URL.matcher(url);
    if (!parts.lookingAt()) {
      return Optional.empty();
    }
    String all = "/" + parts.group(3);
    int base = all.indexOf("/artifactory/");
    if (base >= 0) {
      return below(all.substring(base + "/artifactory/".length()));
    }
    int api = all.indexOf("/api/");
    return api < 0 ? Optional.empty() : below(all.substring(api + 1));
  }

  /** Reads what follows the base of Artifactory. */
  private static Optional<DownloadAddress> below(String rest) {
    String plain = rest.startsWith(AUDIT) ? rest.substring(AUDIT.length()) : rest;
    if (!plain.startsWith("api/")) {
      return named(Optional.empty(), plain);
    }
    List<String> words = List.of(plain.split("/", 5));
    if (words.size() < 3) {
      return Optional.empty();
    }
    boolean versionFirst = words.get(1).equals("v3") && words.get(2).equals("nuget");
    String type = versionFirst ? "nuget" : words.get(1);
    if (type.equals("storage")) {
      return named(Optional.empty(), plain.substring("api/storage/".length()));
    }
    if (!TYPES.contains(type)) {
      return Optional.empty();
    }
    boolean hasVersion = versionFirst || (type.equals("nuget") && words.get(2).equals("v3"));
    String[] tail = plain.split("/", hasVersion ? 4 : 3);
    return named(Optional.of(type), tail[tail.length - 1]);
  }

  private static Optional<DownloadAddress> named(Optional<String> type, String repositoryAndPath) {
    int slash = repositoryAndPath.indexOf('/');
    if (slash < 1 || slash == repositoryAndPath.length() - 1) {
      return Optional.empty();
    }
    String key = repositoryAndPath.substring(0, slash);
    String path = repositoryAndPath.substring(slash + 1);
    try {
      return key.equals("null")
          ? Optional.empty()
          : Optional.of(new DownloadAddress(type, decoded(key), decoded(path)));
    } catch (IllegalArgumentException malformedEscape) {
      return Optional.empty();
    }
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text.replace("+", "%2B"), StandardCharsets.UTF_8);
  }

  /** The address without user and password. */
  public static String withoutCredentials(String url) {
    return url.replaceFirst("^([a-zA-Z]+://)[^/@]*@", "$1");
  }

  /** The type of the repository as Artifactory names it, if the address has it. */
  public Optional<String> type() {
    return type;
  }

  /** The key of the repository, which may be virtual. */
  public String repository() {
    return repository;
  }

  /** What follows the repository in the address. */
  public String path() {
    return path;
  }

  /** The path under which the repository stores the file; empty if it is not known. */
  public Optional<String> storedPath() {
    if (type.isEmpty()) {
      return Optional.of(path);
    }
    if (type.get().equals("pypi")) {
      return Optional.of(path.replaceFirst("^(?:packages/)+", "")).filter(file -> hasPackage());
    }
    boolean same = Set.of("npm", "go", "gems", "conda", "cran").contains(type.get());
    return Optional.of(path).filter(file -> same && hasPackage());
  }

  private boolean hasPackage() {
    return PackagePath.read(type.orElse(""), path).isPresent();
  }
}
