package io.github.xrayclient.curation.waiverrequest;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.paging.PagedQuery;
import io.github.xrayclient.value.WireValue;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * A listing of the waiver requests of one status, sorted by id unless another order is chosen. By
 * default it lists pending requests.
 *
 * <p>Older servers know fewer filters, and ignore those that they do not know. So each request that
 * a server returns is checked, and left out if its own fields contradict the filters. Older servers
 * also have other names for page parameters; this library tries the newer names first, and the
 * older ones if the answer shows that they are needed.
 *
 * @see "JFrog REST APIs: List Waiver Requests"
 */
public interface WaiverRequestQuery extends PagedQuery<WaiverRequest, WaiverRequestQuery> {
  /**
   * Lists requests of this status, instead of pending ones. {@link #inEveryStatus()} lists all.
   */
  WaiverRequestQuery status(WaiverRequestStatus status);

  /**
   * Lists requests of one of these statuses, instead of pending ones. Only newer servers accept
   * several statuses, as is known from observation; {@link #inEveryStatus()} works on all servers.
   *
   * @throws IllegalArgumentException if there is no status, or one is blank or has a comma
   */
  WaiverRequestQuery statuses(Collection<WaiverRequestStatus> statuses);

  /** Lists requests for packages of this type. */
  WaiverRequestQuery packageType(PackageType type);

  /**
   * Lists requests for packages of one of these types. Only newer servers accept several types, as
   * is known from observation.
   *
   * @throws IllegalArgumentException if there is no type, or one is blank or has a comma
   */
  WaiverRequestQuery packageTypes(Collection<PackageType> types);

  /** Lists requests for the package of this name. */
  WaiverRequestQuery packageName(String name);

  /** Lists requests for this version. */
  WaiverRequestQuery packageVersion(String version);

  /**
   * Lists requests that contain this text, by the rules of the server. Only newer servers have this
   * filter, and it is known from observation only; this library cannot check the requests.
   */
  WaiverRequestQuery search(String text);

  /**
   * Lists requests that this user made or joined. Names of users are compared without case. Servers
   * do not have this filter, so the library applies it.
   */
  WaiverRequestQuery requestedBy(String user);

  /**
   * Lists requests for packages that this policy blocks. Servers do not have this filter, so the
   * library applies it.
   */
  WaiverRequestQuery blockedBy(CurationPolicyId policy);

  /** Lists requests that the user of this client may decide. */
  WaiverRequestQuery decidableByMe();

  /**
   * Lists requests on which members of one of these groups decide.
   *
   * @throws IllegalArgumentException if there is no group, or a name has a comma, by which the
   *     server separates names
   */
  WaiverRequestQuery decisionOwners(List<String> groups);

  /**
   * Lists approved requests by the state of their waivers: {@link WaiverExpiryStatus#PERMANENT},
   * {@link WaiverExpiryStatus#EXPIRING_SOON} or {@link WaiverExpiryStatus#EXPIRED}. Combine it with
   * {@code status(APPROVED)}. Only newer servers have this filter, and it is known from observation
   * only.
   */
  WaiverRequestQuery expiryStatus(WaiverExpiryStatus status);

  /** Lists requests that were made at this time or later. Only newer servers have this filter. */
  WaiverRequestQuery createdFrom(Instant time);

  /** Lists requests that were made at this time or earlier. Only newer servers have this filter. */
  WaiverRequestQuery createdUntil(Instant time);

  /**
   * Lists requests that were last updated at this time or later. Only newer servers have this
   * filter.
   */
  WaiverRequestQuery updatedFrom(Instant time);

  /**
   * Lists requests that were last updated at this time or earlier. Only newer servers have this
   * filter.
   */
  WaiverRequestQuery updatedUntil(Instant time);

  /**
   * Lists the requests of all statuses, one after the other: pending, approved, rejected. A request
   * that is decided while the stream is read occurs once, as it was read first. An offset of this
   * query is ignored.
   */
  Stream<WaiverRequest> inEveryStatus();

  /**
   * Sets what the listing is sorted by; {@link OrderBy#ID} by default. In another order, requests
   * that change while the listing is read may be missed.
   */
  WaiverRequestQuery orderBy(OrderBy order);

  /** A field by which waiver requests can be sorted. */
  final class OrderBy extends WireValue {
    private static final long serialVersionUID = 1L;

    /** The id of the request. */
    public static final OrderBy ID = new OrderBy("id");

    /** The time at which the waiver was requested. */
    public static final OrderBy CREATED_AT = new OrderBy("created_at");

    /** The time of the last update. Only newer servers know it. */
    public static final OrderBy UPDATED_AT = new OrderBy("updated_at");

    /** The status of the request. Only newer servers know it. */
    public static final OrderBy STATUS = new OrderBy("status");

    /** The type of the package. Only newer servers know it. */
    public static final OrderBy PACKAGE_TYPE = new OrderBy("pkg_type");

    /** The name of the package. Only newer servers know it. */
    public static final OrderBy PACKAGE_NAME = new OrderBy("pkg_name");

    /** The version of the package. Only newer servers know it. */
    public static final OrderBy PACKAGE_VERSION = new OrderBy("pkg_version");

    /** The policies that block the package. Only newer servers know it. */
    public static final OrderBy POLICIES = new OrderBy("policies");

    /** The time at which the waiver ends. Only newer servers know it. */
    public static final OrderBy WAIVER_EXPIRY = new OrderBy("waiver_expiry");

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
