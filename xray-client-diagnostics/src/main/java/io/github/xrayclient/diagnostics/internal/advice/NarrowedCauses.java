package io.github.xrayclient.diagnostics.internal.advice;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockingViolation;
import io.github.xrayclient.diagnostics.internal.evidence.read.ArtifactLocation;
import io.github.xrayclient.ignorerule.NarrowestFilters;
import java.util.List;
import java.util.stream.Collectors;

/**
 * Limits the proposed ignore rules to the artifact that was asked about. A violation may name
 * further artifacts with the same component, which the rule must not cover.
 */
final class NarrowedCauses {
  private final List<String> locations;

  private NarrowedCauses(List<ArtifactLocation> locations) {
    this.locations = locations.stream()
        .map(location -> "default/" + location)
        .collect(Collectors.toUnmodifiableList());
  }

  /**
   * @param locations where the artifact can be; if there are none, nothing is changed
   */
  static List<BlockCause> of(List<BlockCause> causes, List<ArtifactLocation> locations) {
    NarrowedCauses narrowed = new NarrowedCauses(locations);
    return locations.isEmpty()
        ? causes
        : causes.stream().map(narrowed::narrow).collect(Collectors.toUnmodifiableList());
  }

  private BlockCause narrow(BlockCause cause) {
    return cause.toBuilder()
        .violations(cause.violations().stream().map(this::narrow).collect(Collectors.toList()))
        .build();
  }

  private BlockingViolation narrow(BlockingViolation violation) {
    return violation.toBuilder()
        .ignoreFilters(violation
            .ignoreFilters()
            .map(filters -> NarrowestFilters.inArtifact(filters, locations)))
        .build();
  }
}
