package io.github.xrayclient.curation;

import io.github.xrayclient.curation.internal.fields.WaiverFields;
import io.github.xrayclient.curation.value.PackageType;
import java.util.List;
import java.util.function.UnaryOperator;

/** Makes a changed copy of a package waiver. The change may set what the server did not send. */
final class WaiverCopy {
  private WaiverCopy() {}

  /**
   * Returns the changed copy. If it lacks something that a new waiver needs, the message of the
   * exception names the old waiver.
   */
  static NewPackageWaiver changed(PackageWaiver waiver, UnaryOperator<NewPackageWaiver> change) {
    WaiverFields.refuseLoss(waiver.id(), waiver.unknownFields());
    NewPackageWaiver changed = change.apply(begun(waiver));
    return NewPackageWaiver.like(waiver.toBuilder()
        .packageType(changed.packageType())
        .packageName(changed.packageName())
        .allVersions(changed.allVersions())
        .packageVersions(changed.packageVersions())
        .justification(changed.justification())
        .build());
  }

  private static NewPackageWaiver begun(PackageWaiver waiver) {
    boolean all = waiver.allVersions().orElse(false);
    return ImmutableNewPackageWaiver.builder()
        .packageType(waiver.packageType().orElse(PackageType.of("")))
        .packageName(waiver.packageName().orElse(""))
        .allVersions(all)
        .packageVersions(all ? List.of() : waiver.packageVersions())
        .justification(waiver.justification().orElse(""))
        .build();
  }
}
