package io.github.xrayclient.curation;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.condition.Condition;
import io.github.xrayclient.curation.condition.ConditionUpdate;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.testsupport.Clients;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import io.github.xrayclient.value.FieldChange;
import io.github.xrayclient.value.UpdateResult;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Updates of which a server gives the outcome in other words than it was given. */
@WireMockTest
class UpdateSpellingTest {
  private static final CurationPolicyId ELEVEN = CurationPolicyId.of("11");
  private static final String BEFORE =
      "{'id':'11','name':'p','scope':'all_repos','condition_id':'7',"
          + "'policy_action':'block','enabled':true,'waiver_request_config':'forbidden',"
          + "'updated_at':'2025-03-12T16:26:10+02:00','unknown':5,'repo_exclude':['a','b'],'waivers':["
          + "{'id':'1','pkg_type':'npm','pkg_name':'Left-Pad','all_versions':false,"
          + "'pkg_versions':['1','2'],'justification':'Ours','created_by':'me',"
          + "'created_at':'2025-03-12T16:26:10+02:00'}]}";
  private static final String OTHER_WORDS = "{'id':'11','name':'p','scope':'all_repos',"
      + "'condition_id':'7','policy_action':'dry_run','enabled':true,"
      + "'waiver_request_config':'forbidden','updated_at':'2025-05-05T00:00:00Z','unknown':5,"
      + "'repo_exclude':['b','a'],'label_waivers':[],'block_from_cache':false,'waivers':["
      + "{'id':'1','pkg_type':'NPM','pkg_name':'left-pad','all_versions':false,"
      + "'pkg_versions':['2','1'],'justification':'Ours','created_by':'me',"
      + "'created_at':'2025-03-12T14:26:10.000Z'}]}";

  private static final String NOT_DONE = OTHER_WORDS
      .replace("'dry_run'", "'block'")
      .replace("2025-05-05T00:00:00Z", "2025-03-12T14:26:10.0Z");

  private XrayClient xray;

  @BeforeEach
  void connect(WireMockRuntimeInfo server) {
    xray = Clients.repeating(server.getHttpBaseUrl());
  }

  @AfterEach
  void disconnect() {
    xray.close();
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }

  private static CurationPolicy policy(String json) {
    return RoundTrip.read(Fixtures.parse(quoted(json)), CurationPolicy.class);
  }

  private static void reads(String json) {
    stubFor(get(anyUrl()).willReturn(okJson(quoted(json))));
  }

  private static void puts(String json) {
    stubFor(put(anyUrl()).willReturn(okJson(quoted(json))));
  }

  private static void losesTheAnswer() {
    stubFor(put(anyUrl()).willReturn(ok().withFault(Fault.EMPTY_RESPONSE)));
  }

  private UpdateResult<CurationPolicy> dryRun() {
    return Curation.of(xray)
        .policies()
        .update(
            CurationPolicyUpdate.of(policy(BEFORE)).action(PolicyAction.DRY_RUN).build());
  }

  @Nested
  class AKeptWaiver {
    @Test
    void mayComeBackInAnotherSpellingAndOrder() {
      puts(OTHER_WORDS);

      assertThat(dryRun().unexpectedChanges()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "'1','2'|'1'",
          "'1','2'|'1','2','3'",
          "'1','2'|'1','2.0'",
          "Ours|ours",
          "'created_by':'me'|'created_by':'you'",
          "Left-Pad|right-pad",
          "'all_versions':false|'all_versions':true",
          "16:26:10+02:00'}|16:26:11+02:00'}"
        })
    void isToldOfWhenItExemptsOtherThings(String change) {
      String[] words = change.split("\\|", 2);
      puts(BEFORE.replace("'block'", "'dry_run'").replace(words[0], words[1]));

      assertThat(dryRun().unexpectedChanges())
          .extracting(FieldChange::field)
          .containsExactly("waivers[1]");
    }
  }

  @Nested
  class ALostAnswer {
    @Test
    void isFoundDoneInOtherWords() {
      losesTheAnswer();
      reads(OTHER_WORDS);

      assertThat(dryRun().value().action()).hasValue(PolicyAction.DRY_RUN);
      verify(1, putRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "'block_from_cache':true",
          "'notify':{'a':[1]}",
          "'level':3",
          "'updated_by':'you'"
        })
    void isFoundDoneThoughTheServerFilledInAField(String field) {
      losesTheAnswer();
      reads(OTHER_WORDS.replace("'block_from_cache':false", field));

      assertThat(dryRun().value().action()).hasValue(PolicyAction.DRY_RUN);
      verify(1, putRequestedFor(anyUrl()));
    }

    @Test
    void isFoundDoneThoughTheServerSwitchedThePolicyOff() {
      losesTheAnswer();
      reads(OTHER_WORDS.replace("'enabled':true", "'enabled':false"));

      assertThat(dryRun().unexpectedChanges())
          .extracting(FieldChange::field)
          .containsExactly("enabled");
    }

    @Test
    void isFoundDoneThoughAFieldThatWasNotSentFell() {
      losesTheAnswer();
      reads(OTHER_WORDS.replace("'unknown':5,", ""));

      UpdateResult<CurationPolicy> result = dryRun();

      assertThat(result.unsentFields()).containsExactly("unknown");
      assertThat(result.unexpectedChanges())
          .extracting(FieldChange::field)
          .containsExactly("unknown");
    }

    @Test
    void isFoundNotDoneInOtherWords() {
      losesTheAnswer();
      reads(NOT_DONE);

      assertThatExceptionOfType(XrayTransportException.class)
          .isThrownBy(UpdateSpellingTest.this::dryRun);
      verify(4, putRequestedFor(anyUrl()));
    }

    @Test
    void namesWhatSomebodyElseChanged() {
      losesTheAnswer();
      reads(OTHER_WORDS.replace("'p'", "'theirs'").replace("'dry_run'", "'block'"));

      assertThatExceptionOfType(XrayConcurrentChangeException.class)
          .isThrownBy(UpdateSpellingTest.this::dryRun)
          .withMessageContaining("name should be \"p\", but is \"theirs\"")
          .satisfies(
              e -> assertThat(e.changes()).extracting(FieldChange::field).containsExactly("name"));
    }

    @Test
    void meetsAWaiverThatSomebodyElseAdded() {
      losesTheAnswer();
      reads(OTHER_WORDS.replace(
          "'waivers':[", "'waivers':[{'id':'2','pkg_type':'npm','pkg_name':'x'},"));

      assertThatExceptionOfType(XrayConcurrentChangeException.class)
          .isThrownBy(UpdateSpellingTest.this::dryRun)
          .withMessageContaining("waivers[2] should be absent, but is {\"id\":\"2\"");
    }
  }

  @Test
  void anEditGoesOnThoughTheSecondReadIsInOtherWords() {
    reads(BEFORE);
    stubFor(get(anyUrl())
        .inScenario("words")
        .willReturn(okJson(quoted(BEFORE)))
        .willSetStateTo("other"));
    stubFor(get(anyUrl())
        .inScenario("words")
        .whenScenarioStateIs("other")
        .willReturn(okJson(quoted(NOT_DONE))));
    puts(OTHER_WORDS);

    UpdateResult<CurationPolicy> result =
        Curation.of(xray).policies().edit(ELEVEN, update -> update.action(PolicyAction.DRY_RUN));

    assertThat(result.unexpectedChanges()).isEmpty();
  }

  @Test
  void thousandsOfWaiversAreMatchedInTimeByTheirNumber() {
    int many = 4_000;
    ObjectNode before = (ObjectNode) Fixtures.parse(quoted(BEFORE));
    ObjectNode after = before.deepCopy();
    ArrayNode old = before.putArray("waivers");
    ArrayNode now = after.putArray("waivers");
    for (int i = 0; i < many; i++) {
      old.add(waiver(i, "Kept-" + i, "npm"));
      now.insert(0, waiver(i, "kept-" + i, "NPM"));
      now.insert(0, waiver(many + i, "new-" + i, "NPM"));
    }
    puts(after.toString());
    CurationPolicy policy = RoundTrip.read(before, CurationPolicy.class);

    UpdateResult<CurationPolicy> result = assertTimeoutPreemptively(Duration.ofSeconds(20), () -> {
      CurationPolicyUpdate.Builder update = CurationPolicyUpdate.of(policy);
      for (int i = 0; i < many; i++) {
        update.addWaiver(
            NewPackageWaiver.versions(PackageType.NPM, "new-" + i, List.of("1", "2"), "why"));
      }
      assertThat(update.build().changes().addedWaivers()).hasSize(many);
      return Curation.of(xray).policies().update(update.build());
    });

    assertThat(result.unexpectedChanges()).isEmpty();
  }

  private static JsonNode waiver(int id, String name, String type) {
    return Fixtures.parse(quoted("{'id':'" + id + "','pkg_type':'" + type + "','pkg_name':'" + name
        + "','all_versions':false,'pkg_versions':['2','1'],'justification':'why'}"));
  }

  @Test
  void aConditionIsFoundDoneWithItsParametersInAnotherOrder() {
    losesTheAnswer();
    reads(
        "{'id':'5','name':'c','is_custom':true,'condition_template_id':'BannedLicenses','param_values':["
            + "{'param_id':'multiple_license_permissive_approach','value':false},"
            + "{'param_id':'list_of_package_licenses','value':['MIT','GPL-3.0']}]}");

    Condition before = Condition.builder()
        .id(ConditionId.of("5"))
        .name("old")
        .custom(true)
        .templateId("BannedLicenses")
        .build();
    ArrayNode licenses = JsonNodeFactory.instance.arrayNode().add("GPL-3.0").add("MIT");
    UpdateResult<Condition> result = Curation.of(xray)
        .conditions()
        .update(ConditionUpdate.of(before)
            .name("c")
            .param("list_of_package_licenses", licenses)
            .build());

    assertThat(result.value().name()).hasValue("c");
    assertThat(result.unexpectedChanges()).isEmpty();
    verify(1, putRequestedFor(anyUrl()));
  }
}
