package io.github.xrayclient.curation;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.audit.CurationAudit;
import io.github.xrayclient.curation.condition.Conditions;
import io.github.xrayclient.curation.internal.audit.CurationAuditService;
import io.github.xrayclient.curation.internal.condition.ConditionService;
import io.github.xrayclient.curation.internal.waiverrequest.WaiverRequestService;
import io.github.xrayclient.curation.waiverrequest.WaiverRequests;
import java.util.Objects;

/** The services of Curation, over a client. Needs Xray 3.116 or later. Thread-safe. */
public final class Curation {
  private final XrayClient xray;

  private Curation(XrayClient xray) {
    this.xray = xray;
  }

  /** Curation on the platform of this client, which stays the caller's to close. */
  public static Curation of(XrayClient xray) {
    return new Curation(Objects.requireNonNull(xray, "xray"));
  }

  /** Curation policies. */
  public CurationPolicies policies() {
    return new CurationPolicyService(xray);
  }

  /** Conditions, which policies apply. */
  public Conditions conditions() {
    return new ConditionService(xray);
  }

  /** Requests for waivers; needs Xray 3.138 or later. */
  public WaiverRequests waiverRequests() {
    return new WaiverRequestService(xray);
  }

  /** The audit of what Curation judged; needs Xray 3.82 or later. */
  public CurationAudit audit() {
    return new CurationAuditService(xray);
  }
}
