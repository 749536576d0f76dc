package io.github.xrayclient.curation.internal.audit;

import io.github.xrayclient.curation.audit.AuditQuery;
import io.github.xrayclient.curation.audit.CurationAudit;
import io.github.xrayclient.curation.audit.DryRunReport;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.http.ApiCalls;
import io.github.xrayclient.internal.call.Arguments;
import java.time.Duration;
import java.util.Objects;

/** Reads the audit by the REST API. */
public final class CurationAuditService implements CurationAudit {
  private final ApiCalls xray;

  public CurationAuditService(ApiCalls xray) {
    this.xray = Objects.requireNonNull(xray, "xray");
  }

  @Override
  public AuditQuery list() {
    return AuditListing.of(xray);
  }

  @Override
  public DryRunReport wouldBlock(CurationPolicyId policy, Duration last) {
    return DryRunCounts.read(xray, Arguments.id("policy", policy), last);
  }
}
