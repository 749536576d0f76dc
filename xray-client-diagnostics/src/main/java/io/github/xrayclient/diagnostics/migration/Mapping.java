package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What repositories, projects, connected Artifactories, groups and conditions are called on the
 * target, where that is not the same. Immutable; each method returns a changed copy.
 */
public final class Mapping {
  private static final String REPOSITORIES = "repositories";
  private static final String PROJECTS = "projects";
  private static final String BINARY_MANAGERS = "binaryManagers";
  private static final String GROUPS = "groups";
  private static final String CONDITIONS = "conditions";
  private static final Set<String> PARTS =
      Set.of(REPOSITORIES, PROJECTS, BINARY_MANAGERS, GROUPS, CONDITIONS);
  private static final Mapping NONE = new Mapping(Map.of());

  private final Map<String, Map<String, String>> parts;

  private Mapping(Map<String, Map<String, String>> parts) {
    this.parts = parts;
  }

  /** Everything is called the same. */
  public static Mapping none() {
    return NONE;
  }

  /**
   * The mapping in a file: {@code {"repositories": {"old": "new"}, "projects": {..},
   * "binaryManagers": {..}, "groups": {..}, "conditions": {..}}}.
   *
   * @throws MigrationException if the file cannot be used
   */
  public static Mapping read(Path file) {
    ObjectNode tree = JsonFile.read(file, "leave it out");
    Map<String, Map<String, String>> parts = new HashMap<>();
    for (Map.Entry<String, JsonNode> part : tree.properties()) {
      if (!PARTS.contains(part.getKey())) {
        throw new MigrationException(
            file, "it maps " + part.getKey() + ", which is none of " + sorted(), null);
      }
      if (!part.getValue().isObject()) {
        throw new MigrationException(
            file, part.getKey() + " must be an object of old and new names; make it one", null);
      }
      for (Map.Entry<String, JsonNode> name : part.getValue().properties()) {
        if (!name.getValue().isTextual() || name.getValue().asText().isBlank()) {
          throw new MigrationException(
              file, part.getKey() + "." + name.getKey() + " must be a name; give one", null);
        }
        parts
            .computeIfAbsent(part.getKey(), absent -> new HashMap<>())
            .put(name.getKey(), name.getValue().asText());
      }
    }
    return new Mapping(parts);
  }

  /** Calls a repository this on the target. */
  public Mapping repository(String source, String target) {
    return with(REPOSITORIES, source, target);
  }

  /** Calls a project this on the target. */
  public Mapping project(String source, String target) {
    return with(PROJECTS, source, target);
  }

  /** Calls a connected Artifactory this on the target. */
  public Mapping binaryManager(String source, String target) {
    return with(BINARY_MANAGERS, source, target);
  }

  /** Calls a group this on the target. */
  public Mapping group(String source, String target) {
    return with(GROUPS, source, target);
  }

  /**
   * Calls a condition this on the target. If that has one of this name, curation policies use it,
   * whatever its template; so one of another template that is mapped to its own name is declared the
   * same.
   */
  public Mapping condition(String source, String target) {
    return with(CONDITIONS, source, target);
  }

  String projectOf(String key) {
    return name(PROJECTS, key);
  }

  String conditionOf(String name) {
    return name(CONDITIONS, name);
  }

  /** Whether a condition of the target was named on purpose. */
  boolean meansCondition(String target) {
    return parts.getOrDefault(CONDITIONS, Map.of()).containsValue(target);
  }

  /** An object's content with the target's names; itself if everything is called the same. */
  ObjectNode applyTo(ObjectNode content) {
    if (parts.isEmpty()) {
      return content;
    }
    ObjectNode mapped = content.deepCopy();
    for (String list : List.of("repo_include", "repo_exclude")) {
      texts(REPOSITORIES, mapped.path(list));
    }
    for (String list : List.of("decision_owners", "group_include", "group_exclude")) {
      texts(GROUPS, mapped.path(list));
    }
    text(CONDITIONS, mapped, "condition");
    mapped.at("/project_resources/resources").forEach(this::resource);
    JsonNode filters = mapped.path("ignore_filters");
    texts(PROJECTS, filters.path("projects"));
    filters.path("builds").forEach(build -> text(PROJECTS, build, "project"));
    mergeEqual(mapped.at("/project_resources/resources"));
    mergeEqual(filters.path("builds"));
    return Canonical.of(mapped);
  }

  private void resource(JsonNode resource) {
    String type = resource.path("type").asText();
    if (type.equals("repository")) {
      text(REPOSITORIES, resource, "name");
    } else if (type.equals("project")) {
      text(PROJECTS, resource, "name");
    }
    text(REPOSITORIES, resource, "build_repo");
    text(PROJECTS, resource, "project");
    text(BINARY_MANAGERS, resource, "bin_mgr_id");
  }

  private void text(String part, JsonNode holder, String member) {
    if (holder.path(member).isTextual()) {
      ((ObjectNode) holder).put(member, name(part, holder.get(member).asText()));
    }
  }

  private void texts(String part, JsonNode list) {
    for (int i = 0; i < list.size(); i++) {
      ((ArrayNode) list).set(i, TextNode.valueOf(name(part, list.get(i).asText())));
    }
    mergeEqual(list);
  }

  /** Of elements that are called the same now, one stays. */
  private static void mergeEqual(JsonNode list) {
    if (list.isArray()) {
      Set<JsonNode> distinct = new LinkedHashSet<>();
      list.forEach(distinct::add);
      ((ArrayNode) list).removeAll().addAll(distinct);
    }
  }

  private String name(String part, String source) {
    return parts.getOrDefault(part, Map.of()).getOrDefault(source, source);
  }

  private Mapping with(String part, String source, String target) {
    Map<String, String> names = new HashMap<>(parts.getOrDefault(part, Map.of()));
    names.put(source, target);
    Map<String, Map<String, String>> changed = new HashMap<>(parts);
    changed.put(part, Map.copyOf(names));
    return new Mapping(Map.copyOf(changed));
  }

  private static String sorted() {
    return String.join(", ", new TreeSet<>(PARTS));
  }
}
