package io.github.xrayclient.curation;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.audit.CurationAudit;
import io.github.xrayclient.curation.condition.Conditions;
import io.github.xrayclient.curation.internal.audit.CurationAuditService;
import io.github.xrayclient.curation.internal.condition.ConditionService;
import io.github.xrayclient.curation.internal.label.CatalogLabelService;
import io.github.xrayclient.curation.internal.status.PackageStatusService;
import io.github.xrayclient.curation.internal.waiverrequest.WaiverRequestService;
import io.github.xrayclient.curation.label.CatalogLabels;
import io.github.xrayclient.curation.status.Packages;
import io.github.xrayclient.curation.waiverrequest.WaiverRequests;
import java.util.Objects;

/**
 * The entry to the services of Curation, on top of an {@link XrayClient}. Needs Xray 3.116 or
 * later. Immutable and thread-safe.
 */
public final class Curation {
  private final XrayClient xray;

  private Curation(XrayClient xray) {
    this.xray = xray;
  }

  /**
   * Returns the services of Curation on the platform of this client. The caller still has to close
   * the client.
   */
  public static Curation of(XrayClient xray) {
    return new Curation(Objects.requireNonNull(xray, "xray"));
  }

  /** The service for curation policies and their waivers. */
  public CurationPolicies policies() {
    return new CurationPolicyService(xray);
  }

  /** The service for conditions, the tests that curation policies apply to packages. */
  public Conditions conditions() {
    return new ConditionService(xray);
  }

  /** The service for waiver requests. Needs Xray 3.138 or later. */
  public WaiverRequests waiverRequests() {
    return new WaiverRequestService(xray);
  }

  /**
   * The service for the audit, which lists the downloads that Curation blocked or approved. Needs
   * Xray 3.82 or later.
   */
  public CurationAudit audit() {
    return new CurationAuditService(xray);
  }

  /** The service that tells whether Curation would allow a package, before it is installed. */
  public Packages packages() {
    return new PackageStatusService(xray);
  }

  /**
   * The service that reads the labels of the catalog, to which label waivers refer. It is known
   * from examples and from observation only.
   */
  public CatalogLabels labels() {
    return new CatalogLabelService(xray);
  }
}
