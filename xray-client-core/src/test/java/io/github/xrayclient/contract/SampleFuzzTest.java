package io.github.xrayclient.contract;

import io.github.xrayclient.artifact.ArtifactStatus;
import io.github.xrayclient.ignorerule.IgnoreRule;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.policy.PolicyUpdate;
import io.github.xrayclient.repository.Repository;
import io.github.xrayclient.repository.ScanConfiguration;
import io.github.xrayclient.repository.XrayIntegration;
import io.github.xrayclient.system.ServerVersion;
import io.github.xrayclient.testsupport.RoundTrip;
import io.github.xrayclient.testsupport.SampleFuzz;
import io.github.xrayclient.violation.Violation;
import io.github.xrayclient.watch.Watch;
import io.github.xrayclient.watch.WatchUpdate;
import org.junit.jupiter.api.Test;

/** Samples in which one node is missing, null, empty or of another type. */
class SampleFuzzTest {
  @Test
  void areReadUnlessAMandatoryFieldIsMissing() {
    SampleFuzz.table()
        .noValues(".*_[45]\\d\\d\\.(json|html)", ".*_201\\.json", "(cli|oidc|errors)/.*")
        .noValues("policies/POST_.*_assign_.*", "violations/.*_request\\.json")
        .noValues("ignorerules/.*_request\\.json", "watches/POST_applyWatch.*", "watches/PUT_.*")
        .noValues("policies/GET_policies_empty.*")
        .values("policies/.*", Policy.class)
        .values("watches/.*", Watch.class)
        .values("ignorerules/.*", IgnoreRule.class)
        .values("violations/.*", Violation.class)
        .values("artifacts/.*", ArtifactStatus.class)
        .values("repositories/GET_integration.*", XrayIntegration.class)
        .values("repositories/GET_repos_config.*", ScanConfiguration.class)
        .values("repositories/.*", Repository.class)
        .values("system/.*", ServerVersion.class)
        .mandatory(Policy.class, "name", "rules.name")
        .mandatory(
            Watch.class,
            "general_data.name",
            "project_resources.resources.type",
            "project_resources.resources.filters.type",
            "project_resources.global_filters.type",
            "assigned_policies.name")
        .mandatory(IgnoreRule.class, "id")
        .mandatory(Repository.class, "key")
        .mandatory(ServerVersion.class, "xray_version")
        .checking(SampleFuzzTest::update)
        .run();
  }

  /** An update can be made of whatever was read. */
  private static void update(Object value) {
    if (value instanceof Policy) {
      RoundTrip.write(PolicyUpdate.of((Policy) value).build());
    } else if (value instanceof Watch) {
      RoundTrip.write(WatchUpdate.of((Watch) value).build());
    }
  }
}
