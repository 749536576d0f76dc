package io.github.xrayclient.violation;

import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.internal.call.Arguments;
import java.util.Objects;

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

  /** A search, to narrow and walk. One page may take up to 120 seconds. */
  public ViolationQuery search() {
    return ViolationQuery.of(xray, projectKey);
  }
}
