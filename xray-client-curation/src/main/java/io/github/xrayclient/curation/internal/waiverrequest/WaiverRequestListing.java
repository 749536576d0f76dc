package io.github.xrayclient.curation.internal.waiverrequest;

import io.github.xrayclient.curation.internal.call.CurationApi;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.waiverrequest.WaiverRequest;
import io.github.xrayclient.curation.waiverrequest.WaiverRequestId;
import io.github.xrayclient.curation.waiverrequest.WaiverRequestQuery;
import io.github.xrayclient.curation.waiverrequest.WaiverRequestStatus;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.call.Listing;
import io.github.xrayclient.internal.call.ListingQuery;
import io.github.xrayclient.internal.json.EnvelopeDecoder;
import io.github.xrayclient.internal.json.PageDecoder;
import io.github.xrayclient.internal.paging.Walk;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Lists waiver requests by the REST API. Immutable and thread-safe. */
public final class WaiverRequestListing extends ListingQuery<WaiverRequest, WaiverRequestQuery>
    implements WaiverRequestQuery {
  private static final PageDecoder<WaiverRequest> PAGE = new PageDecoder<>(
      new EnvelopeDecoder<>(WaiverRequest.class, "waiver_requests", "requests", "rows"),
      "total_count");

  private WaiverRequestListing(Listing<WaiverRequest> listing, Walk walk) {
    super(listing, walk);
  }

  /** Returns the listing of the pending requests that the endpoint with this path returns. */
  public static WaiverRequestQuery of(ApiCalls xray, String path, String since) {
    Listing<WaiverRequest> pending = Listing.of(xray, path, since, PAGE, WaiverRequest::id)
        .with("status", WaiverRequestStatus.PENDING);
    return new WaiverRequestListing(CurationApi.byId(pending), Walk.standard());
  }

  @Override
  protected WaiverRequestQuery query(Listing<WaiverRequest> listing, Walk walk) {
    return new WaiverRequestListing(listing, walk);
  }

  @Override
  public WaiverRequestQuery status(WaiverRequestStatus status) {
    return with("status", Arguments.word("status", status));
  }

  @Override
  public WaiverRequestQuery packageType(PackageType type) {
    return with("pkg_type", Arguments.word("type (pkg_type)", type).inLowerCase());
  }

  @Override
  public WaiverRequestQuery packageName(String name) {
    return with("pkg_name", Arguments.text("name (pkg_name)", name));
  }

  @Override
  public WaiverRequestQuery packageVersion(String version) {
    return with("pkg_version", Arguments.text("version (pkg_version)", version));
  }

  @Override
  public WaiverRequestQuery decidableByMe() {
    return with("can_approve", true);
  }

  @Override
  public WaiverRequestQuery decisionOwners(List<String> groups) {
    List<String> some = Arguments.some("groups", Arguments.texts("groups", groups));
    some.stream().filter(group -> group.contains(",")).findFirst().ifPresent(group -> {
      throw new IllegalArgumentException("groups must not contain commas, since the server"
          + " separates groups by them, but one was '" + group + "'; filter the listed requests"
          + " instead");
    });
    return with("decision_owners", String.join(",", some));
  }

  @Override
  public Stream<WaiverRequest> inEveryStatus() {
    Set<WaiverRequestId> seen = new HashSet<>();
    return Stream.of(
            WaiverRequestStatus.PENDING, WaiverRequestStatus.APPROVED, WaiverRequestStatus.REJECTED)
        .map(status -> offset(0).status(status).stream())
        .reduce(
            Stream.empty(),
            Stream::concat) // with flatMap, an iterator would read all requests of a status
        .filter(request -> seen.add(request.id()));
  }

  @Override
  public WaiverRequestQuery orderBy(OrderBy order) {
    return with("order_by", Arguments.word("order (order_by)", order));
  }
}
