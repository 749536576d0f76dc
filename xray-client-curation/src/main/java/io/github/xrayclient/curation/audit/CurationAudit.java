package io.github.xrayclient.curation.audit;

import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.error.XrayException;
import java.time.Duration;

/**
 * Reads the audit of the packages that Curation judged. {@code Curation.audit()} returns it. Needs Xray
 * 3.82 or later. Servers keep 30 days unless told otherwise, and one with Curation switched off has an
 * empty audit. Immutable and thread-safe. Later versions may add methods, so mock this interface, but
 * do not implement it.
 */
public interface CurationAudit {
  /** The events of the last 7 days, to choose others, filter and walk. */
  AuditQuery list();

  /**
   * What a dry-run policy would have blocked until now; ask this before switching it to block.
   *
   * @throws XrayException if the audit cannot be read
   */
  DryRunReport wouldBlock(CurationPolicyId policy, Duration last);
}
