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

/** What parts of an object are called on the target, by what they are called in a snapshot. */
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

  /** The target's names of such a part, by those in the snapshot. */
  public Map<String, String> names(String part) {
    return Collections.unmodifiableMap(new TreeMap<>(parts.getOrDefault(part, Map.of())));
  }

  /** The mapping in the form of its file, with the parts that have names. */
  public ObjectNode toJson() {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    for (String part : new TreeSet<>(parts.keySet())) {
      names(part).forEach(json.withObjectProperty(part)::put);
    }
    return json;
  }

  /** Everything is called the same. */
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
    ObjectNode tree = JsonFile.read(file, "leave it out");
    Map<String, Map<String, String>> parts = new HashMap<>();
    for (Map.Entry<String, JsonNode> part : tree.properties()) {
      if (!PARTS.contains(part.getKey())) {
        throw new MigrationFailure(
            file, "it maps " + part.getKey() + ", which is none of " + sorted(), null);
      }
      if (!part.getValue().isObject()) {
        throw new MigrationFailure(
            file, part.getKey() + " must be an object of old and new names; make it one", null);
      }
      for (Map.Entry<String, JsonNode> name : part.getValue().properties()) {
        if (!name.getValue().isTextual() || name.getValue().asText().isBlank()) {
          throw new MigrationFailure(
              file, part.getKey() + "." + name.getKey() + " must be a name; give one", null);
        }
        parts
            .computeIfAbsent(part.getKey(), absent -> new HashMap<>())
            .put(name.getKey(), name.getValue().asText());
      }
    }
    return new NameMapping(parts);
  }

  /** A copy that has one more name of such a part. */
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

  /** Whether a condition of the target was named on purpose. */
  boolean meansCondition(String target) {
    return parts.getOrDefault(CONDITIONS, Map.of()).containsValue(target);
  }

  /** Whether everything is called the same. */
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

  private static String sorted() {
    return String.join(", ", new TreeSet<>(PARTS));
  }
}
