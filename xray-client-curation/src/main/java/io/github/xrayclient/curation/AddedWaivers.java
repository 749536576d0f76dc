package io.github.xrayclient.curation;

import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.internal.secret.VisibleText;
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
import java.util.function.Function;

/**
 * The new waivers of a draft or an update, without duplicates and without those that the policy has
 * already. Two waivers are duplicates if they exempt the same packages. Package types are compared
 * without case, and versions without regard to their order; names, versions and labels are compared
 * exactly.
 */
final class AddedWaivers {
  private final List<NewPackageWaiver> packages;
  private final List<NewLabelWaiver> labels;
  private final List<UpdateNote> notes = new ArrayList<>();

  private AddedWaivers(List<NewPackageWaiver> packages, List<NewLabelWaiver> labels) {
    this.packages = packages;
    this.labels = labels;
  }

  /**
   * Adds waivers to those that were copied from another policy. Copied waivers may exempt the same
   * package several times, for different reasons.
   *
   * @throws IllegalArgumentException if a waiver that is added exempts the same as another one, but
   *     has another justification
   */
  static AddedWaivers beside(
      List<NewPackageWaiver> copied,
      List<NewPackageWaiver> packages,
      List<NewLabelWaiver> copiedLabels,
      List<NewLabelWaiver> labels) {
    return new AddedWaivers(
        once(
            copied,
            packages,
            AddedWaivers::content,
            NewPackageWaiver::justification,
            AddedWaivers::words),
        once(
            copiedLabels,
            labels,
            NewLabelWaiver::label,
            NewLabelWaiver::justification,
            AddedWaivers::words));
  }

  /**
   * Adds waivers to an existing policy, and leaves out those that it has already. An existing
   * waiver with fields that this library does not know never counts as a duplicate, since one of
   * these fields may be an expiry.
   *
   * @param kept package waivers of the policy that the update keeps
   * @param keptLabels label waivers of the policy that the update keeps
   * @throws IllegalArgumentException if two new waivers exempt the same, but have different
   *     justifications
   */
  static AddedWaivers to(
      Collection<PackageWaiver> kept,
      List<NewPackageWaiver> packages,
      Collection<LabelWaiver> keptLabels,
      List<NewLabelWaiver> labels) {
    AddedWaivers added = beside(List.of(), packages, List.of(), labels);
    added.removePackages(kept);
    added.removeLabels(keptLabels);
    return added;
  }

  private static <W> List<W> once(
      List<W> copied,
      List<W> added,
      Function<W, Object> content,
      Function<W, String> reason,
      Function<W, String> words) {
    Map<Object, Map<String, W>> byContent = new LinkedHashMap<>();
    for (W waiver : copied) {
      byContent
          .computeIfAbsent(content.apply(waiver), absent -> new LinkedHashMap<>())
          .putIfAbsent(reason.apply(waiver), waiver);
    }
    for (W waiver : added) {
      Map<String, W> same =
          byContent.computeIfAbsent(content.apply(waiver), absent -> new LinkedHashMap<>());
      String why = reason.apply(waiver);
      if (!same.isEmpty() && !same.containsKey(why)) {
        throw new IllegalArgumentException(VisibleText.oneLine("two new waivers exempt "
            + words.apply(waiver) + ", with the justifications '"
            + String.join("', '", same.keySet()) + "' and '" + why + "'; add only one of them"));
      }
      same.putIfAbsent(why, waiver);
    }
    List<W> all = new ArrayList<>();
    byContent.values().forEach(same -> all.addAll(same.values()));
    return all;
  }

  private void removePackages(Collection<PackageWaiver> kept) {
    Map<Object, PackageWaiver> there = new HashMap<>();
    for (PackageWaiver waiver : kept) {
      if (waiver.unknownFields().isEmpty()) {
        there.putIfAbsent(content(waiver), waiver);
      }
    }
    packages.removeIf(waiver -> {
      PackageWaiver same = there.get(content(waiver));
      if (same != null) {
        note(
            UpdateNote.Kind.PACKAGE_WAIVER_EXISTS,
            same.id().wire(),
            "package waiver " + same.id() + " already exempts " + words(waiver));
      }
      return same != null;
    });
  }

  private void removeLabels(Collection<LabelWaiver> kept) {
    Map<String, LabelWaiver> there = new HashMap<>();
    for (LabelWaiver waiver : kept) {
      if (waiver.unknownFields().isEmpty()) {
        waiver.label().ifPresent(label -> there.putIfAbsent(label, waiver));
      }
    }
    labels.removeIf(waiver -> {
      LabelWaiver same = there.get(waiver.label());
      if (same != null) {
        note(
            UpdateNote.Kind.LABEL_WAIVER_EXISTS,
            same.id().wire(),
            "label waiver " + same.id() + " already exempts " + words(waiver));
      }
      return same != null;
    });
  }

  private void note(UpdateNote.Kind kind, String id, String text) {
    notes.add(NoteOfUpdate.of(kind, List.of(id), text + ", so it is kept and no waiver is added"));
  }

  private static String words(NewPackageWaiver waiver) {
    String versions = waiver.allVersions()
        ? "all versions"
        : "the versions " + String.join(", ", waiver.packageVersions());
    return versions + " of " + waiver.packageType() + " " + waiver.packageName();
  }

  private static String words(NewLabelWaiver waiver) {
    return "packages with the label " + waiver.label();
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

  /** A note for each waiver that was left out because the policy has it already. */
  List<UpdateNote> notes() {
    return notes;
  }
}
