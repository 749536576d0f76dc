package io.github.xrayclient.curation;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.ok;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
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
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.testing.Fixtures;
import io.github.xrayclient.testing.RoundTrip;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
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
    return Curation.of(xray).policies().update(policy.id(), update).value();
  }

  private Condition updateCondition() {
    Condition condition = RoundTrip.read(CONDITION, Condition.class);
    return Curation.of(xray).conditions().update(condition.id(), ConditionDraft.of(condition));
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

    assertThatExceptionOfType(XrayDecodeException.class)
        .isThrownBy(this::updatePolicy)
        .withMessageStartingWith("PUT http")
        .withMessageContaining("it was stored, but could not be read back: GET http")
        .withMessageContaining("answered " + status);
    assertThatExceptionOfType(XrayDecodeException.class)
        .isThrownBy(this::updateCondition)
        .withMessageStartingWith("PUT http")
        .withMessageContaining("it was stored, but could not be read back: GET http")
        .withMessageContaining("answered " + status);

    verify(2, putRequestedFor(anyUrl()));
  }
}
