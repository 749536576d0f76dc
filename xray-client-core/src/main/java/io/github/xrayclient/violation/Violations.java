package io.github.xrayclient.violation;

import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.violation.ViolationListing;
import io.github.xrayclient.internal.violation.ViolationStart;
import java.util.Objects;
import java.util.Optional;

/** Violations, as {@code XrayClient.violations()} gives them. Immutable and thread-safe. */
public final class Violations {
  private final ApiCalls xray;
  private final String projectKey;

  /** The violations that a client sees. */
  public Violations(ApiCalls xray) {
    this(xray, "");
  }

  private Violations(ApiCalls xray, String projectKey) {
    this.xray = Objects.requireNonNull(xray, "xray");
    this.projectKey = projectKey;
  }

  /**
   * This service for one project.
   *
   * @throws IllegalArgumentException if the key is blank
   */
  public Violations inProject(String key) {
    return new Violations(xray, Arguments.checked("projectKey", key));
  }

  /** The violations of a watch, of artifacts or of a time, to filter and walk. */
  public ViolationScope list() {
    Optional<String> project = Optional.of(projectKey).filter(key -> !key.isEmpty());
    return new ViolationStart(ViolationListing.of(xray, project));
  }
}
