package io.github.xrayclient.diagnostics.internal.migration.mapping;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Finds the entry of a mapping that covers a name. Immutable. */
final class NameIndex {
  private final Map<NamePart, Map<String, MappedName>> exact = new EnumMap<>(NamePart.class);
  private final Map<NamePart, List<MappedName>> patterns = new EnumMap<>(NamePart.class);

  /**
   * @param names the new names by the old ones, for each part
   */
  NameIndex(Function<NamePart, Map<String, String>> names) {
    for (NamePart part : NamePart.values()) {
      Map<String, MappedName> single = new HashMap<>();
      List<MappedName> several = new ArrayList<>();
      names.apply(part).forEach((source, target) -> {
        MappedName entry = MappedName.of(part, source, target);
        if (entry.isExact()) {
          single.put(source, entry);
        } else {
          several.add(entry);
        }
      });
      several.sort(MappedName.MOST_SPECIFIC_FIRST);
      exact.put(part, single);
      patterns.put(part, several);
    }
  }

  /**
   * The most specific entry that covers a name: one without asterisks before one with them, then
   * one for a single Artifactory instance, then the one with the most other characters.
   *
   * @param manager the id of the Artifactory instance of a repository, otherwise empty
   */
  Optional<MappedName> find(NamePart part, String manager, String name) {
    Map<String, MappedName> single = Objects.requireNonNull(exact.get(part));
    MappedName own = single.get(manager + ":" + name);
    MappedName named = manager.isEmpty() || own == null ? single.get(name) : own;
    return named != null && named.rename(manager, name).isPresent()
        ? Optional.of(named)
        : Objects.requireNonNull(patterns.get(part)).stream()
            .filter(entry -> entry.rename(manager, name).isPresent())
            .findFirst();
  }

  /** All entries that cover a name, also those that are not used because another is more specific. */
  List<MappedName> covering(NamePart part, String manager, String name) {
    Map<String, MappedName> single = Objects.requireNonNull(exact.get(part));
    List<MappedName> covering = new ArrayList<>();
    Stream.of(manager + ":" + name, name)
        .map(single::get)
        .filter(Objects::nonNull)
        .forEach(covering::add);
    covering.addAll(Objects.requireNonNull(patterns.get(part)));
    covering.removeIf(entry -> entry.rename(manager, name).isEmpty());
    return covering;
  }

  /** The new name; empty if no entry covers the name. */
  Optional<String> rename(NamePart part, String manager, String name) {
    return find(part, manager, name).flatMap(entry -> entry.rename(manager, name));
  }

  /** All entries of a part. */
  Collection<MappedName> entries(NamePart part) {
    List<MappedName> all =
        new ArrayList<>(Objects.requireNonNull(exact.get(part)).values());
    all.addAll(Objects.requireNonNull(patterns.get(part)));
    return Collections.unmodifiableList(all);
  }
}
