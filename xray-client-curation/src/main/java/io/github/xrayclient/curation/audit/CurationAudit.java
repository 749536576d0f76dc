package io.github.xrayclient.curation.audit;

import io.github.xrayclient.curation.internal.audit.AuditListing;
import io.github.xrayclient.curation.internal.audit.DryRunCounts;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.http.ApiCalls;
import java.time.Duration;
import java.util.Objects;

/**
 * The audit of the packages that Curation judged. Needs Xray 3.82 or later. Servers keep 30 days unless
 * told otherwise, and one with Curation switched off has an empty audit. Immutable and thread-safe.
 */
public final class CurationAudit {
  private final ApiCalls xray;

  /** The audit on the platform of this client. */
  public CurationAudit(ApiCalls xray) {
    this.xray = Objects.requireNonNull(xray, "xray");
  }

  /** The events of the last 7 days, to choose others, filter and walk. */
  public AuditQuery list() {
    return AuditListing.of(xray);
  }

  /**
   * What a dry-run policy would have blocked until now; ask this before switching it to block.
   *
   * @throws XrayException if the audit cannot be read
   */
  public DryRunReport wouldBlock(CurationPolicyId policy, Duration last) {
    return DryRunCounts.read(xray, policy, last);
  }
}
