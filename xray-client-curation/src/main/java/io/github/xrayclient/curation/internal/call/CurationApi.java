package io.github.xrayclient.curation.internal.call;

import io.github.xrayclient.curation.value.Direction;
import io.github.xrayclient.curation.value.OrderBy;
import io.github.xrayclient.internal.call.Listing;
import io.github.xrayclient.internal.call.ListingQuery;

/** What is the same for all endpoints of Curation. */
public final class CurationApi {
  /** The first version of Xray that has the endpoints for curation policies and conditions. */
  public static final String SINCE = "3.116";

  private CurationApi() {}

  /** A query by id, so that elements do not move between pages while others edit them. */
  public static <T> ListingQuery<T> byId(Listing<T> listing) {
    return ListingQuery.of(listing)
        .with("order_by", OrderBy.ID)
        .with("direction", Direction.ASCENDING);
  }
}
