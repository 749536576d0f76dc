package io.github.xrayclient.examples.waiver;

import io.github.xrayclient.curation.LabelWaiver;
import io.github.xrayclient.curation.PackageWaiver;

/** Words for waivers. */
final class WaiverWords {
  private WaiverWords() {}

  /** The package that a waiver exempts. */
  static String exempt(PackageWaiver waiver) {
    return waiver.packageType().map(type -> type + " ").orElse("")
        + waiver.packageName().orElse("");
  }

  /** The packages that a waiver exempts. */
  static String exempt(LabelWaiver waiver) {
    return "label " + waiver.label().orElse("");
  }

  static String versions(PackageWaiver waiver) {
    return waiver.packageVersions().isEmpty() ? "all" : String.join(", ", waiver.packageVersions());
  }
}
