package io.github.xrayclient.curation;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.reset;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.WrongTypes;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Values of another JSON type than documented: the error names the place, or they are kept. */
@WireMockTest
class WrongTypesInCurationTest {
  private XrayClient xray;

  @BeforeEach
  void connect(WireMockRuntimeInfo server) {
    xray = XrayClient.builder()
        .baseUrl(server.getHttpBaseUrl())
        .credentials(Credentials.anonymous())
        .build();
  }

  @AfterEach
  void disconnect() {
    xray.close();
  }

  private void check(String fixture, Function<Curation, Iterable<?>> listing) {
    JsonNode answer = Fixtures.json(fixture);
    JsonNode list = answer.path("data");
    JsonNode sample = list.isArray() ? list.path(0) : answer.isArray() ? answer.path(0) : answer;
    List<WrongTypes> all = WrongTypes.of(sample);
    assertThat(all).hasSizeGreaterThan(20);
    all.forEach(each -> each.check(
        spoiled -> {
          reset();
          stubFor(any(anyUrl()).willReturn(okJson("{\"data\":[" + spoiled + "]}")));
          return listing.apply(Curation.of(xray)).iterator().next();
        },
        "$.data[0]"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"policies_page-1", "{id}_newer-fields", "{id}_numeric-ids"})
  void ofPolicies(String sample) {
    check(
        "policies/GET_" + sample + "_200.json", curation -> curation.policies().list());
  }

  @ParameterizedTest
  @ValueSource(strings = {"conditions", "conditions_package-versions"})
  void ofConditions(String sample) {
    check(
        "conditions/GET_" + sample + "_200.json",
        curation -> curation.conditions().list());
  }

  @Test
  void ofAuditEvents() {
    check("audit/GET_packages_page_200.json", curation -> curation.audit().list());
  }

  @Test
  void ofWaiverRequests() {
    check(
        "waiverrequests/GET_waiver_requests_200.json",
        curation -> curation.waiverRequests().list());
  }
}
