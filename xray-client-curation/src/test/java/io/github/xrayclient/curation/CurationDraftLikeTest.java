package io.github.xrayclient.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.condition.Condition;
import io.github.xrayclient.curation.condition.ConditionDraft;
import io.github.xrayclient.curation.condition.ParamValue;
import io.github.xrayclient.curation.condition.VersionRange;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.CurationScope;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.curation.value.WaiverRequestConfig;
import io.github.xrayclient.curation.waiverrequest.WaiverRequestDraft;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Drafts like something that exists, and drafts out of their own JSON. */
class CurationDraftLikeTest {
  private static final CurationPolicy POLICY = read(
      "{'id':'11','created_by':'admin','created_at':'2024-01-01T00:00:00Z','updated_by':'b',"
          + "'enabled':false,'name':'p','scope':'specific_repos','repo_include':['r'],"
          + "'policy_action':'dry_run','condition_id':'7','condition':{'id':'7','name':'c'},"
          + "'notify_emails':['a@b.example'],'waiver_request_config':'manual',"
          + "'decision_owners':['g'],'block_from_cache':true,'new_field':1,"
          + "'waivers':[{'id':'1','pkg_type':'npm','pkg_name':'acme','all_versions':true,"
          + "'justification':'why','created_by':'admin','created_at':'2024-01-01T00:00:00Z'}],"
          + "'label_waivers':[{'id':'1','label':'l','justification':'why','created_by':'a'}]}",
      CurationPolicy.class);
  private static final Condition CONDITION = read(
      "{'id':'7','name':'c','condition_template_id':'t','is_custom':true,'created_by':'admin',"
          + "'risk_type':'security','supported_pkg_types':['npm'],'new_field':1,"
          + "'param_values':[{'param_id':'a','value':[1.0],'op':'x'}]}",
      Condition.class);

  static Stream<Object> drafts() {
    return Stream.of(
        CurationPolicyDraft.like(POLICY).build(),
        CurationPolicyDraft.named("p", ConditionId.of("7")).build(),
        CurationPolicyDraft.named("p", ConditionId.of("7"))
            .packageTypes(PackageType.NPM)
            .groups(List.of("g"))
            .addWaiver(NewPackageWaiver.versions(PackageType.NPM, "n", List.of("1"), "why"))
            .build(),
        NewPackageWaiver.allVersions(PackageType.NPM, "n", "why"),
        NewPackageWaiver.versions(PackageType.NPM, "n", List.of("1", "2"), "why"),
        NewLabelWaiver.of("l", "why"),
        ConditionDraft.like(CONDITION).build(),
        ConditionDraft.cvssRange("c", 7, 10).build(),
        VersionRange.exactly("1", "2"),
        VersionRange.from("1").before("2"),
        VersionRange.any(),
        WaiverRequestDraft.of(PackageType.NPM, "n", "1")
            .repositoryKey("r")
            .reason("why")
            .build());
  }

  @ParameterizedTest
  @MethodSource("drafts")
  void canBeReadFromTheirJson(Object draft) throws Exception {
    String json = XrayClient.jsonMapper().writeValueAsString(draft);

    Class<?> type = draft.getClass().getSimpleName().startsWith("Immutable")
        ? draft.getClass().getInterfaces()[0]
        : draft.getClass();
    assertThat((Object) XrayClient.jsonMapper().readValue(json, type)).isEqualTo(draft);
  }

  @Nested
  class ReadFromJson {
    private static final String PACKAGE =
        "{'pkg_type':'npm','pkg_name':'a','all_versions':true," + "'justification':'j'";

    private void refused(Class<?> type, String json, String words) {
      assertThatThrownBy(() -> read(json, type))
          .hasCauseInstanceOf(JsonProcessingException.class)
          .hasMessageContaining(words);
    }

    @Test
    void areChecked() {
      refused(NewLabelWaiver.class, "{'label':'l'}", "justification must not be blank");
      refused(NewPackageWaiver.class, "{'pkg_type':'npm'}", "versions must not be empty");
      refused(ConditionDraft.class, "{'name':'c'}", "templateId must not be blank");
      refused(CurationPolicyDraft.class, "{'name':'p'}", "conditionId");
      refused(
          CurationPolicyDraft.class,
          "{'name':'p','condition_id':'7','waiver_request_config':'manual'}",
          "decisionOwners");
    }

    @Test
    void haveNoFieldsThatCannotBeSent() {
      refused(
          CurationPolicyDraft.class,
          "{'id':'11','name':'p','condition_id':'7','future':1}",
          "has no fields [future, id]");
      refused(NewPackageWaiver.class, PACKAGE + ",'future':1}", "has no fields [future]");
      refused(
          NewLabelWaiver.class,
          "{'label':'l','justification':'j','expires_at':1}",
          "has no fields [expires_at]");
      refused(
          CurationPolicyDraft.class,
          "{'name':'p','condition_id':'7','waivers':[" + PACKAGE + ",'future':1}]}",
          "has no fields [future]");
      refused(
          ConditionDraft.class,
          "{'name':'c','condition_template_id':'t','param_values':[],'future':{'a':1}}",
          "a draft of a condition has no fields [future]");
      refused(
          WaiverRequestDraft.class,
          "{'pkg_type':'npm','future':1}",
          "a draft of a waiver request has no fields [future]");
    }
  }

  @Nested
  class APolicy {
    @Test
    void hasWhatCanBeWrittenAndNothingThatTheServerSets() {
      CurationPolicyDraft draft = CurationPolicyDraft.like(POLICY).name("q").build();

      assertThat(draft.name()).isEqualTo("q");
      assertThat(draft.conditionId()).isEqualTo(ConditionId.of("7"));
      assertThat(draft.action()).hasValue(PolicyAction.DRY_RUN);
      assertThat(draft.scope()).hasValue(CurationScope.SPECIFIC_REPOSITORIES);
      assertThat(draft.includedRepositories()).containsExactly("r");
      assertThat(draft.excludedRepositories()).isEmpty();
      assertThat(draft.includedPackageTypes()).isEmpty();
      assertThat(draft.includedGroups()).isEmpty();
      assertThat(draft.excludedGroups()).isEmpty();
      assertThat(draft.notifyEmails()).containsExactly("a@b.example");
      assertThat(draft.waiverRequestConfig()).hasValue(WaiverRequestConfig.MANUAL);
      assertThat(draft.decisionOwners()).containsExactly("g");
      assertThat(draft.blockFromCache()).hasValue(true);
      assertThat(draft.shareWithFederation()).isEmpty();
      assertThat((Object) RoundTrip.write(draft))
          .isEqualTo(json("{'name':'q','scope':'specific_repos','repo_include':['r'],"
              + "'policy_action':'dry_run','condition_id':'7','notify_emails':['a@b.example'],"
              + "'waiver_request_config':'manual','decision_owners':['g'],"
              + "'block_from_cache':true,'waivers':[{'pkg_type':'npm','pkg_name':'acme',"
              + "'all_versions':true,'justification':'why'}],"
              + "'label_waivers':[{'label':'l','justification':'why'}]}"));
    }

    @Test
    void hasNoWaiversIfToldSo() {
      CurationPolicyDraft draft = CurationPolicyDraft.like(POLICY)
          .withoutWaivers()
          .addWaiver(NewPackageWaiver.allVersions(PackageType.NPM, "n", "why"))
          .build();

      assertThat(draft.waivers()).hasSize(1);
      assertThat(draft.labelWaivers()).isEmpty();
    }

    @Test
    void doesNotLoseAFieldOfAWaiverInSilence() {
      CurationPolicy expiring = POLICY.toBuilder()
          .waivers(List.of(read(
              "{'id':'1','pkg_type':'npm','pkg_name':'n','all_versions':true,"
                  + "'justification':'why','expires_at':'2030'}",
              PackageWaiver.class)))
          .build();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> CurationPolicyDraft.like(expiring).build())
          .withMessageContaining("expires_at");
      assertThat(CurationPolicyDraft.like(expiring)
              .droppingUnknownFields("expires_at")
              .build()
              .waivers())
          .hasSize(1);
      assertThat(CurationPolicyDraft.like(expiring).withoutWaivers().build().waivers())
          .isEmpty();
    }

    @Test
    void namesAWaiverThatCannotBeCopied() {
      CurationPolicy unjustified = POLICY.toBuilder()
          .labelWaivers(List.of(read("{'id':'5','label':'l'}", LabelWaiver.class)))
          .build();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> CurationPolicyDraft.like(unjustified).build())
          .withMessage("justification of label waiver 5 must not be blank, but was ''");
    }

    @Test
    void tellsWhichFieldsItDoesNotSend() {
      CurationPolicyDraft plain = CurationPolicyDraft.like(POLICY).build();
      CurationPolicyDraft carrying =
          CurationPolicyDraft.like(POLICY).carryExtra("new_field").build();

      assertThat(plain.unsentFields()).containsExactly("new_field");
      assertThat(carrying.unsentFields()).isEmpty();
      assertThat(RoundTrip.write(carrying).path("new_field").asInt()).isEqualTo(1);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CurationPolicyDraft.like(POLICY).carryExtra("other"))
          .withMessage(
              "policy 11 has no unknown field \"other\"; its unknown fields are [new_field]");
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> CurationPolicyDraft.named("p", ConditionId.of("7")).carryExtra("new_field"))
          .withMessage(
              "a new policy has no unknown field \"new_field\"; its unknown fields are []");
    }

    @Test
    void needsACondition() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> CurationPolicyDraft.like(read("{'id':'11','name':'p'}", CurationPolicy.class)))
          .withMessage("policy 11 has no condition_id; set it by toBuilder().conditionId(..)");
    }
  }

  @Test
  void aLabelWaiverCanBeForAnotherLabel() {
    assertThat(NewLabelWaiver.of("l", "why").withLabel("m"))
        .isEqualTo(NewLabelWaiver.of("m", "why"));
  }

  @Nested
  class ACondition {
    @Test
    void hasWhatCanBeWrittenAndNothingThatTheServerSets() {
      ConditionDraft draft = ConditionDraft.like(CONDITION).name("d").build();

      assertThat(draft.name()).isEqualTo("d");
      assertThat(draft.templateId()).isEqualTo("t");
      assertThat(draft.paramValues()).extracting(ParamValue::paramId).containsExactly("a");
      assertThat((Object) RoundTrip.write(draft))
          .isEqualTo(json("{'name':'d','condition_template_id':'t',"
              + "'param_values':[{'param_id':'a','value':[1.0],'op':'x'}]}"));
    }

    @Test
    void mayBeBuiltIn() {
      Condition builtIn = CONDITION.toBuilder().custom(false).build();

      assertThat(ConditionDraft.like(builtIn).build().name()).isEqualTo("c");
    }

    @Test
    void needsATemplate() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> ConditionDraft.like(read("{'id':'7','name':'c'}", Condition.class)))
          .withMessageContaining("condition 7 has no condition_template_id");
    }
  }

  private static JsonNode json(String text) {
    return Fixtures.parse(text.replace('\'', '"'));
  }

  private static <T> T read(String text, Class<T> type) {
    return RoundTrip.read(json(text), type);
  }
}
