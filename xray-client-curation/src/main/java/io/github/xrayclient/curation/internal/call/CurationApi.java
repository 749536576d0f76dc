package io.github.xrayclient.curation.internal.call;

import io.github.xrayclient.internal.call.Listing;
import io.github.xrayclient.value.Direction;

/** What is the same for all endpoints of Curation. */
public final class CurationApi {
  /** The first version of Xray that has the endpoints for curation policies and conditions. */
  public static final String SINCE = "3.116";

  private CurationApi() {}

  /** A listing by id, so that elements do not move between pages while others edit them. */
  public static <T> Listing<T> byId(Listing<T> listing) {
    return listing.with("order_by", "id").with("direction", Direction.ASCENDING);
  }
}
