package io.github.xrayclient.diagnostics.block;

import static io.github.xrayclient.diagnostics.block.Platform.BLOCK;
import static io.github.xrayclient.diagnostics.block.Platform.allRepositories;
import static io.github.xrayclient.diagnostics.block.Platform.repository;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockCause.Verdict;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import io.github.xrayclient.testing.FakeXray.Kind;
import org.junit.jupiter.api.Test;

/** What people run into that has to do with which watch covers what. */
class CoverageSituationsTest extends PlatformFixture {
  @Test
  void directRepositoryWatch() {
    platform.local("libs", "").policy("p", BLOCK).watch("w", "p", repository("libs", "local"));

    BlockExplanation found = platform.explain();

    assertThat(found.causes()).singleElement().satisfies(cause -> {
      assertThat(cause.verdict()).isEqualTo(Verdict.LIKELY);
      assertThat(cause.reason())
          .isEqualTo("Watch \"w\" covers repository \"libs\". Rule \"r\" of policy \"p\" blocks"
              + " downloads of artifacts that violate it. No blocking violation of this rule was"
              + " found.");
    });
    assertThat(found.nextSteps())
        .extracting(NextStep::text)
        .anyMatch(step -> step.contains("use a version that does not have them"))
        .anyMatch(
            step -> step.contains("create an ignore rule") && step.contains("change the rule"));
  }

  @Test
  void allRepositoriesWatch() {
    platform.policy("p", BLOCK).watch("w", "p", allRepositories());

    BlockExplanation found = platform.explain();

    assertThat(found.causes()).singleElement().satisfies(cause -> {
      assertThat(cause.verdict()).isEqualTo(Verdict.LIKELY);
      assertThat(cause.reason()).startsWith("Watch \"w\" covers all repositories. ");
    });
    assertThat(found.nextSteps())
        .extracting(NextStep::text)
        .anyMatch(step -> step.endsWith("add filters to them: \"w\"."));
    assertThat(platform.explain("All Repositories", "a").causes()).hasSize(1);
  }

  @Test
  void allRepositoriesWatchWithPackageTypeAndPathFilters() {
    String type = "{'type':'package-type','value':'Maven'}";
    String path = "{'type':'path-ant-patterns','value':{'IncludePatterns':['a/**']}}";
    String other = "{'type':'package-type','value':'Npm'}";
    platform
        .local("libs", "")
        .policy("p", BLOCK)
        .watch("w", "p", allRepositories(type, path))
        .watch("v", "p", allRepositories(other));

    BlockExplanation found = platform.explain();

    assertThat(found.causes())
        .singleElement()
        .satisfies(cause -> assertThat(cause.reason())
            .contains("its filters package-type \"Maven\" and path-ant-patterns (include \"a/**\")"
                + " match the artifact"));
    assertThat(found.ruledOut())
        .singleElement()
        .satisfies(out -> assertThat(out.reason())
            .isEqualTo("Watch \"v\" does not apply: its filter requires the package type \"Npm\","
                + " but the repository has the package type \"maven\"."));
  }

  @Test
  void remoteRepositoryWhoseCacheTheMessageNames() {
    platform.remote("x").policy("p", BLOCK).watch("w", "p", repository("x", "remote"));

    assertThat(platform.explain("x-cache", "a.whl").causes()).singleElement().satisfies(cause -> {
      assertThat(cause.verdict()).isEqualTo(Verdict.LIKELY);
      assertThat(cause.reason())
          .contains("covers remote repository \"x\", whose cache is \"x-cache\"");
    });
  }

  @Test
  void localRepositoryReallyNamedLikeACache() {
    platform
        .local("build-cache", "")
        .policy("p", BLOCK)
        .watch("w", "p", repository("build-cache", "local"))
        .watch("v", "p", repository("build", "remote"));

    assertThat(platform.explain("build-cache", "a.jar").causes())
        .extracting(BlockCause::watch)
        .containsExactly("w");
  }

  @Test
  void virtualRepositoryInTheRequest() {
    platform
        .put(
            Kind.REPOSITORIES,
            "{'key':'all','rclass':'virtual','packageType':'maven','repositories':['libs']}")
        .local("libs", "")
        .policy("p", BLOCK)
        .watch("w", "p", repository("libs", "local"));

    assertThat(platform.explain("all", "a/b.jar").causes())
        .singleElement()
        .satisfies(cause -> assertThat(cause.reason())
            .endsWith("This applies if the virtual"
                + " repository takes the artifact from its member \"libs\"."));
    assertThat(platform
            .downloads()
            .explain(
                "{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\",\"message\":\"manifest unknown\"}]}")
            .get(0)
            .nextSteps())
        .extracting(NextStep::text)
        .anyMatch(step -> step.contains("ask about each of its members"));
  }

  @Test
  void filterThatSpeaksOfAProject() {
    platform
        .local("libs", ",'projectKey':'alpha'")
        .policy("p", BLOCK)
        .watch("w", "p", allRepositories("{'type':'path-regex','value':'the project x'}"));

    BlockExplanation found = platform.explain();

    assertThat(found.ruledOut()).singleElement().satisfies(out -> {
      assertThat(out.fact()).isEqualTo(RuledOut.Fact.FILTER);
      assertThat(out.reason()).contains(" project ");
    });
    assertThat(found.nextSteps())
        .extracting(NextStep::kind)
        .contains(NextStep.Kind.CHECK_RULED_OUT_WATCHES)
        .doesNotContain(NextStep.Kind.MOVE_WATCH);
  }

  @Test
  void projectWatchOnAllRepositories() {
    platform
        .local("libs", ",'projectKey':'alpha'")
        .local("other", ",'projectKey':'beta'")
        .policy("p", BLOCK)
        .watch("w", "'active':true,'project_key':'alpha'", "p", allRepositories());

    assertThat(platform.explain().causes())
        .singleElement()
        .satisfies(cause ->
            assertThat(cause.reason()).contains("covers all repositories of project \"alpha\"."));
    assertThat(platform.explain("other", "a").causes()).isEmpty();
  }

  @Test
  void globalWatchOnProjects() {
    platform
        .local("libs", ",'projectKey':'alpha'")
        .policy("p", BLOCK)
        .watch("one", "p", "{'type':'project','name':'alpha'}")
        .watch("all", "p", "{'type':'all-projects','name':'All Projects'}");

    assertThat(platform.explain().causes())
        .extracting(BlockCause::watch, BlockCause::verdict)
        .containsExactly(tuple("all", Verdict.LIKELY), tuple("one", Verdict.LIKELY));

    platform.server.forbid("/artifactory");
    BlockExplanation unseen = platform.explain();
    assertThat(unseen.causes())
        .extracting(BlockCause::verdict)
        .containsExactly(Verdict.POSSIBLE, Verdict.POSSIBLE);
    assertThat(unseen.notChecked())
        .extracting(NotChecked::sentence)
        .anyMatch(text -> text.contains("project may therefore not be known"));
  }

  @Test
  void projectPoliciesInvisibleToTheCaller() {
    platform
        .local("libs", ",'projectKey':'alpha'")
        .watch("w", "'active':true,'project_key':'alpha'", "secret", allRepositories());

    BlockExplanation found = platform.explain();

    assertThat(found.causes()).singleElement().satisfies(cause -> {
      assertThat(cause.verdict()).isEqualTo(Verdict.POSSIBLE);
      assertThat(cause.rule()).isEmpty();
      assertThat(cause.reason()).contains("not among the policies that could be read");
    });
    assertThat(found.nextSteps())
        .extracting(NextStep::text)
        .anyMatch(
            step -> step.contains("permission to read the policies") && step.contains("project"));
  }

  @Test
  void licenseOrOperationalRiskPolicyBlocks() {
    platform
        .policy("lic", "'type':'license'", BLOCK)
        .policy("risk", "'type':'operational_risk'", BLOCK)
        .watch("w", "lic", allRepositories())
        .watch("v", "risk", allRepositories());

    assertThat(platform.explain().nextSteps())
        .extracting(NextStep::text)
        .contains(
            "Check violations of type license, not only vulnerabilities, because policy \"lic\" has"
                + " that type.",
            "Check violations of type operational_risk, not only vulnerabilities, because policy"
                + " \"risk\" has that type.");
  }

  @Test
  void severalPoliciesAndWatchesBlockAtOnce() {
    platform
        .policy("p", BLOCK)
        .policy("q", BLOCK)
        .watch("w", "p", allRepositories())
        .watch("v", "q", repository("libs", "local"));

    BlockExplanation found = platform.explain();

    assertThat(found.causes()).hasSize(2);
    assertThat(found.nextSteps())
        .extracting(NextStep::text)
        .contains("Check all causes, because each of them can block the download alone.");
  }

  @Test
  void severalArtifactoryInstances() {
    platform
        .policy("p", BLOCK)
        .watch("w", "p", "{'type':'all-repos','name':'All Repositories','bin_mgr_id':'eu'}");
    RequestedArtifact here = RequestedArtifact.builder()
        .repository("libs")
        .binaryManagerId("default")
        .build();

    assertThat(platform.downloads().explain(here).ruledOut())
        .extracting(RuledOut::reason)
        .containsExactly("Watch \"w\" does not apply: it covers repositories of the Artifactory"
            + " instance \"eu\", but this repository is in the instance \"default\".");
    assertThat(platform.explain().nextSteps())
        .extracting(NextStep::text)
        .anyMatch(step -> step.startsWith("Find out which Artifactory instance"));
  }

  @Test
  void watchNotActive() {
    platform.policy("p", BLOCK).watch("w", "'active':false", "p", repository("libs", "local"));

    BlockExplanation found = platform.explain();

    assertThat(found.causes()).isEmpty();
    assertThat(found.ruledOut())
        .extracting(RuledOut::watch, RuledOut::reason)
        .containsExactly(tuple("w", "Watch \"w\" is not active."));
  }

  @Test
  void watchWithoutResourcesOrPolicies() {
    platform
        .policy("p", BLOCK)
        .watch("bare", "p", "")
        .put(
            Kind.WATCHES,
            "{'general_data':{'name':'idle','active':true},'project_resources':{'resources':["
                + allRepositories() + "]},'assigned_policies':null}");

    BlockExplanation found = platform.explain();

    assertThat(found.causes()).isEmpty();
    assertThat(found.nextSteps())
        .extracting(NextStep::text)
        .anyMatch(step -> step.contains("was meant for the repository: \"bare\", \"idle\".")
            && step.endsWith("the server deactivates them."));
  }

  @Test
  void onlyWatchesOnBuildsAndReleaseBundles() {
    platform
        .policy("p", BLOCK)
        .watch(
            "w",
            "p",
            "{'type':'all-builds','name':'All Builds'},{'type':'releaseBundleV2','name':'b'}");

    BlockExplanation found = platform.explain();

    assertThat(found.causes()).isEmpty();
    assertThat(found.ruledOut()).isEmpty();
    assertThat(found.nextSteps())
        .extracting(NextStep::text)
        .anyMatch(step -> step.contains("was meant for the repository: \"w\".")
            && step.endsWith("do not block downloads from repositories."));
  }

  @Test
  void watchInTheWrongProject() {
    platform
        .local("libs", ",'projectKey':'alpha'")
        .policy("p", BLOCK)
        .watch("w", "'active':true,'project_key':'beta'", "p", allRepositories());

    BlockExplanation found = platform.explain();

    assertThat(found.ruledOut())
        .singleElement()
        .satisfies(out -> assertThat(out.reason())
            .isEqualTo("Watch \"w\" does not apply: it covers project \"beta\", to which the"
                + " repository does not belong."));
    assertThat(found.nextSteps())
        .extracting(NextStep::text)
        .anyMatch(step -> step.contains("create it again in the repository's project"));
  }
}
