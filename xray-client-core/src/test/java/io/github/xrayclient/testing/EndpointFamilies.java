package io.github.xrayclient.testing;

import java.util.List;

/** Everything that the server serves. */
final class EndpointFamilies {
  private EndpointFamilies() {}

  static List<Endpoints> all(Holdings holdings, Settings settings) {
    return List.of(
        new SystemEndpoints(settings),
        new PolicyEndpoints(holdings),
        new WatchEndpoints(holdings),
        new AssignEndpoint(holdings),
        new CurationPolicyEndpoints(holdings, settings),
        new ConditionEndpoints(holdings, settings),
        new WaiverRequestEndpoints(holdings, settings),
        new AuditEndpoint(holdings, settings),
        new RepositoryEndpoints(holdings),
        new StorageEndpoints(holdings),
        new AccessEndpoints(holdings),
        new IgnoreRuleEndpoints(holdings, settings),
        new ViolationEndpoint(holdings, settings),
        new ScanStatusEndpoint(holdings),
        new IndexedRepositoriesEndpoint(holdings));
  }
}
