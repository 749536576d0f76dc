package io.github.xrayclient.diagnostics.block.repository;

import static io.github.xrayclient.diagnostics.block.Platform.BLOCK;
import static io.github.xrayclient.diagnostics.block.Platform.allRepositories;
import static io.github.xrayclient.diagnostics.block.Platform.repository;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.diagnostics.block.BlockingSetup;
import io.github.xrayclient.diagnostics.block.PlatformFixture;
import io.github.xrayclient.diagnostics.explanation.CoveredRepositories;
import io.github.xrayclient.diagnostics.explanation.CoveringWatch;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.OtherResource;
import io.github.xrayclient.diagnostics.report.JsonReport;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.value.NameOrId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CoveredRepositoriesTest extends PlatformFixture {
  private final BlockingSetup setup = BlockingSetup.of(platform.xray);

  @BeforeEach
  void repositories() {
    platform
        .local("libs", "")
        .local("apps", ",'projectKey':'alpha'")
        .remote("pypi-remote")
        .put(Kind.REPOSITORIES, "{'key':'all','rclass':'virtual','packageType':'maven'}")
        .policy("p", BLOCK);
  }

  @Test
  void areAllButTheVirtualOnesForAWatchOnAllRepositories() {
    platform.watch("w", "p", allRepositories());

    CoveredRepositories covered = setup.whatWatchCovers("w");

    assertThat(covered.watchCount()).isEqualTo(1);
    assertThat(covered.repositories())
        .extracting(CoveringWatch::repository, CoveringWatch::certain, CoveringWatch::mayBlock)
        .containsExactlyInAnyOrder(
            tuple("libs", true, true), tuple("apps", true, true), tuple("pypi-remote", true, true));
    assertThat(covered.otherResources()).isEmpty();
    assertThat(covered.notChecked()).isEmpty();
    assertThat(platform.asked())
        .containsExactly(
            "GET /xray/api/v2/policies",
            "GET /xray/api/v2/watches",
            "GET /artifactory/api/repositories");
  }

  @Test
  void dependOnFiltersOnThePathAndFollowFromThoseOnThePackageType() {
    platform
        .watch("by-path", "p", allRepositories("{'type':'path-regex','value':'org/.*'}"))
        .watch("by-type", "p", allRepositories("{'type':'package-type','value':'Maven'}"));

    assertThat(setup.whatWatchCovers("by-path").repositories()).hasSize(3).allSatisfy(covering -> {
      assertThat(covering.certain()).isFalse();
      assertThat(covering.text()).contains("only if the path");
    });
    assertThat(setup.whatWatchCovers("by-type").repositories())
        .extracting(CoveringWatch::repository, CoveringWatch::certain)
        .containsExactlyInAnyOrder(tuple("libs", true), tuple("apps", true));
  }

  @Test
  void areThoseOfTheProject() {
    platform.watch("w", "p", "{'type':'project','name':'alpha'}");

    CoveredRepositories covered = setup.whatWatchCovers("w");

    assertThat(covered.repositories())
        .extracting(CoveringWatch::repository, CoveringWatch::certain)
        .containsExactly(tuple("apps", true));
    assertThat(covered.notChecked()).isEmpty();
  }

  @Test
  void dependOnTheProjectIfTheListIgnoresIt() {
    platform
        .put(
            Kind.REPOSITORIES,
            "{'key':'libs','rclass':'local','packageType':'maven','projectKey':'alpha'}")
        .put(
            Kind.REPOSITORIES,
            "{'key':'pypi-remote','rclass':'remote','packageType':'pypi','projectKey':'alpha'}")
        .put(
            Kind.REPOSITORIES,
            "{'key':'all','rclass':'virtual','packageType':'maven','projectKey':'alpha'}")
        .watch("w", "p", "{'type':'project','name':'alpha'}");

    CoveredRepositories covered = setup.whatWatchCovers("w");

    assertThat(covered.repositories()).hasSize(3).noneMatch(CoveringWatch::certain);
    assertThat(covered.notChecked())
        .extracting(NotChecked::what)
        .containsExactly(NotChecked.Subject.REPOSITORIES_OF_PROJECT);
  }

  @Test
  void containARemoteRepositoryWhoseCacheTheWatchNames() {
    platform.watch("w", "p", repository("pypi-remote-cache", "remote"));

    CoveredRepositories covered = setup.whatWatchCovers("w");

    assertThat(covered.repositories())
        .extracting(CoveringWatch::repository, CoveringWatch::certain)
        .containsExactly(tuple("pypi-remote", true));
    assertThat(covered.otherResources()).isEmpty();
  }

  @Test
  void dependOnTheProjectForAllProjects() {
    platform.watch("w", "p", "{'type':'all-projects'}");

    assertThat(setup.whatWatchCovers("w").repositories())
        .hasSize(3)
        .noneMatch(CoveringWatch::certain);
  }

  @Test
  void areOpenInAnotherArtifactory() {
    platform.watch(
        "w", "p", "{'type':'repository','name':'libs','repo_type':'local','bin_mgr_id':'east'}");

    assertThat(setup.whatWatchCovers("w").repositories()).singleElement().satisfies(covering -> {
      assertThat(covering.certain()).isFalse();
      assertThat(covering.text()).contains("the Artifactory instance \"east\"");
    });
  }

  @Test
  void leaveOutBuildsAndRepositoriesThatDoNotExist() {
    platform.watch(
        "w",
        "p",
        repository("libs", "local") + "," + repository("gone", "local") + ","
            + repository("apps", "remote") + ",{'type':'all-builds','name':'All Builds'}");

    CoveredRepositories covered = setup.whatWatchCovers("w");

    assertThat(covered.repositories())
        .extracting(CoveringWatch::repository)
        .containsExactly("libs");
    assertThat(covered.otherResources())
        .extracting(OtherResource::text)
        .satisfiesExactly(
            gone -> assertThat(gone).contains("\"gone\", which this Artifactory does not have"),
            apps -> assertThat(apps).contains("\"apps\", but it is of another class"),
            builds -> assertThat(builds).contains("no download is blocked"));
  }

  @Test
  void areThoseThatTheWatchNamesIfTheListCannotBeRead() {
    platform.watch("w", "p", repository("libs", "local") + "," + allRepositories());
    platform.server.forbid("/artifactory");

    CoveredRepositories covered = setup.whatWatchCovers("w");

    assertThat(covered.repositories())
        .extracting(CoveringWatch::repository, CoveringWatch::certain)
        .containsExactly(tuple("libs", true));
    assertThat(covered.notChecked())
        .extracting(NotChecked::sentence)
        .singleElement()
        .asString()
        .startsWith("The repositories of the server were not listed, because");
  }

  @Test
  void areThoseOfAllWatchesWithAPolicy() {
    platform
        .policy("q", "'active':false")
        .watch("one", "p", repository("libs", "local"))
        .watch("off", "'active':false", "p", repository("apps", "local"))
        .watch("other", "q", allRepositories())
        .watch("unread", "hidden", repository("libs", "local"));

    CoveredRepositories covered = setup.whatPolicyCovers("p");

    assertThat(covered.watchCount()).isEqualTo(2);
    assertThat(covered.repositories())
        .extracting(CoveringWatch::watch, CoveringWatch::repository, CoveringWatch::mayBlock)
        .containsExactly(tuple("one", "libs", true), tuple("off", "apps", false));
    assertThat(setup.whatPolicyCovers("hidden").repositories()).hasSize(1);
    JsonNode json = JsonReport.tree(covered);
    assertThat(json.at("/repositories/0/policies/0/blockingRules/0").asText()).isEqualTo("r");
    assertThat(json.get("watchCount").asInt()).isEqualTo(2);
  }

  @Test
  void areNoneForAPolicyThatNoWatchApplies() {
    CoveredRepositories covered = setup.whatPolicyCovers("p");

    assertThat(covered.exists()).isTrue();
    assertThat(covered.watchCount()).isZero();
    assertThat(covered.repositories()).isEmpty();
  }

  @Test
  void areNoneForAnUnknownWatchWithoutFurtherRequests() {
    CoveredRepositories none = setup.whatWatchCovers("nobody");
    assertThat(none.watchCount()).isZero();
    assertThat(none.exists()).isFalse();
    assertThat(setup.whatPolicyCovers("nobody").exists()).isFalse();
    assertThat(platform.asked())
        .containsOnly("GET /xray/api/v2/policies", "GET /xray/api/v2/watches");
    assertThatThrownBy(() -> setup.whatWatchCovers(" "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("name must not be blank");
  }

  @Test
  void areThoseOfAWatchOfExactlyThisName() {
    platform.watch("id:w", "p", allRepositories()).watch("w", "p", allRepositories());

    assertThat(setup.whatWatchCovers("id:w").watchCount()).isEqualTo(1);
    assertThat(setup.whatWatchCovers("name:w").exists()).isFalse();
  }

  @Test
  void areThoseOfAWatchThatIsMeantByItsNameOrItsId() {
    platform.watch("w", "p", allRepositories());

    assertThat(setup.whatWatchCovers(NameOrId.ofName("w")).exists()).isTrue();
    assertThat(setup.whatWatchCovers(NameOrId.ofId("w")).exists()).isFalse();
    assertThat(setup.whatPolicyCovers(NameOrId.parse("p")).exists()).isTrue();
    assertThatThrownBy(() -> setup.whatPolicyCovers(NameOrId.ofId("p")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("policy must be a name, since Xray policies have no ids, but was 'id:p'");
  }
}
