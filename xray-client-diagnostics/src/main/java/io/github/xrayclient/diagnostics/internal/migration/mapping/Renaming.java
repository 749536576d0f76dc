package io.github.xrayclient.diagnostics.internal.migration.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Finds the names that the objects of one snapshot have on the target, and remembers which entries
 * of the mapping were used.
 */
public final class Renaming {
  /** The Artifactory instance of repositories that name none, and often the only one. */
  static final String DEFAULT_MANAGER = "default";

  private final NameIndex index;
  private final Set<MappedName> used = new HashSet<>();
  private final Set<String> repositories = new HashSet<>();

  /**
   * @param objects all objects of the snapshot, which show what names are those of repositories
   */
  public Renaming(NameMapping mapping, Collection<StoredObject> objects) {
    this.index = new NameIndex(mapping::names);
    index.entries(NamePart.REPOSITORIES).stream()
        .filter(MappedName::isExact)
        .map(entry -> entry.written().substring(entry.written().indexOf(':') + 1))
        .forEach(repositories::add);
    objects.forEach(object -> collectRepositories(object.content()));
  }

  private void collectRepositories(ObjectNode content) {
    for (String list : List.of("repo_include", "repo_exclude")) {
      content.path(list).forEach(name -> repositories.add(name.asText()));
    }
    content.at("/ignore_filters/repositories").forEach(name -> repositories.add(name.asText()));
    for (JsonNode resource : content.at("/project_resources/resources")) {
      if (resource.path("type").asText().equals("repository")) {
        repositories.add(resource.path("name").asText());
      }
    }
  }

  /** Whether a name is that of a repository that the mapping or an object of the snapshot names. */
  boolean isRepository(String name) {
    return repositories.contains(name);
  }

  /** Whether the mapping has names of this part. */
  boolean has(NamePart part) {
    return !index.entries(part).isEmpty();
  }

  /** The key that a project has on the target. */
  public String project(String key) {
    return find(NamePart.PROJECTS, "", key).orElse(key);
  }

  /** The name that a condition has on the target. */
  public String condition(String name) {
    return find(NamePart.CONDITIONS, "", name).orElse(name);
  }

  /**
   * The new name; empty if no entry covers the name.
   *
   * @param manager the id of the Artifactory instance of a repository, otherwise empty
   */
  Optional<String> find(NamePart part, String manager, String name) {
    used.addAll(index.covering(part, manager, name));
    return index.rename(part, manager, name);
  }

  /** The entries that covered no name so far, by the fields of the mapping's file. */
  public Map<NamePart, SortedSet<String>> unused() {
    Map<NamePart, SortedSet<String>> unused = new TreeMap<>();
    for (NamePart part : NamePart.values()) {
      for (MappedName entry : index.entries(part)) {
        if (!used.contains(entry)) {
          unused.computeIfAbsent(part, absent -> new TreeSet<>()).add(entry.written());
        }
      }
    }
    return Collections.unmodifiableMap(unused);
  }
}
