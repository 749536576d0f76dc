package io.github.xrayclient.curation;

import io.github.xrayclient.curation.condition.Condition;
import io.github.xrayclient.curation.condition.ConditionDraft;
import io.github.xrayclient.curation.condition.ConditionUpdate;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.curation.waiverrequest.WaiverRequestDraft;
import io.github.xrayclient.testsupport.ModuleValuesContract;
import io.github.xrayclient.testsupport.ValueContract;
import java.util.List;
import java.util.stream.Stream;

/** Every draft and update of curation is a value. */
class ValueContractTest extends ModuleValuesContract {
  @Override
  protected Stream<ValueContract> contracts() {
    return Stream.of(
        ValueContract.of(
                CurationPolicyDraft.class, () -> policy().build(), "CurationPolicyDraft", "p", "7")
            .unlike(() -> policy().name("q").build())
            .unlike(() -> policy().action(PolicyAction.DRY_RUN).build())
            .unlike(() -> policy().addWaiver(waiver("why")).build()),
        ValueContract.of(
                CurationPolicyUpdate.class,
                () -> update().build(),
                "CurationPolicyUpdate",
                "policy 11",
                "p")
            .unlike(() -> update().name("q").build())
            .unlike(() -> update().addWaiver(waiver("why")).build()),
        ValueContract.of(
                CurationPolicyChanges.class,
                () -> update().name("q").build().changes(),
                "name: p → q",
                "keeps ")
            .unlike(() -> update().name("r").build().changes())
            .unlike(() -> update().name("q").addWaiver(waiver("why")).build().changes()),
        ValueContract.of(
                NewPackageWaiver.class, () -> waiver("why"), "NewPackageWaiver", "acme", "why")
            .unlike(() -> waiver("because"))
            .unlike(() -> waiver("why").withVersions(List.of("1.0"))),
        ValueContract.of(
                NewLabelWaiver.class, () -> label("why"), "NewLabelWaiver", "trusted", "why")
            .unlike(() -> label("because")),
        ValueContract.of(
                ConditionDraft.class,
                () -> condition().build(),
                "ConditionDraft",
                "c",
                "CVEName",
                "CVE-1")
            .unlike(() -> condition().name("d").build())
            .unlike(() -> condition().onlyIfFixAvailable().build()),
        ValueContract.of(
                ConditionUpdate.class,
                () -> conditionUpdate().build(),
                "ConditionUpdate",
                "condition 7",
                "CVE-1")
            .unlike(() -> conditionUpdate().name("d").build())
            .unlike(() -> conditionUpdate().onlyIfFixAvailable().build()),
        ValueContract.of(
                WaiverRequestDraft.class,
                () -> request().build(),
                "WaiverRequestDraft",
                "acme",
                "why")
            .unlike(() -> request().reason("because").build()));
  }

  private static CurationPolicyDraft.Builder policy() {
    return CurationPolicyDraft.named("p", ConditionId.of("7"));
  }

  private static CurationPolicyUpdate.Builder update() {
    return CurationPolicyUpdate.of(CurationPolicy.builder()
        .id(CurationPolicyId.of("11"))
        .name("p")
        .conditionId(ConditionId.of("7"))
        .build());
  }

  private static NewPackageWaiver waiver(String justification) {
    return NewPackageWaiver.allVersions(PackageType.NPM, "acme", justification);
  }

  private static NewLabelWaiver label(String justification) {
    return NewLabelWaiver.of("trusted", justification);
  }

  private static ConditionDraft.Builder condition() {
    return ConditionDraft.cve("c", "CVE-1");
  }

  private static ConditionUpdate.Builder conditionUpdate() {
    return ConditionUpdate.of(Condition.builder()
        .id(ConditionId.of("7"))
        .name("c")
        .templateId("CVEName")
        .paramValues(ConditionDraft.cve("c", "CVE-1").build().paramValues())
        .build());
  }

  private static WaiverRequestDraft.Builder request() {
    return WaiverRequestDraft.of(PackageType.NPM, "acme", "1.0")
        .repositoryKey("npm-remote")
        .reason("why");
  }
}
