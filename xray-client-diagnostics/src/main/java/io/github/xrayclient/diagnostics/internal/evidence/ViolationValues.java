package io.github.xrayclient.diagnostics.internal.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.diagnostics.explanation.BlockingViolation;
import io.github.xrayclient.violation.Violation;
import java.util.List;
import java.util.stream.Collectors;

/** Converts a violation into the value that explanations contain. */
final class ViolationValues {
  private ViolationValues() {}

  static BlockingViolation of(Violation violation) {
    return BlockingViolation.builder()
        .id(violation.issueId().or(violation::violationId))
        .cves(cves(violation))
        .component(
            violation.infectedComponents().stream().filter(id -> !id.isEmpty()).findFirst())
        .severity(violation.severity())
        .fixVersions(violation.fixVersions())
        .url(violation.detailsUrl())
        .build();
  }

  /** The CVEs of a violation; empty if it has none. */
  static List<String> cves(Violation violation) {
    return violation.properties().stream()
        .map(property -> property.path("cve"))
        .filter(JsonNode::isTextual)
        .map(JsonNode::textValue)
        .filter(cve -> !cve.isEmpty())
        .distinct()
        .collect(Collectors.toList());
  }
}
