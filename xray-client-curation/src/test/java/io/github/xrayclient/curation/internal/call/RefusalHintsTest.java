package io.github.xrayclient.curation.internal.call;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathMatching;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.CurationPolicyDraft;
import io.github.xrayclient.curation.CurationPolicyUpdate;
import io.github.xrayclient.curation.condition.Condition;
import io.github.xrayclient.curation.condition.ConditionDraft;
import io.github.xrayclient.curation.condition.ConditionUpdate;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One helpful line beside the server's words, and nothing lost of them. */
@WireMockTest
class RefusalHintsTest {
  private static final CurationPolicyDraft DRAFT =
      CurationPolicyDraft.named("n", ConditionId.of("1")).build();
  private static final ConditionDraft CONDITION =
      ConditionDraft.cve("n", "CVE-2021-1").build();
  private static final Map<String, Consumer<Curation>> WRITES = Map.of(
      "create policy", curation -> curation.policies().create(DRAFT),
      "update policy", curation -> curation.policies().update(update()),
      "create condition", curation -> curation.conditions().create(CONDITION),
      "update condition", curation -> curation.conditions().update(conditionUpdate()));

  private XrayClient xray;
  private Curation curation;

  @BeforeEach
  void connect(WireMockRuntimeInfo server) {
    xray = XrayClient.builder()
        .baseUrl(server.getHttpBaseUrl())
        .credentials(Credentials.bearer("t0ken-of-the-test"))
        .retryPolicy(RetryPolicy.none())
        .build();
    curation = Curation.of(xray);
  }

  @AfterEach
  void disconnect() {
    xray.close();
  }

  private static CurationPolicyUpdate update() {
    return CurationPolicyUpdate.of(
            RoundTrip.read(Fixtures.json("policies/GET_{id}_200.json"), CurationPolicy.class))
        .build();
  }

  private XrayApiException refused(String write, int status, String body) {
    stubFor(any(urlPathMatching(".*/curation/.*"))
        .willReturn(
            aResponse().withStatus(status).withHeader("X-Request-Id", "r-17").withBody(body)));
    return catchThrowableOfType(XrayApiException.class, () -> WRITES.get(write).accept(curation));
  }

  @Nested
  class Refused {
    @ParameterizedTest
    @ValueSource(
        strings = {"create policy", "update policy", "create condition", "update condition"})
    void with403SaysWhichPermissionIsNeeded(String write) {
      XrayApiException e = refused(write, 403, "{\"error\":\"no access\"}");

      assertThat(e)
          .isInstanceOf(XrayForbiddenException.class)
          .hasMessageContaining("answered 403: no access; ")
          .hasMessageContaining("MANAGE_POLICIES")
          .hasMessageContaining("/xray/api/v1/curation/")
          .hasMessageNotContaining("t0ken")
          .hasNoNullFieldsOrPropertiesExcept("retryAfter", "serverVersion");
      assertThat(e.messages()).containsExactly("no access");
      assertThat(e.getMessage()).doesNotContain("\n");
      assertThat(e.getCause()).isInstanceOf(XrayForbiddenException.class);
      verify(1, anyRequestedFor(urlPathMatching(".*/curation/.*")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"create policy", "update policy"})
    void forAnUnknownGroupSaysWhatToDo(String write) {
      XrayApiException e =
          refused(write, 400, Fixtures.text("policies/PUT_{id}_unknown-group_400.json"));

      assertThat(e)
          .isInstanceOf(XrayBadRequestException.class)
          .hasMessageContaining("does not exist in artifactory; ")
          .hasMessageContaining("Access");
      assertThat(e.messages()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"create policy", "update policy"})
    void forBlockingFromTheCacheSaysWhoCanHelp(String write) {
      XrayApiException e =
          refused(write, 400, Fixtures.text("policies/PUT_{id}_block-from-cache_400.json"));

      assertThat(e)
          .isInstanceOf(XrayBadRequestException.class)
          .hasMessageContaining("block from cache is not enabled in curation config; ")
          .hasMessageContaining("administrator")
          .hasMessageContaining("blocking from the cache");
    }

    @Test
    void forAnotherReasonHasTheServersWordsOnly() {
      XrayApiException e =
          refused("create policy", 400, "{\"error\":\"policy is invalid: name is taken\"}");

      assertThat(e.getMessage()).endsWith("answered 400: policy is invalid: name is taken");
      assertThat(e.getCause()).isNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 409, 429, 500})
    void withAnotherStatusIsLeftAlone(int status) {
      XrayApiException e =
          refused("create policy", status, "{\"error\":\"group x does not exist\"}");

      assertThat(e.statusCode()).isEqualTo(status);
      assertThat(e).hasMessageNotContaining("Access first");
    }

    @Test
    void keepsWhatTheAnswerCarried() {
      XrayApiException e = refused("create policy", 403, "{\"error\":\"no access\"}");

      assertThat(e.method()).isEqualTo("POST");
      assertThat(e.uri().getPath()).isEqualTo("/xray/api/v1/curation/policies");
      assertThat(e.body()).contains("no access");
      assertThat(e.requestId()).isEqualTo(((XrayApiException) e.getCause()).requestId());
    }

    @Test
    void withoutWordsHasTheHelpAlone() {
      XrayApiException e = refused("create policy", 403, "");

      assertThat(e).hasMessageContaining("403").hasMessageContaining("MANAGE_POLICIES");
      assertThat(e.messages()).isEmpty();
    }
  }

  @Nested
  class Reading {
    @Test
    void isNotToldToHaveTheRightToWrite() {
      stubFor(any(anyUrl()).willReturn(aResponse().withStatus(403)));

      XrayApiException e = catchThrowableOfType(
          XrayApiException.class, () -> curation.policies().get(CurationPolicyId.of("11")));

      assertThat(e).hasMessageNotContaining("MANAGE_POLICIES");
    }
  }

  private static ConditionUpdate conditionUpdate() {
    return ConditionUpdate.of(Condition.builder()
            .id(ConditionId.of("44"))
            .name("n")
            .custom(true)
            .templateId("CVEName")
            .build())
        .name("other")
        .build();
  }
}
