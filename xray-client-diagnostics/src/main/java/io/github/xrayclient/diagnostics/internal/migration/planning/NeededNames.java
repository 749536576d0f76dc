package io.github.xrayclient.diagnostics.internal.migration.planning;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.internal.json.NonBlank;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The names of repositories, groups and other things that objects need, each with one object that
 * needs it.
 */
final class NeededNames {
  /** The types of resources that no request lists, each with their word in notes. */
  private static final Map<String, String> UNLISTED = Map.of(
      "build", "builds",
      "releaseBundle", "release bundles",
      "releaseBundleV2", "release bundles",
      "gitRepository", "Git repositories");

  private final SortedMap<String, ObjectKey> repositories = new TreeMap<>();
  private final SortedMap<String, SortedMap<String, ObjectKey>> watched = new TreeMap<>();
  private final SortedMap<String, ObjectKey> managers = new TreeMap<>();
  private final SortedMap<String, ObjectKey> groups = new TreeMap<>();
  private final SortedMap<String, ObjectKey> projects = new TreeMap<>();
  private final SortedMap<String, ObjectKey> templates = new TreeMap<>();
  private final SortedMap<String, ObjectKey> webhooks = new TreeMap<>();
  private final SortedMap<String, SortedMap<String, ObjectKey>> unlisted = new TreeMap<>();

  /** Adds the names that an object needs. */
  void add(ObjectKey key, ObjectNode content) {
    key.projectKey().ifPresent(project -> projects.putIfAbsent(project, key));
    for (String list : List.of("decision_owners", "group_include", "group_exclude")) {
      NonBlank.texts(content.path(list)).forEach(group -> groups.putIfAbsent(group, key));
    }
    for (String list : List.of("repo_include", "repo_exclude")) {
      NonBlank.texts(content.path(list)).forEach(name -> repositories.putIfAbsent(name, key));
    }
    for (JsonNode resource : content.at("/project_resources/resources")) {
      NonBlank.text(resource.path("bin_mgr_id")).ifPresent(id -> managers.putIfAbsent(id, key));
      NonBlank.text(resource.path("project")).ifPresent(name -> projects.putIfAbsent(name, key));
      NonBlank.text(resource.path("name")).ifPresent(name -> addResource(key, resource, name));
      NonBlank.text(resource.path("build_repo"))
          .ifPresent(name -> addUnlisted("build repositories", name, key));
    }
    for (JsonNode rule : content.path("rules")) {
      NonBlank.texts(rule.path("actions").path("webhooks"))
          .forEach(name -> webhooks.putIfAbsent(name, key));
    }
    JsonNode filters = content.path("ignore_filters");
    NonBlank.texts(filters.path("repositories"))
        .forEach(name -> repositories.putIfAbsent(name, key));
    NonBlank.texts(filters.path("projects")).forEach(name -> projects.putIfAbsent(name, key));
    for (JsonNode build : filters.path("builds")) {
      NonBlank.text(build.path("project")).ifPresent(name -> projects.putIfAbsent(name, key));
    }
    if (key.kind() == ObjectKind.CONDITIONS) {
      NonBlank.text(content.path("condition_template_id"))
          .ifPresent(template -> templates.putIfAbsent(template, key));
    }
  }

  /** Adds what a named resource of a watch needs. */
  private void addResource(ObjectKey watch, JsonNode resource, String name) {
    String type = resource.path("type").asText();
    if (type.equals("repository")) {
      watched
          .computeIfAbsent(
              NonBlank.text(resource.path("bin_mgr_id")).orElse("default"),
              absent -> new TreeMap<>())
          .putIfAbsent(name, watch);
    } else if (type.equals("project")) {
      projects.putIfAbsent(name, watch);
    } else if (UNLISTED.containsKey(type)) {
      addUnlisted(UNLISTED.get(type), name, watch);
    }
  }

  private void addUnlisted(String what, String name, ObjectKey user) {
    unlisted.computeIfAbsent(what, absent -> new TreeMap<>()).putIfAbsent(name, user);
  }

  /**
   * Removes the projects and groups that an object of the target names, because they exist there.
   */
  void removeKnown(ObjectKey key, ObjectNode content) {
    projects.remove(key.projectKey().orElse(""));
    for (String list : List.of("decision_owners", "group_include", "group_exclude")) {
      content.path(list).forEach(group -> groups.remove(group.asText()));
    }
  }

  /** The repositories of curation policies and ignore rules. */
  SortedMap<String, ObjectKey> repositories() {
    return repositories;
  }

  /** The repositories of watches, by the ids of their Artifactory instances. */
  SortedMap<String, SortedMap<String, ObjectKey>> watched() {
    return watched;
  }

  /** The ids of the Artifactory instances that watches name. */
  SortedMap<String, ObjectKey> managers() {
    return managers;
  }

  SortedMap<String, ObjectKey> groups() {
    return groups;
  }

  SortedMap<String, ObjectKey> projects() {
    return projects;
  }

  /** The templates of conditions. */
  SortedMap<String, ObjectKey> templates() {
    return templates;
  }

  /** The webhooks that policies notify. */
  SortedMap<String, ObjectKey> webhooks() {
    return webhooks;
  }

  /** The names of things that no request lists, by the word for these things in notes. */
  SortedMap<String, SortedMap<String, ObjectKey>> unlisted() {
    return unlisted;
  }
}
