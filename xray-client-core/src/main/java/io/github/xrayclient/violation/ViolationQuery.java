package io.github.xrayclient.violation;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.paging.PagedQuery;
import io.github.xrayclient.value.Severity;
import io.github.xrayclient.value.WireValue;
import java.time.Instant;

/**
 * A listing of violations, the oldest first. An attempt to read a page may take 2
 * minutes, unless the client or its options set another limit.
 *
 * @see "JFrog REST APIs: Get Violations"
 */
public interface ViolationQuery extends PagedQuery<Violation, ViolationQuery> {
  /** Violations that this watch found. */
  ViolationQuery watch(String name);

  /**
   * Violations of this artifact; several calls name several.
   *
   * @param repository for a remote repository with or without {@code -cache}, which is not documented
   */
  ViolationQuery artifact(String repository, String path);

  /** Violations found at this time or later. */
  ViolationQuery createdFrom(Instant time);

  /** Violations found at this time or before. */
  ViolationQuery createdUntil(Instant time);

  /** Violations of this type. */
  ViolationQuery type(ViolationType type);

  /** Violations of this severity or a higher one. */
  ViolationQuery minSeverity(Severity severity);

  /** Violations by this CVE. */
  ViolationQuery cve(String id);

  /** Violations by this issue, such as {@code XRAY-123}. */
  ViolationQuery issue(String id);

  /** Violations with this text in their description; names of components are not searched. */
  ViolationQuery nameContains(String text);

  /** With policies and rules, among them whether they block. */
  ViolationQuery includeDetails();

  /** Sorts by this; {@link OrderBy#CREATED} by default. */
  ViolationQuery orderBy(OrderBy order);

  /** What violations can be sorted by. */
  final class OrderBy extends WireValue {
    private static final long serialVersionUID = 1L;

    public static final OrderBy CREATED = new OrderBy("created");
    public static final OrderBy SEVERITY = new OrderBy("severity");
    public static final OrderBy SUMMARY = new OrderBy("summary");
    public static final OrderBy TYPE = new OrderBy("type");
    public static final OrderBy WATCH = new OrderBy("watcher_name");
    public static final OrderBy ISSUE = new OrderBy("issue_id");

    private OrderBy(String wire) {
      super(wire);
    }

    /** The value that the server spells like this. */
    @JsonCreator
    public static OrderBy of(String wire) {
      return new OrderBy(wire);
    }
  }
}
