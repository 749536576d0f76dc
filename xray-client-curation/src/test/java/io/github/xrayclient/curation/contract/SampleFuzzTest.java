package io.github.xrayclient.curation.contract;

import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.CurationPolicyUpdate;
import io.github.xrayclient.curation.audit.AuditEvent;
import io.github.xrayclient.curation.condition.Condition;
import io.github.xrayclient.curation.condition.ConditionTemplate;
import io.github.xrayclient.curation.condition.ConditionUpdate;
import io.github.xrayclient.curation.status.PackageStatus;
import io.github.xrayclient.curation.waiverrequest.WaiverRequest;
import io.github.xrayclient.testsupport.RoundTrip;
import io.github.xrayclient.testsupport.SampleFuzz;
import org.junit.jupiter.api.Test;

/** Samples in which one node is missing, null, empty or of another type. */
class SampleFuzzTest {
  @Test
  void areReadUnlessAMandatoryFieldIsMissing() {
    SampleFuzz.table()
        .noValues(".*_[45]\\d\\d\\.json", ".*_requests?(_sample)?\\.json", "labels/.*")
        .noValues("audit/webhook_.*", "waiverrequests/POST_.*", "policies/GET_policies_null-data.*")
        .values("policies/.*", CurationPolicy.class)
        .values("conditions/GET_condition_templates.*", ConditionTemplate.class)
        .values("conditions/.*", Condition.class)
        .values("audit/.*", AuditEvent.class)
        .values("packagestatus/.*", PackageStatus.class)
        .values("waiverrequests/.*", WaiverRequest.class)
        .mandatory(
            CurationPolicy.class,
            "id",
            "name",
            "condition.id",
            "condition.param_values.param_id",
            "waivers.id",
            "label_waivers.id")
        .mandatory(Condition.class, "id", "param_values.param_id")
        .mandatory(ConditionTemplate.class, "condition_template_id", "params.param_id")
        .mandatory(AuditEvent.class, "id")
        .mandatory(WaiverRequest.class, "id", "waiver_id")
        .checking(SampleFuzzTest::update)
        .run();
  }

  /** An update can be made of whatever was read, unless a condition has no name or template. */
  private static void update(Object value) {
    if (value instanceof CurationPolicy) {
      CurationPolicyUpdate update =
          CurationPolicyUpdate.of((CurationPolicy) value).build();
      RoundTrip.write(update);
      RoundTrip.write(update.changed());
      RoundTrip.write(update.changes());
    } else if (value instanceof Condition) {
      Condition condition = (Condition) value;
      if (condition.custom().orElse(false)
          && condition.templateId().filter(id -> !id.isBlank()).isPresent()
          && condition.name().filter(name -> !name.isBlank()).isPresent()) {
        RoundTrip.write(ConditionUpdate.of(condition).build());
      }
    }
  }
}
