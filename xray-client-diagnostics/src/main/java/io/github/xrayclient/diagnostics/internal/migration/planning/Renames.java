package io.github.xrayclient.diagnostics.internal.migration.planning;

import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Finds objects that probably got another name: one that only the snapshot has and one that only
 * the target has, if both have the same content and no third object has it. Curation policies are
 * then renamed if the old one would be deleted otherwise, so that they keep their ids and waivers.
 * Servers cannot rename policies and watches, and other objects refer to conditions by their names.
 */
final class Renames {
  private final SortedMap<ObjectKey, StoredObject> old = new TreeMap<>();
  private final List<String> ignored;

  /**
   * @param stays whether an object of the target must not be deleted
   */
  Renames(PlanScope scope, PlanOptions options, Predicate<StoredObject> stays, PlanNotes notes) {
    // a dry run keeps its action if the plan is made as a dry run
    this.ignored = options.asDryRun ? List.of(StagedRollout.ACTION) : List.of();
    Map<String, List<StoredObject>> surplus = byLikeness(scope.surplus().values());
    Map<String, List<StoredObject>> missing = byLikeness(scope.desired().values().stream()
        .filter(object -> scope.isNew(object.key()))
        .collect(Collectors.toList()));
    missing.forEach((likeness, news) -> {
      List<StoredObject> olds = surplus.getOrDefault(likeness, List.of());
      if (news.size() == 1 && olds.size() == 1) {
        add(news.get(0).key(), olds.get(0), options.prune, stays, notes);
      }
    });
  }

  private void add(
      ObjectKey key,
      StoredObject stored,
      boolean prune,
      Predicate<StoredObject> stays,
      PlanNotes notes) {
    if (prune && key.kind() == ObjectKind.CURATION_POLICIES) {
      old.put(key, stored);
    } else {
      notes.add(
          PlanNote.Kind.LOOKS_RENAMED,
          key,
          stored.key().name(),
          key + " has the same content as " + stored.key()
              + ", which only the target has, so it looks"
              + " renamed; "
              + (prune && !stays.test(stored)
                  ? "the plan creates the new one and deletes the old one"
                  : "the plan creates the new one and keeps the old one"));
    }
  }

  private Map<String, List<StoredObject>> byLikeness(Collection<StoredObject> objects) {
    Map<String, List<StoredObject>> alike = new LinkedHashMap<>();
    for (StoredObject object : objects) {
      if (object.key().kind() != ObjectKind.IGNORE_RULES) {
        alike
            .computeIfAbsent(object.likeness(ignored), absent -> new ArrayList<>())
            .add(object);
      }
    }
    return alike;
  }

  /** The object of the target that gets this name; empty if none does. */
  Optional<StoredObject> of(ObjectKey key) {
    return Optional.ofNullable(old.get(key));
  }

  /** The former keys of the objects that get another name. */
  Set<ObjectKey> renamed() {
    return old.values().stream().map(StoredObject::key).collect(Collectors.toSet());
  }
}
