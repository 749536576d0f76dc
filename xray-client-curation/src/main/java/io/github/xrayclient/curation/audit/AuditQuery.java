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
 * A listing of audit events in a span of time, the newest first. By default the span is the last 7
 * days, and the page size is 1,000; the largest page size is 2,000. Servers accept spans of at most
 * 7 days, so a longer span is read in parts; an event that occurs in two parts is listed once.
 * Within a part, events are sorted by id.
 *
 * <p>Servers filter by time only. This library reads every event of the span and applies all other
 * filters itself; an event must pass all of them. With such a filter, {@link #total()} reads all
 * events to count those that match. Without such a filter, {@link #total()} takes one small request
 * for each part of the span, and one for each boundary between two parts. Offsets and pages count
 * all events, so a page of a filtered query may have fewer elements than the page size, or none. A
 * single {@link #page} has no total.
 *
 * <p>To continue at an offset later, set both ends of the span, since a span that ends now will
 * have moved by then.
 *
 * @see "JFrog REST APIs: Get Approved/Blocked Audit Logs"
 */
public interface AuditQuery extends PagedQuery<AuditEvent, AuditQuery> {
  /**
   * Lists events of a span of this length. The span ends at the time that {@link #createdUntil}
   * sets or, by default, when reading starts, by the clock of this machine. This setting replaces
   * an earlier {@link #createdFrom}, and a later {@link #createdFrom} replaces this setting.
   *
   * @throws IllegalArgumentException if the duration is not positive, or longer than 100 years
   */
  AuditQuery last(Duration duration);

  /**
   * Lists events of this time or later. Unless {@link #createdUntil} sets another end, the span
   * ends now.
   *
   * @throws IllegalArgumentException if the time is before 1970, or after the end of the span
   */
  AuditQuery createdFrom(Instant time);

  /**
   * Lists events of this time or earlier. Unless {@link #createdFrom} sets another start, the span
   * has the length that {@link #last} set, or 7 days.
   *
   * @throws IllegalArgumentException if the time is before 1970, or before the start of the span
   */
  AuditQuery createdUntil(Instant time);

  /**
   * Lists what dry-run policies would have blocked, instead of what really happened: one event for
   * each policy and download. Do not add these events to those of the normal listing, since both
   * contain the same downloads.
   */
  AuditQuery dryRun();

  /** Lists events with this outcome; see {@link AuditEvent#outcome()}. */
  AuditQuery action(AuditAction action);

  /** Lists events of packages of this type. */
  AuditQuery packageType(PackageType type);

  /** Lists events of packages with exactly this name. */
  AuditQuery packageName(String name);

  /** Lists events of packages with exactly this version. */
  AuditQuery packageVersion(String version);

  /**
   * Lists events in which this repository is the curated one, or the one from which the user
   * requested the package.
   */
  AuditQuery repository(String key);

  /** Lists events of this user. */
  AuditQuery username(String name);

  /**
   * Lists events whose policies include this one; see {@link AuditEvent#concerns
   * AuditEvent.concerns(..)}.
   */
  AuditQuery policyId(CurationPolicyId id);

  /** Lists events that the predicate accepts, in addition to the other filters. */
  AuditQuery matching(Predicate<AuditEvent> predicate);

  /**
   * Downloads all events of the span as the server exports them: a ZIP file with one CSV file, in
   * which an event has one line for each of its policies. The data is written to a temporary file
   * in the same directory and moved when it is complete, so a failure leaves an existing file
   * unchanged. For an export of 100 lines or more, one page of events is read as well, to find out
   * whether the export is complete. The default time limit of the download is 30 minutes, unless
   * the client or its options set another one.
   *
   * @param zip the file to write, in an existing directory; an existing file is replaced
   * @throws IllegalArgumentException if the span is longer than 7 days, the most that the server
   *     exports into one file, or if the directory does not exist
   * @throws IllegalStateException if this query has an offset, or filters other than the time,
   *     since servers do not apply them to an export
   * @throws XrayException if a request fails, the answer is not a ZIP file, or the file cannot be
   *     written
   */
  AuditCsv downloadCsv(Path zip);
}
