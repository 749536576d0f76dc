package io.github.xrayclient.internal.write;

import static io.github.xrayclient.internal.write.WireField.field;

/** The fields of ignore rules. Only fields that are known to be editable are sent. */
public final class IgnoreRuleFields {
  /** The table, which also contains the fields of filters. */
  public static final WireFields FIELDS = WireFields.of(
          field("notes").editable(),
          field("expires_at").editable().time(),
          field("ignore_filters").editable().of(filters()))
      .withSetByServer(
          "author", "created", "is_expired", "deleted_by", "deleted_at", "project_key");

  private IgnoreRuleFields() {}

  private static WireFields filters() {
    return WireFields.none()
        .withUnordered(
            "vulnerabilities",
            "cves",
            "licenses",
            "policies",
            "watches",
            "projects",
            "operational_risk",
            "git_repositories",
            "components",
            "artifacts",
            "builds",
            "release-bundles",
            "release_bundles_v2",
            "docker-layers",
            "repositories",
            "scanners",
            "categories",
            "file_path",
            "file_path_pattern",
            "fingerprints",
            "fingerprint",
            "rule")
        .withWords("type", "package_type", "risk", "min_severity", "categories")
        .identifiedBy("type", "name", "version", "path");
  }
}
