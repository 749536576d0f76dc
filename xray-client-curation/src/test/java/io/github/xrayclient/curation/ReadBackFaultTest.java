package io.github.xrayclient.curation;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.curation.condition.Condition;
import io.github.xrayclient.curation.condition.ConditionDraft;
import io.github.xrayclient.curation.condition.ConditionUpdate;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.WaiverRequestConfig;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayReadBackException;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import io.github.xrayclient.value.Retry;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Updates that are answered by nothing, so that a second request reads what was stored. */
@WireMockTest
class ReadBackFaultTest {
  private static final JsonNode POLICY =
      Fixtures.json("policies/GET_policies_200.json").at("/data/0");
  private static final JsonNode CONDITION =
      Fixtures.json("conditions/GET_conditions_package-versions_200.json").get(0);

  private XrayClient xray;

  @BeforeEach
  void connect(WireMockRuntimeInfo server) {
    xray = XrayClient.builder()
        .baseUrl(server.getHttpBaseUrl())
        .credentials(Credentials.anonymous())
        .retryPolicy(RetryPolicy.defaults().waits(Duration.ZERO, Duration.ZERO))
        .build();
    stubFor(put(anyUrl()).willReturn(ok()));
  }

  @AfterEach
  void disconnect() {
    xray.close();
  }

  private CurationPolicy updatePolicy() {
    CurationPolicy policy = RoundTrip.read(POLICY, CurationPolicy.class);
    CurationPolicyUpdate update = CurationPolicyUpdate.of(policy).build();
    return Curation.of(xray).policies().update(update).value();
  }

  private Condition updateCondition() {
    Condition condition = RoundTrip.read(CONDITION, Condition.class);
    return Curation.of(xray)
        .conditions()
        .update(ConditionUpdate.of(condition).build())
        .value();
  }

  private static ResponseDefinitionBuilder failure(int status) {
    return status == 0
        ? aResponse().withFault(Fault.EMPTY_RESPONSE)
        : jsonResponse("{\"error\":\"busy\"}", status);
  }

  private static void reads(ResponseDefinitionBuilder first, JsonNode later) {
    stubFor(get(anyUrl())
        .inScenario(later.toString())
        .whenScenarioStateIs(Scenario.STARTED)
        .willReturn(first)
        .willSetStateTo("later"));
    stubFor(get(anyUrl())
        .inScenario(later.toString())
        .whenScenarioStateIs("later")
        .willReturn(okJson(later.toString())));
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503, 0})
  void areReadAgainWhenReadingFailsOnce(int status) {
    reads(failure(status), POLICY);
    assertThat(updatePolicy().id()).hasToString(POLICY.path("id").asText());

    reads(failure(status), CONDITION);
    assertThat(updateCondition().id()).hasToString(CONDITION.path("id").asText());

    verify(2, putRequestedFor(anyUrl()));
    verify(4, getRequestedFor(anyUrl()));
  }

  @ParameterizedTest
  @ValueSource(ints = {403, 404, 429, 503})
  void sayThatTheyWereDoneWhenReadingFails(int status) {
    stubFor(get(anyUrl()).willReturn(failure(status)));

    assertThatExceptionOfType(XrayReadBackException.class)
        .isThrownBy(this::updatePolicy)
        .withMessageStartingWith("PUT http")
        .withMessageContaining("was stored, but reading it back failed: GET http")
        .withMessageContaining("answered " + status);
    assertThatExceptionOfType(XrayReadBackException.class)
        .isThrownBy(this::updateCondition)
        .withMessageStartingWith("PUT http")
        .withMessageContaining("was stored, but reading it back failed: GET http")
        .withMessageContaining("answered " + status);

    verify(2, putRequestedFor(anyUrl()));
  }

  /** What is created would be created twice if its creation were tried again. */
  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"id\":", "[1]", "done"})
  void sayThatTheyWereDoneWhenTheAnswerToACreateCannotBeRead(String body) {
    stubFor(post(anyUrl()).willReturn(ok(body)));
    CurationPolicyDraft policy = CurationPolicyDraft.named("p", ConditionId.of("1"))
        .allRepositoriesExcept()
        .waiverRequestConfig(WaiverRequestConfig.FORBIDDEN)
        .build();
    ConditionDraft condition = ConditionDraft.cve("c", "CVE-2024-1").build();

    assertThatExceptionOfType(XrayReadBackException.class)
        .isThrownBy(() -> Curation.of(xray).policies().create(policy))
        .withMessageContaining("the curation policy was stored, but reading it back failed: POST")
        .withCauseInstanceOf(XrayDecodeException.class)
        .satisfies(e -> assertThat(e.method()).isEqualTo("POST"));
    assertThatExceptionOfType(XrayReadBackException.class)
        .isThrownBy(() -> Curation.of(xray).conditions().create(condition))
        .withMessageContaining("the condition was stored, but reading it back failed: POST");

    verify(2, postRequestedFor(anyUrl()));
  }

  @Test
  void areNotSaidToBeDoneByAWebPage() {
    stubFor(post(anyUrl()).willReturn(ok("<html>log in</html>")));

    assertThatExceptionOfType(XrayDecodeException.class)
        .isThrownBy(() -> Curation.of(xray)
            .conditions()
            .create(ConditionDraft.cve("c", "CVE-1").build()));
  }

  @Test
  void areNotRepeatedByAnEdit() {
    stubFor(get(anyUrl()).inScenario("edit").willReturn(okJson(POLICY.toString())));
    stubFor(put(anyUrl()).inScenario("edit").willReturn(ok("")).willSetStateTo("written"));
    stubFor(
        get(anyUrl()).inScenario("edit").whenScenarioStateIs("written").willReturn(failure(403)));
    CurationPolicyId id = CurationPolicyId.of(POLICY.path("id").asText());

    assertThatExceptionOfType(XrayReadBackException.class)
        .isThrownBy(() ->
            Curation.of(xray).policies().edit(id, update -> update.name("other"), Retry.times(5)));

    verify(1, putRequestedFor(anyUrl()));
  }
}
