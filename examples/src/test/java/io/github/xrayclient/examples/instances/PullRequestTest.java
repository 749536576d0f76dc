package io.github.xrayclient.examples.instances;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.RecordedRequest;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A change of an exported directory is reviewed before anybody applies it. */
class PullRequestTest extends InstancesFixture {
  private static final String POLICY = "branch/policies/high-severity.json";
  private static final String PLAN = "plan ~/branch --map ~/staging.json --map-strict";

  @BeforeEach
  void branch() {
    on(dev, "export ~/main --waiver-files separate").exits(0);
    on(dev, "export ~/branch --waiver-files separate").exits(0);
    dev.clearRequests();
  }

  @Test
  void showsTheChangeWithoutAServer() throws IOException {
    run("diff ~/main ~/branch").exits(0);
    edit(POLICY, "\"High\"", "\"Critical\"");

    run("diff ~/main ~/branch")
        .exits(10)
        .says("~ policy \"high-severity\"", "rules[high].criteria.min_severity: High → Critical");
    run("diff ~/main ~/branch --except policies:high-*").exits(0);

    assertThat(dev.requests()).isEmpty();
  }

  @Test
  void testsWhatTheChangeWouldBlock() throws IOException {
    run("explain --from ~/branch --repo libs-dev")
        .exits(10)
        .says("LIKELY", "watch libraries > policy high-severity (security) > rule high")
        .says("Violations were not searched, because no server was asked");
    edit(POLICY, "\"active\": true", "\"active\": false");

    run("explain --from ~/branch --repo libs-dev").exits(3).says("No cause was found");

    run("what-covers --from ~/main --repo libs-dev").exits(0).says("libraries  yes");
    run("what-covers --from ~/branch --repo libs-dev").exits(0).says("libraries  no");
    run("audit-setup --from ~/main").exits(0);
    assertThat(dev.requests()).isEmpty();
  }

  @Test
  void plansForTheNextInstanceAsMarkdownAndAsJson() throws IOException {
    Map<Kind, String> before = state(staging);

    on(staging, PLAN + " --format markdown")
        .exits(10)
        .says(
            "8 to create",
            "+ condition: younger than 14 days",
            "<code>create curation policy no-malware</code>",
            "npm-staging");
    JsonNode plan = JSON.readTree(on(staging, PLAN + " --format json").exits(10).out);

    assertThat(plan.path("steps")).hasSize(8);
    assertThat(plan.toString()).contains("staging-approvers").doesNotContain("dev-approvers");
    assertThat(staging.requests()).extracting(RecordedRequest::method).containsOnly("GET");
    assertThat(state(staging)).isEqualTo(before);
  }

  @Test
  void failsOnWarningsAndWritesNoPlan() {
    String plan = PLAN + " --output ~/plan.json --fail-on warnings";
    on(staging, plan).exits(3).warns("--fail-on warnings").says("\"libs-staging/org/\"");
    assertThat(folder.resolve("plan.json")).doesNotExist();

    on(staging, plan + " --except ignore-rules").exits(10);

    assertThat(folder.resolve("plan.json")).exists();
  }

  @Test
  void namesWhatTheNextInstanceLacks() throws IOException {
    edit("staging.json", "*-staging", "*-stagin");

    on(staging, PLAN + " --fail-on warnings")
        .exits(3)
        .says("watch \"libraries\" needs the repository \"libs-stagin\"");
  }

  @Test
  void refusesNamesThatTheMappingDoesNotCover() throws IOException {
    edit("branch/watches/libraries.json", "libs-dev", "libs-local");

    on(staging, PLAN).exits(3).warns("the mapping is strict and does not cover", "libs-local");
  }
}
