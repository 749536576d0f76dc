package io.github.xrayclient.diagnostics.internal.evidence.read;

import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.internal.coverage.WatchIndex;
import io.github.xrayclient.internal.json.NonBlank;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.watch.GeneralData;
import io.github.xrayclient.watch.Watch;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The policies and watches of several lists, each once. A server may leave out the project in the
 * list of a project, and this list may contain global objects, too. Not thread-safe.
 */
final class ReadSetup {
  private final List<Policy> policies = new ArrayList<>();
  private final Map<List<String>, List<Policy>> policiesByKey = new HashMap<>();
  private final List<Watch> watches = new ArrayList<>();
  private final Set<List<String>> watchKeys = new HashSet<>();
  private final List<NotChecked> notRead = new ArrayList<>();

  void addPolicies(Collection<Policy> list) {
    list.forEach(this::add);
  }

  void addWatches(Collection<Watch> list) {
    list.forEach(this::add);
  }

  /**
   * Adds the policies of a project, and returns whether any of them is new. A policy without a
   * project has the same name as a known one, but another content, only if it belongs to the
   * project.
   */
  boolean addPolicies(Collection<Policy> list, String project) {
    boolean isNew = false;
    for (Policy policy : list) {
      List<Policy> same = policiesByKey.getOrDefault(key(policy), List.of());
      boolean isOther =
          NonBlank.text(policy.projectKey()).isEmpty() && !same.isEmpty() && !same.contains(policy);
      isNew |= add(isOther ? policy.toBuilder().projectKey(project).build() : policy);
    }
    return isNew;
  }

  private boolean add(Policy policy) {
    List<Policy> same = policiesByKey.computeIfAbsent(key(policy), none -> new ArrayList<>(1));
    boolean isNew = !same.contains(policy);
    if (isNew) {
      same.add(policy);
      policies.add(policy);
    }
    return isNew;
  }

  /** Adds the watches of a project, and returns whether any of them is new. */
  boolean addWatches(Collection<Watch> list, String project) {
    boolean isNew = false;
    for (Watch watch : list) {
      Watch named =
          NonBlank.text(watch.projectKey()).isPresent() ? watch : inProject(watch, project);
      if (!watchKeys.contains(key(watch)) && !watchKeys.contains(key(named))) {
        add(named);
        isNew = true;
      }
    }
    return isNew;
  }

  private void add(Watch watch) {
    watches.add(watch);
    watchKeys.add(key(watch));
  }

  private static Watch inProject(Watch watch, String project) {
    GeneralData data = watch.generalData().toBuilder().projectKey(project).build();
    return watch.toBuilder().generalData(data).build();
  }

  private static List<String> key(Policy policy) {
    return List.of(policy.name(), NonBlank.text(policy.projectKey()).orElse(""));
  }

  private static List<String> key(Watch watch) {
    return List.of(watch.name(), NonBlank.text(watch.projectKey()).orElse(""));
  }

  void addNotRead(NotChecked entry) {
    notRead.add(entry);
  }

  WatchIndex index() {
    return new WatchIndex(policies, watches, notRead);
  }
}
