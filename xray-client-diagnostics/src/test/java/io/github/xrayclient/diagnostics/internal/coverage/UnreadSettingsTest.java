package io.github.xrayclient.diagnostics.internal.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.block.BlockIndex;
import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockCause.Verdict;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import io.github.xrayclient.watch.Watch;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Settings in another form than documented, which are neither claimed nor ruled out. */
class UnreadSettingsTest {
  private static final String BLOCKS =
      "{'name':'p','type':'security','rules':[{'name':'r','actions':{'block_download':{'active':true}}}]}";
  private static final String COVERS = "{'general_data':{'name':'w','active':true},"
      + "'project_resources':{'resources':[{'type':'repository','name':'libs','repo_type':'local'}]},"
      + "'assigned_policies':[{'name':'p','type':'security'}]}";

  private static BlockExplanation explain(String policy, String watch) {
    return BlockIndex.of(
            List.of(RoundTrip.read(Fixtures.parse(policy.replace('\'', '"')), Policy.class)),
            List.of(RoundTrip.read(Fixtures.parse(watch.replace('\'', '"')), Watch.class)))
        .explain(RequestedArtifact.builder().repository("libs").path("a/b.jar").build());
  }

  /** What was not evaluated, apart from what is never known without a server. */
  private static List<NotChecked> unread(BlockExplanation explanation) {
    return explanation.notChecked().stream()
        .filter(entry -> entry.what() == NotChecked.Subject.UNREAD_SETTINGS)
        .collect(Collectors.toList());
  }

  private static void isOpen(BlockExplanation explanation, String field) {
    assertThat(explanation.causes()).extracting(BlockCause::verdict).containsOnly(Verdict.POSSIBLE);
    assertThat(explanation.ruledOut()).isEmpty();
    assertThat(explanation.notBlocking()).isEmpty();
    assertThat(unread(explanation)).singleElement().satisfies(note -> {
      assertThat(note.mayHideCauses()).isTrue();
      assertThat(note.sentence()).contains("could not be read").contains(field);
    });
  }

  @Test
  void areNotNeededIfEverythingIsReadable() {
    BlockExplanation explanation = explain(BLOCKS, COVERS);

    assertThat(explanation.causes()).extracting(BlockCause::verdict).containsOnly(Verdict.LIKELY);
    assertThat(unread(explanation)).isEmpty();
  }

  @Test
  void areOfNoInterestIfTheyDoNotDecideAboutBlocking() {
    BlockExplanation explanation = explain(
        BLOCKS.replace("{'active':true}", "{'active':true},'fail_pull_request':true"), COVERS);

    assertThat(explanation.causes()).extracting(BlockCause::verdict).containsOnly(Verdict.LIKELY);
    assertThat(unread(explanation)).isEmpty();
  }

  @Nested
  class OfAPolicy {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{'block_download':true} | block_download",
          "{'block_download':[]} | block_download",
          "{'block_download':{'active':'perhaps'}} | active",
          "{'block_download':{'active':false,'unscanned':7}} | unscanned",
          "7 | actions"
        })
    void makeItsRulesPossibleCauses(String actions, String field) {
      BlockExplanation explanation =
          explain(BLOCKS.replace("{'block_download':{'active':true}}", actions), COVERS);

      isOpen(explanation, field);
      assertThat(explanation.causes())
          .singleElement()
          .satisfies(cause -> assertThat(cause.reason())
              .contains("some of whose settings for blocking could not be read"));
    }

    @Test
    void includeAllRules() {
      isOpen(explain("{'name':'p','type':'security','rules':'none'}", COVERS), "rules");
    }

    @Test
    void leaveAGracePeriodOpen() {
      BlockExplanation explanation = explain(
          BLOCKS.replace("{'active':true}", "{'active':true,'grace_period_days':{}}"), COVERS);

      isOpen(explanation, "grace_period_days");
      assertThat(explanation.causes().get(0).reason())
          .contains("the grace period of the rule, which could not be read, is over");
    }
  }

  @Nested
  class OfAWatch {
    @ParameterizedTest
    @ValueSource(strings = {"7", "'libs'", "{'a':1}", "[{'type':'repository','name':'other'},7]"})
    void makeItsCoverageUncertain(String resources) {
      isOpen(
          explain(
              BLOCKS,
              "{'general_data':{'name':'w','active':true},'project_resources':{'resources':"
                  + resources + "},'assigned_policies':[{'name':'p','type':'security'}]}"),
          "resources");
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "'name':'libs' | 'name':{'x':1} | name",
          "'repo_type':'local' | 'repo_type':'local','filters':'all' | filters",
          "'repo_type':'local' | 'repo_type':['local'] | repo_type",
          "'repo_type':'local' | 'repo_type':'local','bin_mgr_id':{} | bin_mgr_id",
          "'active':true | 'active':'perhaps' | active",
          "'active':true | 'active':true,'project_key':[] | project_key"
        })
    void makeASingleResourceUncertain(String before, String after, String field) {
      isOpen(explain(BLOCKS, COVERS.replace(before, after)), field);
    }

    @Test
    void areToldIfThePoliciesAreNotKnown() {
      BlockExplanation explanation =
          explain(BLOCKS, COVERS.replace("[{'name':'p','type':'security'}]", "'p'"));

      assertThat(explanation.causes()).isEmpty();
      assertThat(unread(explanation))
          .singleElement()
          .satisfies(
              note -> assertThat(note.sentence()).contains("watch \"w\" (assigned_policies)"));
    }
  }
}
