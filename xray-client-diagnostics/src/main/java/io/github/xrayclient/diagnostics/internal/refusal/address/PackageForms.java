package io.github.xrayclient.diagnostics.internal.refusal.address;

import java.util.AbstractMap.SimpleImmutableEntry;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The forms of the paths by package type. Each has a group {@code name}, and those of files a group
 * {@code version}. Maven's layout is read elsewhere.
 */
final class PackageForms {
  private static final String ARCHIVE = "(?:tar\\.gz|tar\\.bz2|zip|tgz)";

  private static final Map<String, List<Pattern>> FORMS = Map.ofEntries(
      forms(
          "npm",
          "(?<name>(?:@[^/]+/)?(?<plain>[^/]+))/-/(?:@[^/]+/)?\\k<plain>-(?<version>[^/]+)\\.tgz",
          "(?<name>(?:@[^/]+/)?[^/@-][^/]*)",
          "-/package/(?<name>(?:@[^/]+/)?[^/@-][^/]*)/dist-tags.*"),
      forms(
          "pypi",
          "(?:.*/)?(?<name>[^/]+?)-(?<version>\\d[^/-]*)"
              + "(?:(?:-[^/]+)?-[^/-]+-[^/-]+-[^/-]+\\.whl(?:\\.metadata)?|\\." + ARCHIVE + ")",
          "simple/(?<name>[^/]+)(?:/(?:index\\.html)?)?",
          "pypi/(?<name>[^/]+)/(?:(?<version>[^/]+)/)?json"),
      forms(
          "go",
          "(?<name>.+)/@v/(?<version>[^/]+)\\.(?:zip|info|mod)",
          "(?<name>.+)/(?:@v/list|@latest)"),
      forms(
          "nuget",
          "(?:.*/)?Download/(?<name>[^/]+)/(?<version>[^/]+)",
          "(?:.*/)?(?<name>[^/]+)/(?<version>[^/]+)/\\k<name>\\.\\k<version>\\.nupkg",
          "(?:.*/)?(?<name>[^/]+?)\\.(?<version>\\d+(?:\\.\\d+)+(?:[-+][^/]+)?)\\.nupkg",
          "(?:.*/)?Packages\\(Id='(?<name>[^']+)',Version='(?<version>[^']+)'\\)(?:/.*)?",
          "(?:.*/)?(?<name>[^/]+)/index\\.json"),
      forms(
          "gems",
          "(?:.*/)?gems/(?<name>[^/]+?)-(?<version>\\d[^/-]*)(?:-[^/]+)?\\.gem",
          "quick/[^/]+/(?<name>[^/]+?)-(?<version>\\d[^/-]*)(?:-[^/]+)?\\.gemspec\\.rz",
          "(?:info|api/v1/(?:versions|gems))/(?<name>[^/]+?)(?:\\.json)?"),
      forms(
          "cargo",
          "(?:.*/)?crates/(?<name>[^/]+)/(?<version>[^/]+)/download",
          "(?:.*/)?crates/(?<name>[^/]+)/\\k<name>-(?<version>[^/]+)\\.crate",
          "(?:index/)?(?:[12]|3/[^/]|[^/]{2}/[^/]{2})/(?<name>[^/]+)"),
      forms("docker", images()),
      forms("oci", images()),
      forms("helmoci", images()),
      forms(
          "conan",
          "v[12]/conans/(?<name>[^/]+)/(?<version>[^/]+)/.*",
          "(?:v1/files/)?[^/]+/(?<name>[^/]+)/(?<version>[^/]+)/[^/]+/(?:[^/]+/)?(?:export|package)/.+"),
      forms(
          "huggingfaceml",
          "(?:models/|datasets/|spaces/)?(?<name>[^/]+(?:/[^/]+)?)"
              + "/resolve/(?<version>refs/(?:pr|convert)/[^/]+|[^/]+)/.+",
          "api/(?:models|datasets|spaces)/(?<name>[^/]+(?:/[^/]+)?)/(?:revision|tree)/(?<version>.+)",
          "api/(?:models|datasets|spaces)/(?<name>[^/]+(?:/[^/]+)?)"),
      forms("conda", "[^/]+/(?<name>[^/]+)-(?<version>[^/-]+)-[^/-]+\\.(?:conda|tar\\.bz2)"),
      forms("cran", "(?:src|bin)/.+/(?<name>[^/_]+)_(?<version>[^/_]+)\\.(?:tar\\.gz|tgz|zip)"),
      forms(
          "swift",
          "(?<name>[^/]+/[^/]+)/(?<version>\\d[^/]*?)(?:\\.zip|/Package\\.swift)?",
          "[^/]+/[^/]+/(?<name>[^/]+)-(?<version>\\d[^/]*)\\.zip",
          "(?<name>[^/]+/[^/]+)"),
      forms(
          "terraform",
          "v1/providers/(?<name>[^/]+/[^/]+)/(?<version>\\d[^/]*)/download/.+",
          "v1/modules/(?<name>[^/]+/[^/]+/[^/]+)/(?<version>\\d[^/]*)/download",
          "v1/providers/(?<name>[^/]+/[^/]+)/versions",
          "v1/modules/(?<name>[^/]+/[^/]+/[^/]+)/versions",
          "(?:.*/)?(?<name>[^/]+/(?<plain>[^/]+))/(?<version>[^/]+)"
              + "/terraform-provider-\\k<plain>_\\k<version>_[^/]+\\.zip",
          "(?:.*/)?(?<name>[^/]+/(?<plain>[^/]+))"
              + "/terraform-provider-\\k<plain>_(?<version>[^/_]+)_[^/]+\\.zip"),
      forms(
          "composer",
          "p2?/(?<name>[^/]+/[^/$~]+)(?:[~$][^/]*)?\\.json",
          "(?:.*/)?(?<name>(?<vendor>[^/]+)/(?<plain>[^/]+))/(?:\\k<vendor>-)?\\k<plain>"
              + "-(?<version>v?\\d[^/]*)\\.zip"),
      forms("helm", "(?:.*/)?(?<name>[^/]+?)-(?<version>v?\\d+\\.\\d+[^/]*)\\.tgz(?:\\.prov)?"),
      forms(
          "pub",
          "packages/(?<name>[^/]+)/versions/(?<version>[^/]+)\\.tar\\.gz",
          "(?:api/)?packages/(?<name>[^/]+)(?:/versions/(?<version>[^/]+))?"),
      forms("hex", "tarballs/(?<name>[^/-]+)-(?<version>[^/]+)\\.tar", "packages/(?<name>[^/]+)"));

  /** The forms of files and requests that only one package manager knows. */
  private static final Map<String, List<Pattern>> UNMISTAKABLE = Map.ofEntries(
      forms(
          "npm",
          "(?:.*?/)??(?<name>(?:@[^/]+/)?(?<plain>[^/]+))/-/(?:@[^/]+/)?\\k<plain>"
              + "-(?<version>[^/]+)\\.tgz"),
      forms(
          "pypi",
          "(?:.*/)?(?<name>[^/]+?)-(?<version>\\d[^/-]*)(?:-[^/]+)?-[^/-]+-[^/-]+-[^/-]+\\.whl"
              + "(?:\\.metadata)?"),
      forms("go", "(?:[^/.]+/)*(?<name>[^/]*\\.[^/]*/.+)/@v/(?<version>[^/]+)\\.(?:zip|info|mod)"),
      forms(
          "nuget", "(?:.*/)?(?<name>[^/]+?)\\.(?<version>\\d+(?:\\.\\d+)+(?:[-+][^/]+)?)\\.nupkg"),
      forms("gems", "(?:.*/)?(?<name>[^/]+?)-(?<version>\\d[^/-]*)(?:-[^/]+)?\\.gem"),
      forms(
          "cargo",
          "(?:.*/)?(?:v1/)?crates/(?<name>[^/]+)/(?<version>[^/]+)/download",
          "(?:.*/)?(?<name>[^/]+?)-(?<version>\\d+\\.\\d+[^/]*)\\.crate"));

  private PackageForms() {}

  private static Map.Entry<String, List<Pattern>> forms(String type, String... forms) {
    return Map.entry(
        type, Arrays.stream(forms).map(Pattern::compile).collect(Collectors.toUnmodifiableList()));
  }

  private static String[] images() {
    return new String[] {
      "(?:v2/)?(?<name>.+)/manifests/(?<version>sha256:[0-9a-f]{64}|[A-Za-z0-9_][A-Za-z0-9._-]*)",
      "v2/(?<name>.+)/(?:manifests|tags|blobs|referrers)(?:/[^/]*)?",
      "(?<name>.+)/(?<version>[^/]+)/(?:list\\.)?manifest\\.json"
    };
  }

  static boolean isKnown(String type) {
    return FORMS.containsKey(type);
  }

  /** The first form of the type that the path has. */
  static Optional<Matcher> match(String type, String path) {
    return match(FORMS.getOrDefault(type, List.of()), path);
  }

  /** The type and the form of a path that only one type has. */
  static Optional<Map.Entry<String, Matcher>> matchUnmistakable(String path) {
    return UNMISTAKABLE.entrySet().stream()
        .flatMap(type -> match(type.getValue(), path)
            .map(found -> new SimpleImmutableEntry<>(type.getKey(), found))
            .stream())
        .<Map.Entry<String, Matcher>>map(found -> found)
        .findFirst();
  }

  private static Optional<Matcher> match(List<Pattern> forms, String path) {
    return forms.stream()
        .map(form -> form.matcher(path))
        .filter(Matcher::matches)
        .findFirst();
  }

  /** The version of a form that matched; empty if the form has none. */
  static Optional<String> version(Matcher found) {
    return found.pattern().pattern().contains("(?<version>")
        ? Optional.ofNullable(found.group("version"))
        : Optional.empty();
  }
}
