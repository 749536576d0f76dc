package io.github.xrayclient.diagnostics.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.block.BlockIndex;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.testsupport.SampleFuzz;
import io.github.xrayclient.watch.Watch;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Samples in which one node is missing, null, empty or of another type. */
class SampleFuzzTest {
  @Test
  void areReadAndIndexedUnlessAMandatoryFieldIsMissing() {
    SampleFuzz.table()
        .noValues("blocked/.*", "watch-coverage.*", "refusals?/.*", "addresses/.*")
        .values("policies/.*", Policy.class)
        .values("watches/.*", Watch.class)
        .mandatory(Policy.class, "name", "rules.name")
        .mandatory(
            Watch.class,
            "general_data.name",
            "project_resources.resources.type",
            "project_resources.resources.filters.type",
            "assigned_policies.name")
        .checking(SampleFuzzTest::index)
        .run();
  }

  private static void index(Object value) {
    List<Policy> policies = value instanceof Policy ? List.of((Policy) value) : List.of();
    List<Watch> watches = value instanceof Watch ? List.of((Watch) value) : List.of();
    assertThat(BlockIndex.of(policies, watches)).isNotNull();
  }
}
