package io.github.xrayclient.internal.write;

import static io.github.xrayclient.internal.write.WireField.field;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.internal.json.Json;
import java.util.Optional;

/** The fields of ignore rules. Only fields that are known to be editable are sent. */
public final class IgnoreRuleFields {
  /** The table, which also contains the fields of filters. */
  public static final WireFields FIELDS = WireFields.of(
          field("notes").editable(),
          field("expires_at").editable().time(),
          field("ignore_filters").editable().of(filters()))
      .withSetByServer(
          "author", "created", "is_expired", "deleted_by", "deleted_at", "project_key");

  private static final WireFields FILTERS = filters();

  private IgnoreRuleFields() {}

  /**
   * Whether the filters of a stored rule cover what is wanted, and nothing else.
   *
   * @param project the project in which the rule was created, which servers add to its filters
   */
  public static boolean areSameFilters(Object wanted, Object stored, Optional<String> project) {
    JsonNode expected = Json.MAPPER.valueToTree(wanted);
    JsonNode actual = Json.MAPPER.valueToTree(stored);
    JsonNode added = actual.path("projects");
    boolean isAdded = project.isPresent()
        && !expected.has("projects")
        && added.size() == 1
        && added.path(0).asText().equals(project.get());
    return TreeDiff.between(
            FILTERS, expected, isAdded ? ((ObjectNode) actual).without("projects") : actual)
        .isEmpty();
  }

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
