package io.github.xrayclient.policy;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.delete;
import static com.github.tomakehurst.wiremock.client.WireMock.deleteRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.TextNode;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import io.github.xrayclient.value.UpdateResult;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Rare answers and drafts of policies, each of which once went wrong. */
@WireMockTest
class PolicyCornersTest {
  private static final String POLICY = "{'name':'p','type':'security','rules':[{'name':'r'}]}";
  private static final String WATCH =
      "{'general_data':{'name':'w'},'assigned_policies':[{'name':'p'}]}";

  private XrayClient xray;

  @BeforeEach
  void connect(WireMockRuntimeInfo server) {
    xray = XrayClient.builder()
        .baseUrl(server.getHttpBaseUrl())
        .credentials(Credentials.anonymous())
        .retryPolicy(RetryPolicy.none())
        .build();
  }

  @AfterEach
  void disconnect() {
    xray.close();
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static Policy policy(String text) {
    return RoundTrip.read(Fixtures.parse(json(text)), Policy.class);
  }

  private static Rule rule(String criteria) {
    String text = "{'name':'r','criteria':{" + criteria + "}}";
    return RoundTrip.read(Fixtures.parse(json(text)), Rule.class);
  }

  private static PolicyDraft.Builder draft(String type, String criteria) {
    return PolicyDraft.named("p", PolicyType.of(type)).addRule(rule(criteria));
  }

  private static void reads(String path, String body) {
    stubFor(get(path).willReturn(okJson(json(body))));
  }

  private static void refuses(String path, int status, String words) {
    stubFor(get(path).willReturn(jsonResponse("{\"error\":\"" + words + "\"}", status)));
  }

  @Nested
  class Checks {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "'package_versions':['1']",
          "'package_versions':['1'],'min_severity':'High'",
          "'package_versions':['1'],'malicious_package':true",
          "'package_versions':['1'],'fix_version_dependant':true"
        })
    void takeVersionsForASelectorOfPackages(String criteria) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> draft("security", criteria).build())
          .withMessageStartingWith("policy \"p\": rule \"r\": criteria ");
      assertThatCode(() -> draft("security", criteria).unchecked().build())
          .doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
      "license, '''allow_unknown'':true', allowed_licenses",
      "operational_risk, '', op_risk_min_risk"
    })
    void wantOneOfTheTwo(String type, String criteria, String field) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> draft(type, criteria).build())
          .withMessageStartingWith("policy \"p\": rule \"r\": criteria ")
          .withMessageContaining(field);
      assertThatCode(() -> draft(type, criteria).unchecked().build()).doesNotThrowAnyException();
    }

    @Test
    void carryTwinsThatWereRead() {
      Policy twins = policy("{'name':'p','rules':[{'name':'r','priority':1},{'name':'r'}]}");

      assertThat(PolicyUpdate.of(twins).description("d").build().changed().rules())
          .hasSize(2);
      assertThatIllegalArgumentException()
          .isThrownBy(() -> PolicyUpdate.of(policy(POLICY))
              .addRule(rule("'min_severity':'High'"))
              .build())
          .withMessageContaining("two rules with the name \"r\"");
    }
  }

  @Nested
  class Bodies {
    @Test
    void numberNewRulesAfterTheHighest() {
      PolicyDraft draft = PolicyDraft.named("p", PolicyType.SECURITY)
          .addRule(rule("'min_severity':'High'").toBuilder().priority(2).build())
          .addRule(rule("'min_severity':'Low'").toBuilder().name("s").build())
          .build();

      assertThat(RoundTrip.write(draft).path("rules").findValuesAsText("priority"))
          .containsExactly("2", "3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "type", "rules"})
    void neverHoldAnExtraInPlaceOfAField(String field) {
      Policy odd =
          policy(POLICY).toBuilder().putExtra(field, TextNode.valueOf("odd")).build();

      assertThat(RoundTrip.write(PolicyUpdate.of(odd).build()))
          .isEqualTo(RoundTrip.write(PolicyUpdate.of(policy(POLICY)).build()));
    }

    @Test
    void readTheAliasOfAllowedLicensesAndNeverWriteIt() {
      Rule rule = rule("'allow_licenses':['MIT']");

      assertThat(rule.criteria().orElseThrow().allowedLicenses()).containsExactly("MIT");
      assertThat(RoundTrip.write(rule).path("criteria"))
          .isEqualTo(Fixtures.parse("{\"allowed_licenses\":[\"MIT\"]}"));
    }
  }

  @Nested
  class Update {
    private UpdateResult<Policy> updated(String before, String description, String stored) {
      stubFor(get(anyUrl()).willReturn(okJson(json(stored))));
      PolicyUpdate update =
          PolicyUpdate.of(policy(before)).description(description).build();
      return xray.policies().update(update);
    }

    @Test
    void doesNotMissWhatOnlyServersSet() {
      stubFor(put(anyUrl()).willReturn(okJson("{}")));
      String read = POLICY.replace("'type'", "'id':7,'updated_at':'1','created_by':'a','type'");

      assertThat(updated(read, "", read).unexpectedChanges()).isEmpty();
    }

    @Test
    void isFoundDoneThoughServersSetSomething() {
      stubFor(put(anyUrl()).willReturn(okJson("").withFault(Fault.EMPTY_RESPONSE)));
      String read = POLICY.replace("'type'", "'updated_at':'1','type'");

      updated(read, "new", POLICY.replace("'type'", "'updated_at':'2','description':'new','type'"));

      verify(1, putRequestedFor(anyUrl()));
    }

    @Test
    void takesAnEmptyDescriptionForNone() {
      stubFor(put(anyUrl()).willReturn(okJson("{}")));

      assertThat(updated(POLICY.replace("'type'", "'description':'old','type'"), "", POLICY)
              .unexpectedChanges())
          .isEmpty();
    }

    @Test
    void takesScoresAsTextsForNumbers() {
      stubFor(put(anyUrl()).willReturn(okJson("{}")));
      String numbers =
          POLICY.replace("'name':'r'", "'name':'r','criteria':{'cvss_range':{'from':6.3,'to':9}}");
      String texts = numbers.replace("6.3", "'6.30'").replace(":9", ":'9.0'");

      assertThat(updated(numbers, "", texts).unexpectedChanges()).isEmpty();
      assertThat(updated(numbers, "", texts.replace("9.0", "9.1")).unexpectedChanges())
          .hasSize(1);
    }
  }

  @Nested
  class Delete {
    @BeforeEach
    void answer() {
      reads("/xray/api/v2/policies/p", POLICY);
      reads("/xray/api/v2/policies", "[" + POLICY + "]");
      reads("/xray/api/v2/watches", "[" + WATCH + "]");
      stubFor(delete(anyUrl()).willReturn(okJson("{}")));
      stubFor(put(anyUrl()).willReturn(okJson("{}")));
    }

    @Test
    void staysRefusedWhenTheWatchesCannotBeRead() {
      String words = "Failed to delete Policy p : Policy is assigned to 2 watches";
      stubFor(delete(anyUrl()).willReturn(jsonResponse("{\"error\":\"" + words + "\"}", 400)));
      refuses("/xray/api/v2/watches", 403, "Permission denied");

      assertThatExceptionOfType(XrayBadRequestException.class)
          .isThrownBy(() -> xray.policies().delete("p"))
          .withMessageContaining(words)
          .withMessageContaining("watches whose names could not be read")
          .satisfies(e -> assertThat(e.getCause().getSuppressed())
              .singleElement()
              .isInstanceOf(XrayForbiddenException.class));
    }

    @Test
    void unassignsNothingFromAWatchThatLostThePolicyMeanwhile() {
      reads("/xray/api/v2/watches/w", "{'general_data':{'name':'w'}}");

      xray.policies().deleteAndUnassign("p");

      verify(1, deleteRequestedFor(anyUrl()));
    }

    @Test
    void leavesAPolicyOfTheSameNameAndAnotherType() {
      String watch = "{'general_data':{'name':'w'},'assigned_policies':["
          + "{'name':'p','type':'license'},{'name':'p','type':'security'}]}";
      String other =
          "{'general_data':{'name':'v'},'assigned_policies':[{'name':'p','type':'license'}]}";
      reads("/xray/api/v2/watches", "[" + watch + "," + other + "]");
      reads("/xray/api/v2/watches/w", watch);

      assertThat(xray.policies().deleteAndUnassign("p")).containsExactly("w");

      verify(
          1,
          putRequestedFor(anyUrl())
              .withRequestBody(matchingJsonPath(
                  "$.assigned_policies", equalToJson(json("[{'name':'p','type':'license'}]")))));
    }

    @Test
    void unassignsNothingFromAWatchThatIsGone() {
      refuses("/xray/api/v2/watches/w", 404, "Watch w was not found");

      xray.policies().deleteAndUnassign("p");

      verify(1, deleteRequestedFor(anyUrl()));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "[]",
        "{'result':null}",
        "{'result':[]}",
        "{'info':'ok'}",
        "{'result':{'w':{}}}"
      })
  void anAnswerWithoutResultsIsNoAssignment(String body) {
    stubFor(post(anyUrl()).willReturn(okJson(json(body))));

    assertThatExceptionOfType(XrayDecodeException.class)
        .isThrownBy(() -> xray.policies().assign("p", List.of("w")));
  }
}
