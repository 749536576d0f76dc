package io.github.xrayclient.curation;

import io.github.xrayclient.curation.internal.fields.WaiverFields;
import io.github.xrayclient.curation.value.LabelWaiverId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.PackageWaiverId;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.secret.VisibleText;
import io.github.xrayclient.internal.write.NoteOfUpdate;
import io.github.xrayclient.value.UpdateNote;
import io.github.xrayclient.value.WireValue;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/**
 * The methods of the builder of an update that drop and replace waivers, or add only those that the
 * policy does not have; {@code B} is the type of the builder.
 */
abstract class CurationWaiversBuilder<B> extends CurationPolicyBuilder<B> {
  private static final String PACKAGE_WAIVER = "package waiver";
  private static final String LABEL_WAIVER = "label waiver";

  final CurationPolicy base;
  final Set<PackageWaiverId> waivers = new LinkedHashSet<>();
  final Set<LabelWaiverId> labelWaivers = new LinkedHashSet<>();
  final Set<NewPackageWaiver> ensured = new LinkedHashSet<>();
  final Set<NewLabelWaiver> ensuredLabels = new LinkedHashSet<>();
  final List<UpdateNote> missing = new ArrayList<>();
  private final Set<String> droppedFields = new LinkedHashSet<>();

  CurationWaiversBuilder(CurationPolicy policy) {
    this.base = Objects.requireNonNull(policy, "policy");
    policy.waivers().forEach(waiver -> waivers.add(waiver.id()));
    policy.labelWaivers().forEach(waiver -> labelWaivers.add(waiver.id()));
  }

  /**
   * The policy that the update is made from, as it was read, for changes that depend on its values.
   */
  public CurationPolicy base() {
    return base;
  }

  /**
   * Adds a package waiver for those of its versions that the waivers of the policy do not exempt
   * yet. A waiver of all versions exempts every version. If all of the versions are exempt, no
   * waiver is added; if some of them are, the new waiver has only the others. The update has a note
   * about both. Unlike {@link #addWaiver}, this never adds a waiver that has no effect. A waiver
   * that the update drops, or that has fields that this version of the library does not know,
   * exempts nothing in this sense; but if the latter has the same versions and the same
   * justification, no waiver is added, so that repeating this call adds none. Waivers that are new
   * as well are not considered.
   */
  public B ensureWaiver(NewPackageWaiver waiver) {
    addWaiver(waiver);
    ensured.add(waiver);
    return self();
  }

  /** Adds package waivers, each as {@link #ensureWaiver ensureWaiver(..)} does. */
  public B ensureWaivers(Collection<NewPackageWaiver> waivers) {
    addWaivers(waivers);
    ensured.addAll(waivers);
    return self();
  }

  /**
   * Adds a label waiver if the policy has none for the label; otherwise the update has a note.
   * Unlike {@link #addLabelWaiver}, this adds none beside a waiver that has the same justification,
   * and fields that this version of the library does not know, so that repeating this call adds
   * none. A waiver that the update drops does not count.
   */
  public B ensureLabelWaiver(NewLabelWaiver waiver) {
    addLabelWaiver(waiver);
    ensuredLabels.add(waiver);
    return self();
  }

  /** Adds label waivers, each as {@link #ensureLabelWaiver ensureLabelWaiver(..)} does. */
  public B ensureLabelWaivers(Collection<NewLabelWaiver> waivers) {
    addLabelWaivers(waivers);
    ensuredLabels.addAll(waivers);
    return self();
  }

  /**
   * Deletes a package waiver.
   *
   * @throws IllegalArgumentException if the policy has no package waiver with this id
   */
  public B dropWaiver(PackageWaiverId id) {
    return drop(PACKAGE_WAIVER, waivers, id);
  }

  /**
   * Deletes a label waiver.
   *
   * @throws IllegalArgumentException if the policy has no label waiver with this id
   */
  public B dropLabelWaiver(LabelWaiverId id) {
    return drop(LABEL_WAIVER, labelWaivers, id);
  }

  /**
   * Deletes a package waiver. If the policy has none with this id, nothing is deleted, and the
   * update has a note about it.
   *
   * @throws IllegalArgumentException if the id is blank
   */
  public B dropWaiverIfPresent(PackageWaiverId id) {
    return dropIfPresent(PACKAGE_WAIVER, waivers, id, UpdateNote.Kind.NO_PACKAGE_WAIVER);
  }

  /**
   * Deletes a label waiver. If the policy has none with this id, nothing is deleted, and the update
   * has a note about it.
   *
   * @throws IllegalArgumentException if the id is blank
   */
  public B dropLabelWaiverIfPresent(LabelWaiverId id) {
    return dropIfPresent(LABEL_WAIVER, labelWaivers, id, UpdateNote.Kind.NO_LABEL_WAIVER);
  }

  /**
   * Deletes all waivers of a package, whichever versions they exempt. If there are none, nothing is
   * deleted, and the update has a note about it. Package types are compared without case, and names
   * exactly.
   *
   * @throws IllegalArgumentException if an argument is blank
   */
  public B dropWaiversOf(PackageType type, String name) {
    List<PackageWaiver> found = waiversOf(type, name);
    found.forEach(waiver -> dropWaiver(waiver.id()));
    if (found.isEmpty()) {
      note(UpdateNote.Kind.NO_PACKAGE_WAIVER, name, "for " + type + " " + name);
    }
    return self();
  }

  /**
   * Ends the exemption of these versions of a package. A waiver that exempts other versions as well
   * is replaced by a copy without these, as {@link #replaceWaiver} does. If no waiver exempts one
   * of the versions, the update has a note about it.
   *
   * @throws IllegalArgumentException if there is no version, an argument is blank, a waiver exempts
   *     all versions of the package, from which single ones cannot be taken out, or a waiver that
   *     has to be replaced cannot be copied
   */
  public B dropWaiversOf(PackageType type, String name, Collection<String> versions) {
    Set<String> ended =
        new LinkedHashSet<>(Arguments.some("versions", Arguments.texts("versions", versions)));
    Set<String> absent = new LinkedHashSet<>(ended);
    List<PackageWaiver> found = waiversOf(type, name);
    found.forEach(CurationWaiversBuilder::refuseAllVersions);
    for (PackageWaiver waiver : found) {
      List<String> left = new ArrayList<>(waiver.packageVersions());
      left.removeAll(ended);
      absent.removeAll(waiver.packageVersions());
      if (left.isEmpty()) {
        dropWaiver(waiver.id());
      } else if (left.size() < waiver.packageVersions().size()) {
        replaceWaiver(waiver.id(), old -> old.withVersions(left));
      }
    }
    for (String version : absent) {
      note(UpdateNote.Kind.NO_PACKAGE_WAIVER, name, "for " + type + " " + name + " " + version);
    }
    return self();
  }

  /**
   * Deletes all waivers of a label. If there are none, nothing is deleted, and the update has a
   * note about it. Labels are compared exactly.
   *
   * @throws IllegalArgumentException if the label is blank
   */
  public B dropLabelWaiversOf(String label) {
    Arguments.text("label", label);
    List<LabelWaiverId> found = base.labelWaivers().stream()
        .filter(waiver -> waiver.label().filter(label::equals).isPresent())
        .map(LabelWaiver::id)
        .filter(labelWaivers::contains)
        .collect(Collectors.toList());
    found.forEach(this::dropLabelWaiver);
    if (found.isEmpty()) {
      note(UpdateNote.Kind.NO_LABEL_WAIVER, label, "for the label " + label);
    }
    return self();
  }

  /**
   * Allows later calls of {@link #replaceWaiver replaceWaiver(..)} to replace waivers that have
   * these fields, which this version of the library does not know or could not read. The new
   * waivers do not have the fields. Names that a waiver does not have are ignored.
   *
   * @throws IllegalArgumentException if one of the names is blank, or that of a field that this
   *     library knows and could read in each waiver
   */
  public B droppingUnknownFields(String... names) {
    List<String> dropped = Arguments.elements("names", names);
    WaiverFields.checkDropped(dropped, base.waivers().stream().map(PackageWaiver::extras));
    droppedFields.addAll(dropped);
    return self();
  }

  /**
   * Replaces a package waiver by a changed copy, since servers offer no way to change a waiver:
   * the old waiver is deleted, and the new one gets a new id, author and time. A waiver with a
   * field that this version of the library does not know is not replaced, since the field may be
   * an expiry, unless {@link #droppingUnknownFields} names it.
   *
   * @param change receives a new waiver with the content of the old one. Versions and
   *     justification are empty if the server did not send them; the change has to set them then.
   * @throws IllegalArgumentException if the policy has no package waiver with this id, if the
   *     waiver has unknown fields, or if the changed waiver lacks its justification or its
   *     versions; the message names the fields
   */
  public B replaceWaiver(PackageWaiverId id, UnaryOperator<NewPackageWaiver> change) {
    Objects.requireNonNull(id, "id");
    Objects.requireNonNull(change, "change");
    PackageWaiver old = base.waivers().stream()
        .filter(waiver -> waiver.id().equals(id) && waivers.contains(id))
        .findFirst()
        .orElseThrow(() -> missing(PACKAGE_WAIVER, waivers, id));
    String[] dropped = WaiverFields.among(old.extras(), droppedFields);
    addWaiver(WaiverCopy.changed(old.droppingUnknownFields(dropped), change));
    return dropWaiver(id); // last, so that nothing is dropped if the change throws
  }

  private List<PackageWaiver> waiversOf(PackageType type, String name) {
    Arguments.word("type", type);
    Arguments.text("name", name);
    return base.waivers().stream()
        .filter(waiver -> waivers.contains(waiver.id()))
        .filter(waiver -> waiver.packageType().filter(type::equals).isPresent())
        .filter(waiver -> waiver.packageName().filter(name::equals).isPresent())
        .collect(Collectors.toList());
  }

  private static void refuseAllVersions(PackageWaiver waiver) {
    if (waiver.allVersions().orElse(false)) {
      throw new IllegalArgumentException(VisibleText.oneLine("package waiver " + waiver.id()
          + " exempts all versions of " + waiver.packageName().orElse("")
          + ", so single versions cannot be taken out of it; delete the whole waiver, and add one for"
          + " the versions that stay exempt"));
    }
  }

  private <I extends WireValue> B drop(String what, Set<I> kept, I id) {
    if (!kept.remove(Objects.requireNonNull(id, "id"))) {
      throw missing(what, kept, id);
    }
    return self();
  }

  private <I extends WireValue> B dropIfPresent(
      String what, Set<I> kept, I id, UpdateNote.Kind kind) {
    if (!kept.remove(Arguments.id("id", id))) {
      String others = kept.isEmpty() ? "" : "; its " + what + "s are " + kept;
      missing.add(NoteOfUpdate.of(
          kind, List.of(id.wire()), "policy " + base.id() + " has no " + what + " " + id + others));
    }
    return self();
  }

  private void note(UpdateNote.Kind kind, String object, String what) {
    String waiver = kind == UpdateNote.Kind.NO_LABEL_WAIVER ? LABEL_WAIVER : PACKAGE_WAIVER;
    missing.add(NoteOfUpdate.of(
        kind, List.of(object), "policy " + base.id() + " has no " + waiver + " " + what));
  }

  private IllegalArgumentException missing(String what, Object kept, Object id) {
    return new IllegalArgumentException(
        "policy " + base.id() + " has no " + what + " " + id + "; its " + what + "s are " + kept);
  }
}
