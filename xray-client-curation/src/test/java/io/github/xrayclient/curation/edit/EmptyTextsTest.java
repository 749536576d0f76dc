package io.github.xrayclient.curation.edit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.CurationPolicyDraft;
import io.github.xrayclient.curation.CurationPolicyUpdate;
import io.github.xrayclient.curation.condition.Condition;
import io.github.xrayclient.curation.condition.ConditionDraft;
import io.github.xrayclient.curation.condition.ConditionUpdate;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers send an empty text for an id, a name or a word that an object does not have. */
class EmptyTextsTest {
  private static final String POLICY =
      "{'id':'7','name':'p','enabled':true,'scope':'all_repos','policy_action':'block',"
          + "'condition_id':'21','condition':{'id':'22','name':'c'},'notify_emails':['a@b.example'],"
          + "'repo_exclude':['r'],'group_include':['g'],'decision_owners':['o'],"
          + "'waiver_request_config':'manual'}";

  private static CurationPolicy policy(JsonNode json) {
    return RoundTrip.read(json, CurationPolicy.class);
  }

  private static Condition condition(String template) {
    return RoundTrip.read(
        Fixtures.parse(("{'id':'50','name':'n','condition_template_id':'" + template + "'}")
            .replace('\'', '"')),
        Condition.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "scope",
        "policy_action",
        "condition_id",
        "waiver_request_config",
        "notify_emails",
        "repo_exclude",
        "group_include",
        "decision_owners"
      })
  void areSentAsReceivedInUpdatesOfOtherFields(String field) {
    ObjectNode read = (ObjectNode) Fixtures.parse(POLICY.replace('\'', '"'));
    if (read.get(field).isArray()) {
      read.putArray(field).add("");
    } else {
      read.put(field, "");
    }

    JsonNode sent = XrayClient.jsonMapper()
        .valueToTree(CurationPolicyUpdate.of(policy(read)).blockFromCache(true).build());

    assertThat(sent.get(field)).isEqualTo(read.get(field));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void areNoIdOfACondition(String empty) {
    ObjectNode read = (ObjectNode) Fixtures.parse(POLICY.replace('\'', '"'));
    read.put("condition_id", empty);

    assertThat(CurationPolicyDraft.like(policy(read)).build().conditionId())
        .isEqualTo(ConditionId.of("22"));

    read.remove("condition");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CurationPolicyDraft.like(policy(read)))
        .withMessageContaining("has no condition_id");
  }

  @Test
  void areNoIdOfATemplate() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConditionDraft.like(condition("")))
        .withMessageContaining("has no condition_template_id");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ConditionUpdate.of(condition(" ")))
        .withMessageContaining("is built in");
  }
}
