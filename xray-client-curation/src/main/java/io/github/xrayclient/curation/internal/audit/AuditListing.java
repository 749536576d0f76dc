package io.github.xrayclient.curation.internal.audit;

import io.github.xrayclient.curation.audit.AuditAction;
import io.github.xrayclient.curation.audit.AuditCsv;
import io.github.xrayclient.curation.audit.AuditEvent;
import io.github.xrayclient.curation.audit.AuditQuery;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.paging.Walk;
import io.github.xrayclient.internal.paging.WalkedQuery;
import io.github.xrayclient.value.Direction;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;

/** Lists and exports the audit by the REST API. Immutable and thread-safe. */
public final class AuditListing extends WalkedQuery<AuditEvent, AuditSource, AuditQuery>
    implements AuditQuery {
  private static final int USUAL_PAGE = 1000;
  private static final int LARGEST_PAGE = 2000;

  private final Walk walk;

  private AuditListing(AuditSource source, Walk walk) {
    super(source, walk);
    this.walk = walk;
  }

  /** Returns the listing of the events of the last 7 days. */
  public static AuditQuery of(ApiCalls xray) {
    return of(AuditSource.of(xray));
  }

  /** Returns the listing of the events of this span. */
  static AuditQuery of(ApiCalls xray, AuditSpan span) {
    return of(AuditSource.of(xray).during(RequestedSpan.of(span)));
  }

  private static AuditQuery of(AuditSource source) {
    return new AuditListing(source, Walk.standard().withPageSize(USUAL_PAGE));
  }

  @Override
  protected AuditQuery query(AuditSource source, Walk other) {
    return new AuditListing(source, other);
  }

  @Override
  public AuditQuery last(Duration duration) {
    return over(source().during(source().requestedSpan().last("duration", duration)));
  }

  @Override
  public AuditQuery createdFrom(Instant time) {
    return over(source().during(source().requestedSpan().from(time)));
  }

  @Override
  public AuditQuery createdUntil(Instant time) {
    return over(source().during(source().requestedSpan().until(time)));
  }

  @Override
  public AuditQuery dryRun() {
    return over(source().over(source().pages().dryRun()));
  }

  @Override
  public AuditQuery direction(Direction direction) {
    return over(source().over(source().pages().sorted(Arguments.word("direction", direction))));
  }

  @Override
  public AuditQuery pageSize(int size) {
    if (size < 1 || size > LARGEST_PAGE) {
      throw new IllegalArgumentException(
          "pageSize must be between 1 and " + LARGEST_PAGE + ", but was " + size);
    }
    return super.pageSize(size);
  }

  @Override
  public AuditQuery action(AuditAction action) {
    Arguments.word("action", action);
    return matching(event -> event.outcome().filter(action::equals).isPresent());
  }

  @Override
  public AuditQuery packageType(PackageType type) {
    Arguments.word("type (package_type)", type);
    return matching(event -> event.packageType().filter(type::equals).isPresent());
  }

  @Override
  public AuditQuery packageName(String name) {
    Arguments.text("name (package_name)", name);
    return matching(event -> event.packageName().filter(name::equals).isPresent());
  }

  @Override
  public AuditQuery packageVersion(String version) {
    Arguments.text("version (package_version)", version);
    return matching(event -> event.packageVersion().filter(version::equals).isPresent());
  }

  @Override
  public AuditQuery repository(String key) {
    Arguments.text("key (repository)", key);
    return matching(event -> event.curatedRepository().filter(key::equals).isPresent()
        || event.originRepository().filter(key::equals).isPresent());
  }

  @Override
  public AuditQuery username(String name) {
    Arguments.text("name (username)", name);
    return matching(event -> event.username().filter(name::equals).isPresent());
  }

  @Override
  public AuditQuery policyId(CurationPolicyId id) {
    Arguments.word("id (policy_id)", id);
    return matching(event -> event.concerns(id));
  }

  @Override
  public AuditQuery matching(Predicate<AuditEvent> predicate) {
    return over(source().matching(predicate));
  }

  /**
   * Reads normal pages if events are filtered by this library, since pages of one event would take
   * too many requests.
   */
  @Override
  public Optional<AuditEvent> first() {
    return source().isFiltered() ? stream().findFirst() : super.first();
  }

  @Override
  public AuditCsv downloadCsv(Path zip) {
    Objects.requireNonNull(zip, "zip");
    AuditSpan span = source().span();
    if (span.width().compareTo(AuditSpan.WIDEST) > 0) {
      throw new IllegalArgumentException("the span from " + span.start() + " to " + span.end()
          + " is longer than 168 hours, the most that the server exports into one file; download"
          + " each week into a file of its own");
    }
    if (source().isFiltered() || walk.offset() > 0) {
      throw new IllegalStateException("in a CSV export, servers ignore the offset and all filters"
          + " except the time; remove them from the query");
    }
    AuditPages pages = source().pages();
    return AuditDownload.download(pages.csv(span), zip, lines -> pages.canHoldAll(span, lines));
  }
}
