package io.github.xrayclient.diagnostics.internal.migration.planning;

import com.fasterxml.jackson.databind.JsonNode;
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
import io.github.xrayclient.error.XrayNotFoundException;
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
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Looks up whether the target has the repositories, groups, projects, templates, webhooks and
 * policies that the steps need. This takes one request for each Artifactory instance, one for the
 * templates, one for the webhooks, and one for each group and project that no object of the target
 * names. If something is not found, the plan gets a warning instead of an error, because the token
 * may lack the right to see it.
 */
final class TargetChecks {
  /** How many names a note lists. */
  private static final int SHOWN = 10;

  private final XrayClient xray;
  private final ServerState target;
  private final PlanNotes notes;
  private final NeededNames needed = new NeededNames();

  TargetChecks(XrayClient xray, ServerState target, PlanNotes notes) {
    this.xray = xray;
    this.target = target;
    this.notes = notes;
  }

  /** Checks the objects that the steps create or update. */
  void check(Map<ObjectKey, StoredObject> changed, Collection<ObjectKey> desired) {
    changed.forEach((key, object) -> needed.add(key, object.content()));
    target.objects().forEach((key, stored) -> needed.removeKnown(key, stored.content()));
    checkPolicies(changed, desired);
    checkRepositories();
    checkTemplates();
    checkWebhooks();
    lookUp(PlanNote.Kind.GROUP_NOT_FOUND, "group", needed.groups(), "/access/api/v2/groups/{name}");
    lookUp(
        PlanNote.Kind.PROJECT_NOT_FOUND,
        "project",
        needed.projects(),
        "/access/api/v1/projects/{key}");
    needed
        .unlisted()
        .forEach((what, names) -> notes.add(
            PlanNote.Kind.NOT_CHECKED,
            what,
            what + " are not looked up, because no request lists them: " + users(names)));
  }

  private void checkPolicies(Map<ObjectKey, StoredObject> changed, Collection<ObjectKey> desired) {
    Set<ObjectKey> policies = target.keysWithGlobalPolicies();
    policies.addAll(desired);
    Map<ObjectKey, List<ObjectKey>> users = usersInProjects();
    changed.forEach((key, object) -> {
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

  private void checkRepositories() {
    Set<String> managers = new TreeSet<>(needed.watched().keySet());
    managers.addAll(needed.managers().keySet());
    if (needed.watched().isEmpty()) {
      managers.remove("default"); // the instance that every server has
    }
    if (!needed.repositories().isEmpty()) {
      managers.add("default");
    }
    for (String manager : managers) {
      SortedMap<String, ObjectKey> watched =
          needed.watched().getOrDefault(manager, new TreeMap<>());
      SortedMap<String, ObjectKey> curated =
          manager.equals("default") ? needed.repositories() : new TreeMap<>();
      SortedMap<String, ObjectKey> all = new TreeMap<>(curated);
      all.putAll(watched);
      if (all.isEmpty()) {
        all.put(manager, needed.managers().get(manager));
      }
      Optional<IndexedRepositories> found = tried(
          "repositories of " + manager,
          "repositories of the Artifactory instance \"" + manager + "\"",
          all,
          () -> xray.repositories().indexed(manager));
      if (found.isPresent()) {
        Set<String> indexed = names(found.get().indexed());
        missing(
            PlanNote.Kind.REPOSITORY_NOT_INDEXED,
            "repository",
            watched,
            indexed,
            "which Xray does not index on the target");
        indexed.addAll(names(found.get().notIndexed()));
        missing(
            PlanNote.Kind.REPOSITORY_MISSING,
            "repository",
            curated,
            indexed,
            "which was not found on the target");
      }
    }
  }

  private static Set<String> names(List<IndexedRepository> repositories) {
    Set<String> names = new HashSet<>();
    repositories.forEach(repository -> names.add(repository.name()));
    return names;
  }

  private void checkTemplates() {
    if (!needed.templates().isEmpty()) {
      tried(
              "condition templates",
              "condition templates",
              needed.templates(),
              () -> Curation.of(xray).conditions().templates())
          .ifPresent(found -> missing(
              PlanNote.Kind.TEMPLATE_MISSING,
              "template",
              needed.templates(),
              found.stream().map(ConditionTemplate::id).collect(Collectors.toSet()),
              "which was not found on the target"));
    }
  }

  private void checkWebhooks() {
    if (!needed.webhooks().isEmpty()) {
      tried("webhooks", "webhooks", needed.webhooks(), this::webhooks)
          .ifPresent(found -> missing(
              PlanNote.Kind.WEBHOOK_NOT_FOUND,
              "webhook",
              needed.webhooks(),
              found,
              "which was not found on the target"));
    }
  }

  /**
   * The names of the webhooks. Servers are known to key them by name, and it is not documented
   * whether the answer is a list of objects or an object with a field for each.
   */
  private Set<String> webhooks() {
    JsonNode answer =
        xray.call("GET", "/xray/api/v1/webhooks").readAs(JsonNode.class).send();
    JsonNode list = answer.path("data").isContainerNode() ? answer.get("data") : answer;
    Set<String> names = new HashSet<>();
    if (list.isObject()) {
      list.fieldNames().forEachRemaining(names::add);
    }
    list.forEach(webhook -> NonBlank.text(webhook.path("name")).ifPresent(names::add));
    return names;
  }

  /** Adds a note on each name that the target does not have. */
  private void missing(
      PlanNote.Kind kind,
      String what,
      SortedMap<String, ObjectKey> names,
      Set<String> existing,
      String reason) {
    names.forEach((name, user) -> {
      if (!existing.contains(name)) {
        notes.add(kind, user, name, user + " needs the " + what + " \"" + name + "\", " + reason);
      }
    });
  }

  private void lookUp(
      PlanNote.Kind kind, String what, SortedMap<String, ObjectKey> names, String path) {
    names.forEach((name, user) -> {
      try {
        xray.call("GET", path, name).send();
      } catch (XrayNotFoundException e) {
        notes.add(
            kind,
            user,
            name,
            user + " needs the " + what + " \"" + name
                + "\", which was not found on the target (status " + e.statusCode() + ")");
      } catch (XrayApiException e) {
        notes.add(
            PlanNote.Kind.NOT_CHECKED,
            user,
            name,
            user + " needs the " + what + " \"" + name
                + "\", which could not be looked up: the target answered " + e.statusCode());
      }
    });
  }

  private <T> Optional<T> tried(
      String subject, String words, SortedMap<String, ObjectKey> names, Supplier<T> lookUp) {
    try {
      return Optional.of(lookUp.get());
    } catch (XrayApiException e) {
      notes.add(
          PlanNote.Kind.NOT_CHECKED,
          subject,
          words + " could not be looked up, because the target answered " + e.statusCode()
              + "; these are needed: " + users(names));
      return Optional.empty();
    }
  }

  /** Names in words, each with an object that needs it. */
  private static String users(SortedMap<String, ObjectKey> names) {
    String shown = names.entrySet().stream()
        .limit(SHOWN)
        .map(name -> "\"" + name.getKey() + "\" (" + name.getValue() + ")")
        .collect(Collectors.joining(", "));
    return names.size() > SHOWN ? shown + ", and " + (names.size() - SHOWN) + " more" : shown;
  }
}
