package io.github.xrayclient.curation.internal.call;

import io.github.xrayclient.internal.call.Listing;
import io.github.xrayclient.value.Direction;

/** What all endpoints of Curation have in common. */
public final class CurationApi {
  /** The first version of Xray that has the endpoints for curation policies and conditions. */
  public static final String SINCE = "3.116";

  private CurationApi() {}

  /**
   * Returns the listing sorted by id, so that updates by others do not move elements between pages.
   */
  public static <T> Listing<T> byId(Listing<T> listing) {
    return listing.with("order_by", "id").with("direction", Direction.ASCENDING);
  }
}
