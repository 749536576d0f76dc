package io.github.xrayclient.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import io.github.xrayclient.value.Severity;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent for a policy, member by member. */
class PolicyBodyTest {
  private static final List<String> SERVER_SET =
      List.of("author", "created", "modified", "watches", "project_key");

  private static JsonNode json(String text) {
    return Fixtures.parse(text.replace('\'', '"'));
  }

  private static Policy policy(String text) {
    return RoundTrip.read(json(text), Policy.class);
  }

  private static JsonNode unchanged(Policy policy) {
    return RoundTrip.write(PolicyUpdate.of(policy).unchecked().build());
  }

  private static Rule rule(String name) {
    return Rule.builder()
        .name(name)
        .criteria(Criteria.builder().minSeverity(Severity.HIGH).build())
        .build();
  }

  @Nested
  class Drafts {
    @Test
    void haveNameTypeRulesAndActionsOnly() {
      PolicyDraft draft =
          PolicyDraft.named("p", PolicyType.SECURITY).addRule(rule("r")).build();

      assertThat(RoundTrip.write(draft))
          .isEqualTo(json("{'name':'p','type':'security','rules':[{'name':'r','priority':1,"
              + "'criteria':{'min_severity':'High'},'actions':{}}]}"));
      assertThat(draft.name()).isEqualTo("p");
    }

    @Test
    void sayWhatIsGivenWithTheSpellingOfTheServer() {
      Criteria cvss = Criteria.builder()
          .cvssRange(CvssRange.builder()
              .lowest(CvssScore.of("7.0"))
              .highest(CvssScore.of("10"))
              .build())
          .applicableCvesOnly(true)
          .build();
      Actions actions = Actions.builder()
          .blockDownload(BlockDownload.builder()
              .active(true)
              .unscanned(false)
              .gracePeriodDays(3)
              .build())
          .failBuild(true)
          .buildFailureGracePeriodInDays(2)
          .addMail("a@example.com")
          .addWebhook("hook")
          .failPullRequest(FailPullRequest.builder().active(true).build())
          .build();

      PolicyDraft draft = PolicyDraft.named("p", PolicyType.SECURITY)
          .description("d")
          .addRule(Rule.builder()
              .name("r")
              .priority(7)
              .criteria(cvss)
              .actions(actions)
              .build())
          .build();

      assertThat(RoundTrip.write(draft))
          .isEqualTo(json("{'name':'p','type':'security','description':'d','rules':[{'name':'r',"
              + "'priority':7,'criteria':{'cvss_range':{'from':7.0,'to':10},"
              + "'applicable_cves_only':true},'actions':{'block_download':{'active':true,"
              + "'unscanned':false,'grace_period_days':3},'fail_build':true,"
              + "'build_failure_grace_period_in_days':2,'webhooks':['hook'],"
              + "'mails':['a@example.com'],'fail_pull_request':{'active':true}}}]}"));
    }

    @Test
    void writeTheSeveritiesAsServersGiveThem() {
      assertThat(List.of(
              Severity.ALL.wire(),
              Severity.CRITICAL.wire(),
              Severity.HIGH.wire(),
              Severity.MEDIUM.wire(),
              Severity.LOW.wire()))
          .containsExactly("All severities", "Critical", "High", "Medium", "Low");
    }

    @Test
    void numberTheirRulesInTheOrderOfTheirCalls() {
      PolicyDraft draft = PolicyDraft.named("p", PolicyType.SECURITY)
          .addRule(rule("a"))
          .addRule(rule("b"))
          .addRule(rule("c"))
          .build();

      JsonNode rules = RoundTrip.write(draft).path("rules");
      assertThat(rules.findValuesAsText("name")).containsExactly("a", "b", "c");
      assertThat(rules.findValuesAsText("priority")).containsExactly("1", "2", "3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\t", "a\nb", "\u0000"})
    void refuseANameThatCannotBeOne(String name) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PolicyDraft.named(name, PolicyType.SECURITY))
          .withMessageContaining("name");
    }
  }

  @Nested
  class Updates {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "policies/GET_policies_200.json",
          "policies/GET_policies_sparse_200.json",
          "policies/GET_policies_three-types_200.json",
          "policies/GET_policies_with-projects_200.json",
          "policies/GET_{name}_200.json",
          "policies/GET_{name}_array-of-one_200.json",
          "policies/GET_{name}_cvss-range-numbers_200.json",
          "policies/GET_{name}_cvss-range-strings_200.json",
          "policies/GET_{name}_package-and-exposure_200.json",
          "policies/GET_{name}_unknown-fields_200.json"
        })
    void carryEverySampleButWhatServersSet(String fixture) {
      JsonNode json = Fixtures.json(fixture);
      Iterable<JsonNode> policies = json.isArray() ? json : List.of(json);
      for (JsonNode read : policies) {
        ObjectNode expected = read.deepCopy();
        expected.remove(SERVER_SET);
        for (JsonNode rule : expected.path("rules")) {
          if (!rule.path("actions").isObject()) {
            ((ObjectNode) rule).putObject("actions");
          }
        }

        JsonNode body =
            RoundTrip.write(PolicyUpdate.of(RoundTrip.read(read, Policy.class)).build());

        assertThat(Fixtures.withoutEmpty(body)).isEqualTo(Fixtures.withoutEmpty(expected));
      }
    }

    @Test
    void carryUnknownMembersOfEveryObject() {
      String odd = ",'x':{'y':[1.50,null,{}]},'z':null}";
      String text = ("{'name':'p','type':'security','rules':[{'name':'r','priority':1,"
              + "'criteria':{'min_severity':'High','cvss_range':{'from':1,'to':2},"
              + "'exposures':{'secrets':true},'sast':{'min_severity':'low'},"
              + "'op_risk_custom':{'is_eol':true}},"
              + "'actions':{'block_download':{'active':true},"
              + "'fail_pull_request':{'active':true}}}]}")
          .replace("}", odd);

      assertThat(unchanged(policy(text))).isEqualTo(json(text));
    }

    @ParameterizedTest
    @ValueSource(strings = {"author", "created", "modified", "watches", "project_key", "id"})
    void neverSendWhatServersSetNotEvenAsExtras(String member) {
      Policy policy = policy("{'name':'p','type':'security','author':'a','created':'2025',"
              + "'modified':'2025','watches':['w'],'project_key':'k','id':'1','rules':[]}")
          .toBuilder()
          .putExtra(member, TextNode.valueOf("smuggled"))
          .build();

      assertThat(unchanged(policy)).isEqualTo(json("{'name':'p','type':'security','rules':[]}"));
    }

    @Test
    void keepScoresAsTextsOrNumbers() {
      Policy policy = policy("{'name':'p','type':'security','rules':["
          + "{'name':'s','criteria':{'cvss_range':{'from':'6.30','to':'9'}},'actions':{}},"
          + "{'name':'n','criteria':{'cvss_range':{'from':6.30,'to':9}},'actions':{}},"
          + "{'name':'o','criteria':{'cvss_range':{'to':9.0}},'actions':{}}]}");

      JsonNode rules = unchanged(policy).path("rules");

      assertThat(rules.at("/0/criteria/cvss_range"))
          .hasToString("{\"from\":\"6.30\",\"to\":\"9\"}");
      assertThat(rules.at("/1/criteria/cvss_range")).hasToString("{\"from\":6.30,\"to\":9}");
      assertThat(rules.at("/2/criteria/cvss_range")).hasToString("{\"to\":9.0}");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"All severities", "all severities", "ALL Severities", "critical", "High", "odd"})
    void spellSeveritiesAsTheyWereRead(String severity) {
      String text = "{'name':'p','type':'security','rules':[{'name':'r','criteria':"
          + "{'min_severity':'#','exposures':{'min_severity':'#'},'sast':{'min_severity':'#'},"
          + "'op_risk_min_risk':'#','op_risk_custom':{'risk':'#','op_risk_min_risk':'#'}},"
          + "'actions':{'custom_severity':'#'}}]}";
      String spelled = text.replace("#", severity);

      assertThat(unchanged(policy(spelled))).isEqualTo(json(spelled));
    }

    @Test
    void keepTheOrderOfRulesAgainstTheirPriorities() {
      Policy policy = policy("{'name':'p','type':'security','rules':["
          + "{'name':'c','priority':3},{'name':'a','priority':1},{'name':'b'}]}");

      PolicyUpdate update = PolicyUpdate.of(policy)
          .changeRule("a", rule -> rule.toBuilder().name("z").build())
          .unchecked()
          .build();

      assertThat(RoundTrip.write(update).path("rules").findValuesAsText("name"))
          .containsExactly("c", "z", "b");
      assertThat(update.changed().rules()).extracting(Rule::name).containsExactly("c", "z", "b");
    }

    @Test
    void alwaysSendActionsAndOtherwiseOnlyWhatWasThere() {
      assertThat(
              unchanged(
                  policy(
                      "{'name':'p','description':null,'rules':[{'name':'r','actions':null},{'name':'s'}]}")))
          .isEqualTo(
              json("{'name':'p','rules':[{'name':'r','actions':{}},{'name':'s','actions':{}}]}"));
    }

    @Test
    void keepAndChangeTheDescription() {
      Policy policy = policy("{'name':'p','description':'old','rules':[]}");

      assertThat(unchanged(policy).path("description").asText()).isEqualTo("old");
      PolicyUpdate update = PolicyUpdate.of(policy).description("").unchecked().build();
      assertThat(RoundTrip.write(update).path("description")).isEqualTo(TextNode.valueOf(""));
      assertThat(update.base()).isSameAs(policy);
    }

    @Test
    void addARuleBehindAllOthers() {
      Policy policy = policy("{'name':'p','type':'security','rules':["
          + "{'name':'a','priority':9},{'name':'b','priority':2}]}");

      JsonNode body =
          RoundTrip.write(PolicyUpdate.of(policy).addRule(rule("new")).build());

      assertThat(body.at("/rules/2"))
          .isEqualTo(json(
              "{'name':'new','priority':10,'criteria':{'min_severity':'High'}," + "'actions':{}}"));
    }

    @Test
    void dropARuleByItsName() {
      Policy policy =
          policy("{'name':'p','type':'security','rules':[{'name':'a'},{'name':'b'},{'name':'c'}]}");

      JsonNode body = RoundTrip.write(PolicyUpdate.of(policy).dropRule("b").build());

      assertThat(body.path("rules").findValuesAsText("name")).containsExactly("a", "c");
    }

    @Test
    void sayWhichRulesThereAreWhenTheNamedOneIsNot() {
      PolicyUpdate.Builder update =
          PolicyUpdate.of(policy("{'name':'p','rules':[{'name':'a'},{'name':'b'}]}"));

      assertThatIllegalArgumentException()
          .isThrownBy(() -> update.dropRule("B"))
          .withMessage("policy \"p\" has no rule \"B\"; its rules are [a, b]");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> update.changeRule("c", rule -> rule))
          .withMessage("policy \"p\" has no rule \"c\"; its rules are [a, b]");
    }
  }
}
