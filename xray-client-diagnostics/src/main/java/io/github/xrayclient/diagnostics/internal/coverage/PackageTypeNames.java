package io.github.xrayclient.diagnostics.internal.coverage;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares names of package types. JFrog's products spell some types differently. Types that use
 * the same form of packages may or may not count as one type, because that is not documented.
 */
final class PackageTypeNames {
  /** Spellings of one type. */
  private static final List<Set<String>> EQUAL = List.of(
      Set.of("go", "golang"),
      Set.of("gems", "gem", "rubygems"),
      Set.of("huggingface", "huggingfaceml"),
      Set.of("rpm", "yum"),
      Set.of("debian", "deb"),
      Set.of("composer", "php"),
      Set.of("cocoapods", "pods"),
      Set.of("gitlfs", "lfs"));

  /** Types that share a form of packages. */
  private static final List<Set<String>> RELATED = List.of(
      Set.of("maven", "gradle", "sbt", "ivy"),
      Set.of("docker", "oci", "helm", "helmoci"),
      Set.of("terraform", "terraformbe", "terraformbackend"));

  private static final Set<String> OTHERS = Set.of(
      "alpine", "bower", "cargo", "conan", "conda", "cran", "generic", "npm", "nuget", "pub",
      "pypi", "swift");

  private static final Set<String> KNOWN = Stream.of(EQUAL, RELATED, List.of(OTHERS))
      .flatMap(List::stream)
      .flatMap(Set::stream)
      .collect(Collectors.toUnmodifiableSet());

  private PackageTypeNames() {}

  /**
   * {@code COVERS} if both names mean one type, {@code NO} if they are known to mean different
   * ones, and {@code COVERS_IF} otherwise.
   */
  static Coverage compare(String one, String other) {
    String first = one.strip().toLowerCase(Locale.ROOT);
    String second = other.strip().toLowerCase(Locale.ROOT);
    if (first.equals(second) || isIn(EQUAL, first, second)) {
      return Coverage.COVERS;
    }
    boolean areKnown = KNOWN.contains(first) && KNOWN.contains(second);
    return areKnown && !isIn(RELATED, first, second) ? Coverage.NO : Coverage.COVERS_IF;
  }

  private static boolean isIn(List<Set<String>> groups, String first, String second) {
    return groups.stream().anyMatch(group -> group.contains(first) && group.contains(second));
  }
}
