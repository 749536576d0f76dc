package io.github.xrayclient.examples;

import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.CurationPolicyUpdate;
import io.github.xrayclient.curation.LabelWaiver;
import io.github.xrayclient.curation.LabelWaiverId;
import io.github.xrayclient.curation.NewLabelWaiver;
import io.github.xrayclient.curation.NewPackageWaiver;
import io.github.xrayclient.curation.PackageWaiver;
import io.github.xrayclient.curation.PackageWaiverId;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The waiver to copy, by its type and id. */
final class CopiedWaiver {
  @Option(names = "--waiver", paramLabel = "ID", description = "A package waiver.")
  String packageWaiver;

  @Option(names = "--label-waiver", paramLabel = "ID", description = "A label waiver.")
  String labelWaiver;

  /** Adds it to an update of another policy, without the fields that may be dropped. */
  void copy(CurationPolicy from, CurationPolicyUpdate.Builder update, String... droppedFields) {
    if (packageWaiver != null) {
      PackageWaiverId id = PackageWaiverId.of(packageWaiver);
      PackageWaiver copied = only(
              from, from.waivers(), waiver -> waiver.id().equals(id), "waiver " + id)
          .droppingUnknownFields(droppedFields);
      refuseUnknown("waiver " + id, copied.unknownFields());
      update.addWaiver(NewPackageWaiver.like(copied));
    } else {
      LabelWaiverId id = LabelWaiverId.of(labelWaiver);
      LabelWaiver copied = only(
              from, from.labelWaivers(), waiver -> waiver.id().equals(id), "label waiver " + id)
          .droppingUnknownFields(droppedFields);
      refuseUnknown("label waiver " + id, copied.unknownFields());
      update.addLabelWaiver(NewLabelWaiver.like(copied));
    }
  }

  private static <T> T only(CurationPolicy policy, List<T> waivers, Predicate<T> is, String what) {
    return waivers.stream()
        .filter(is)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(what + " is not in policy " + policy.id()));
  }

  /** Refuses what the library would refuse as well, but names the option of the command line. */
  private static void refuseUnknown(String what, Set<String> fields) {
    if (!fields.isEmpty()) {
      String options =
          fields.stream().map(field -> "--drop-field " + field).collect(Collectors.joining(" "));
      throw new IllegalArgumentException(what + " has fields that the library does not know and"
          + " cannot copy: " + String.join(", ", fields) + "; to copy it without them, give "
          + options);
    }
  }
}
