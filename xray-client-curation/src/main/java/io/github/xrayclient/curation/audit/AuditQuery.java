package io.github.xrayclient.curation.audit;

import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.internal.call.Arguments;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.function.Predicate;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * Audit events of a time span, of the last 7 days unless another is chosen, the newest first. A span of
 * any length is read in parts that the server accepts; an event that comes twice is given once. The
 * server knows no filters, so those of this query are applied here: every event of the span is read
 * whatever they leave. Nothing is asked before the first event is; then one request is made a page.
 * Each method returns a new query, to keep and reuse. Immutable and thread-safe.
 *
 * @see "JFrog REST APIs: Get Approved/Blocked Audit Logs"
 */
public final class AuditQuery implements Iterable<AuditEvent> {
  private static final Duration USUAL = Duration.ofDays(7);
  private static final Duration LONGEST = Duration.ofDays(36_525);
  private static final int LARGEST_PAGE = 2000;

  private final AuditPages pages;
  private final Duration last;
  private final @Nullable Instant from;
  private final @Nullable Instant to;
  private final @Nullable Predicate<AuditEvent> filter;

  AuditQuery(ApiCalls xray) {
    this(new AuditPages(xray), USUAL, null, null, null);
  }

  private AuditQuery(
      AuditPages pages,
      Duration last,
      @Nullable Instant from,
      @Nullable Instant to,
      @Nullable Predicate<AuditEvent> filter) {
    this.pages = pages;
    this.last = last;
    this.from = from;
    this.to = to;
    this.filter = filter;
  }

  /**
   * Events of this much time until now, by the clock of this machine when the reading begins.
   *
   * @throws IllegalArgumentException unless it is positive and at most 100 years
   */
  public AuditQuery last(Duration time) {
    if (time.isZero() || time.isNegative() || time.compareTo(LONGEST) > 0) {
      throw new IllegalArgumentException(
          "time must be positive and at most 100 years, but was " + time);
    }
    return new AuditQuery(pages, time, null, null, filter);
  }

  /**
   * Events from this moment until now, by the clock of this machine when the reading begins.
   *
   * @throws IllegalArgumentException if it is before 1970
   */
  public AuditQuery since(Instant begin) {
    return new AuditQuery(pages, last, AuditSpan.bound("begin", begin), null, filter);
  }

  /**
   * Events between two moments, both included.
   *
   * @throws IllegalArgumentException if the end is before the beginning, or one is before 1970
   */
  public AuditQuery between(Instant begin, Instant end) {
    if (end.isBefore(begin)) {
      throw new IllegalArgumentException(
          "end " + end + " is before begin " + begin + "; swap them");
    }
    return new AuditQuery(
        pages, last, AuditSpan.bound("begin", begin), AuditSpan.bound("end", end), filter);
  }

  /**
   * What dry-run policies would have blocked, an event for each such policy, in place of what really
   * happened. The two lists overlap, so do not add them up.
   */
  public AuditQuery dryRun() {
    return with(pages.dryRun());
  }

  /** The oldest event first. */
  public AuditQuery oldestFirst() {
    return with(pages.oldestFirst());
  }

  /** Asks for pages of this size, 1 to 2,000; 1,000 by default. The server may give less. */
  public AuditQuery pageSize(int size) {
    if (size < 1 || size > LARGEST_PAGE) {
      throw new IllegalArgumentException(
          "pageSize must be 1 to " + LARGEST_PAGE + ", but was " + size);
    }
    return with(pages.size(size));
  }

  /** Events with this outcome. Applied here. */
  public AuditQuery action(AuditAction action) {
    return matching(event -> event.outcome().filter(action::equals).isPresent());
  }

  /** Events of packages of this type. Applied here. */
  public AuditQuery packageType(PackageType type) {
    return matching(event -> event.packageType().filter(type::equals).isPresent());
  }

  /** Events of the package of exactly this name. Applied here. */
  public AuditQuery packageName(String name) {
    Arguments.text("package name", name);
    return matching(event -> event.packageName().filter(name::equals).isPresent());
  }

  /** Events of exactly this version. Applied here. */
  public AuditQuery packageVersion(String version) {
    Arguments.text("package version", version);
    return matching(event -> event.packageVersion().filter(version::equals).isPresent());
  }

  /** Events of this repository, curated or asked by the user. Applied here. */
  public AuditQuery repository(String key) {
    Arguments.text("repository", key);
    return matching(event -> event.curatedRepository().filter(key::equals).isPresent()
        || event.originRepository().filter(key::equals).isPresent());
  }

  /** Events of this user. Applied here. */
  public AuditQuery username(String name) {
    Arguments.text("username", name);
    return matching(event -> event.username().filter(name::equals).isPresent());
  }

  /** Events in which this policy had a say. Applied here. */
  public AuditQuery policy(CurationPolicyId id) {
    Arguments.word("policy id", id);
    return matching(event -> event.concerns(id));
  }

  /** Events for which this holds, beside the other filters. Applied here. */
  public AuditQuery matching(Predicate<AuditEvent> predicate) {
    Predicate<AuditEvent> all = filter == null ? predicate : filter.and(predicate);
    return new AuditQuery(pages, last, from, to, Objects.requireNonNull(all, "predicate"));
  }

  /**
   * Reads the events one by one; {@code next()} throws the {@link XrayException} if a page cannot be
   * had, and an {@link XrayDecodeException} if the server repeats a page.
   */
  @Override
  public Iterator<AuditEvent> iterator() {
    return stream().iterator();
  }

  /** All events, read as the stream is. */
  public Stream<AuditEvent> stream() {
    return events(span());
  }

  Stream<AuditEvent> events(AuditSpan span) {
    AuditWalk walk = new AuditWalk(pages, span);
    Stream<AuditEvent> events = StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(walk, Spliterator.ORDERED | Spliterator.NONNULL),
        false);
    return filter == null ? events : events.filter(filter);
  }

  /** The span as it is now. */
  AuditSpan span() {
    Instant end = to == null ? Instant.now() : to;
    Instant begin = from == null ? end.minus(last) : from;
    return new AuditSpan(begin.isAfter(end) ? end : begin, end);
  }

  /**
   * Puts the events into a file as the server exports them: a ZIP with one CSV file, in which an event
   * takes a line for each of its policies. The file is written beside its place and moved there when
   * it is whole, so that a failure leaves what was there before. For a file of 100 lines or more, one
   * page of events is read too, to see whether the file holds them all.
   *
   * @param zip in a directory that exists; a file of this name is replaced
   * @throws IllegalArgumentException if the span is longer than 7 days, which is all that one file
   *     takes, or the directory does not exist
   * @throws IllegalStateException if this query has filters, which no server applies
   * @throws XrayException if the answer or that page does not come, the answer is no ZIP, or the file
   *     cannot be written
   */
  public AuditCsv downloadCsv(Path zip) {
    AuditSpan span = span();
    if (span.width().compareTo(AuditSpan.WIDEST) > 0) {
      throw new IllegalArgumentException("the span " + span.start() + " to " + span.end()
          + " is longer than the 168 hours that one file takes; download each week by itself");
    }
    if (filter != null) {
      throw new IllegalStateException(
          "no server applies the filters of this query to a CSV; download without them");
    }
    return AuditCsv.download(pages.csv(span), zip, lines -> pages.canHoldAll(span, lines));
  }

  private AuditQuery with(AuditPages other) {
    return new AuditQuery(other, last, from, to, filter);
  }
}
