package io.github.xrayclient.internal.violation;

import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.internal.call.AnySuccess;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.paging.Walk;
import io.github.xrayclient.internal.write.VerifiedWrite;
import io.github.xrayclient.internal.write.WriteVerification;
import io.github.xrayclient.violation.IgnoredOfWatchQuery;
import io.github.xrayclient.violation.IgnoredViolationQuery;
import io.github.xrayclient.violation.Violation;
import io.github.xrayclient.violation.ViolationId;
import io.github.xrayclient.violation.ViolationScope;
import io.github.xrayclient.violation.Violations;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Creates listings of violations, and restores ignored ones. */
public final class ViolationService implements Violations {
  private static final int MOST_IDS = 500;
  private static final int MOST_SEARCHED = 10_000;

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
    return new ViolationStart(ViolationListing.of(xray, project()));
  }

  @Override
  public IgnoredViolationQuery ignored() {
    return new IgnoredViolationListing(IgnoredPages.search(xray, project()), Walk.standard());
  }

  @Override
  public IgnoredOfWatchQuery ignoredOfWatch(String name) {
    Arguments.name("name", name);
    return new IgnoredOfWatchListing(IgnoredPages.ofWatch(xray, project(), name), Walk.standard());
  }

  @Override
  public void restore(Collection<ViolationId> ids) {
    List<ViolationId> checked = Arguments.some("ids", ids);
    for (int i = 0; i < checked.size(); i++) {
      Arguments.checked("ids[" + i + "]", checked.get(i).wire());
    }
    if (checked.size() > MOST_IDS) {
      throw new IllegalArgumentException("ids must have at most " + MOST_IDS + " elements, which is"
          + " the limit of servers, but had " + checked.size()
          + "; call restore(..) several times");
    }
    ApiCall<ApiResponse> post =
        xray.call("POST", "/xray/api/v1/violations/restore").since("3.16");
    VerifiedWrite.send(
        project()
            .map(key -> post.query("projectKey", key))
            .orElse(post)
            .body(Map.of("ids", checked))
            .decodedBy(AnySuccess::read),
        () -> doCount(checked) ? WriteVerification.applied(true) : WriteVerification.unchanged());
  }

  /** Whether a search finds all violations, and none is ignored. An absent one proves nothing. */
  private boolean doCount(Collection<ViolationId> ids) {
    Set<ViolationId> missing = new HashSet<>(ids);
    return list().everything().includeDetails().stream()
        .limit(MOST_SEARCHED)
        .filter(ViolationService::doesCount)
        .anyMatch(violation ->
            violation.violationId().filter(missing::remove).isPresent() && missing.isEmpty());
  }

  private static boolean doesCount(Violation violation) {
    return !violation.matchedPolicies().isEmpty()
        && violation.matchedPolicies().stream()
            .noneMatch(matched -> matched.ignored().orElse(true));
  }

  private Optional<String> project() {
    return Optional.of(projectKey).filter(key -> !key.isEmpty());
  }
}
