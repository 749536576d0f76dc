package io.github.xrayclient.violation;

import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.call.Rfc3339;
import io.github.xrayclient.paging.Paged;
import io.github.xrayclient.paging.Walk;
import io.github.xrayclient.value.Severity;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A search of violations, the oldest first. A search needs a watch, an artifact or a start date, since
 * without one it can run for very long; {@link #unbounded()} lifts that. Each filter returns a new
 * query, to keep and reuse. Immutable and thread-safe.
 *
 * @see "JFrog REST APIs: Get Violations"
 */
public final class ViolationQuery extends Paged<Violation> {
  private static final Set<String> BOUNDS = Set.of("watch_name", "resources", "created_from");

  private final ApiCalls xray;
  private final String projectKey;
  private final Map<String, Object> filters;
  private final boolean unbounded;
  private final int pageSize;
  private final long offset;

  private ViolationQuery(
      ApiCalls xray,
      String projectKey,
      Map<String, Object> filters,
      boolean unbounded,
      int pageSize,
      long offset) {
    this.xray = xray;
    this.projectKey = projectKey;
    this.filters = filters;
    this.unbounded = unbounded;
    this.pageSize = pageSize;
    this.offset = offset;
  }

  static ViolationQuery of(ApiCalls xray, String projectKey) {
    return new ViolationQuery(xray, projectKey, Map.of(), false, 100, 0);
  }

  /** Violations that this watch found. */
  public ViolationQuery watch(String name) {
    return with("watch_name", Arguments.checked("watch", name));
  }

  /**
   * Violations of this artifact; several calls name several.
   *
   * @param repository for a remote repository with or without {@code -cache}, which is not documented
   */
  public ViolationQuery artifact(String repository, String path) {
    List<Object> artifacts = new ArrayList<>();
    Object known = filters.get("resources");
    if (known instanceof Map) {
      artifacts.addAll((List<?>) ((Map<?, ?>) known).get("artifacts"));
    }
    artifacts.add(Map.of(
        "repo",
        Arguments.checked("repository", repository),
        "path",
        Arguments.checked("path", path)));
    return with("resources", Map.of("artifacts", artifacts));
  }

  /** Violations found at this time or later. */
  public ViolationQuery createdFrom(OffsetDateTime time) {
    return with("created_from", Rfc3339.text(time));
  }

  /** Violations found at this time or before. */
  public ViolationQuery createdUntil(OffsetDateTime time) {
    return with("created_until", Rfc3339.text(time));
  }

  /** Violations of this type. */
  public ViolationQuery type(ViolationType type) {
    Arguments.checked("type", type.wire());
    return with("violation_type", type);
  }

  /** Violations of this severity or a higher one. */
  public ViolationQuery minSeverity(Severity severity) {
    Arguments.checked("severity", severity.wire());
    return with("min_severity", severity);
  }

  /** Violations by this CVE. */
  public ViolationQuery cve(String id) {
    return with("cve_id", Arguments.checked("cve", id));
  }

  /** Violations by this issue, such as {@code XRAY-123}. */
  public ViolationQuery issue(String id) {
    return with("issue_id", Arguments.checked("issue", id));
  }

  /** Violations with this in their name. */
  public ViolationQuery nameContains(String text) {
    return with("name_contains", Arguments.checked("text", text));
  }

  /** With policies and rules, among them whether they block. */
  public ViolationQuery includeDetails() {
    return with("include_details", true);
  }

  /** Searches everything, however long it takes. */
  public ViolationQuery unbounded() {
    return new ViolationQuery(xray, projectKey, filters, true, pageSize, offset);
  }

  /** Asks for pages of this size, 1 or more; 100 by default. */
  public ViolationQuery pageSize(int size) {
    if (size < 1) {
      throw new IllegalArgumentException("pageSize must be 1 or more, but was " + size);
    }
    return new ViolationQuery(xray, projectKey, filters, unbounded, size, offset);
  }

  /** Begins with this violation, counted from 0. */
  public ViolationQuery offset(long first) {
    if (first < 0) {
      throw new IllegalArgumentException("offset must be 0 or more, but was " + first);
    }
    return new ViolationQuery(xray, projectKey, filters, unbounded, pageSize, first);
  }

  /**
   * How the search is read.
   *
   * @throws IllegalArgumentException if it has no bound
   */
  @Override
  protected Walk<Violation> walk() {
    if (!unbounded && Collections.disjoint(filters.keySet(), BOUNDS)) {
      throw new IllegalArgumentException(
          "a search without watch, artifact or createdFrom may run for very long; name one, or call"
              + " unbounded()");
    }
    return Walk.of(new ViolationPages(xray, projectKey, filters))
        .withPageSize(pageSize)
        .withOffset(offset);
  }

  private ViolationQuery with(String filter, Object value) {
    Map<String, Object> changed = new LinkedHashMap<>(filters);
    changed.put(filter, value);
    return new ViolationQuery(
        xray, projectKey, Collections.unmodifiableMap(changed), unbounded, pageSize, offset);
  }
}
