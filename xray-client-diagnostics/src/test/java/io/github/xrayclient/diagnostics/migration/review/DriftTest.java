package io.github.xrayclient.diagnostics.migration.review;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xrayclient.diagnostics.migration.Drift;
import io.github.xrayclient.diagnostics.migration.DriftedObject;
import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.diagnostics.migration.ObjectChange;
import io.github.xrayclient.diagnostics.migration.PlanNote;
import io.github.xrayclient.diagnostics.migration.Server;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.testing.FakeXray.Kind;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DriftTest {
  private static final String POLICY = "{'id':'12','name':'no young','scope':'all_repos',"
      + "'policy_action':'ACTION','condition_id':'11','enabled':true,'updated_by':'bob',"
      + "'updated_at':'2026-02-03T04:05:06Z','repo_exclude':['b-remote','a-remote'],"
      + "'waiver_request_config':'forbidden','waivers':[WAIVERS],'label_waivers':[{'id':'13',"
      + "'label':'approved','justification':'seen','created_by':'ann'}]}";
  private static final String OLD_WAIVER = "{'id':'13','pkg_type':'npm','pkg_name':'left-pad',"
      + "'all_versions':false,'pkg_versions':['1.1','1.0'],'justification':'vendored',"
      + "'created_by':'ann','created_at':'2025-01-01T00:00:00Z'}";
  private static final String NEW_WAIVER = "{'id':'77','pkg_type':'npm','pkg_name':'is-odd',"
      + "'all_versions':true,'justification':'urgent','created_by':'bob',"
      + "'created_at':'2026-02-03T04:05:06Z'}";

  private final Server server = Server.filled(10);
  private final Snapshot snapshot = server.migration().snapshot();

  @AfterEach
  void stop() {
    server.close();
  }

  private void change(String action, String waivers) {
    server.seed(
        Kind.CURATION_POLICIES, POLICY.replace("ACTION", action).replace("WAIVERS", waivers));
  }

  @Test
  void isNoneIfNothingChanged() {
    Drift drift = server.migration().drift(snapshot);

    assertThat(drift.isEmpty()).isTrue();
    assertThat(drift.changes()).isEmpty();
    assertThat(drift.onlyOnServer()).isEmpty();
    assertThat(drift).hasToString(server.fake.url() + " matches the snapshot\n");
  }

  @Test
  void saysWhoChangedWhatAndWhenFromTheSnapshotToTheServer() {
    change("dry_run", OLD_WAIVER);

    Drift drift = server.migration().drift(snapshot);

    assertThat(drift.isEmpty()).isFalse();
    DriftedObject object = drift.changes().get(0);
    assertThat(object.kind()).isEqualTo(ObjectChange.Kind.CHANGED);
    assertThat(object.changedBy()).contains("bob");
    assertThat(object.changedAt().orElseThrow()).hasToString("2026-02-03T04:05:06Z");
    assertThat(object.fields())
        .extracting(
            field -> field.field(),
            field -> field.from().orElseThrow().asText(),
            field -> field.to().orElseThrow().asText())
        .containsExactly(tuple("policy_action", "block", "dry_run"));
    assertThat(drift.toString())
        .contains("somebody changed curation policy \"no young\", last by bob at"
            + " 2026-02-03T04:05:06Z\n      policy_action: block → dry_run\n");
    assertThat(drift.toJson().at("/changes/0/lastChange/by").asText()).isEqualTo("bob");
    assertThat(drift.toMarkdown()).contains("    policy_action: block → dry_run");
  }

  @Test
  void listsWhatIsMissingAndWhatOnlyTheServerHas() {
    server.xray.watches().delete("libs");
    server.seed(Kind.POLICIES, "{'name':'own','type':'security','rules':[]}");

    Drift drift = server.migration().drift(snapshot);

    assertThat(drift.changes())
        .extracting(DriftedObject::kind, Object::toString)
        .containsExactly(
            tuple(ObjectChange.Kind.REMOVED, "watch \"libs\" is missing on the server"));
    assertThat(drift.notes()).isEmpty();
    assertThat(server.fake.requests())
        .extracting(request -> request.path())
        .noneMatch(path -> path.contains("/binMgr"));
    assertThat(drift.onlyOnServer())
        .extracting(DriftedObject::kind, object -> object.object().name())
        .containsExactly(tuple(ObjectChange.Kind.ADDED, "own"));
    server.xray.policies().delete("own");
    assertThat(server.migration().drift(snapshot).onlyOnServer()).isEmpty();
  }

  @Test
  void doesNotCountObjectsThatOnlyTheServerHas() {
    server.seed(Kind.POLICIES, "{'name':'own','type':'security','rules':[]}");

    Drift drift = server.migration().drift(snapshot);

    assertThat(drift.isEmpty()).isTrue();
    assertThat(drift.onlyOnServer()).hasSize(1);
    assertThat(drift.toString()).contains("Only on the server, not counted:");
  }

  @Test
  void tellsOfANewWaiverWithoutCountingIt() {
    change("block", OLD_WAIVER + "," + NEW_WAIVER);

    Drift drift = server.migration().drift(snapshot);

    assertThat(drift.isEmpty()).isTrue();
    assertThat(drift.notes())
        .extracting(PlanNote::kind, PlanNote::text)
        .containsExactly(tuple(
            PlanNote.Kind.WAIVER_ONLY_ON_TARGET,
            "waiver npm is-odd all versions of curation policy \"no young\" is only on the"
                + " target, added by bob at 2026-02-03T04:05:06Z"));
  }

  @Test
  void countsWaiversOnlyIfTheyAreComparedExactly() {
    change("block", NEW_WAIVER);
    Migration migration = server.migration();

    assertThat(migration.ignoreWaivers().drift(snapshot).isEmpty()).isTrue();
    assertThat(migration.ignoreWaivers().drift(snapshot).notes()).isEmpty();
    assertThat(migration.drift(snapshot).changes().get(0).fields())
        .extracting(field -> field.field())
        .containsExactly("waivers[npm left-pad 1.0, 1.1]");
    assertThat(migration.exactWaivers().drift(snapshot).changes().get(0).fields())
        .extracting(field -> field.field())
        .containsExactlyInAnyOrder(
            "waivers[npm left-pad 1.0, 1.1]", "waivers[npm is-odd all versions]");
  }

  @Test
  void tellsAReplacedIgnoreRuleAsOneObject() {
    server.seed(
        Kind.IGNORE_RULES,
        "{'id':'0a10','author':'ann','created':'2025-01-01T00:00:00Z','is_expired':false,"
            + "'notes':'not reachable','expires_at':'2035-01-01T00:00:00Z','ignore_filters':"
            + "{'cves':['CVE-2021-1'],'components':[{'name':'gav://a:b','version':'1'}]}}");

    Drift drift = server.migration().drift(snapshot);

    assertThat(drift.changes())
        .extracting(DriftedObject::kind)
        .containsExactly(ObjectChange.Kind.CHANGED);
    assertThat(drift.changes().get(0).fields())
        .extracting(field -> field.field())
        .containsExactly("expires_at");
  }

  @Test
  void leavesTheWaiversOfTheTargetAloneIfAPlanIgnoresThem() {
    change("dry_run", NEW_WAIVER);
    var plan = server.migration().ignoreWaivers().plan(snapshot);

    assertThat(plan.steps()).hasSize(1);
    assertThat(plan.steps().get(0).body().orElseThrow().path("waivers"))
        .hasToString("[{\"id\":\"77\"}]");
    try (Server empty = Server.withBuiltIn("5")) {
      assertThat(empty.migration().ignoreWaivers().plan(snapshot).steps())
          .filteredOn(step -> step.object().name().equals("no young"))
          .singleElement()
          .satisfies(
              step -> assertThat(step.body().orElseThrow().has("waivers")).isFalse());
    }
  }

  @Test
  void isEqualToAnotherOfTheSameContent() {
    assertThat(server.migration().drift(snapshot))
        .isEqualTo(server.migration().drift(snapshot))
        .hasSameHashCodeAs(server.migration().drift(snapshot));
  }
}
