package io.github.xrayclient.curation;

import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.internal.write.NoteOfUpdate;
import io.github.xrayclient.value.UpdateNote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The new waivers of a draft or an update: each once, and none that the policy has already. Waivers
 * are the same if they exempt the same. The type of a package is compared without case, and versions
 * without order; names, versions and labels are compared exactly.
 */
final class AddedWaivers {
  private final List<NewPackageWaiver> packages = new ArrayList<>();
  private final List<NewLabelWaiver> labels = new ArrayList<>();
  private final List<UpdateNote> notes = new ArrayList<>();

  private AddedWaivers() {}

  /**
   * Leaves out what is there. A waiver with fields that the library does not know is never the same as
   * a new one, since one of them may be an expiry.
   *
   * @param kept waivers of the policy that stay
   * @param keptLabels label waivers of the policy that stay
   */
  static AddedWaivers of(
      Collection<PackageWaiver> kept,
      Collection<NewPackageWaiver> packages,
      Collection<LabelWaiver> keptLabels,
      Collection<NewLabelWaiver> labels) {
    AddedWaivers added = new AddedWaivers();
    added.addPackages(kept, packages);
    added.addLabels(keptLabels, labels);
    return added;
  }

  private void addPackages(Collection<PackageWaiver> kept, Collection<NewPackageWaiver> waivers) {
    Map<Object, PackageWaiver> there = new HashMap<>();
    for (PackageWaiver waiver : kept) {
      if (waiver.unknownFields().isEmpty()) {
        there.putIfAbsent(content(waiver), waiver);
      }
    }
    Map<Object, NewPackageWaiver> once = new LinkedHashMap<>();
    waivers.forEach(waiver -> once.putIfAbsent(content(waiver), waiver));
    once.forEach((content, waiver) -> {
      PackageWaiver same = there.get(content);
      if (same == null) {
        packages.add(waiver);
      } else {
        String versions = waiver.allVersions()
            ? "all versions"
            : "the versions " + String.join(", ", waiver.packageVersions());
        note(
            same.id().wire(),
            "package waiver " + same.id() + " already exempts " + versions + " of "
                + waiver.packageType() + " " + waiver.packageName());
      }
    });
  }

  private void addLabels(Collection<LabelWaiver> kept, Collection<NewLabelWaiver> waivers) {
    Map<String, LabelWaiver> there = new HashMap<>();
    for (LabelWaiver waiver : kept) {
      if (waiver.unknownFields().isEmpty()) {
        waiver.label().ifPresent(label -> there.putIfAbsent(label, waiver));
      }
    }
    Map<String, NewLabelWaiver> once = new LinkedHashMap<>();
    waivers.forEach(waiver -> once.putIfAbsent(waiver.label(), waiver));
    once.forEach((label, waiver) -> {
      LabelWaiver same = there.get(label);
      if (same == null) {
        labels.add(waiver);
      } else {
        note(
            same.id().wire(),
            "label waiver " + same.id() + " already exempts packages with the label " + label);
      }
    });
  }

  private void note(String id, String text) {
    notes.add(NoteOfUpdate.of(
        UpdateNote.Kind.WAIVER_EXISTS, List.of(id), text + ", so it stays and none is added"));
  }

  private static Object content(PackageWaiver waiver) {
    return content(
        waiver.packageType().orElse(PackageType.of("")),
        waiver.packageName().orElse(""),
        waiver.allVersions().orElse(false),
        waiver.packageVersions());
  }

  private static Object content(NewPackageWaiver waiver) {
    return content(
        waiver.packageType(), waiver.packageName(), waiver.allVersions(), waiver.packageVersions());
  }

  private static Object content(PackageType type, String name, boolean all, List<String> versions) {
    return Arrays.asList(type, name, all, all ? Set.of() : Set.copyOf(versions));
  }

  /** The package waivers to add. */
  List<NewPackageWaiver> packages() {
    return packages;
  }

  /** The label waivers to add. */
  List<NewLabelWaiver> labels() {
    return labels;
  }

  /** Which waivers are there already. */
  List<UpdateNote> notes() {
    return notes;
  }
}
