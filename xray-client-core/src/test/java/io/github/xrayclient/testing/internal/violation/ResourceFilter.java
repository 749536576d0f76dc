package io.github.xrayclient.testing.internal.violation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.internal.http.Refusal;
import io.github.xrayclient.testing.internal.store.Trees;

/** The filter by resources. A violation matches if it was found in one of them. */
final class ResourceFilter {
  private final JsonNode resources;

  ResourceFilter(JsonNode resources) {
    this.resources = resources;
  }

  boolean isEmpty() {
    return resources.properties().stream().allMatch(resource -> Trees.isEmpty(resource.getValue()));
  }

  boolean accepts(ObjectNode violation) {
    return resources.properties().stream()
        .anyMatch(kind -> Trees.objects(kind.getValue()).stream()
            .anyMatch(wanted -> isIn(kind.getKey(), wanted, violation)));
  }

  private static boolean isIn(String kind, ObjectNode wanted, ObjectNode violation) {
    switch (kind) {
      case "artifacts":
        String end = "/" + Trees.text(wanted, "repo") + "/" + path(Trees.text(wanted, "path"));
        return StoredViolation.artifacts(violation).stream()
            .anyMatch(artifact -> ("/" + path(artifact)).endsWith(end));
      case "git_repositories":
        return Trees.text(violation, "impacted_git_repository").equals(Trees.text(wanted, "name"));
      case "builds":
      case "release_bundles":
      case "release_bundles_v2":
        return Trees.objects(violation.path(kind)).stream()
            .anyMatch(stored -> wanted.properties().stream()
                .allMatch(member ->
                    Trees.text(stored, member.getKey()).equals(Trees.text(member.getValue()))));
      default:
        throw Refusal.error(501, "FakeXray cannot search by " + kind);
    }
  }

  /** Returns a path without slashes around it; the path of an image is that of its folder. */
  private static String path(String text) {
    return text.replaceAll("^/+|/+$", "").replaceAll("/(list\\.)?manifest\\.json$", "");
  }
}
