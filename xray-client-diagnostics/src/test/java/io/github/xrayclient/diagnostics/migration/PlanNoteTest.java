package io.github.xrayclient.diagnostics.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PlanNoteTest {
  private final Server source = Server.withBuiltIn("1");
  private final Server target = Server.withBuiltIn("2");

  @AfterEach
  void stop() {
    source.close();
    target.close();
  }

  private MigrationPlan plan() {
    return target.migration().plan(source.migration().snapshot());
  }

  private PlanNote note(PlanNote.Kind kind) {
    List<PlanNote> notes =
        plan().notes().stream().filter(note -> note.kind() == kind).collect(Collectors.toList());
    assertThat(notes).hasSize(1);
    return notes.get(0);
  }

  private static void curationPolicy(Server server, String condition, String more) {
    server.seed(
        Kind.CURATION_POLICIES,
        "{'id':'5','name':'p','scope':'all_repos','policy_action':'block','condition_id':'"
            + condition + "'" + more + "}");
  }

  @Test
  void tellsThatAPolicyHasAnotherType() {
    source.seed(Kind.POLICIES, "{'name':'p','type':'security','rules':[]}");
    target.seed(Kind.POLICIES, "{'name':'p','type':'license','rules':[]}");

    PlanNote note = note(PlanNote.Kind.POLICY_TYPE_DIFFERS);

    assertThat(note.category()).isEqualTo(PlanNote.Category.WARNING);
    assertThat(note.object()).contains(ObjectKey.of(ObjectKind.POLICIES, "p"));
    assertThat(note.text())
        .isEqualTo(
            "policy \"p\" has the type license on the target and security in the snapshot; the"
                + " server may refuse to change the type");
  }

  @Test
  void tellsThatAnUpdateMayResetAField() {
    curationPolicy(source, "1", "");
    curationPolicy(target, "2", ",'brand_new':1,'repo_exclude':['libs']");

    assertThat(note(PlanNote.Kind.FIELD_MAY_BE_RESET).subject()).contains("brand_new");
    assertThat(note(PlanNote.Kind.FIELD_MAY_BE_RESET).text())
        .startsWith("the update of curation policy \"p\" may reset its field brand_new, which");
  }

  @Test
  void tellsThatAnUpdateMayResetAFieldOfACondition() {
    String condition = "{'id':'9','is_custom':true,'name':'young','condition_template_id':"
        + "'isImmature','param_values':[{'param_id':'package_age_days','value':%s}]%s}";
    source.seed(Kind.CONDITIONS, String.format(condition, 7, ""));
    target.seed(Kind.CONDITIONS, String.format(condition, 8, ",'brand_new':1"));

    assertThat(note(PlanNote.Kind.FIELD_MAY_BE_RESET).object())
        .contains(ObjectKey.of(ObjectKind.CONDITIONS, "young"));
  }

  @Test
  void namesAFieldThatIsNotSent() {
    curationPolicy(source, "1", ",'brand_new':1");

    assertThat(note(PlanNote.Kind.UNKNOWN_FIELD).subject()).contains("brand_new");
    assertThat(note(PlanNote.Kind.UNKNOWN_FIELD).toJson().path("subject").asText())
        .isEqualTo("brand_new");
  }

  @Test
  void tellsThatTheTargetDisabledAPolicy() {
    curationPolicy(source, "1", "");
    curationPolicy(target, "2", ",'enabled':false");

    PlanNote note = note(PlanNote.Kind.DISABLED_ON_TARGET);

    assertThat(note.category()).isEqualTo(PlanNote.Category.SKIPPED);
    assertThat(note.text())
        .isEqualTo(
            "curation policy \"p\" is enabled in the snapshot, but the target has disabled it,"
                + " usually because it covers no repository; enable it again on the target");
  }

  @Test
  void tellsThatAConditionHasNoName() {
    curationPolicy(source, "99", "");

    assertThat(note(PlanNote.Kind.CONDITION_WITHOUT_NAME).object())
        .contains(ObjectKey.of(ObjectKind.CURATION_POLICIES, "p"));
  }

  @Test
  void hidesCredentialsInItsText() {
    source.seed(Kind.POLICIES, "{'name':'p','type':'security','rules':[]}");
    source.seed(
        Kind.WATCHES,
        "{'general_data':{'name':'w','active':true},'assigned_policies':[{'name':'the-token-1'}]}");

    assertThat(note(PlanNote.Kind.POLICY_MISSING).text()).contains("the-token-1");
    assertThat(note(PlanNote.Kind.POLICY_MISSING).subject()).contains("the-token-1");
    try (XrayClient xray = XrayClient.builder()
        .baseUrl(target.fake.url())
        .credentials(Credentials.bearer("the-token-1"))
        .build()) {
      MigrationPlan plan = Migration.of(xray).plan(source.migration().snapshot());

      assertThat(plan.warnings())
          .extracting(PlanNote::text)
          .anyMatch(text -> text.startsWith("watch \"w\" uses the policy \"***\""))
          .noneMatch(text -> text.contains("the-token-1"));
      assertThat(plan.toJson().path("notes").toString()).doesNotContain("the-token-1");
    }
  }

  @Test
  void hasACategoryForEachKind() {
    for (PlanNote.Kind kind : PlanNote.Kind.values()) {
      boolean isOnlyOnTarget = kind.name().endsWith("_ONLY_ON_TARGET");

      assertThat(kind.category() == PlanNote.Category.ONLY_ON_TARGET)
          .as(kind.name())
          .isEqualTo(isOnlyOnTarget);
    }
  }

  @Test
  void isInOneOfTheListsOfThePlan() {
    curationPolicy(source, "1", "");
    curationPolicy(target, "2", ",'brand_new':1,'enabled':false,'repo_exclude':['libs']");
    target.seed(Kind.POLICIES, "{'name':'own','type':'license','rules':[]}");
    MigrationPlan plan = plan();

    assertThat(plan.warnings()).isNotEmpty();
    assertThat(plan.skipped()).isNotEmpty();
    assertThat(plan.onlyOnTarget())
        .extracting(PlanNote::object)
        .containsExactly(Optional.of(ObjectKey.of(ObjectKind.POLICIES, "own")));
    assertThat(plan.notes())
        .containsAll(plan.warnings())
        .containsAll(plan.skipped())
        .containsAll(plan.onlyOnTarget())
        .hasSize(
            plan.warnings().size() + plan.skipped().size() + plan.onlyOnTarget().size());
  }
}
