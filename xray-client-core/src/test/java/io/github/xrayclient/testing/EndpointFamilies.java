package io.github.xrayclient.testing;

import io.github.xrayclient.testing.internal.audit.AuditEndpoint;
import io.github.xrayclient.testing.internal.curation.ConditionEndpoints;
import io.github.xrayclient.testing.internal.curation.CurationPolicyEndpoints;
import io.github.xrayclient.testing.internal.curation.WaiverRequestEndpoints;
import io.github.xrayclient.testing.internal.http.Endpoints;
import io.github.xrayclient.testing.internal.http.Settings;
import io.github.xrayclient.testing.internal.ignorerule.IgnoreRuleEndpoints;
import io.github.xrayclient.testing.internal.label.LabelEndpoint;
import io.github.xrayclient.testing.internal.oidc.OidcEndpoint;
import io.github.xrayclient.testing.internal.packagestatus.PackageStatusEndpoint;
import io.github.xrayclient.testing.internal.platform.AccessEndpoints;
import io.github.xrayclient.testing.internal.platform.DownloadEndpoints;
import io.github.xrayclient.testing.internal.platform.RepositoryEndpoints;
import io.github.xrayclient.testing.internal.platform.ScanStatusEndpoint;
import io.github.xrayclient.testing.internal.platform.StorageEndpoints;
import io.github.xrayclient.testing.internal.platform.SystemEndpoints;
import io.github.xrayclient.testing.internal.platform.WebhookEndpoint;
import io.github.xrayclient.testing.internal.platform.XrayRepositoryEndpoints;
import io.github.xrayclient.testing.internal.policy.AssignEndpoint;
import io.github.xrayclient.testing.internal.policy.PolicyEndpoints;
import io.github.xrayclient.testing.internal.store.StoredObjects;
import io.github.xrayclient.testing.internal.violation.IgnoredViolationEndpoints;
import io.github.xrayclient.testing.internal.violation.ViolationEndpoint;
import io.github.xrayclient.testing.internal.watch.WatchEndpoints;
import java.util.List;

/** The list of all endpoints of the server. */
final class EndpointFamilies {
  private EndpointFamilies() {}

  static List<Endpoints> all(StoredObjects holdings, Settings settings) {
    return List.of(
        new SystemEndpoints(settings),
        new PolicyEndpoints(holdings),
        new WatchEndpoints(holdings),
        new AssignEndpoint(holdings),
        new CurationPolicyEndpoints(holdings, settings),
        new ConditionEndpoints(holdings, settings),
        new WaiverRequestEndpoints(holdings, settings),
        new AuditEndpoint(holdings, settings),
        new PackageStatusEndpoint(holdings, settings),
        new LabelEndpoint(holdings, settings),
        new RepositoryEndpoints(holdings),
        new StorageEndpoints(holdings),
        new DownloadEndpoints(holdings),
        new AccessEndpoints(holdings),
        new WebhookEndpoint(holdings),
        new IgnoreRuleEndpoints(holdings, settings),
        new ViolationEndpoint(holdings, settings),
        new IgnoredViolationEndpoints(holdings, settings),
        new ScanStatusEndpoint(holdings),
        new XrayRepositoryEndpoints(holdings),
        new OidcEndpoint(holdings, settings));
  }
}
