package io.github.xrayclient.curation.waiverrequest;

import io.github.xrayclient.curation.internal.call.CurationApi;
import io.github.xrayclient.curation.value.Direction;
import io.github.xrayclient.curation.value.OrderBy;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.call.Listing;
import io.github.xrayclient.internal.call.ListingQuery;
import io.github.xrayclient.internal.json.EnvelopeDecoder;
import io.github.xrayclient.internal.json.PageDecoder;
import io.github.xrayclient.paging.Page;
import io.github.xrayclient.paging.Paged;
import io.github.xrayclient.paging.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A listing of the waiver requests of one status, pending ones unless another is chosen, by id. Each
 * filter returns a new query, to keep and reuse. Immutable and thread-safe.
 *
 * @see "JFrog REST APIs: List Waiver Requests"
 */
public final class WaiverRequestQuery extends Paged<WaiverRequest> {
  private static final PageDecoder<WaiverRequest> PAGE = new PageDecoder<>(
      new EnvelopeDecoder<>(WaiverRequest.class, "waiver_requests", "requests", "rows"),
      "total_count");

  private final ListingQuery<WaiverRequest> query;

  private WaiverRequestQuery(ListingQuery<WaiverRequest> query) {
    this.query = query;
  }

  /** The pending ones, as the endpoint with this path lists them. */
  static WaiverRequestQuery of(ApiCalls xray, String path, String since) {
    Listing<WaiverRequest> listing = Listing.of(xray, path, since, PAGE, WaiverRequest::id)
        .with("status", WaiverRequestStatus.PENDING);
    return new WaiverRequestQuery(CurationApi.byId(listing));
  }

  /** Requests of this status. The server lists one status at a time. */
  public WaiverRequestQuery status(WaiverRequestStatus status) {
    return filtered("status", Arguments.word("status", status));
  }

  /** Requests for packages of this type. */
  public WaiverRequestQuery packageType(PackageType type) {
    return filtered("pkg_type", Arguments.word("package type", type).inLowerCase());
  }

  /** Requests for this package. */
  public WaiverRequestQuery packageName(String name) {
    return filtered("pkg_name", Arguments.text("package name", name));
  }

  /** Requests for this version. */
  public WaiverRequestQuery packageVersion(String version) {
    return filtered("pkg_version", Arguments.text("package version", version));
  }

  /** Requests that the user may decide. */
  public WaiverRequestQuery decidableByMe() {
    return filtered("can_approve", true);
  }

  /**
   * Requests that one of these groups decides.
   *
   * @throws IllegalArgumentException if there is none, or a name holds a comma, which separates them
   */
  public WaiverRequestQuery decisionOwners(List<String> groups) {
    List<String> some = Arguments.some("groups", Arguments.texts("groups", groups));
    some.stream().filter(group -> group.contains(",")).findFirst().ifPresent(group -> {
      throw new IllegalArgumentException("groups: '" + group
          + "' holds a comma, which separates groups; filter the answer instead");
    });
    return filtered("decision_owners", String.join(",", some));
  }

  /** Sorts by this; by id by default. */
  public WaiverRequestQuery orderBy(OrderBy order) {
    return filtered("order_by", order);
  }

  /** Sorts this way; ascending by default. */
  public WaiverRequestQuery direction(Direction direction) {
    return filtered("direction", direction);
  }

  /** Asks for pages of this size, 1 or more; 100 by default. The server may give less. */
  public WaiverRequestQuery pageSize(int size) {
    return new WaiverRequestQuery(query.pageSize(size));
  }

  /** Begins with this element, counted from 0. */
  public WaiverRequestQuery offset(long first) {
    return new WaiverRequestQuery(query.offset(first));
  }

  /** One page by its number, counted from 1, whatever the offset of this query. */
  public Page<WaiverRequest> page(long number) {
    return query.page(number);
  }

  /**
   * The requests of every status, each listed in turn from its first element: pending, approved,
   * rejected. One that is decided meanwhile is given once, as it was seen first.
   */
  public Stream<WaiverRequest> inEveryStatus() {
    Set<WaiverRequestId> seen = new HashSet<>();
    return Stream.of(
            WaiverRequestStatus.PENDING, WaiverRequestStatus.APPROVED, WaiverRequestStatus.REJECTED)
        .map(status -> offset(0).status(status).stream())
        .reduce(
            Stream.empty(), Stream::concat) // flatMap would have an iterator read a whole status
        .filter(request -> seen.add(request.id()));
  }

  @Override
  protected Walk<WaiverRequest> walk() {
    return query.walk();
  }

  private WaiverRequestQuery filtered(String parameter, Object value) {
    Arguments.text(parameter, value.toString());
    return new WaiverRequestQuery(query.with(parameter, value));
  }
}
