package io.github.xrayclient.diagnostics.internal.migration.plan;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.condition.ConditionTemplate;
import io.github.xrayclient.diagnostics.internal.migration.content.ObjectKinds;
import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.selection.ObjectReferences;
import io.github.xrayclient.diagnostics.internal.migration.server.ServerState;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.repository.IndexedRepositories;
import io.github.xrayclient.repository.IndexedRepository;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * Looks up whether the target has the repositories, groups, projects, templates and policies that
 * the steps need. This takes one request for each Artifactory instance, one for the templates, and
 * one for each group and project that no object of the target names. If something is not found, the
 * plan gets a warning instead of an error, because the token may lack the right to see it.
 */
final class TargetChecks {
  private final XrayClient xray;
  private final ServerState target;
  private final PlanNotes notes;
  private final Map<String, Set<ObjectKey>> repositories = new TreeMap<>();
  private final Map<String, Map<String, ObjectKey>> indexed = new TreeMap<>();
  private final Map<String, ObjectKey> groups = new TreeMap<>();
  private final Map<String, ObjectKey> projects = new TreeMap<>();
  private final Map<String, ObjectKey> templates = new TreeMap<>();

  TargetChecks(XrayClient xray, ServerState target, PlanNotes notes) {
    this.xray = xray;
    this.target = target;
    this.notes = notes;
  }

  /** Checks the objects that the steps create or update. */
  void check(Map<ObjectKey, StoredObject> changed, Collection<ObjectKey> desired) {
    Set<ObjectKey> policies = target.keysWithGlobalPolicies();
    policies.addAll(desired);
    Map<ObjectKey, List<ObjectKey>> users = usersInProjects();
    changed.forEach((key, object) -> {
      ObjectNode content = object.content();
      collect(key, content);
      if (key.kind() == ObjectKind.POLICIES && target.find(key).isEmpty()) {
        users
            .getOrDefault(key, List.of())
            .forEach(watch -> notes.add(
                PlanNote.Kind.GLOBAL_POLICY_OVERRIDDEN,
                key,
                watch.name(),
                watch + " uses the global policy \"" + key.name() + "\" and will use the new " + key
                    + " instead"));
      }
      if (key.kind() == ObjectKind.WATCHES) {
        ObjectReferences.of(object)
            .missing(ObjectKind.POLICIES, policies)
            .forEach(name -> notes.add(
                PlanNote.Kind.POLICY_MISSING,
                key,
                name,
                key + " uses the policy \"" + name
                    + "\", which neither the snapshot nor the target has; create it on the target"
                    + " and make a new plan, or the step may fail"));
      }
    });
    target.objects().forEach((key, stored) -> forgetKnown(key, stored.content()));
    checkRepositories();
    checkTemplates();
    lookUp(PlanNote.Kind.GROUP_NOT_FOUND, "group", groups, "/access/api/v2/groups/{name}");
    lookUp(PlanNote.Kind.PROJECT_NOT_FOUND, "project", projects, "/access/api/v1/projects/{key}");
  }

  /**
   * The target's watches in projects, by the policies that they would use if their project had
   * them. A watch prefers a policy of its project to a global policy of the same name.
   */
  private Map<ObjectKey, List<ObjectKey>> usersInProjects() {
    Map<ObjectKey, List<ObjectKey>> users = new HashMap<>();
    target.objects().forEach((watch, stored) -> {
      if (watch.projectKey().isPresent()) {
        for (JsonNode policy : stored.content().path("assigned_policies")) {
          ObjectKey key = ObjectKinds.key(
              ObjectKind.POLICIES,
              policy.path("name").asText(),
              watch.projectKey().orElse(""));
          users.computeIfAbsent(key, absent -> new ArrayList<>()).add(watch);
        }
      }
    });
    return users;
  }

  private void collect(ObjectKey key, ObjectNode content) {
    key.projectKey().ifPresent(project -> projects.putIfAbsent(project, key));
    for (String list : List.of("decision_owners", "group_include", "group_exclude")) {
      NonBlank.texts(content.path(list)).forEach(group -> groups.putIfAbsent(group, key));
    }
    for (String list : List.of("repo_include", "repo_exclude")) {
      NonBlank.texts(content.path(list))
          .forEach(repository -> repositories
              .computeIfAbsent(repository, absent -> new TreeSet<>())
              .add(key));
    }
    for (JsonNode resource : content.at("/project_resources/resources")) {
      NonBlank.text(resource.path("name")).ifPresent(name -> collect(key, resource, name));
    }
    if (key.kind() == ObjectKind.CONDITIONS) {
      NonBlank.text(content.path("condition_template_id"))
          .ifPresent(template -> templates.putIfAbsent(template, key));
    }
  }

  /** Collects what a named resource of a watch needs. */
  private void collect(ObjectKey watch, JsonNode resource, String name) {
    if (resource.path("type").asText().equals("repository")) {
      indexed
          .computeIfAbsent(
              NonBlank.text(resource.path("bin_mgr_id")).orElse("default"),
              absent -> new TreeMap<>())
          .putIfAbsent(name, watch);
    } else if (resource.path("type").asText().equals("project")) {
      projects.putIfAbsent(name, watch);
    }
  }

  /**
   * Removes the projects and groups that an object of the target names, because they exist there.
   */
  private void forgetKnown(ObjectKey key, ObjectNode content) {
    projects.remove(key.projectKey().orElse(""));
    for (String list : List.of("decision_owners", "group_include", "group_exclude")) {
      content.path(list).forEach(group -> groups.remove(group.asText()));
    }
  }

  private void checkRepositories() {
    Set<String> managers = new TreeSet<>(indexed.keySet());
    if (!repositories.isEmpty()) {
      managers.add("default");
    }
    for (String manager : managers) {
      Map<String, ObjectKey> needed = indexed.getOrDefault(manager, Map.of());
      Optional<IndexedRepositories> found = tried(
          "repositories of " + manager,
          "repositories of the Artifactory instance \"" + manager + "\"",
          () -> xray.repositories().indexed(manager));
      if (found.isPresent()) {
        Set<String> watched = names(found.get().indexed());
        needed.forEach((name, user) -> {
          if (!watched.contains(name)) {
            notes.add(
                PlanNote.Kind.REPOSITORY_NOT_INDEXED,
                user,
                name,
                user + " needs the repository \"" + name
                    + "\", which Xray does not index on the target");
          }
        });
        Set<String> all = names(found.get().notIndexed());
        all.addAll(watched);
        if (manager.equals("default")) {
          repositories.forEach((name, users) -> {
            if (!all.contains(name)) {
              ObjectKey user = users.iterator().next();
              notes.add(
                  PlanNote.Kind.REPOSITORY_MISSING,
                  user,
                  name,
                  user + " needs the repository \"" + name
                      + "\", which was not found on the target");
            }
          });
        }
      }
    }
  }

  private static Set<String> names(List<IndexedRepository> repositories) {
    Set<String> names = new HashSet<>();
    repositories.forEach(repository -> names.add(repository.name()));
    return names;
  }

  private void checkTemplates() {
    if (templates.isEmpty()) {
      return;
    }
    Set<String> known = new HashSet<>();
    Optional<List<ConditionTemplate>> found = tried(
        "condition templates",
        "condition templates",
        () -> Curation.of(xray).conditions().templates());
    if (found.isPresent()) {
      found.get().forEach(template -> known.add(template.id()));
      templates.forEach((template, user) -> {
        if (!known.contains(template)) {
          notes.add(
              PlanNote.Kind.TEMPLATE_MISSING,
              user,
              template,
              user + " needs the template \"" + template + "\", which was not found on the target");
        }
      });
    }
  }

  private void lookUp(PlanNote.Kind kind, String what, Map<String, ObjectKey> names, String path) {
    new ArrayList<>(names.entrySet()).forEach(entry -> {
      try {
        xray.call("GET", path, entry.getKey()).send();
      } catch (XrayApiException e) {
        notes.add(
            kind,
            entry.getValue(),
            entry.getKey(),
            entry.getValue() + " needs the " + what + " \"" + entry.getKey()
                + "\", which the target does not have or the token has no permission to read"
                + " (status "
                + e.statusCode() + ")");
      }
    });
  }

  private <T> Optional<T> tried(String subject, String words, Supplier<T> lookUp) {
    try {
      return Optional.of(lookUp.get());
    } catch (XrayApiException e) {
      notes.add(
          PlanNote.Kind.NOT_CHECKED,
          subject,
          words + " could not be looked up, so missing ones are not reported: the target answered "
              + e.statusCode());
      return Optional.empty();
    }
  }
}
