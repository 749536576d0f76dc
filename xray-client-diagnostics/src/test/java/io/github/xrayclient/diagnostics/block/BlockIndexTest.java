package io.github.xrayclient.diagnostics.block;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockCause.Verdict;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NotBlocking;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.repository.RepositoryClass;
import io.github.xrayclient.watch.Watch;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class BlockIndexTest {
  private static final String RESOURCE =
      "{\"type\":\"repository\",\"name\":\"libs\",\"repo_type\":\"local\"}";
  private static final String BLOCK = "{\"block_download\":{\"active\":true}}";

  @ParameterizedTest
  @ValueSource(strings = {Samples.REPOSITORY_WATCH, Samples.ALL_REPOSITORIES_WATCH})
  void namesTheDocumentedWatchPolicyAndRuleOncePerTrigger(String watches) {
    BlockIndex index = BlockIndex.of(
        Samples.policies(Samples.text(Samples.POLICIES)), Samples.watches(Samples.text(watches)));

    BlockExplanation found = index.explain(artifact("example-repo-local", "org/acme/app-1.0.jar"));

    assertThat(found.causes())
        .extracting(BlockCause::trigger)
        .map(trigger -> trigger.orElseThrow())
        .containsExactly(BlockCause.Trigger.VIOLATION, BlockCause.Trigger.UNSCANNED);
    assertThat(found.causes()).allSatisfy(cause -> {
      assertThat(cause.verdict()).isEqualTo(Verdict.LIKELY);
      assertThat(cause.watch()).isEqualTo("Test_watch");
      assertThat(cause.policy()).isEqualTo("Test_policy");
      assertThat(cause.rule()).contains("block_downloads");
    });
    assertThat(found.ruledOut()).isEmpty();
  }

  @Nested
  class Cause {
    @Test
    void isOnlyPossibleDuringAGracePeriod() {
      BlockExplanation found =
          explain("{\"block_download\":{\"active\":true,\"grace_period_days\":7}}", "true", "{}");

      assertThat(found.causes()).singleElement().satisfies(cause -> {
        assertThat(cause.verdict()).isEqualTo(Verdict.POSSIBLE);
        assertThat(cause.reason()).contains("grace period of 7 days");
      });
    }

    @Test
    void isOnlyPossibleIfTheServerDoesNotSayWhetherTheWatchIsActive() {
      assertThat(explain(BLOCK, null, "{}").causes())
          .extracting(BlockCause::verdict)
          .containsExactly(Verdict.POSSIBLE);
    }

    @Test
    void saysThatARuleBeforeItMayMatchFirst() {
      List<Policy> policies = Samples.policies("[{\"name\":\"p\",\"type\":\"security\",\"rules\":["
          + "{\"name\":\"second\",\"priority\":2,\"actions\":" + BLOCK + "},"
          + "{\"name\":\"first\",\"priority\":1,\"actions\":{}}]}]");

      BlockExplanation found =
          BlockIndex.of(policies, watches("true", RESOURCE)).explain(artifact("libs", "a.jar"));

      assertThat(found.causes())
          .singleElement()
          .satisfies(cause -> assertThat(cause.reason()).contains("may match first"));
    }

    @Test
    void isPossibleWithoutRuleIfThePolicyCannotBeRead() {
      BlockExplanation found =
          BlockIndex.of(List.of(), watches("true", RESOURCE)).explain(artifact("libs", "a.jar"));

      assertThat(found.causes()).singleElement().satisfies(cause -> {
        assertThat(cause.verdict()).isEqualTo(Verdict.POSSIBLE);
        assertThat(cause.policy()).isEqualTo("p");
        assertThat(cause.rule()).isEmpty();
        assertThat(cause.trigger()).isEmpty();
      });
    }

    @Test
    void needsAPolicyOfTheAssignedType() {
      List<Policy> license = Samples.policies(
          "[{\"name\":\"p\",\"type\":\"license\",\"rules\":[{\"name\":\"r\",\"actions\":" + BLOCK
              + "}]}]");

      assertThat(BlockIndex.of(license, watches("true", RESOURCE))
              .explain(artifact("libs", "a.jar"))
              .causes())
          .singleElement()
          .satisfies(cause -> assertThat(cause.rule()).isEmpty());
    }
  }

  @Nested
  class RuledOutWatch {
    @Test
    void isNamedIfItIsNotActive() {
      BlockExplanation found = explain(BLOCK, "false", "{}");

      assertThat(found.causes()).isEmpty();
      assertThat(found.ruledOut())
          .extracting(RuledOut::watch, RuledOut::reason)
          .containsExactly(tuple("w", "Watch \"w\" is not active."));
    }

    @Test
    void isNamedWithTheFilterThatKeepsTheArtifactOut() {
      BlockExplanation found = explain(
          BLOCK,
          "true",
          "{\"type\":\"path-ant-patterns\",\"value\":{\"ExcludePatterns\":[\"a/**\"]}}");

      assertThat(found.ruledOut())
          .singleElement()
          .satisfies(out -> assertThat(out.reason()).contains("exclude patterns \"a/**\"."));
    }

    @Test
    void isNotNamedIfItHasNothingToDoWithTheRepository() {
      String other = "{\"type\":\"repository\",\"name\":\"other\",\"repo_type\":\"local\"}";
      String builds = "{\"type\":\"all-builds\",\"name\":\"All Builds\"}";

      BlockExplanation found = BlockIndex.of(policies(BLOCK), watches("true", other + "," + builds))
          .explain(artifact("libs", "a/b.jar"));

      assertThat(found.causes()).isEmpty();
      assertThat(found.ruledOut()).isEmpty();
    }

    @Test
    void isNotNamedIfItsPoliciesDoNotBlock() {
      assertThat(explain("{\"fail_build\":true}", "false", "{}").ruledOut()).isEmpty();
    }

    @Test
    void saysTheKindOfFact() {
      String filter = "{\"type\":\"regex\",\"value\":\"x\"}";

      assertThat(explain(BLOCK, "false", "{}").ruledOut())
          .extracting(RuledOut::fact)
          .containsExactly(RuledOut.Fact.WATCH_INACTIVE);
      assertThat(explain(BLOCK, "true", filter).ruledOut())
          .extracting(RuledOut::fact)
          .containsExactly(RuledOut.Fact.FILTER);
    }

    @Test
    void saysThatItIsAboutRepositoriesOfAnotherPlace() {
      RequestedArtifact asked = artifact("libs", "a/b.jar");

      assertThat(facts(asked.toBuilder().binaryManagerId("us").build(), "'bin_mgr_id':'eu'"))
          .containsExactly(RuledOut.Fact.OTHER_ARTIFACTORY);
      assertThat(facts(
              asked.toBuilder().repositoryClass(RepositoryClass.REMOTE).build(),
              "'repo_type':'local'"))
          .containsExactly(RuledOut.Fact.OTHER_REPOSITORY_CLASS);
      assertThat(factsOf(asked.toBuilder().projectKey("a").build(), "'type':'project','name':'b'"))
          .containsExactly(RuledOut.Fact.OTHER_PROJECT);
      assertThat(factsOf(asked.toBuilder().outsideProjects(true).build(), "'type':'all-projects'"))
          .containsExactly(RuledOut.Fact.NO_PROJECT);
    }

    private List<RuledOut.Fact> facts(RequestedArtifact asked, String more) {
      return factsOf(asked, "'type':'repository','name':'libs'," + more);
    }

    private List<RuledOut.Fact> factsOf(RequestedArtifact asked, String resource) {
      return BlockIndex.of(
              policies(BLOCK), watches("true", "{" + resource.replace('\'', '"') + "}"))
          .explain(asked)
          .ruledOut()
          .stream()
          .map(RuledOut::fact)
          .collect(Collectors.toList());
    }
  }

  @Nested
  class PolicyThatDoesNotBlock {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{'fail_build':true} | fails builds only",
          "{'fail_build':true,'notify_deployer':true} | fails builds and sends notifications only",
          "{'fail_build':true,'mails':['a@b.example'],'create_ticket_enabled':true}"
              + " | fails builds, sends notifications and creates tickets only",
          "{'block_release_bundle_promotion':true} | blocks release bundles only",
          "{'block_release_bundle_distribution':true} | blocks release bundles only",
          "{'fail_pull_request':{'active':true}} | fails pull requests only",
          "{'fail_pull_request':{'active':false}} | generates violations only",
          "{'notify_watch_recipients':true} | sends notifications only",
          "{'webhooks':['hook']} | sends notifications only",
          "{'block_download':{'active':false}} | generates violations only"
        })
    void isNamedWithWhatItDoes(String actions, String reason) {
      assertThat(explain(actions.replace('\'', '"'), "true", "{}").notBlocking())
          .containsExactly(
              NotBlocking.builder().watch("w").policy("p").reason(reason).build());
    }

    @Test
    void isNotNamedIfItsWatchDoesNothing() {
      String filter = "{\"type\":\"regex\",\"value\":\"x\"}";

      assertThat(explain("{\"fail_build\":true}", "false", "{}").notBlocking()).isEmpty();
      assertThat(explain("{\"fail_build\":true}", "true", filter).notBlocking()).isEmpty();
      assertThat(explain(BLOCK, "true", "{}").notBlocking()).isEmpty();
    }
  }

  private static BlockExplanation explain(String actions, String active, String filter) {
    String filters = filter.equals("{}") ? "" : ",\"filters\":[" + filter + "]";
    String resource =
        "{\"type\":\"repository\",\"name\":\"libs\",\"repo_type\":\"local\"" + filters + "}";
    return BlockIndex.of(policies(actions), watches(active, resource))
        .explain(artifact("libs", "a/b.jar"));
  }

  private static List<Policy> policies(String actions) {
    return Samples.policies(
        "[{\"name\":\"p\",\"type\":\"security\",\"rules\":[{\"name\":\"r\",\"actions\":"
            + actions
            + "}]}]");
  }

  private static List<Watch> watches(String active, String resources) {
    return Samples.watches("[{\"general_data\":{\"name\":\"w\""
        + (active == null ? "" : ",\"active\":" + active)
        + "},\"project_resources\":{\"resources\":["
        + resources
        + "]},\"assigned_policies\":[{\"name\":\"p\",\"type\":\"security\"}]}]");
  }

  private static RequestedArtifact artifact(String repository, String path) {
    return RequestedArtifact.builder().repository(repository).path(path).build();
  }
}
