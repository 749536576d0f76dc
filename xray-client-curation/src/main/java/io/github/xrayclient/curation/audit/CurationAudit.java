package io.github.xrayclient.curation.audit;

import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.error.XrayException;
import java.time.Duration;

/**
 * Reads the audit, which lists the downloads that Curation checked; returned by {@code
 * Curation.audit()}. Needs Xray 3.82 or later, and the permission VIEW_POLICIES. Servers keep
 * events for 30 days by default. If Curation is switched off, the audit is empty. Immutable and
 * thread-safe. Later versions may add methods, so mock this interface, but do not implement it.
 */
public interface CurationAudit {
  /**
   * Returns a query for the events of the last 7 days. Another span and filters can be set. It
   * sends nothing before the first event is asked for.
   */
  AuditQuery list();

  /**
   * Reads the audit to find out what a dry-run policy would have blocked until now. Use it before
   * you switch the policy to block.
   *
   * @param last the length of the period to read, which ends now; positive and at most 100 years;
   *     servers keep events for 30 days by default
   * @throws IllegalArgumentException if the duration is not positive, or longer than 100 years
   * @throws XrayException if the audit cannot be read
   */
  DryRunReport wouldBlock(CurationPolicyId policy, Duration last);
}
