package io.github.xrayclient.diagnostics.internal.migration.planning;

import io.github.xrayclient.diagnostics.internal.migration.content.StoredObject;
import io.github.xrayclient.diagnostics.internal.migration.selection.ObjectReferences;
import io.github.xrayclient.diagnostics.internal.migration.selection.SelectedContent;
import io.github.xrayclient.diagnostics.migration.ObjectKey;
import io.github.xrayclient.diagnostics.migration.ObjectKind;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;

/** The kinds of objects that a plan has to read on the target. */
final class TargetKinds {
  private TargetKinds() {}

  /**
   * The kinds that are compared, those to which the desired objects refer, and those that may refer
   * to objects that are deleted, changed, or that hide others. Policies also decide which watches
   * block.
   *
   * @param compared the selected kinds that the snapshot contains
   */
  static Set<ObjectKind> of(DesiredState snapshot, Set<ObjectKind> compared, PlanOptions options) {
    Set<ObjectKind> kinds = new TreeSet<>(compared);
    SortedMap<ObjectKey, StoredObject> desired = new TreeMap<>(snapshot.selected());
    snapshot.needed().keySet().forEach(key -> desired.put(key, snapshot.all().get(key)));
    kinds.addAll(SelectedContent.kindsNeededBy(desired.values()));
    if (options.asDryRun
        && (kinds.contains(ObjectKind.WATCHES) || kinds.contains(ObjectKind.IGNORE_RULES))) {
      kinds.add(ObjectKind.POLICIES);
    }
    if (options.prune) {
      kinds.addAll(ObjectReferences.usersOf(compared));
    }
    for (ObjectKey key : desired.keySet()) {
      if (key.kind() == ObjectKind.CONDITIONS) {
        kinds.add(ObjectKind.CURATION_POLICIES);
      } else if (key.kind() == ObjectKind.POLICIES) {
        kinds.add(ObjectKind.WATCHES);
      }
    }
    return kinds;
  }
}
