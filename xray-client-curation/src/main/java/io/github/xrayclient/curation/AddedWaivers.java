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
 * The new waivers of a draft or an update: each once, and none that the policy has already. Waivers
 * are the same if they exempt the same. The type of a package is compared without case, and versions
 * without order; names, versions and labels are compared exactly.
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
   * Adds waivers to those of an earlier policy, which may exempt the same for several reasons.
   *
   * @throws IllegalArgumentException if a waiver that is added exempts the same as another one, but
   *     for another reason
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
   * Leaves out what is there. A waiver with fields that the library does not know is never the same as
   * a new one, since one of them may be an expiry.
   *
   * @param kept waivers of the policy that stay
   * @param keptLabels label waivers of the policy that stay
   * @throws IllegalArgumentException if two new waivers exempt the same for different reasons
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
    notes.add(NoteOfUpdate.of(kind, List.of(id), text + ", so it stays and none is added"));
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

  /** Which waivers are there already. */
  List<UpdateNote> notes() {
    return notes;
  }
}
