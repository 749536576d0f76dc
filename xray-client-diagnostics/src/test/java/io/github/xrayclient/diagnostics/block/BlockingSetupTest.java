package io.github.xrayclient.diagnostics.block;

import static io.github.xrayclient.diagnostics.block.Platform.BLOCK;
import static io.github.xrayclient.diagnostics.block.Platform.allRepositories;
import static io.github.xrayclient.diagnostics.block.Platform.repository;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xrayclient.diagnostics.explanation.CoveringWatch;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.RepositoryCoverage;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.explanation.SetupAudit;
import io.github.xrayclient.diagnostics.explanation.SetupFinding;
import io.github.xrayclient.diagnostics.explanation.SetupFinding.Kind;
import io.github.xrayclient.testing.FakeXray;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class BlockingSetupTest extends PlatformFixture {
  private final BlockingSetup setup = BlockingSetup.of(platform.xray);

  @Nested
  class WhatCovers {
    @Test
    void namesEveryWatchWithItsPoliciesBlockingOrNot() {
      platform
          .local("libs", "")
          .policy("p", BLOCK)
          .policy("q", "'active':false")
          .watch("blocks", "p", repository("libs", "local"))
          .watch("watches", "q", allRepositories())
          .watch(
              "off", "'active':false,'project_key':'alpha'", "hidden", repository("libs", "local"))
          .watch("other", "p", repository("other", "local"))
          .watch("builds", "p", "{'type':'all-builds','name':'All Builds'}");

      RepositoryCoverage coverage = setup.whatCovers("libs");

      assertThat(coverage.repository()).isEqualTo("libs");
      assertThat(coverage.watches())
          .extracting(
              CoveringWatch::watch,
              CoveringWatch::certain,
              CoveringWatch::active,
              CoveringWatch::mayBlock,
              watch -> watch.policies().get(0).blockingRules().size(),
              watch -> watch.policies().get(0).readable())
          .containsExactly(
              tuple("blocks", true, Optional.of(true), true, 1, true),
              tuple("watches", true, Optional.of(true), false, 0, true),
              tuple("off", true, Optional.of(false), false, 0, false));
      assertThat(coverage.watches().get(0).text())
          .isEqualTo("Watch \"blocks\" covers repository \"libs\".");
      assertThat(coverage.notChecked()).isEmpty();
      assertThat(platform.asked())
          .containsExactly(
              "GET /xray/api/v2/policies",
              "GET /xray/api/v2/watches",
              "GET /artifactory/api/repositories/libs");
    }

    @Test
    void saysWhatACoverDependsOnIfTheRepositoryCannotBeSeen() {
      platform.policy("p", BLOCK).watch("w", "p", "{'type':'project','name':'alpha'}");
      platform.server.forbid("/artifactory").forbid("/xray/api/v1");

      RepositoryCoverage coverage = setup.whatCovers("libs");

      assertThat(coverage.watches()).singleElement().satisfies(watch -> {
        assertThat(watch.certain()).isFalse();
        assertThat(watch.mayBlock()).isTrue();
        assertThat(watch.text())
            .isEqualTo("Watch \"w\" covers the repository only if repository \"libs\" belongs to"
                + " project \"alpha\".");
      });
      assertThat(coverage.notChecked())
          .extracting(NotChecked::sentence)
          .singleElement()
          .satisfies(sentence -> assertThat(sentence).contains("was not looked up", "403"));
    }

    @Test
    void goesThroughTheMembersOfAVirtualRepository() {
      platform
          .put(
              FakeXray.Kind.REPOSITORIES,
              "{'key':'all','rclass':'virtual','repositories':['libs','pypi']}")
          .local("libs", "")
          .remote("pypi")
          .policy("p", BLOCK)
          .watch("w", "p", allRepositories())
          .watch("v", "p", repository("pypi", "remote"));

      assertThat(setup.whatCovers("all").watches())
          .extracting(CoveringWatch::repository, CoveringWatch::watch)
          .containsExactly(tuple("libs", "w"), tuple("pypi", "w"), tuple("pypi", "v"));
    }

    @Test
    void narrowsByAPath() {
      platform
          .policy("p", BLOCK)
          .watch("w", "p", allRepositories("{'type':'path-regex','value':'^org/'}"));

      assertThat(setup
              .whatCovers(RequestedArtifact.builder()
                  .repository("libs")
                  .path("com/a.jar")
                  .build())
              .watches())
          .isEmpty();
    }
  }

  @Nested
  class Audit {
    @Test
    void findsWhatHasNoEffect() {
      platform
          .policy("unused", BLOCK)
          .policy("used", BLOCK)
          .policy("harmless", "'active':false")
          .put(
              FakeXray.Kind.POLICIES,
              "{'name':'late','type':'security','rules':[{'name':'first','priority':1},"
                  + "{'name':'second','priority':2,'actions':{'block_download':{'active':true}}}]}")
          .watch("off", "'active':false", "late", allRepositories())
          .watch("empty", "used", "")
          .watch("builds", "used", "{'type':'all-builds','name':'All Builds'}")
          .watch("quiet", "harmless", allRepositories())
          .watch("blind", "'active':true,'project_key':'alpha'", "gone", allRepositories());

      SetupAudit audit = setup.audit();

      assertThat(audit.findings())
          .extracting(
              SetupFinding::kind, SetupFinding::watch, SetupFinding::policy, SetupFinding::rule)
          .containsExactly(
              tuple(
                  Kind.BLOCKING_POLICY_UNUSED,
                  Optional.empty(),
                  Optional.of("unused"),
                  Optional.empty()),
              tuple(Kind.WATCH_INACTIVE, Optional.of("off"), Optional.empty(), Optional.empty()),
              tuple(Kind.WATCH_EMPTY, Optional.of("empty"), Optional.empty(), Optional.empty()),
              tuple(
                  Kind.WATCH_BLOCKS_NO_REPOSITORY,
                  Optional.of("builds"),
                  Optional.empty(),
                  Optional.empty()),
              tuple(
                  Kind.WATCH_WITHOUT_BLOCKING_POLICY,
                  Optional.of("quiet"),
                  Optional.empty(),
                  Optional.empty()),
              tuple(
                  Kind.POLICY_UNREADABLE,
                  Optional.of("blind"),
                  Optional.of("gone"),
                  Optional.empty()),
              tuple(
                  Kind.RULE_BEHIND_ANOTHER,
                  Optional.empty(),
                  Optional.of("late"),
                  Optional.of("second")));
      assertThat(audit.findings())
          .allSatisfy(finding -> assertThat(finding.text()).endsWith("."));
      assertThat(audit.findings().get(5).projectKey()).contains("alpha");
      assertThat(audit.policyCount()).isEqualTo(4);
      assertThat(audit.watchCount()).isEqualTo(5);
      assertThat(platform.asked()).hasSize(2);
    }

    @Test
    void takesAnEmptyProjectForNone() {
      platform
          .policy("p", "'type':'security','project_key':''", BLOCK)
          .watch("w", "'active':false,'project_key':''", "gone", allRepositories());

      assertThat(setup.audit().findings())
          .hasSize(3)
          .allSatisfy(finding -> assertThat(finding.projectKey()).isEmpty());
    }

    @Test
    void findsNothingWhereAllIsAtWork() {
      platform.policy("p", BLOCK).watch("w", "p", allRepositories());

      assertThat(setup.audit().findings()).isEmpty();
    }

    @Test
    void looksAtAProjectBesideWhatIsGlobal() {
      platform
          .policy("p", BLOCK)
          .watch("w", "'active':false,'project_key':'alpha'", "p", allRepositories());

      SetupAudit audit = setup.inProject("alpha").audit();

      assertThat(audit.findings())
          .extracting(SetupFinding::kind, SetupFinding::projectKey)
          .containsExactly(tuple(Kind.WATCH_INACTIVE, Optional.of("alpha")));
      assertThat(platform.asked()).hasSize(3);
    }
  }
}
