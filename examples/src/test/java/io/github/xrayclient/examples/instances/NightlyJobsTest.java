package io.github.xrayclient.examples.instances;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.RecordedRequest;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** What runs every night, and changes no server: the export of one instance, and the drift. */
class NightlyJobsTest extends InstancesFixture {
  @Nested
  class Export {
    @Test
    void ofAnUnchangedServerChangesNoFile() throws IOException {
      Map<Kind, String> before = state(dev);
      on(dev, "export ~/gov --waiver-files separate").exits(0);
      Map<String, String> files = files("gov");

      on(dev, "export ~/gov --waiver-files separate").exits(0);

      assertThat(files("gov"))
          .isEqualTo(files)
          .containsKeys(
              "curation-policies/no-young-packages.waivers/npm left-pad 1.3.0.json",
              "projects/dev-team/policies/team-rules.json");
      assertThat(state(dev)).isEqualTo(before);
      assertThat(dev.requests()).extracting(RecordedRequest::method).containsOnly("GET");
    }

    @Test
    void isTheSameWhateverTheSizeOfPages() throws IOException {
      on(dev, "export ~/gov").exits(0);
      dev.pageCap(1);

      on(dev, "export ~/one").exits(0);

      assertThat(files("one")).isEqualTo(files("gov"));
    }

    @Test
    void keepsTheLastFilesIfTheTokenLosesARight() throws IOException {
      on(dev, "export ~/gov").exits(0);
      Map<String, String> files = files("gov");
      dev.forbid("/xray/api/v1/curation");

      on(dev, "export ~/gov").exits(3).warns("no permission to read Curation", file("gov"));

      assertThat(files("gov")).isEqualTo(files);
    }

    @Test
    void keepsTheLastFilesIfTheServerBreaksHalfWay() throws IOException {
      on(dev, "export ~/gov").exits(0);
      Map<String, String> files = files("gov");
      change(dev, Kind.POLICIES, "high-severity", "\"High\"", "\"Critical\"");
      dev.failNext(429, 3, "Retry-After", "0").failNext(500, 1);

      on(dev, "export ~/gov").exits(3).warns("answered 500");

      assertThat(files("gov")).isEqualTo(files);
    }

    @Test
    void repeatsReadsThatAreThrottled() throws IOException {
      on(dev, "export ~/gov").exits(0);
      dev.failNext(429, 3, "Retry-After", "0");

      on(dev, "export ~/again").exits(0);

      assertThat(files("again")).isEqualTo(files("gov"));
    }
  }

  @Nested
  class Drift {
    private static final String DRIFT = "drift ~/gov --map ~/prod.json --map-strict";

    @Test
    void tellsAnEmergencyWaiverWithoutCountingIt() {
      rollOut();
      waive(production, "no-malware", "799", "colors", "olga");
      Map<Kind, String> before = state(production);

      on(production, DRIFT)
          .exits(0)
          .says("waiver npm colors all versions", "olga", "2026-02-03T04:05:06Z");
      on(production, DRIFT + " --waivers exact")
          .exits(10)
          .says("somebody changed curation policy \"no-malware\"", "waivers[npm colors");
      assertThat(on(production, DRIFT + " --waivers ignore").exits(0).out).doesNotContain("colors");

      assertThat(state(production)).isEqualTo(before);
    }

    @Test
    void countsAChangedPolicyAndSaysWhoChangedItAndWhen() {
      rollOut();
      change(production, Kind.CURATION_POLICIES, "no-malware", "\"block\"", "\"dry_run\"");
      change(production, Kind.CURATION_POLICIES, "no-malware", "\"admin\"", "\"olga\"");

      for (String waivers : new String[] {"keep", "ignore"}) {
        on(production, DRIFT + " --waivers " + waivers)
            .exits(10)
            .says("somebody changed curation policy \"no-malware\", last by olga at 2026-")
            .says("policy_action: block → dry_run");
      }
    }

    @Test
    void doesNotCountWhatOnlyProductionHas() {
      rollOut();

      on(production, DRIFT).exits(0).says("policy \"prod-own\" is only on the server");
      on(production, DRIFT + " --strict").exits(10);
      on(production, DRIFT + " --except policies:prod-*").exits(0);
    }

    @Test
    void failsWithoutTheRightToReadAndNamesWhatCouldNotBeRead() {
      rollOut();
      for (String path : new String[] {"/xray/api/v1/curation", "/xray/api/v2/watches"}) {
        production.forbid(path);
        on(production, DRIFT).exits(3).warns(path, "answered 403");
        production.permit(path);
      }
    }

    private void rollOut() {
      on(dev, "export ~/gov").exits(0);
      on(production, "plan ~/gov --map ~/prod.json --map-strict --output ~/p.json")
          .exits(10);
      on(production, "apply ~/p.json").exits(0);
    }
  }
}
