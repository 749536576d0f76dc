package io.github.xrayclient.examples.instances;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.RecordedRequest;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Somebody works on production while a plan waits for its apply, or after it was applied. */
class AfterAnApplyTest extends InstancesFixture {
  private Map<Kind, String> devBefore;

  @BeforeEach
  void plan() {
    on(dev, "export ~/gov").exits(0);
    on(production, "plan ~/gov --map ~/prod.json --map-strict --output ~/p.json")
        .exits(10);
    devBefore = state(dev);
  }

  @Nested
  class StalePlan {
    @Test
    void isRefusedWithWhatChangedFromWhatToWhatAndByWhom() {
      change(production, Kind.CURATION_POLICIES, "no-malware", "\"block\"", "\"dry_run\"");
      Map<Kind, String> before = state(production);
      production.clearRequests();

      on(production, "apply ~/p.json")
          .exits(3)
          .warns("somebody changed curation policy \"no-malware\", last by olga at 2026-01-03")
          .warns("policy_action: block → dry_run", "make a new plan");

      assertThat(production.requests()).extracting(RecordedRequest::method).containsOnly("GET");
      assertThat(state(production)).isEqualTo(before);
    }

    @Test
    void isAppliedIfOnlyOtherObjectsChanged() {
      change(production, Kind.CURATION_POLICIES, "prod-only", "\"block\"", "\"dry_run\"");
      change(production, Kind.POLICIES, "prod-own", "\"Low\"", "\"High\"");
      JsonNode other = stored(production, Kind.POLICIES, "prod-own");

      on(production, "apply ~/p.json").exits(0);

      assertThat(stored(production, Kind.POLICIES, "prod-own")).isEqualTo(other);
    }

    @Test
    void isNotAppliedToAnotherInstance() {
      Map<Kind, String> before = state(staging);

      on(staging, "apply ~/p.json").exits(3).warns("the plan is for " + production.url());

      assertThat(state(staging)).isEqualTo(before);
    }
  }

  @Nested
  class Rollback {
    private Map<Kind, String> before;

    @BeforeEach
    void apply() {
      before = state(production);
      on(production, "apply ~/p.json").exits(0);
    }

    @Test
    void isPreviewedAndRestoresWhatWasThere() {
      Map<Kind, String> applied = state(production);
      on(production, "rollback ~/p.json.journal --preview --read-only")
          .exits(10)
          .says("8 would be done");
      assertThat(state(production)).isEqualTo(applied);

      on(production, "rollback ~/p.json.journal").exits(0);

      JsonNode policy = stored(production, Kind.CURATION_POLICIES, "no-malware");
      assertThat(policy.path("repo_exclude")).isEmpty();
      for (Kind kind : new Kind[] {Kind.CONDITIONS, Kind.POLICIES, Kind.WATCHES}) {
        assertThat(state(production)).containsEntry(kind, before.get(kind));
      }
      assertThat(state(dev)).isEqualTo(devBefore);
    }

    @Test
    void keepsAWaiverThatSomebodyAddedSince() {
      waive(production, "no-malware", "799", "colors", "olga");

      on(production, "rollback ~/p.json.journal").exits(0);

      JsonNode policy = stored(production, Kind.CURATION_POLICIES, "no-malware");
      assertThat(policy.path("repo_exclude")).isEmpty();
      assertThat(policy.path("waivers"))
          .extracting(waiver ->
              waiver.path("id").asText() + " " + waiver.path("pkg_name").asText() + " by "
                  + waiver.path("created_by").asText())
          .containsExactly("793 is-odd by olga", "799 colors by olga");
    }

    @Test
    void leavesAloneWhatSomebodyChangedSinceIfAsked() {
      change(production, Kind.POLICIES, "high-severity", "\"High\"", "\"Critical\"");
      JsonNode changed = stored(production, Kind.POLICIES, "high-severity");
      Map<Kind, String> applied = state(production);
      on(production, "rollback ~/p.json.journal")
          .exits(3)
          .warns("policy \"high-severity\"", "--skip-changed");
      assertThat(state(production)).isEqualTo(applied);
      on(production, "rollback ~/p.json.journal --preview").exits(10).says("1 would be refused");

      on(production, "rollback ~/p.json.journal --skip-changed")
          .exits(0)
          .says("somebody changed policy \"high-severity\" after the migration, so it is left");

      assertThat(stored(production, Kind.POLICIES, "high-severity")).isEqualTo(changed);
      assertThat(production.stored(Kind.CURATION_POLICIES)).hasSize(2);
    }
  }
}
