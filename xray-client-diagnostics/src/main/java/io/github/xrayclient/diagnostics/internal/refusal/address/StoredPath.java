package io.github.xrayclient.diagnostics.internal.refusal.address;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells under which path a repository stores the file that is asked for by the protocol of its
 * type. This is the path that the messages of Xray name.
 */
final class StoredPath {
  private static final String DIGEST = "sha256:(?<digest>[0-9a-f]{64})";

  private static final Form SAME = new Form("(?<path>.+)", "${path}");

  /** The forms of the requests for files by type. Requests for other documents have none. */
  private static final Map<String, List<Form>> FORMS = Map.ofEntries(
      Map.entry(
          "npm", List.of(new Form("(?<path>(?:@[^/]+/)?[^/@-][^/]*/-/(?:@[^/]+/)?[^/]+\\.tgz)"))),
      Map.entry(
          "pypi",
          List.of(
              new Form(
                  "(?:packages/){1,2}(?<path>.+\\.(?:whl|egg|tar\\.gz|tar\\.bz2|zip|tgz)(?:\\.metadata)?)"))),
      Map.entry("go", List.of(new Form("(?<path>.+/@v/[^/]+\\.(?:zip|info|mod))"))),
      Map.entry("gems", List.of(new Form("(?<path>gems/[^/]+\\.gem)"))),
      Map.entry(
          "cargo",
          List.of(
              new Form(
                  "(?:.*/)?crates/(?<name>[^/]+)/(?<version>[^/]+)/download",
                  "crates/${name}/${name}-${version}.crate"),
              new Form("(?<path>crates/[^/]+/[^/]+\\.crate)"))),
      Map.entry("conda", List.of(new Form("(?<path>[^/]+/.+)"))),
      Map.entry("cran", List.of(new Form("(?<path>(?:src|bin)/.+)"))),
      Map.entry(
          "helm",
          List.of(
              new Form("(?:charts/)?(?<path>[^/]+\\.tgz(?:\\.prov)?)"),
              new Form("(?<path>index\\.yaml)"))),
      Map.entry("bower", List.of(new Form("(?!refs/)(?<path>.+\\.(?:zip|tgz|tar\\.gz))"))),
      Map.entry("conan", conan()),
      Map.entry(
          "swift",
          List.of(new Form(
              "(?<scope>[^/]+)/(?<name>[^/]+)/(?<version>[^/]+)\\.zip",
              "${scope}/${name}/${name}-${version}.zip"))),
      Map.entry(
          "terraform",
          List.of(new Form("(?:.*/)?(?<path>[^/]+/(?<name>[^/]+)/(?<version>[^/]+)"
              + "/terraform-provider-\\k<name>_\\k<version>_[^/]+\\.zip)"))),
      Map.entry(
          "lfs",
          List.of(new Form(
              "objects/(?:[0-9a-f]{2}/[0-9a-f]{2}/)?(?<first>[0-9a-f]{2})(?<second>[0-9a-f]{2})"
                  + "(?<rest>[0-9a-f]{60})",
              "objects/${first}/${second}/${first}${second}${rest}"))),
      Map.entry("docker", images()),
      Map.entry("oci", images()),
      Map.entry("helmoci", images()));

  private StoredPath() {}

  /**
   * The path of a file.
   *
   * @param type the type in the address; without one, a file is stored under the path of its
   *     address
   * @param path what follows the repository in the address
   * @return empty if it is not certain, or if the address is not that of a file
   */
  static Optional<String> of(Optional<String> type, String path) {
    if (!UrlParts.isStorable(path)) {
      return Optional.empty();
    }
    return type.map(name -> FORMS.getOrDefault(name, List.of())).orElse(List.of(SAME)).stream()
        .flatMap(form -> form.stored(path).stream())
        .findFirst();
  }

  private static List<Form> conan() {
    String recipe = "v2/conans/(?<name>[^/]+)/(?<version>[^/]+)/(?<user>[^/]+)/(?<channel>[^/]+)"
        + "/revisions/(?<revision>[^/]+)/";
    String folder = "${user}/${name}/${version}/${channel}/${revision}/";
    return List.of(
        new Form("v1/files/(?<path>[^/]+/[^/]+/[^/]+/[^/]+/(?!export/|package/)[^/]+/.+)"),
        new Form(recipe + "files/(?<file>[^/]+)", folder + "export/${file}"),
        new Form(
            recipe + "packages/(?<package>[^/]+)/revisions/(?<build>[^/]+)/files/(?<file>[^/]+)",
            folder + "package/${package}/${build}/${file}"));
  }

  private static List<Form> images() {
    String image = "v2/(?<name>.+)/manifests/";
    return List.of(
        new Form(image + DIGEST, "${name}/sha256__${digest}/manifest.json"),
        new Form(
            image + "(?<tag>[A-Za-z0-9_][A-Za-z0-9._-]{0,127})", "${name}/${tag}/manifest.json"));
  }

  /** One form of requests, and the path that belongs to it. */
  private static final class Form {
    private final Pattern request;
    private final String stored;

    Form(String request) {
      this(request, "${path}");
    }

    Form(String request, String stored) {
      this.request = Pattern.compile(request);
      this.stored = stored;
    }

    Optional<String> stored(String path) {
      Matcher found = request.matcher(path);
      return found.matches() ? Optional.of(found.replaceFirst(stored)) : Optional.empty();
    }
  }
}
