package io.github.xrayclient;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.xrayclient.ignorerule.IgnoreFilters;
import io.github.xrayclient.ignorerule.IgnoreRuleDraft;
import io.github.xrayclient.internal.write.ChangedField;
import io.github.xrayclient.internal.write.NoteOfUpdate;
import io.github.xrayclient.internal.write.UpdateOutcome;
import io.github.xrayclient.policy.Criteria;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.policy.PolicyDraft;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.policy.PolicyUpdate;
import io.github.xrayclient.policy.Rule;
import io.github.xrayclient.testsupport.ModuleValuesContract;
import io.github.xrayclient.testsupport.ValueContract;
import io.github.xrayclient.value.FieldChange;
import io.github.xrayclient.value.Severity;
import io.github.xrayclient.value.UpdateNote;
import io.github.xrayclient.value.UpdateResult;
import io.github.xrayclient.watch.GeneralData;
import io.github.xrayclient.watch.Watch;
import io.github.xrayclient.watch.WatchDraft;
import io.github.xrayclient.watch.WatchResource;
import io.github.xrayclient.watch.WatchUpdate;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/** Every draft, update and result of core is a value. */
class ValueContractTest extends ModuleValuesContract {
  @Override
  protected Stream<ValueContract> contracts() {
    return Stream.of(
        ValueContract.of(PolicyDraft.class, () -> policy("p").build(), "PolicyDraft", "p", "r")
            .unlike(() -> policy("q").build())
            .unlike(() -> policy("p").description("d").build())
            .unlike(() -> policy("p").addRule(rule("s")).build()),
        ValueContract.of(PolicyUpdate.class, () -> update().build(), "PolicyUpdate", "p", "r")
            .unlike(() -> update().description("d").build())
            .unlike(() -> update().addRule(rule("s")).build()),
        ValueContract.of(WatchDraft.class, () -> watch("w").build(), "WatchDraft", "w", "active")
            .unlike(() -> watch("v").build())
            .unlike(() -> watch("w").description("d").build())
            .unlike(() -> watch("w").addResource(WatchResource.allBuilds()).build())
            .unlike(() -> watch("w").watchRecipients(List.of("a@b.example")).build()),
        ValueContract.of(WatchUpdate.class, () -> watchUpdate().build(), "WatchUpdate", "w")
            .unlike(() -> watchUpdate().description("d").build())
            .unlike(() -> watchUpdate().addResource(WatchResource.allBuilds()).build()),
        ValueContract.of(
                IgnoreRuleDraft.class,
                () -> ignore("why").build(),
                "IgnoreRuleDraft",
                "why",
                "CVE-1")
            .unlike(() -> ignore("because").build())
            .unlike(() ->
                ignore("why").expiresAt(Instant.parse("2030-01-01T00:00:00Z")).build()),
        ValueContract.of(UpdateResult.class, () -> result("v", "x"), "UpdateResult", "sent", "x")
            .unlike(() -> result("v", "y"))
            .unlike(() -> UpdateOutcome.unsent("v")),
        ValueContract.of(UpdateNote.class, () -> note("it may be off"), "MAY_BE_CLEARED", "off")
            .unlike(() -> note("it may be on")),
        ValueContract.of(FieldChange.class, () -> change("b"), "name", "a", "b")
            .unlike(() -> change("c")));
  }

  private static Rule rule(String name) {
    return Rule.builder()
        .name(name)
        .criteria(Criteria.builder().minSeverity(Severity.HIGH).build())
        .build();
  }

  private static PolicyDraft.Builder policy(String name) {
    return PolicyDraft.named(name, PolicyType.SECURITY).addRule(rule("r"));
  }

  private static PolicyUpdate.Builder update() {
    return PolicyUpdate.of(
        Policy.builder().name("p").type(PolicyType.SECURITY).addRule(rule("r")).build());
  }

  private static WatchDraft.Builder watch(String name) {
    return WatchDraft.named(name)
        .addResource(WatchResource.allRepositories())
        .assign("p", PolicyType.SECURITY);
  }

  private static WatchUpdate.Builder watchUpdate() {
    return WatchUpdate.of(Watch.builder()
        .generalData(GeneralData.builder().name("w").active(false).build())
        .build());
  }

  private static IgnoreRuleDraft.Builder ignore(String notes) {
    return IgnoreRuleDraft.of(IgnoreFilters.builder().addCve("CVE-1").build(), notes)
        .neverExpires();
  }

  private static FieldChange change(String now) {
    return new ChangedField("name", TextNode.valueOf("a"), TextNode.valueOf(now));
  }

  private static UpdateNote note(String text) {
    return NoteOfUpdate.of(UpdateNote.Kind.MAY_BE_CLEARED, List.of("r"), text);
  }

  private static UpdateResult<String> result(String value, String unsentField) {
    return UpdateOutcome.sent(value, List.of(), List.of(unsentField));
  }
}
