package io.github.xrayclient.curation.internal.waiverrequest;

import io.github.xrayclient.curation.internal.call.CurationApi;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.waiverrequest.WaiverExpiryStatus;
import io.github.xrayclient.curation.waiverrequest.WaiverRequest;
import io.github.xrayclient.curation.waiverrequest.WaiverRequestId;
import io.github.xrayclient.curation.waiverrequest.WaiverRequestQuery;
import io.github.xrayclient.curation.waiverrequest.WaiverRequestStatus;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.internal.call.Arguments;
import io.github.xrayclient.internal.call.Listing;
import io.github.xrayclient.internal.call.ListingQuery;
import io.github.xrayclient.internal.call.OlderPageNames;
import io.github.xrayclient.internal.call.Rfc3339;
import io.github.xrayclient.internal.json.EnvelopeDecoder;
import io.github.xrayclient.internal.json.PageDecoder;
import io.github.xrayclient.internal.paging.Walk;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Lists waiver requests by the REST API. Immutable and thread-safe. */
public final class WaiverRequestListing extends ListingQuery<WaiverRequest, WaiverRequestQuery>
    implements WaiverRequestQuery {
  private static final PageDecoder<WaiverRequest> PAGE = new PageDecoder<>(
      new EnvelopeDecoder<>(WaiverRequest.class, "waiver_requests", "requests", "rows"),
      "total_count");

  /** The page sizes of requests that name none, in JFrog's newer and older documents. */
  private static final Set<Integer> USUAL_SIZES = Set.of(15, 25);

  private final Walk walk;
  private final RequestedWaivers asked;

  private WaiverRequestListing(Listing<WaiverRequest> listing, Walk walk, RequestedWaivers asked) {
    super(listing, walk);
    this.walk = walk;
    this.asked = asked;
  }

  /** Returns the listing of the pending requests that the endpoint with this path returns. */
  public static WaiverRequestQuery of(ApiCalls xray, String path, String since) {
    Listing<WaiverRequest> pending = Listing.of(xray, path, since, PAGE, WaiverRequest::id)
        .withOlderNames(new OlderPageNames("limit", "pageNum", USUAL_SIZES))
        .with("status", WaiverRequestStatus.PENDING);
    return new WaiverRequestListing(
        CurationApi.byId(pending), Walk.standard(), RequestedWaivers.all());
  }

  @Override
  protected WaiverRequestQuery query(Listing<WaiverRequest> listing, Walk other) {
    return new WaiverRequestListing(listing, other, asked);
  }

  /** Returns a copy with a filter, whose rows are checked, since servers may ignore the filter. */
  private WaiverRequestQuery with(String parameter, Object value, RequestedWaivers check) {
    return checked(source().with(parameter, value), check);
  }

  private WaiverRequestQuery checked(Listing<WaiverRequest> listing, RequestedWaivers check) {
    return new WaiverRequestListing(
        check.isEmpty() ? listing.withAll() : listing.without(check::isContradictedBy),
        walk,
        check);
  }

  @Override
  public WaiverRequestQuery status(WaiverRequestStatus status) {
    return with("status", Arguments.word("status", status), asked.without("status"));
  }

  @Override
  public WaiverRequestQuery statuses(Collection<WaiverRequestStatus> statuses) {
    List<WaiverRequestStatus> some = Arguments.some("statuses", statuses);
    some.forEach(status -> Arguments.word("statuses", status));
    return with(
        "status",
        listed("statuses", some.stream().map(WaiverRequestStatus::wire)),
        asked.in("status", Set.copyOf(some), WaiverRequest::status));
  }

  @Override
  public WaiverRequestQuery packageType(PackageType type) {
    return with(
        "pkg_type",
        Arguments.word("type (pkg_type)", type).inLowerCase(),
        asked.in("pkg_type", Set.of(type), WaiverRequest::packageType));
  }

  @Override
  public WaiverRequestQuery packageTypes(Collection<PackageType> types) {
    List<PackageType> some = Arguments.some("types", types);
    some.forEach(type -> Arguments.word("types", type));
    return with(
        "pkg_type",
        listed("types", some.stream().map(type -> type.inLowerCase().wire())),
        asked.in("pkg_type", Set.copyOf(some), WaiverRequest::packageType));
  }

  @Override
  public WaiverRequestQuery packageName(String name) {
    return with("pkg_name", Arguments.text("name (pkg_name)", name), asked.named("pkg_name", name));
  }

  @Override
  public WaiverRequestQuery packageVersion(String version) {
    return with(
        "pkg_version",
        Arguments.text("version (pkg_version)", version),
        asked.in("pkg_version", Set.of(version), WaiverRequest::packageVersion));
  }

  @Override
  public WaiverRequestQuery search(String text) {
    return with("search", Arguments.text("text (search)", text));
  }

  @Override
  public WaiverRequestQuery requestedBy(String user) {
    return checked(source(), asked.requestedBy(Arguments.text("user", user)));
  }

  @Override
  public WaiverRequestQuery blockedBy(CurationPolicyId policy) {
    return checked(source(), asked.blockedBy(Arguments.id("policy", policy)));
  }

  @Override
  public WaiverRequestQuery decidableByMe() {
    return with("can_approve", true, asked.decidable("can_approve"));
  }

  @Override
  public WaiverRequestQuery decisionOwners(List<String> groups) {
    List<String> some = Arguments.some("groups", Arguments.texts("groups", groups));
    return with(
        "decision_owners",
        listed("groups", some.stream()),
        asked.decidedBy("decision_owners", some));
  }

  @Override
  public WaiverRequestQuery expiryStatus(WaiverExpiryStatus status) {
    return with(
        "approved_status",
        Arguments.word("status (approved_status)", status),
        asked.expiring("approved_status", status));
  }

  @Override
  public WaiverRequestQuery createdFrom(Instant time) {
    return with(
        "created_at_start",
        Rfc3339.text(time),
        asked.from("created_at_start", time, WaiverRequest::createdAt));
  }

  @Override
  public WaiverRequestQuery createdUntil(Instant time) {
    return with(
        "created_at_end",
        Rfc3339.text(time),
        asked.until("created_at_end", time, WaiverRequest::createdAt));
  }

  @Override
  public WaiverRequestQuery updatedFrom(Instant time) {
    return with(
        "updated_at_start",
        Rfc3339.text(time),
        asked.from("updated_at_start", time, WaiverRequest::updatedAt));
  }

  @Override
  public WaiverRequestQuery updatedUntil(Instant time) {
    return with(
        "updated_at_end",
        Rfc3339.text(time),
        asked.until("updated_at_end", time, WaiverRequest::updatedAt));
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

  /** Returns the words separated by commas, as the server expects them. */
  private static String listed(String argument, Stream<String> words) {
    return words.peek(word -> refuseComma(argument, word)).collect(Collectors.joining(","));
  }

  private static void refuseComma(String argument, String word) {
    if (word.contains(",")) {
      throw new IllegalArgumentException(argument + " must not contain commas, since the server"
          + " separates " + argument + " by them, but one was '" + word
          + "'; filter the listed requests instead");
    }
  }
}
