package io.github.xrayclient.diagnostics.internal.migration.mapping;

import io.github.xrayclient.value.NamePattern;
import java.util.Comparator;
import java.util.Optional;

/**
 * One entry of a mapping: a name or a pattern of names, and what it becomes. The entry of a
 * repository may be limited to one Artifactory instance, whose id comes before a colon.
 */
final class MappedName {
  /** Of several entries with asterisks that cover a name, the one that is used comes first. */
  static final Comparator<MappedName> MOST_SPECIFIC_FIRST = Comparator.comparing(
          (MappedName entry) -> entry.manager.isEmpty())
      .thenComparingInt(
          entry -> entry.source.wildcards() - entry.source.toString().length())
      .thenComparing(MappedName::written);

  private final String written;
  private final String manager;
  private final NamePattern source;
  private final NamePattern target;

  private MappedName(String written, String manager, String source, String target) {
    this.written = written;
    this.manager = manager;
    this.source = NamePattern.of(source);
    this.target = NamePattern.of(target);
  }

  /** An entry as it is written in a file, for which there is no {@link #problem}. */
  static MappedName of(NamePart part, String source, String target) {
    int colon = colon(part, source);
    return new MappedName(
        source, source.substring(0, Math.max(colon, 0)), source.substring(colon + 1), target);
  }

  /** What is wrong with the new name, as the rest of a sentence; empty if it can be used. */
  static Optional<String> problem(NamePart part, String source, String target) {
    int colon = colon(part, source);
    if (colon == 0 || source.substring(colon + 1).isBlank()) {
      return Optional.of("belongs to the old name \"" + source
          + "\", in which the id or the repository is missing; write it as ID:REPOSITORY");
    }
    if (part == NamePart.REPOSITORIES && target.indexOf(':') >= 0) {
      return Optional.of("must be the key of a repository without the id of an Artifactory"
          + " instance, but was \"" + target + "\"; map that id in "
          + NamePart.BINARY_MANAGERS.field());
    }
    MappedName entry = of(part, source, target);
    return entry.target.wildcards() > entry.source.wildcards()
        ? Optional.of("must not have more asterisks than the old one, but was \"" + target
            + "\" for \"" + source + "\"")
        : Optional.empty();
  }

  private static int colon(NamePart part, String source) {
    return part == NamePart.REPOSITORIES ? source.indexOf(':') : -1;
  }

  /** The old name as it is written in a file. */
  String written() {
    return written;
  }

  /** Whether the entry is for a single name. */
  boolean isExact() {
    return source.wildcards() == 0;
  }

  /**
   * The new name of a name; empty if the entry does not cover it.
   *
   * @param inManager the id of the Artifactory instance of a repository, otherwise empty
   */
  Optional<String> rename(String inManager, String name) {
    return manager.isEmpty() || manager.equals(inManager)
        ? source.match(name).map(target::filled)
        : Optional.empty();
  }
}
