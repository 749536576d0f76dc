package io.github.xrayclient.examples.waiver;

import io.github.xrayclient.curation.CurationPolicyUpdate;
import io.github.xrayclient.curation.value.LabelWaiverId;
import io.github.xrayclient.curation.value.PackageWaiverId;
import java.util.List;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Option;

/** The options for which waivers to delete: by ID, by package or by label. */
final class DroppedWaivers {
  @Option(
      names = "--waiver",
      paramLabel = "ID",
      description = "The ID of a package waiver to delete, as printed by waive. Repeat the option"
          + " for several waivers. Only with one --policy.")
  List<String> packageWaivers = List.of();

  @Option(
      names = "--label-waiver",
      paramLabel = "ID",
      description = "The ID of a label waiver to delete. A package waiver may have the same ID."
          + " Repeat the option for several waivers. Only with one --policy.")
  List<String> labelWaivers = List.of();

  @ArgGroup(exclusive = false)
  NamedPackage one;

  @Option(
      names = "--label",
      paramLabel = "LABEL",
      description = "A label whose waivers are deleted. Repeat the option for several labels.")
  List<String> labels = List.of();

  /** Refuses IDs for several policies, since each policy numbers its waivers by itself. */
  void check(int policies) {
    if (policies > 1 && !(packageWaivers.isEmpty() && labelWaivers.isEmpty())) {
      throw new IllegalArgumentException("--waiver and --label-waiver name waivers of one policy,"
          + " but --policy is given " + policies + " times; run the command for each policy");
    }
  }

  void drop(CurationPolicyUpdate.Builder update, String... droppedFields) {
    packageWaivers.forEach(id -> update.dropWaiverIfPresent(PackageWaiverId.of(id)));
    labelWaivers.forEach(id -> update.dropLabelWaiverIfPresent(LabelWaiverId.of(id)));
    labels.forEach(update::dropLabelWaiversOf);
    if (one != null && one.versions.isEmpty()) {
      update.dropWaiversOf(one.type, one.name);
    } else if (one != null) {
      update.droppingUnknownFields(droppedFields);
      update.dropWaiversOf(one.type, one.name, one.versions);
    }
  }
}
