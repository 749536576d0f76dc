package io.github.xrayclient.diagnostics.internal.migration.mapping;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.internal.json.NonBlank;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Puts the names of the target into one object, and remembers what is uncertain about it. */
public final class ObjectRenaming {
  private static final String BUILD_REPOSITORY_SUFFIX = "-build-info";

  private final Renaming names;
  private final ObjectKey object;
  private final SortedSet<String> uncovered = new TreeSet<>();
  private final SortedMap<String, String> renamedPaths = new TreeMap<>();
  private final SortedSet<String> keptPatterns = new TreeSet<>();

  private ObjectRenaming(Renaming names, ObjectKey object) {
    this.names = names;
    this.object = object;
  }

  /** Puts the target's names into the content of an object, whose key is that of the snapshot. */
  public static ObjectRenaming of(Renaming names, ObjectKey object, ObjectNode content) {
    ObjectRenaming renaming = new ObjectRenaming(names, object);
    renaming.rename(content);
    return renaming;
  }

  /**
   * The names that no entry of the mapping covers, each with what it names, as in {@code group
   * "devs"}. Names of conditions are not among them, because a plan creates conditions, nor is the
   * Artifactory instance {@code default}.
   */
  public SortedSet<String> uncovered() {
    return Collections.unmodifiableSortedSet(uncovered);
  }

  /** The paths and patterns of paths that begin with a renamed repository, with the new ones. */
  public SortedMap<String, String> renamedPaths() {
    return Collections.unmodifiableSortedMap(renamedPaths);
  }

  /** The patterns of project keys that no entry covers, although the mapping renames projects. */
  public SortedSet<String> keptPatterns() {
    return Collections.unmodifiableSortedSet(keptPatterns);
  }

  private void rename(ObjectNode content) {
    object.projectKey().ifPresent(key -> name(NamePart.PROJECTS, "", key));
    for (String list : List.of("repo_include", "repo_exclude")) {
      texts(NamePart.REPOSITORIES, Renaming.DEFAULT_MANAGER, content.path(list));
    }
    for (String list : List.of("decision_owners", "group_include", "group_exclude")) {
      texts(NamePart.GROUPS, content.path(list));
    }
    texts(NamePart.MAILS, content.path("notify_emails"));
    texts(NamePart.MAILS, content.path("watch_recipients"));
    text(NamePart.CONDITIONS, content, "condition");
    for (JsonNode rule : content.path("rules")) {
      texts(NamePart.MAILS, rule.path("actions").path("mails"));
      texts(NamePart.WEBHOOKS, rule.path("actions").path("webhooks"));
    }
    JsonNode resources = content.at("/project_resources/resources");
    resources.forEach(this::resource);
    mergeEqual(resources);
    content.at("/project_resources/global_filters").forEach(this::paths);
    ignoreFilters(content.path("ignore_filters"));
  }

  private void resource(JsonNode resource) {
    String type = resource.path("type").asText();
    if (type.equals("repository")) {
      text(NamePart.REPOSITORIES, managerOf(resource), resource, "name");
    } else if (type.equals("project")) {
      text(NamePart.PROJECTS, resource, "name");
    }
    buildRepository(resource);
    text(NamePart.PROJECTS, resource, "project");
    for (JsonNode filter : resource.path("filters")) {
      if (type.equals("all-projects") && filter.path("type").asText().equals("ant-patterns")) {
        filter.path("value").forEach(this::projectPatterns);
      }
      paths(filter);
    }
    mergeEqual(resource.path("filters"));
    text(NamePart.BINARY_MANAGERS, resource, "bin_mgr_id");
  }

  private static String managerOf(JsonNode resource) {
    return NonBlank.text(resource.path("bin_mgr_id")).orElse(Renaming.DEFAULT_MANAGER);
  }

  /** A build repository without an entry follows its project: {@code KEY-build-info}. */
  private void buildRepository(JsonNode resource) {
    String name = resource.path("build_repo").asText();
    String project = object.projectKey().orElse(resource.path("project").asText());
    if (!project.isEmpty()
        && name.equals(project + BUILD_REPOSITORY_SUFFIX)
        && names.find(NamePart.BUILD_REPOSITORIES, "", name).isEmpty()) {
      ((ObjectNode) resource)
          .put("build_repo", name(NamePart.PROJECTS, "", project) + BUILD_REPOSITORY_SUFFIX);
    } else {
      text(NamePart.BUILD_REPOSITORIES, resource, "build_repo");
    }
  }

  /** Renames the repositories with which the paths of a watch's filter begin. */
  private void paths(JsonNode filter) {
    String type = filter.path("type").asText();
    JsonNode value = filter.path("value");
    if (type.equals("path-ant-patterns")) {
      for (JsonNode patterns : value) {
        pathsIn(patterns);
      }
    } else if (type.equals("path-regex") && value.isTextual()) {
      String regex = value.asText();
      ((ObjectNode) filter)
          .put("value", noted(regex, RepositoryPath.regex(regex, this::repository)));
    }
  }

  private void ignoreFilters(JsonNode filters) {
    texts(NamePart.REPOSITORIES, Renaming.DEFAULT_MANAGER, filters.path("repositories"));
    texts(NamePart.PROJECTS, filters.path("projects"));
    filters.path("builds").forEach(build -> text(NamePart.PROJECTS, build, "project"));
    for (JsonNode artifact : filters.path("artifacts")) {
      if (artifact.path("path").isTextual()) {
        ((ObjectNode) artifact).put("path", path(artifact.get("path").asText()));
      }
    }
    mergeEqual(filters.path("builds"));
    mergeEqual(filters.path("artifacts"));
  }

  /** The new name of the first element of a path, if that is a repository. */
  private String repository(String element) {
    return names.isRepository(element)
        ? names.find(NamePart.REPOSITORIES, Renaming.DEFAULT_MANAGER, element).orElse(element)
        : element;
  }

  /** Notes that a path begins with a repository that has another name on the target. */
  private String noted(String path, String renamed) {
    if (!renamed.equals(path)) {
      renamedPaths.put(path, renamed);
    }
    return renamed;
  }

  private String path(String path) {
    return noted(path, RepositoryPath.path(path, this::repository));
  }

  private void pathsIn(JsonNode patterns) {
    for (int i = 0; i < patterns.size(); i++) {
      if (patterns.get(i).isTextual()) {
        ((ArrayNode) patterns).set(i, TextNode.valueOf(path(patterns.get(i).asText())));
      }
    }
    mergeEqual(patterns);
  }

  /** Renames patterns of project keys by the same entries as the keys. */
  private void projectPatterns(JsonNode patterns) {
    for (int i = 0; i < patterns.size(); i++) {
      String pattern = patterns.get(i).asText();
      Optional<String> renamed = names.find(NamePart.PROJECTS, "", pattern);
      if (renamed.isPresent()) {
        ((ArrayNode) patterns).set(i, TextNode.valueOf(renamed.get()));
      } else if (pattern.indexOf('*') < 0 && pattern.indexOf('?') < 0) {
        uncovered.add(NamePart.PROJECTS.singular() + " \"" + pattern + "\"");
      } else if (names.has(NamePart.PROJECTS)) {
        keptPatterns.add(pattern);
      }
    }
    mergeEqual(patterns);
  }

  private void text(NamePart part, JsonNode holder, String member) {
    text(part, "", holder, member);
  }

  private void text(NamePart part, String manager, JsonNode holder, String member) {
    NonBlank.text(holder.path(member)).ifPresent(source -> {
      String renamed = name(part, manager, source);
      if (!renamed.equals(source)) {
        ((ObjectNode) holder).put(member, renamed);
      }
    });
  }

  private void texts(NamePart part, JsonNode list) {
    texts(part, "", list);
  }

  private void texts(NamePart part, String manager, JsonNode list) {
    if (list.isArray()) {
      for (int i = 0; i < list.size(); i++) {
        int at = i;
        NonBlank.text(list.get(i)).ifPresent(source -> {
          String renamed = name(part, manager, source);
          if (!renamed.equals(source)) {
            ((ArrayNode) list).set(at, TextNode.valueOf(renamed));
          }
        });
      }
      mergeEqual(list);
    }
  }

  private String name(NamePart part, String manager, String source) {
    Optional<String> renamed = names.find(part, manager, source);
    boolean isDefaultManager =
        part == NamePart.BINARY_MANAGERS && source.equals(Renaming.DEFAULT_MANAGER);
    if (renamed.isEmpty() && part != NamePart.CONDITIONS && !isDefaultManager) {
      uncovered.add(part.singular() + " \"" + source + "\"");
    }
    return renamed.orElse(source);
  }

  /** Removes elements that became equal to another one when they were renamed. */
  private static void mergeEqual(JsonNode list) {
    if (list.isArray()) {
      Set<JsonNode> distinct = new LinkedHashSet<>();
      list.forEach(distinct::add);
      ((ArrayNode) list).removeAll().addAll(distinct);
    }
  }
}
