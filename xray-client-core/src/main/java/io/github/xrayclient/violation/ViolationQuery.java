package io.github.xrayclient.violation;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.paging.PagedQuery;
import io.github.xrayclient.value.Severity;
import io.github.xrayclient.value.WireValue;
import java.time.Instant;

/**
 * A listing of violations, the oldest first. The default time limit of a request is 2 minutes here,
 * unless the client or its options set another one, since the server's search can be slow.
 *
 * @see "JFrog REST APIs: Get Violations"
 */
public interface ViolationQuery extends PagedQuery<Violation, ViolationQuery> {
  /** Lists violations that this watch found. */
  ViolationQuery watch(String name);

  /**
   * Lists violations of this artifact. If this method is called several times, the listing has the
   * violations of all these artifacts.
   *
   * @param repository the key of the repository; for a remote repository, JFrog's documentation
   *     does not say whether it ends with {@code -cache}
   * @param path the path inside the repository
   */
  ViolationQuery artifact(String repository, String path);

  /** Lists violations found at this time or later. */
  ViolationQuery createdFrom(Instant time);

  /** Lists violations found at this time or earlier. */
  ViolationQuery createdUntil(Instant time);

  /** Lists violations of this type. */
  ViolationQuery type(ViolationType type);

  /** Lists violations of this severity or a higher one. */
  ViolationQuery minSeverity(Severity severity);

  /** Lists violations for this CVE, such as {@code CVE-2021-44228}. */
  ViolationQuery cve(String id);

  /** Lists violations for this issue, such as {@code XRAY-123}. */
  ViolationQuery issue(String id);

  /**
   * Lists violations with this text in their description. The server does not search the names of
   * components and artifacts.
   */
  ViolationQuery nameContains(String text);

  /**
   * Asks the server for details, such as the ids of violations, fixed versions, and the policies
   * and rules with the information whether they block.
   */
  ViolationQuery includeDetails();

  /** Sets what the listing is sorted by; {@link OrderBy#CREATED} by default. */
  ViolationQuery orderBy(OrderBy order);

  /** A field by which violations can be sorted. */
  final class OrderBy extends WireValue {
    private static final long serialVersionUID = 1L;

    /** The time at which the violation was found. */
    public static final OrderBy CREATED = new OrderBy("created");

    /** The severity of the issue. */
    public static final OrderBy SEVERITY = new OrderBy("severity");

    /** The summary of the issue. */
    public static final OrderBy SUMMARY = new OrderBy("summary");

    /** The type of the violation. */
    public static final OrderBy TYPE = new OrderBy("type");

    /** The name of the watch that found the violation. */
    public static final OrderBy WATCH = new OrderBy("watcher_name");

    /** The id of the issue. */
    public static final OrderBy ISSUE = new OrderBy("issue_id");

    private OrderBy(String wire) {
      super(wire);
    }

    /**
     * Returns the sort field with this wire text. The text may be one that this library does not
     * know.
     */
    @JsonCreator
    public static OrderBy of(String wire) {
      return new OrderBy(wire);
    }
  }
}
