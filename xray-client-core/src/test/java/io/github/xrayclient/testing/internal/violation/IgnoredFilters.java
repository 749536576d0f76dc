package io.github.xrayclient.testing.internal.violation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.store.Trees;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * The filters of the search for ignored violations, which are those of ignore rules. A violation
 * must match all filters that are given, each by one of its values.
 */
final class IgnoredFilters {
  private final ObjectNode given;

  IgnoredFilters(ObjectNode given) {
    this.given = given;
  }

  boolean accept(ObjectNode violation) {
    return given.properties().stream()
        .filter(filter -> !Trees.isEmpty(filter.getValue()))
        .allMatch(filter -> accepts(filter, violation));
  }

  private static boolean accepts(Map.Entry<String, JsonNode> filter, ObjectNode violation) {
    if (!filter.getValue().isArray()) {
      throw Refusal.error(400, "Failed to parse filters: " + filter.getKey() + " must be a list");
    }
    return StreamSupport.stream(filter.getValue().spliterator(), false)
        .anyMatch(wanted -> accepts(filter.getKey(), wanted, violation));
  }

  private static boolean accepts(String filter, JsonNode wanted, ObjectNode violation) {
    String text = Trees.text(wanted);
    switch (filter) {
      case "watches":
        return Trees.text(violation, "watch_name").equals(text);
      case "policies":
        return violation.path("matched_policies").findValuesAsText("policy").contains(text);
      case "vulnerabilities":
        return Trees.text(violation, "issue_id").equals(text);
      case "cves":
        return StoredViolation.cves(violation).contains(text);
      case "licenses":
        return Trees.text(violation, "type").equals("License")
            && Trees.text(violation, "issue_id").equals(text);
      case "operational_risk":
        return Trees.text(violation, "type").equals("Operational_Risk");
      case "git_repositories":
        return Trees.text(violation, "impacted_git_repository").equals(text);
      case "components":
        return named(wanted, StoredViolation.texts(violation, "infected_components").stream(), ':');
      case "artifacts":
        return named(
            wanted, StoredViolation.artifacts(violation).stream().map(IgnoredFilters::name), '\0');
      case "builds":
      case "release_bundles_v2":
        return stored(wanted, violation.path(filter));
      case "release-bundles":
      case "release_bundles":
        return stored(wanted, violation.path("release_bundles"));
      default:
        throw Refusal.error(501, "FakeXray cannot search for ignored violations by " + filter);
    }
  }

  /**
   * Whether a text is the wanted name, followed by the wanted version.
   *
   * @param before the character before a version
   */
  private static boolean named(JsonNode wanted, Stream<String> texts, char before) {
    String name = Trees.text(wanted, "name");
    String version = Trees.text(wanted, "version");
    return texts.anyMatch(text -> {
      int end = text.lastIndexOf(before);
      String own = end < 0 ? text : text.substring(0, end);
      return own.equals(name) && (version.isEmpty() || text.substring(end + 1).equals(version));
    });
  }

  /** Builds have a number, which is the version of the filter. */
  private static boolean stored(JsonNode wanted, JsonNode list) {
    String version = Trees.text(wanted, "version");
    return Trees.objects(list).stream()
        .filter(object -> Trees.text(object, "name").equals(Trees.text(wanted, "name")))
        .anyMatch(object -> version.isEmpty()
            || List.of(Trees.text(object, "number"), Trees.text(object, "version"))
                .contains(version));
  }

  /** The last element of a path, such as the name of a file. */
  static String name(String artifact) {
    String path = artifact.replaceAll("/+$", "");
    return path.substring(path.lastIndexOf('/') + 1);
  }
}
