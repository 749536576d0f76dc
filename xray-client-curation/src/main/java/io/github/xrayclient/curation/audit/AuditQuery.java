package io.github.xrayclient.curation.audit;

import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.paging.PagedQuery;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Predicate;

/**
 * Audit events of a time span, of the last 7 days unless another is chosen, the newest first, in pages
 * of 1,000; the largest page size is 2,000. A span of any length is read in parts that the server
 * accepts; an event that comes twice is given once. Order is by id within such a part.
 *
 * <p>The server filters by time only. All other filters are applied here, and all of them have to
 * hold: every event of the span is read, and {@link #total()} counts what is left by reading all of it,
 * while offsets count every event.
 * Without such a filter the total takes one small request for each part of the span, and one for each
 * place where two parts meet. A single {@link #page} has no total. Since pages count every event, a page
 * of a filtered query holds those of its events that match, which may be fewer than the page size, or
 * none.
 *
 * <p>To go on at an offset later, choose both ends of the span: one that ends now has moved by then.
 *
 * @see "JFrog REST APIs: Get Approved/Blocked Audit Logs"
 */
public interface AuditQuery extends PagedQuery<AuditEvent, AuditQuery> {
  /**
   * Events of this much time, until now by the clock of this machine when the reading begins, or until
   * the time that {@link #createdUntil} names, before or after this call. Takes the place of an
   * earlier {@link #createdFrom}, and a later one takes the place of this.
   *
   * @throws IllegalArgumentException unless it is positive and at most 100 years
   */
  AuditQuery last(Duration duration);

  /**
   * Events of this time or later, until now unless {@link #createdUntil} names another end.
   *
   * @throws IllegalArgumentException if it is before 1970, or after the end of the span
   */
  AuditQuery createdFrom(Instant time);

  /**
   * Events of this time or before, of 7 days or as many as {@link #last} named, unless {@link
   * #createdFrom} names the beginning.
   *
   * @throws IllegalArgumentException if it is before 1970, or before the beginning of the span
   */
  AuditQuery createdUntil(Instant time);

  /**
   * What dry-run policies would have blocked, an event for each such policy, in place of what really
   * happened. The two lists overlap, so do not add them up.
   */
  AuditQuery dryRun();

  /** Events with this outcome. */
  AuditQuery action(AuditAction action);

  /** Events of packages of this type. */
  AuditQuery packageType(PackageType type);

  /** Events of the package of exactly this name. */
  AuditQuery packageName(String name);

  /** Events of exactly this version. */
  AuditQuery packageVersion(String version);

  /** Events of this repository, curated or asked by the user. */
  AuditQuery repository(String key);

  /** Events of this user. */
  AuditQuery username(String name);

  /** Events in which this policy had a say. */
  AuditQuery policyId(CurationPolicyId id);

  /** Events for which this holds, beside the other filters. */
  AuditQuery matching(Predicate<AuditEvent> predicate);

  /**
   * Puts the events into a file as the server exports them: a ZIP with one CSV file, in which an event
   * takes a line for each of its policies. The file is written beside its place and moved there when
   * it is whole, so that a failure leaves what was there before. For a file of 100 lines or more, one
   * page of events is read too, to see whether the file holds them all. An attempt may take 30 minutes,
   * unless the client or its options set another limit.
   *
   * @param zip in a directory that exists; a file of this name is replaced
   * @throws IllegalArgumentException if the span is longer than 7 days, which is all that one file
   *     takes, or the directory does not exist
   * @throws IllegalStateException if this query has filters other than the time, which no server
   *     applies, or an offset
   * @throws XrayException if the answer or that page does not come, the answer is no ZIP, or the file
   *     cannot be written
   */
  AuditCsv downloadCsv(Path zip);
}
