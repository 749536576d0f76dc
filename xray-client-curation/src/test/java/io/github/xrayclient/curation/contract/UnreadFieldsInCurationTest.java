package io.github.xrayclient.curation.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.CurationPolicyDraft;
import io.github.xrayclient.curation.CurationPolicyUpdate;
import io.github.xrayclient.curation.NewLabelWaiver;
import io.github.xrayclient.curation.NewPackageWaiver;
import io.github.xrayclient.curation.condition.Condition;
import io.github.xrayclient.curation.condition.ConditionDraft;
import io.github.xrayclient.curation.condition.ConditionUpdate;
import io.github.xrayclient.curation.condition.ParamValue;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.PackageWaiverId;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Known fields with values of another type than documented. */
class UnreadFieldsInCurationTest {
  private static JsonNode json(String text) {
    return Fixtures.parse(text.replace('\'', '"'));
  }

  private static CurationPolicy policy(String fields) {
    return RoundTrip.read(
        json("{'id':'4','name':'n','condition_id':'2','policy_action':'block',"
            + "'scope':'all_repos'," + fields + "}"),
        CurationPolicy.class);
  }

  @Nested
  class OfAPolicy {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "notify_emails | {'to':['a']}",
          "decision_owners | true",
          "block_from_cache | 'perhaps'",
          "repo_exclude | ['a',{'b':1}]"
        })
    void areSentAsReceivedIfTheyAreEditable(String field, String value) {
      CurationPolicy odd = policy("'" + field + "':" + value);

      CurationPolicyUpdate update = CurationPolicyUpdate.of(odd).name("m").build();

      assertThat(RoundTrip.write(update).path(field)).isEqualTo(json(value));
      assertThat(update.unsentFields()).isEmpty();
      assertThat(RoundTrip.write(update.changed()).path(field)).isEqualTo(json(value));
      assertThat(update.changes().fields()).hasSize(1);
      CurationPolicyDraft draft = CurationPolicyDraft.like(odd).build();
      assertThat(RoundTrip.write(draft).path(field)).isEqualTo(json(value));
      assertThat(draft.notifyEmails()).isEmpty();
      assertThat(draft.blockFromCache()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"enabled", "created_by", "updated_at", "condition"})
    void areNotSentIfOnlyTheServerSetsThem(String field) {
      CurationPolicyUpdate update =
          CurationPolicyUpdate.of(policy("'" + field + "':[7]")).name("m").build();

      assertThat(RoundTrip.write(update).has(field)).isFalse();
      assertThat(update.unsentFields()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "'notify_emails':'a' | $.notify_emails",
          "'block_from_cache':'perhaps' | $.block_from_cache",
          "'repo_exclude':['a',{'b':1}] | $.repo_exclude"
        })
    void areRefusedInADraftThatIsReadFromJson(String field, String path) {
      JsonNode draft = json("{'name':'n','condition_id':'2','policy_action':'block',"
          + "'scope':'all_repos','waiver_request_config':'forbidden'," + field + "}");

      assertThatThrownBy(
              () -> XrayClient.jsonMapper().treeToValue(draft, CurationPolicyDraft.class))
          .hasMessageContaining("a draft of a curation policy has values of another type than"
              + " documented at " + path);
    }

    @Test
    void giveWayToWhatTheCallerSets() {
      CurationPolicy odd = policy("'notify_emails':{'to':['a']},'block_from_cache':'perhaps'");

      JsonNode body = RoundTrip.write(CurationPolicyUpdate.of(odd)
          .notifyEmails(List.of("b@acme.example"))
          .blockFromCache(true)
          .build());

      assertThat(body.path("notify_emails")).isEqualTo(json("['b@acme.example']"));
      assertThat(body.path("block_from_cache")).isEqualTo(json("true"));
    }
  }

  @Nested
  class OfWaivers {
    private final NewPackageWaiver added =
        NewPackageWaiver.allVersions(PackageType.NPM, "left-pad", "vendored");

    @ParameterizedTest
    @ValueSource(strings = {"'none'", "{'1':{'id':'1'}}", "[{'id':'1'},'2']"})
    void areSentAsReceivedAndCannotBeAddedToOrCopied(String waivers) {
      CurationPolicy odd = policy("'waivers':" + waivers);

      CurationPolicyUpdate update = CurationPolicyUpdate.of(odd).name("m").build();

      assertThat(RoundTrip.write(update).path("waivers")).isEqualTo(json(waivers));
      assertThat(RoundTrip.write(update.changed()).path("waivers")).isEqualTo(json(waivers));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CurationPolicyUpdate.of(odd).addWaiver(added))
          .withMessageContaining("waivers could not be read");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CurationPolicyDraft.like(odd).build())
          .withMessageContaining("withoutWaivers()");
      assertThat(CurationPolicyDraft.like(odd).withoutWaivers().build().waivers())
          .isEmpty();
    }

    @Test
    void cannotBeAddedToByAnyMethod() {
      CurationPolicy odd = policy("'waivers':'none','label_waivers':{'1':{'id':'1'}}");
      NewLabelWaiver label = NewLabelWaiver.of("trusted", "reviewed");

      assertThatIllegalArgumentException()
          .isThrownBy(() -> CurationPolicyUpdate.of(odd).addWaivers(List.of(added)));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CurationPolicyUpdate.of(odd).addLabelWaiver(label))
          .withMessageContaining("label_waivers could not be read")
          .withMessageContaining("toBuilder().labelWaivers(..)");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CurationPolicyUpdate.of(odd).addLabelWaivers(List.of(label)));
    }

    @Test
    void areNotCopiedWithoutAFieldThatCouldNotBeRead() {
      CurationPolicy odd = policy("'waivers':[{'id':'1','pkg_type':'npm','pkg_name':'a',"
          + "'all_versions':true,'pkg_versions':{'x':1},'justification':'j'}]");

      assertThat(RoundTrip.write(CurationPolicyUpdate.of(odd).build()).path("waivers"))
          .isEqualTo(json("[{'id':'1'}]"));
      assertThat(odd.waivers().get(0).unknownFields()).containsExactly("pkg_versions");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> NewPackageWaiver.like(odd.waivers().get(0)))
          .withMessageContaining("pkg_versions");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CurationPolicyUpdate.of(odd)
              .replaceWaiver(PackageWaiverId.of("1"), old -> old.withVersions(List.of("1.0"))))
          .withMessageContaining("pkg_versions");
      assertThat(NewPackageWaiver.like(odd.waivers().get(0).droppingUnknownFields("pkg_versions"))
              .allVersions())
          .isTrue();
    }
  }

  @Nested
  class OfListsOfWaiversThatTheCallerSet {
    @Test
    void canBeAddedTo() {
      CurationPolicy set = policy("'waivers':7").toBuilder()
          .waivers(policy("'waivers':[{'id':'1'}]").waivers())
          .build();

      CurationPolicyUpdate update = CurationPolicyUpdate.of(set)
          .addWaiver(NewPackageWaiver.allVersions(PackageType.NPM, "left-pad", "vendored"))
          .build();

      assertThat(RoundTrip.write(update).path("waivers")).hasSize(2);
    }
  }

  @Nested
  class OfACondition {
    private final Condition odd = RoundTrip.read(
        json("{'id':'2','is_custom':true,'name':'c','condition_template_id':'t',"
            + "'created_by':{},'param_values':{'a':1}}"),
        Condition.class);

    @Test
    void areSentAsReceived() {
      JsonNode body = RoundTrip.write(ConditionUpdate.of(odd).name("d").build());

      assertThat(body)
          .isEqualTo(json("{'name':'d','condition_template_id':'t','param_values':{'a':1}}"));
      assertThat(RoundTrip.write(ConditionDraft.like(odd).build()).path("param_values"))
          .isEqualTo(json("{'a':1}"));
      assertThat(XrayClient.unreadFields(odd)).containsExactly("$.created_by", "$.param_values");
    }

    @Test
    void canBeChangedAfterTheCallerSetThemAll() {
      Condition set = odd.toBuilder()
          .paramValues(
              List.of(ParamValue.builder().paramId("a").value(json("1")).build()))
          .build();

      assertThat(
              RoundTrip.write(ConditionUpdate.of(set).param("b", "c").build()).path("param_values"))
          .isEqualTo(json("[{'param_id':'a','value':1},{'param_id':'b','value':'c'}]"));
      assertThat(RoundTrip.write(ConditionUpdate.of(set).withoutParam("a").build())
              .path("param_values"))
          .isEmpty();
    }

    @Test
    void cannotBeChangedOneByOne() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ConditionUpdate.of(odd).param("a", "b"))
          .withMessageContaining("condition \"c\": param_values could not be read");
    }
  }
}
