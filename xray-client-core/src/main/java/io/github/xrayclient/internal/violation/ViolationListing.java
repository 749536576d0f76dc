package io.github.xrayclient.internal.violation;

import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.call.Rfc3339;
import io.github.xrayclient.internal.paging.Walk;
import io.github.xrayclient.internal.paging.WalkedQuery;
import io.github.xrayclient.value.Direction;
import io.github.xrayclient.value.Severity;
import io.github.xrayclient.violation.Violation;
import io.github.xrayclient.violation.ViolationQuery;
import io.github.xrayclient.violation.ViolationType;
import java.time.Instant;
import java.util.Optional;

/** Lists violations by the REST API. Immutable and thread-safe. */
public final class ViolationListing extends WalkedQuery<Violation, ViolationPages, ViolationQuery>
    implements ViolationQuery {
  private ViolationListing(ViolationPages pages, Walk walk) {
    super(pages, walk);
  }

  /** Returns the listing of all violations; of one project, if a key is given. */
  public static ViolationQuery of(ApiCalls xray, Optional<String> projectKey) {
    return new ViolationListing(ViolationPages.of(xray, projectKey), Walk.standard());
  }

  @Override
  protected ViolationQuery query(ViolationPages pages, Walk walk) {
    return new ViolationListing(pages, walk);
  }

  @Override
  public ViolationQuery watch(String name) {
    return filtered("watch_name", Arguments.checked("name", name));
  }

  @Override
  public ViolationQuery artifact(String repository, String path) {
    return over(source()
        .withArtifact(
            Arguments.checked("repository", repository), Arguments.checked("path", path)));
  }

  @Override
  public ViolationQuery createdFrom(Instant time) {
    return filtered("created_from", Rfc3339.text(time));
  }

  @Override
  public ViolationQuery createdUntil(Instant time) {
    return filtered("created_until", Rfc3339.text(time));
  }

  @Override
  public ViolationQuery type(ViolationType type) {
    return filtered("violation_type", Arguments.word("type", type));
  }

  @Override
  public ViolationQuery minSeverity(Severity severity) {
    return filtered("min_severity", Arguments.word("severity", severity));
  }

  @Override
  public ViolationQuery cve(String id) {
    return filtered("cve_id", Arguments.checked("id", id));
  }

  @Override
  public ViolationQuery issue(String id) {
    return filtered("issue_id", Arguments.checked("id", id));
  }

  @Override
  public ViolationQuery nameContains(String text) {
    return filtered("name_contains", Arguments.checked("text", text));
  }

  @Override
  public ViolationQuery includeDetails() {
    return filtered("include_details", true);
  }

  @Override
  public ViolationQuery orderBy(OrderBy order) {
    return over(source().sorted("order_by", Arguments.word("order (order_by)", order)));
  }

  @Override
  public ViolationQuery direction(Direction direction) {
    return over(source().sorted("direction", Arguments.word("direction", direction)));
  }

  private ViolationQuery filtered(String name, Object value) {
    return over(source().filtered(name, value));
  }
}
