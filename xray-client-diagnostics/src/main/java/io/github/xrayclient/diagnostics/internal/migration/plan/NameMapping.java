package io.github.xrayclient.diagnostics.internal.migration.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.xrayclient.diagnostics.internal.migration.content.JsonFile;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The names that the mapping gives to repositories, projects and other parts of objects on the
 * target.
 */
public final class NameMapping {
  public static final String REPOSITORIES = "repositories";
  public static final String PROJECTS = "projects";
  public static final String BINARY_MANAGERS = "binaryManagers";
  public static final String GROUPS = "groups";
  public static final String CONDITIONS = "conditions";
  private static final Set<String> PARTS =
      Set.of(REPOSITORIES, PROJECTS, BINARY_MANAGERS, GROUPS, CONDITIONS);
  private static final NameMapping NONE = new NameMapping(Map.of());

  private final Map<String, Map<String, String>> parts;

  private NameMapping(Map<String, Map<String, String>> parts) {
    this.parts = parts;
  }

  /** The names on the target by the names in the snapshot, for one part such as {@link #GROUPS}. */
  public Map<String, String> names(String part) {
    return Collections.unmodifiableMap(new TreeMap<>(parts.getOrDefault(part, Map.of())));
  }

  /** The mapping as it is written in a file, without parts that have no names. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (String part : new TreeSet<>(parts.keySet())) {
      names(part).forEach(json.withObjectProperty(part)::put);
    }
    return json;
  }

  /** A mapping that changes no name. */
  public static NameMapping none() {
    return NONE;
  }

  /**
   * The mapping in a file: {@code {"repositories": {"old": "new"}, "projects": {..},
   * "binaryManagers": {..}, "groups": {..}, "conditions": {..}}}.
   *
   * @throws MigrationFailure if the file cannot be used
   */
  public static NameMapping read(Path file) {
    ObjectNode tree = JsonFile.read(file, "plan without a mapping");
    Map<String, Map<String, String>> parts = new HashMap<>();
    for (Map.Entry<String, JsonNode> part : tree.properties()) {
      if (!PARTS.contains(part.getKey())) {
        throw new MigrationFailure(
            file, "it maps " + part.getKey() + ", but only these can be mapped: " + sorted(), null);
      }
      if (!part.getValue().isObject()) {
        throw new MigrationFailure(
            file,
            part.getKey() + " must be an object of old and new names, as in {\"old\": \"new\"}",
            null);
      }
      for (Map.Entry<String, JsonNode> name : part.getValue().properties()) {
        if (!name.getValue().isTextual() || name.getValue().asText().isBlank()) {
          throw new MigrationFailure(
              file,
              "the new name of \"" + name.getKey() + "\" in " + part.getKey()
                  + " must be a string that is not blank",
              null);
        }
        parts
            .computeIfAbsent(part.getKey(), absent -> new HashMap<>())
            .put(name.getKey(), name.getValue().asText());
      }
    }
    return new NameMapping(parts);
  }

  /** A copy with one more name of a part. */
  public NameMapping with(String part, String source, String target) {
    Map<String, String> names = new HashMap<>(parts.getOrDefault(part, Map.of()));
    names.put(source, target);
    Map<String, Map<String, String>> changed = new HashMap<>(parts);
    changed.put(part, Map.copyOf(names));
    return new NameMapping(Map.copyOf(changed));
  }

  public String projectOf(String key) {
    return name(PROJECTS, key);
  }

  String conditionOf(String name) {
    return name(CONDITIONS, name);
  }

  /** Whether the mapping names this condition of the target. */
  boolean namesCondition(String target) {
    return parts.getOrDefault(CONDITIONS, Map.of()).containsValue(target);
  }

  /** Whether no name changes. */
  boolean isEmpty() {
    return parts.isEmpty();
  }

  /** Puts the target's names into the content of an object. */
  void rename(ObjectNode content) {
    for (String list : List.of("repo_include", "repo_exclude")) {
      texts(REPOSITORIES, content.path(list));
    }
    for (String list : List.of("decision_owners", "group_include", "group_exclude")) {
      texts(GROUPS, content.path(list));
    }
    text(CONDITIONS, content, "condition");
    content.at("/project_resources/resources").forEach(this::resource);
    JsonNode filters = content.path("ignore_filters");
    texts(REPOSITORIES, filters.path("repositories"));
    texts(PROJECTS, filters.path("projects"));
    filters.path("builds").forEach(build -> text(PROJECTS, build, "project"));
    mergeEqual(content.at("/project_resources/resources"));
    mergeEqual(filters.path("builds"));
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

  /** Removes elements that became equal to another one when they were renamed. */
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

  private static String sorted() {
    return String.join(", ", new TreeSet<>(PARTS));
  }
}
