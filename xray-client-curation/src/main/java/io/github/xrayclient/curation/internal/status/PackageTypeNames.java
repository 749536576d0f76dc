package io.github.xrayclient.curation.internal.status;

import io.github.xrayclient.curation.value.PackageType;
import java.util.List;

/** The names by which servers know a package type in a question about the status of a package. */
final class PackageTypeNames {
  /** Types with two names. The first one is the more common. */
  private static final List<List<String>> SYNONYMS = List.of(
      List.of("go", "golang"),
      List.of("rubygems", "gems"),
      List.of("huggingface", "huggingfaceml"));

  private PackageTypeNames() {}

  /** The names of a type in lower case, in the order in which to try them: one or two. */
  static List<String> of(PackageType type) {
    String name = type.inLowerCase().wire();
    return SYNONYMS.stream()
        .filter(names -> names.contains(name))
        .findFirst()
        .orElseGet(() -> List.of(name));
  }
}
