package io.github.xrayclient.curation;

import io.github.xrayclient.internal.secret.VisibleText;
import io.github.xrayclient.internal.write.NoteOfUpdate;
import io.github.xrayclient.value.UpdateNote;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

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
   * @param ensured those of the new package waivers of which only the versions are added that no
   *     kept waiver exempts
   * @param ensuredLabels those of the new label waivers that are not added beside a kept waiver
   *     with the same justification
   * @throws IllegalArgumentException if two new waivers exempt the same, but have different
   *     justifications
   */
  static AddedWaivers to(
      Collection<PackageWaiver> kept,
      List<NewPackageWaiver> packages,
      Collection<LabelWaiver> keptLabels,
      List<NewLabelWaiver> labels,
      Set<NewPackageWaiver> ensured,
      Set<NewLabelWaiver> ensuredLabels) {
    AddedWaivers added = beside(List.of(), packages, List.of(), labels);
    added.removePackages(new KeptWaivers(kept), ensured);
    added.removeLabels(new KeptLabelWaivers(keptLabels), ensuredLabels);
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

  private void removePackages(KeptWaivers kept, Set<NewPackageWaiver> ensured) {
    List<NewPackageWaiver> missing = new ArrayList<>();
    for (NewPackageWaiver waiver : packages) {
      Optional<PackageWaiver> same = kept.same(waiver);
      if (same.isPresent()) {
        noteExisting(List.of(same.get()), waiver);
      } else if (ensured.contains(waiver) && kept.repeated(waiver).isPresent()) {
        noteRepeated(kept.repeated(waiver).orElseThrow(), waiver);
      } else if (ensured.contains(waiver)) {
        missing(kept, waiver).ifPresent(missing::add);
      } else {
        missing.add(waiver);
      }
    }
    missing.forEach(waiver -> noteUncertain(kept.uncertain(waiver), waiver));
    packages.clear();
    packages.addAll(missing);
  }

  /** Returns a waiver of what the policy does not exempt yet; empty if it exempts everything. */
  private Optional<NewPackageWaiver> missing(KeptWaivers kept, NewPackageWaiver waiver) {
    KeptWaivers.Overlap overlap = kept.overlap(waiver);
    if (overlap.by.isEmpty()) {
      return Optional.of(waiver);
    }
    if (overlap.missing.isEmpty()) {
      noteExisting(overlap.by, waiver);
      return Optional.empty();
    }
    NewPackageWaiver rest = waiver.withVersions(overlap.missing);
    note(
        UpdateNote.Kind.PACKAGE_WAIVER_REDUCED,
        overlap.by,
        exempting(overlap.by) + " some of " + words(waiver) + ", so a waiver is added for "
            + words(rest) + " only");
    return Optional.of(rest);
  }

  private void noteExisting(List<PackageWaiver> there, NewPackageWaiver waiver) {
    note(
        UpdateNote.Kind.PACKAGE_WAIVER_EXISTS,
        there,
        exempting(there) + " " + words(waiver)
            + (there.size() == 1
                ? ", so it is kept and no waiver is added"
                : ", so no waiver is added"));
  }

  private void noteRepeated(PackageWaiver there, NewPackageWaiver waiver) {
    note(
        UpdateNote.Kind.PACKAGE_WAIVER_MAY_EXIST,
        List.of(there),
        "package waiver " + there.id() + " for " + words(waiver) + repeated(there.unknownFields()));
  }

  private static String repeated(Collection<String> unknownFields) {
    return " has the same justification, so no waiver is added; it has fields that this library"
        + " does not know (" + String.join(", ", unknownFields)
        + "), so if it is no longer in force, drop it first or give another justification";
  }

  private void noteUncertain(List<PackageWaiver> there, NewPackageWaiver waiver) {
    for (PackageWaiver uncertain : there) {
      note(
          UpdateNote.Kind.PACKAGE_WAIVER_MAY_EXIST,
          List.of(uncertain),
          "package waiver " + uncertain.id() + " may already exempt "
              + waiver.packageType() + " " + waiver.packageName()
              + uncertain(uncertain.unknownFields()));
    }
  }

  private static String uncertain(Collection<String> unknownFields) {
    return ", but has fields that this library does not know (" + String.join(", ", unknownFields)
        + "), so a waiver is added beside it";
  }

  private static String exempting(List<PackageWaiver> waivers) {
    String ids =
        waivers.stream().map(waiver -> waiver.id().wire()).collect(Collectors.joining(", "));
    return waivers.size() == 1
        ? "package waiver " + ids + " already exempts"
        : "package waivers " + ids + " already exempt";
  }

  private void removeLabels(KeptLabelWaivers kept, Set<NewLabelWaiver> ensured) {
    labels.removeIf(waiver -> {
      Optional<LabelWaiver> same = kept.same(waiver);
      if (same.isPresent()) {
        note(
            UpdateNote.Kind.LABEL_WAIVER_EXISTS,
            same.get(),
            "already exempts " + words(waiver) + ", so it is kept and no waiver is added");
        return true;
      }
      Optional<LabelWaiver> repeated =
          ensured.contains(waiver) ? kept.repeated(waiver) : Optional.empty();
      if (repeated.isPresent()) {
        note(
            UpdateNote.Kind.LABEL_WAIVER_MAY_EXIST,
            repeated.get(),
            "for " + words(waiver) + repeated(repeated.get().unknownFields()));
        return true;
      }
      kept.uncertain(waiver)
          .ifPresent(other -> note(
              UpdateNote.Kind.LABEL_WAIVER_MAY_EXIST,
              other,
              "may already exempt " + words(waiver) + uncertain(other.unknownFields())));
      return false;
    });
  }

  private void note(UpdateNote.Kind kind, List<PackageWaiver> waivers, String text) {
    notes.add(NoteOfUpdate.of(
        kind,
        waivers.stream().map(waiver -> waiver.id().wire()).collect(Collectors.toList()),
        text));
  }

  private void note(UpdateNote.Kind kind, LabelWaiver waiver, String text) {
    notes.add(NoteOfUpdate.of(
        kind, List.of(waiver.id().wire()), "label waiver " + waiver.id() + " " + text));
  }

  private static String words(NewPackageWaiver waiver) {
    String versions = waiver.allVersions()
        ? "all versions"
        : (waiver.packageVersions().size() == 1 ? "the version " : "the versions ")
            + String.join(", ", waiver.packageVersions());
    return versions + " of " + waiver.packageType() + " " + waiver.packageName();
  }

  private static String words(NewLabelWaiver waiver) {
    return "packages with the label " + waiver.label();
  }

  private static Object content(NewPackageWaiver waiver) {
    return Arrays.asList(
        waiver.packageType(),
        waiver.packageName(),
        waiver.allVersions(),
        Set.copyOf(waiver.packageVersions()));
  }

  /** The package waivers to add. */
  List<NewPackageWaiver> packages() {
    return packages;
  }

  /** The label waivers to add. */
  List<NewLabelWaiver> labels() {
    return labels;
  }

  /** A note for each waiver that was left out, reduced, or added beside one that may be the same. */
  List<UpdateNote> notes() {
    return notes;
  }
}
