package io.github.xrayclient.internal.violation;

import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.violation.ViolationScope;
import io.github.xrayclient.violation.Violations;
import java.util.Objects;
import java.util.Optional;

/** Creates listings of violations. */
public final class ViolationService implements Violations {
  private final ApiCalls xray;
  private final String projectKey;

  public ViolationService(ApiCalls xray) {
    this(xray, "");
  }

  private ViolationService(ApiCalls xray, String projectKey) {
    this.xray = Objects.requireNonNull(xray, "xray");
    this.projectKey = projectKey;
  }

  @Override
  public Violations inProject(String key) {
    return new ViolationService(xray, Arguments.checked("key", key));
  }

  @Override
  public ViolationScope list() {
    Optional<String> project = Optional.of(projectKey).filter(key -> !key.isEmpty());
    return new ViolationStart(ViolationListing.of(xray, project));
  }
}
