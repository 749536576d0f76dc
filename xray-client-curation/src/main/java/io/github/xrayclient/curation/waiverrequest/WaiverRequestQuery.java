package io.github.xrayclient.curation.waiverrequest;

import com.fasterxml.jackson.annotation.JsonCreator;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.paging.PagedQuery;
import io.github.xrayclient.value.WireValue;
import java.util.List;
import java.util.stream.Stream;

/**
 * A listing of the waiver requests of one status, pending ones unless another is chosen, by id.
 *
 * @see "JFrog REST APIs: List Waiver Requests"
 */
public interface WaiverRequestQuery extends PagedQuery<WaiverRequest, WaiverRequestQuery> {
  /** Requests of this status. The server lists one status at a time. */
  WaiverRequestQuery status(WaiverRequestStatus status);

  /** Requests for packages of this type. */
  WaiverRequestQuery packageType(PackageType type);

  /** Requests for this package. */
  WaiverRequestQuery packageName(String name);

  /** Requests for this version. */
  WaiverRequestQuery packageVersion(String version);

  /** Requests that the user may decide. */
  WaiverRequestQuery decidableByMe();

  /**
   * Requests that one of these groups decides.
   *
   * @throws IllegalArgumentException if there is none, or a name holds a comma, which separates them
   */
  WaiverRequestQuery decisionOwners(List<String> groups);

  /**
   * The requests of every status, each listed in turn from its first element: pending, approved,
   * rejected. One that is decided meanwhile is given once, as it was seen first.
   */
  Stream<WaiverRequest> inEveryStatus();

  /** Sorts by this; {@link OrderBy#ID} by default, in which nothing moves while it is read. */
  WaiverRequestQuery orderBy(OrderBy order);

  /** What waiver requests can be sorted by. */
  final class OrderBy extends WireValue {
    private static final long serialVersionUID = 1L;

    public static final OrderBy ID = new OrderBy("id");
    public static final OrderBy CREATED_AT = new OrderBy("created_at");

    /** Known by newer servers only, as are the orders below. */
    public static final OrderBy UPDATED_AT = new OrderBy("updated_at");

    public static final OrderBy PACKAGE_TYPE = new OrderBy("pkg_type");
    public static final OrderBy PACKAGE_NAME = new OrderBy("pkg_name");
    public static final OrderBy PACKAGE_VERSION = new OrderBy("pkg_version");
    public static final OrderBy WAIVER_EXPIRY = new OrderBy("waiver_expiry");

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
