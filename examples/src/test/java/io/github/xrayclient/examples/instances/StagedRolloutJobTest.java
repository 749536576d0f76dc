package io.github.xrayclient.examples.instances;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What dev has is brought to staging and production, at first without blocking anything more. */
class StagedRolloutJobTest extends InstancesFixture {
  @BeforeEach
  void export() {
    on(dev, "export ~/gov --waiver-files separate").exits(0);
  }

  @Test
  void blocksNothingBeforePromotionAndEndsWithoutDrift() {
    Map<Kind, String> others = state(dev);
    Map<Kind, String> productionBefore = state(production);
    on(staging, "plan ~/gov --map ~/staging.json --as-dry-run --output ~/s.json")
        .exits(10)
        .says("8 to create", "Waiting for promotion:");
    on(staging, "apply ~/s.json").exits(0);
    assertThat(action(staging, "no-malware")).isEqualTo("dry_run");
    assertThat(stored(staging, Kind.POLICIES, "high-severity")
            .at("/rules/0/actions/block_download/active")
            .asBoolean())
        .isFalse();
    on(staging, "drift ~/gov --map ~/staging.json --as-dry-run").exits(0);

    on(
            staging,
            "promote --policy no-malware --policy no-young-packages --xray-policy high-severity"
                + " --output ~/promotion.json")
        .exits(10)
        .says("policy_action: dry_run → block", "block_download.active: false → true")
        .says("nothing is known of the downloads that policy \"high-severity\" would block");
    on(staging, "apply ~/promotion.json").exits(0);

    assertThat(action(staging, "no-malware")).isEqualTo("block");
    on(staging, "drift ~/gov --map ~/staging.json --waivers exact --strict").exits(0);
    on(staging, "plan ~/gov --map ~/staging.json --prune").exits(0);
    assertThat(state(dev)).isEqualTo(others);
    assertThat(state(production)).isEqualTo(productionBefore);
  }

  @Test
  void goesOnBlockingWhatProductionBlocksAndKeepsItsWaivers() {
    JsonNode waivers = stored(production, Kind.CURATION_POLICIES, "no-malware").path("waivers");
    on(production, "plan ~/gov --map ~/prod.json --as-dry-run --output ~/p.json")
        .exits(10)
        .says("7 to create, 1 to update");

    on(production, "apply ~/p.json").exits(0);

    assertThat(action(production, "no-malware")).isEqualTo("block");
    assertThat(action(production, "no-young-packages")).isEqualTo("dry_run");
    assertThat(stored(production, Kind.CURATION_POLICIES, "no-malware").path("waivers"))
        .isEqualTo(waivers);
    assertThat(stored(production, Kind.WATCHES, "libraries").at("/project_resources/resources"))
        .extracting(resource -> resource.path("name").asText() + " of "
            + resource.path("bin_mgr_id").asText())
        .containsExactly("libs-prod of art-eu");
    on(production, "drift ~/gov --map ~/prod.json --as-dry-run").exits(0);
  }

  @Test
  void prunesOnlyOnRequestAndNotMoreThanAllowed() {
    JsonNode own = stored(production, Kind.WATCHES, "prod-second");
    on(production, "plan ~/gov --map ~/prod.json --prune --max-deletes 2 --output ~/p.json")
        .exits(3)
        .warns("would delete 3 objects, but at most 2 may be deleted", "prod-second");
    assertThat(folder.resolve("p.json")).doesNotExist();
    String prune = "plan ~/gov --map ~/prod.json --prune --max-deletes 2 --output ~/p.json";
    on(production, prune + " --except watches --except policies:*-own").exits(10);

    on(production, "apply ~/p.json").exits(0).says("delete curation policy prod-only: done");

    assertThat(stored(production, Kind.WATCHES, "prod-second")).isEqualTo(own);
    assertThat(stored(production, Kind.POLICIES, "prod-own")).isNotNull();
    assertThat(production.stored(Kind.CURATION_POLICIES)).hasSize(2);
  }

  @Test
  void writesNothingWithoutTheRightToRead() {
    Map<Kind, String> before = state(staging);
    for (String path : new String[] {"/xray/api/v1/curation", "/xray/api/v2/watches"}) {
      staging.forbid(path);

      on(staging, "plan ~/gov --map ~/staging.json --output ~/s.json")
          .exits(3)
          .warns(path, "answered 403");

      staging.permit(path);
      assertThat(folder.resolve("s.json")).doesNotExist();
    }
    assertThat(state(staging)).isEqualTo(before);
  }

  private static String action(FakeXray server, String policy) {
    return stored(server, Kind.CURATION_POLICIES, policy).path("policy_action").asText();
  }
}
