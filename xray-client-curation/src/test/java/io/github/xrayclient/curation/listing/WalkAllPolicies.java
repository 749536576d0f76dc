package io.github.xrayclient.curation.listing;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.paging.Paged;
import java.util.BitSet;

/** Counts what a server has, in a JVM of its own: {@code WalkAllPolicies URL PAGES_AHEAD}. */
final class WalkAllPolicies {
  private WalkAllPolicies() {}

  public static void main(String[] args) {
    int policies = 0;
    int waivers = 0;
    BitSet ids = new BitSet();
    try (XrayClient xray = XrayClient.builder()
        .baseUrl(args[0])
        .credentials(Credentials.anonymous())
        .build()) {
      Paged<CurationPolicy> all = Curation.of(xray).policies().list();
      int ahead = Integer.parseInt(args[1]);
      for (CurationPolicy policy : ahead == 0 ? all : all.prefetch(ahead)) {
        policies++;
        waivers += policy.waivers().size() + policy.labelWaivers().size();
        ids.set(Integer.parseInt(policy.id().wire()));
      }
    }
    System.out.println(policies + " policies, " + waivers + " waivers, ids " + ids.nextSetBit(0)
        + " to " + (ids.length() - 1) + ", " + ids.cardinality() + " of them");
  }
}
