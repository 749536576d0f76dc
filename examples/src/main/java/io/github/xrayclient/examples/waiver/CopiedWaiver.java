package io.github.xrayclient.examples.waiver;

import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.CurationPolicyUpdate;
import io.github.xrayclient.curation.LabelWaiver;
import io.github.xrayclient.curation.LabelWaiverId;
import io.github.xrayclient.curation.NewLabelWaiver;
import io.github.xrayclient.curation.NewPackageWaiver;
import io.github.xrayclient.curation.PackageWaiver;
import io.github.xrayclient.curation.PackageWaiverId;
import java.util.List;
import java.util.function.Predicate;
import picocli.CommandLine.Option;

/** The options for the waiver to copy: its kind and ID. */
final class CopiedWaiver {
  @Option(
      names = "--waiver",
      paramLabel = "ID",
      description = "The ID of the package waiver to copy, from the field waivers of the policy in"
          + " curation-policies --format json.")
  String packageWaiver;

  @Option(
      names = "--label-waiver",
      paramLabel = "ID",
      description =
          "The ID of the label waiver to copy, from the field label_waivers. A package waiver may"
              + " have the same ID.")
  String labelWaiver;

  /** Adds a copy of the waiver, without the dropped fields, to the update of another policy. */
  void copy(CurationPolicy from, CurationPolicyUpdate.Builder update, String... droppedFields) {
    if (packageWaiver != null) {
      PackageWaiverId id = PackageWaiverId.of(packageWaiver);
      PackageWaiver copied = only(
              from, from.waivers(), waiver -> waiver.id().equals(id), "package waiver " + id)
          .droppingUnknownFields(droppedFields);
      update.addWaiver(NewPackageWaiver.like(copied));
    } else {
      LabelWaiverId id = LabelWaiverId.of(labelWaiver);
      LabelWaiver copied = only(
              from, from.labelWaivers(), waiver -> waiver.id().equals(id), "label waiver " + id)
          .droppingUnknownFields(droppedFields);
      update.addLabelWaiver(NewLabelWaiver.like(copied));
    }
  }

  private static <T> T only(CurationPolicy policy, List<T> waivers, Predicate<T> is, String what) {
    return waivers.stream()
        .filter(is)
        .findFirst()
        .orElseThrow(
            () -> new IllegalArgumentException("policy " + policy.id() + " has no " + what));
  }
}
