package io.github.xrayclient.examples.waiver;

import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.CurationPolicyUpdate;
import io.github.xrayclient.curation.LabelWaiver;
import io.github.xrayclient.curation.NewLabelWaiver;
import io.github.xrayclient.curation.NewPackageWaiver;
import io.github.xrayclient.curation.PackageWaiver;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The options for the waivers to copy: their kind and IDs. */
final class CopiedWaivers {
  @Option(
      names = "--waiver",
      paramLabel = "ID",
      description = "The ID of a package waiver to copy, as listed by who-waived. Repeat the option"
          + " for several waivers.")
  List<String> packageWaivers = List.of();

  @Option(
      names = "--label-waiver",
      paramLabel = "ID",
      description =
          "The ID of a label waiver to copy. A package waiver may have the same ID. Repeat"
              + " the option for several waivers.")
  List<String> labelWaivers = List.of();

  /** Adds copies of the waivers, without the dropped fields, to the update of another policy. */
  void copy(CurationPolicy from, CurationPolicyUpdate.Builder update, String... droppedFields) {
    for (String id : packageWaivers) {
      PackageWaiver copied = only(
              from, from.waivers(), waiver -> waiver.id().wire().equals(id), "package waiver " + id)
          .droppingUnknownFields(droppedFields);
      update.ensureWaiver(NewPackageWaiver.like(copied));
    }
    for (String id : labelWaivers) {
      LabelWaiver copied = only(
              from,
              from.labelWaivers(),
              waiver -> waiver.id().wire().equals(id),
              "label waiver " + id)
          .droppingUnknownFields(droppedFields);
      update.ensureLabelWaiver(NewLabelWaiver.like(copied));
    }
  }

  private static <T> T only(CurationPolicy policy, List<T> waivers, Predicate<T> is, String what) {
    List<T> found = waivers.stream().filter(is).collect(Collectors.toList());
    if (found.isEmpty()) {
      throw new IllegalArgumentException("policy " + policy.id() + " has no " + what
          + "; who-waived --policy " + policy.id() + " lists its waivers");
    }
    return found.get(0);
  }
}
