package io.github.xrayclient.curation;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.LabelWaiverId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.PackageWaiverId;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.testsupport.CarriesExtra;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.value.FieldChange;
import io.github.xrayclient.value.UpdateResult;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WireMockTest
class CurationPoliciesTest {
  private static final String ELEVEN = "/xray/api/v1/curation/policies/11";

  private XrayClient xray;
  private CurationPolicies policies;

  @BeforeEach
  void connect(WireMockRuntimeInfo server) {
    xray = XrayClient.builder()
        .baseUrl(server.getHttpBaseUrl())
        .credentials(Credentials.bearer("t0ken-of-the-test"))
        .retryPolicy(RetryPolicy.none())
        .build();
    policies = Curation.of(xray).policies();
  }

  @AfterEach
  void disconnect() {
    xray.close();
  }

  private static CurationPolicy policy(JsonNode json) {
    try {
      return XrayClient.jsonMapper().readValue(json.toString(), CurationPolicy.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static ObjectNode eleven() {
    return (ObjectNode) Fixtures.json("policies/GET_{id}_200.json");
  }

  private static CurationPolicyUpdate unchanged() {
    return CurationPolicyUpdate.of(policy(eleven())).build();
  }

  @Nested
  class Get {
    @Test
    void readsOnePolicyByItsId() {
      stubFor(get(ELEVEN).willReturn(okJson(Fixtures.text("policies/GET_{id}_200.json"))));

      CurationPolicy policy = policies.get(CurationPolicyId.of("11"));

      assertThat(policy.name()).isEqualTo("no mal all repos");
      assertThat(policy.waivers())
          .extracting(PackageWaiver::id)
          .containsExactly(PackageWaiverId.of("1"), PackageWaiverId.of("2"));
      assertThat(policy.labelWaivers())
          .extracting(LabelWaiver::id)
          .containsExactly(LabelWaiverId.of("1"));
      verify(1, getRequestedFor(anyUrl()));
    }

    @Test
    void sendsAnIdAsOneSegment() {
      stubFor(get(anyUrl()).willReturn(okJson(Fixtures.text("policies/GET_{id}_200.json"))));

      policies.get(CurationPolicyId.of("1/../2?a#b %"));

      verify(
          1,
          getRequestedFor(urlEqualTo("/xray/api/v1/curation/policies/1%2F..%2F2%3Fa%23b%20%25")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", "..", "1\n"})
    void refusesAnIdThatIsNone(String id) {
      assertThatIllegalArgumentException().isThrownBy(() -> policies.get(CurationPolicyId.of(id)));

      verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void throwsWhenThereIsNone() {
      stubFor(get(ELEVEN).willReturn(jsonResponse("{\"error\":\"policy was not found\"}", 404)));

      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> policies.get(CurationPolicyId.of("11")))
          .withMessageEndingWith("/policies/11 answered 404: policy was not found");
    }
  }

  @Nested
  class Update {
    private void serverAnswers(ResponseDefinitionBuilder answer) {
      stubFor(put(ELEVEN).willReturn(answer));
    }

    private UpdateResult<CurationPolicy> afterServerDoes(Consumer<ObjectNode> change) {
      return afterServerDoes(eleven(), change);
    }

    private UpdateResult<CurationPolicy> afterServerDoes(
        ObjectNode before, Consumer<ObjectNode> change) {
      ObjectNode after = before.deepCopy();
      after.put("updated_at", "2025-07-01T10:00:00+02:00").put("updated_by", "me");
      change.accept(after);
      serverAnswers(okJson(after.toString()));
      return policies.update(CurationPolicyUpdate.of(policy(before)).build());
    }

    @Test
    void keepsEveryWaiverById() {
      UpdateResult<CurationPolicy> result = afterServerDoes(after -> {});

      verify(
          1,
          putRequestedFor(urlEqualTo(ELEVEN))
              .withRequestBody(
                  equalToJson(Fixtures.text("policies/PUT_{id}_unchanged_request.json"))));
      assertThat(result.unexpectedChanges()).isEmpty();
      assertThat(result.unsentFields()).isEmpty();
      assertThat(result.value().updatedBy()).hasValue("me");
    }

    @Test
    void isOneRequest() {
      afterServerDoes(after -> {});

      verify(1, putRequestedFor(anyUrl()));
      verify(0, getRequestedFor(anyUrl()));
    }

    @Test
    void saysWhatTheServerRefuses() {
      serverAnswers(jsonResponse(Fixtures.text("policies/PUT_{id}_unknown-group_400.json"), 400));

      assertThatExceptionOfType(XrayBadRequestException.class)
          .isThrownBy(() -> policies.update(unchanged()))
          .withMessageContaining("PUT ")
          .withMessageEndingWith("answered 400: policy is invalid: group \"security-reviewers\""
              + " does not exist in artifactory; create the group in Access first, or name another"
              + " group as decision owner");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"", "{\"info\":\"Policy updated\"}", "\"Policy updated\"", "null", "[]", "  "})
    void readsThePolicyAgainWhenTheAnswerIsNone(String answer) {
      serverAnswers(ok(answer));
      stubFor(get(ELEVEN).willReturn(okJson(eleven().put("name", "read again").toString())));

      UpdateResult<CurationPolicy> result = policies.update(
          CurationPolicyUpdate.of(policy(eleven())).name("read again").build());

      assertThat(result.value().name()).isEqualTo("read again");
      assertThat(result.unexpectedChanges()).isEmpty();
      verify(1, putRequestedFor(anyUrl()));
      verify(1, getRequestedFor(anyUrl()));
    }

    @Test
    void readsThePolicyAgainWhenTheAnswerIsAPlainSentence() {
      serverAnswers(ok("Policy updated").withHeader("Content-Type", "text/plain"));
      stubFor(get(ELEVEN).willReturn(okJson(eleven().toString())));

      assertThat(policies.update(unchanged()).value().id()).isEqualTo(CurationPolicyId.of("11"));
    }

    @Test
    void doesNotTakeALoginPageForAnAnswer() {
      serverAnswers(aResponse()
          .withHeader("Content-Type", "text/html")
          .withBody("<html><body>Please log in</body></html>"));
      stubFor(get(ELEVEN).willReturn(okJson(eleven().toString())));

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> policies.update(unchanged()))
          .withMessageContainingAll("PUT", "web page");
    }

    @Test
    void noticesAPackageWaiverThatVanished() {
      UpdateResult<CurationPolicy> result =
          afterServerDoes(after -> ((ArrayNode) after.path("waivers")).remove(1));

      assertThat(result.unexpectedChanges()).singleElement().satisfies(change -> {
        assertThat(change.field()).isEqualTo("waivers[2]");
        assertThat(change.from().orElseThrow().path("justification").asText())
            .isEqualTo("another example");
        assertThat(change.to()).isEmpty();
      });
    }

    @Test
    void noticesEveryWaiverWhenAllVanished() {
      UpdateResult<CurationPolicy> result =
          afterServerDoes(after -> after.remove(List.of("waivers", "label_waivers")));

      assertThat(result.unexpectedChanges())
          .extracting(FieldChange::field)
          .containsExactly("waivers[1]", "waivers[2]", "label_waivers[1]");
    }

    @Test
    void noticesAWaiverThatChanged() {
      UpdateResult<CurationPolicy> result = afterServerDoes(
          after -> ((ObjectNode) after.path("label_waivers").path(0)).put("label", "Other"));

      assertThat(result.unexpectedChanges())
          .extracting(FieldChange::field)
          .containsExactly("label_waivers[1]");
    }

    @Test
    void noticesAWaiverThatNobodyAdded() {
      UpdateResult<CurationPolicy> result = afterServerDoes(
          after -> ((ArrayNode) after.path("waivers")).addObject().put("id", "99"));

      assertThat(result.unexpectedChanges()).singleElement().satisfies(change -> {
        assertThat(change.field()).isEqualTo("waivers[99]");
        assertThat(change.from()).isEmpty();
        assertThat(change.to()).isPresent();
      });
    }

    @Test
    void noticesAWaiverThatWasAddedInVain() {
      serverAnswers(okJson(eleven().toString()));
      CurationPolicyUpdate update = CurationPolicyUpdate.of(policy(eleven()))
          .addWaiver(NewPackageWaiver.allVersions(PackageType.NPM, "left-pad", "why"))
          .addLabelWaiver(NewLabelWaiver.of("l", "why"))
          .build();

      UpdateResult<CurationPolicy> result = policies.update(update);

      assertThat(result.unexpectedChanges())
          .extracting(FieldChange::field)
          .containsExactly("waivers[new]", "label_waivers[new]");
    }

    @Test
    void noticesAWaiverThatWasDroppedInVain() {
      serverAnswers(okJson(eleven().toString()));
      CurationPolicyUpdate update = CurationPolicyUpdate.of(policy(eleven()))
          .dropWaiver(PackageWaiverId.of("1"))
          .build();

      UpdateResult<CurationPolicy> result = policies.update(update);

      assertThat(result.unexpectedChanges())
          .extracting(FieldChange::field)
          .containsExactly("waivers[1]");
    }

    @Test
    void takesANewWaiverForTheOneThatWasAsked() {
      ObjectNode after = eleven();
      ((ArrayNode) after.path("waivers"))
          .add(Fixtures.parse("{\"id\":\"50\",\"pkg_type\":\"NPM\",\"pkg_name\":\"p\","
              + "\"all_versions\":false,\"pkg_versions\":[\"2\",\"1\"],\"justification\":\"why\","
              + "\"created_by\":\"me\",\"created_at\":\"2025-07-01T10:00:00+02:00\"}"));
      serverAnswers(okJson(after.toString()));
      CurationPolicyUpdate update = CurationPolicyUpdate.of(policy(eleven()))
          .addWaiver(NewPackageWaiver.versions(PackageType.NPM, "p", List.of("1", "2"), "why"))
          .build();

      UpdateResult<CurationPolicy> result = policies.update(update);

      assertThat(result.unexpectedChanges()).isEmpty();
    }

    @Test
    void saysNothingOfDefaultsThatTheServerFillsIn() {
      ObjectNode before = eleven();
      before.remove(List.of("waiver_request_config", "decision_owners", "enabled"));

      UpdateResult<CurationPolicy> result = afterServerDoes(
          before, after -> after.put("waiver_request_config", "forbidden").put("enabled", true));

      assertThat(result.unexpectedChanges()).isEmpty();
    }

    @Test
    void noticesAFieldThatChanged() {
      UpdateResult<CurationPolicy> result =
          afterServerDoes(after -> after.put("policy_action", "dry_run"));

      assertThat(result.unexpectedChanges()).singleElement().satisfies(change -> {
        assertThat(change.field()).isEqualTo("policy_action");
        assertThat(change.from()).hasValue(Fixtures.parse("\"block\""));
        assertThat(change.to()).hasValue(Fixtures.parse("\"dry_run\""));
      });
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "name",
          "scope",
          "condition_id",
          "notify_emails",
          "decision_owners",
          "waiver_request_config",
          "enabled"
        })
    void noticesAFieldThatBecameAnother(String field) {
      UpdateResult<CurationPolicy> result = afterServerDoes(after -> {
        JsonNode old = after.path(field);
        if (old.isArray()) {
          after.putArray(field).add("other");
        } else if (old.isBoolean()) {
          after.put(field, !old.asBoolean());
        } else {
          after.put(field, "77");
        }
      });

      assertThat(result.unexpectedChanges()).extracting(FieldChange::field).containsExactly(field);
    }

    @Test
    void noticesAFieldThatDidNotTakeTheChange() {
      serverAnswers(okJson(eleven().toString()));

      UpdateResult<CurationPolicy> result =
          policies.update(CurationPolicyUpdate.of(policy(eleven()))
              .action(PolicyAction.DRY_RUN)
              .notifyEmails(List.of())
              .build());

      assertThat(result.unexpectedChanges())
          .extracting(FieldChange::field)
          .containsExactlyInAnyOrder("policy_action", "notify_emails");
    }

    @Test
    void noticesThatThePolicyIsStillOff() {
      ObjectNode off = eleven().put("enabled", false);
      serverAnswers(okJson(off.toString()));

      UpdateResult<CurationPolicy> result =
          policies.update(CurationPolicyUpdate.of(policy(off)).reenable().build());

      assertThat(result.unexpectedChanges())
          .extracting(FieldChange::field)
          .containsExactly("enabled");
    }

    @Test
    void noticesAnUnknownFieldThatChangedOrVanished() {
      ObjectNode before = eleven().put("future", "a").put("other_future", 1.50);

      UpdateResult<CurationPolicy> result = afterServerDoes(before, after -> {
        after.put("future", "b").remove("other_future");
        after.put("new_future", true);
      });

      assertThat(result.unexpectedChanges())
          .extracting(FieldChange::field)
          .containsExactlyInAnyOrder("future", "other_future", "new_future");
    }

    @Test
    @CarriesExtra("future")
    void namesTheUnknownFieldsThatWereNotSent() {
      ObjectNode before = eleven().put("future", "a").put("other_future", 1);
      serverAnswers(okJson(before.toString()));

      UpdateResult<CurationPolicy> result = policies.update(
          CurationPolicyUpdate.of(policy(before)).carryExtra("future").build());

      assertThat(result.unsentFields()).containsExactly("other_future");
      assertThat(result.unexpectedChanges()).isEmpty();
      verify(1, putRequestedFor(anyUrl()));
    }

    @Test
    void takesSpellingOrderAndAbsenceAsTheSame() {
      ObjectNode before = eleven();
      before.putArray("pkg_types_include").add("npm").add("PyPI");
      before.put("block_from_cache", false);

      UpdateResult<CurationPolicy> result = afterServerDoes(before, after -> {
        after.putArray("pkg_types_include").add("pypi").add("Npm");
        after.remove("block_from_cache");
        after.putArray("repo_include");
        after.putNull("repo_exclude");
        after.put("id", 11);
      });

      assertThat(result.unexpectedChanges()).isEmpty();
    }
  }
}
