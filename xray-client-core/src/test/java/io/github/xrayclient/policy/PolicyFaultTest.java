package io.github.xrayclient.policy;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.put;
import static com.github.tomakehurst.wiremock.client.WireMock.putRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.client.ResponseDefinitionBuilder;
import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.testing.Fixtures;
import io.github.xrayclient.testing.RoundTrip;
import io.github.xrayclient.value.Severity;
import io.github.xrayclient.value.UnexpectedChange;
import io.github.xrayclient.value.UpdateResult;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Writes whose answer is lost or wrong, and servers that store something else. */
@WireMockTest
class PolicyFaultTest {
  private static final String BEFORE = "{'name':'p','type':'security','description':'old',"
      + "'author':'a','modified':'2025-01-01T00:00:00Z','rules':[{'name':'r','priority':1,"
      + "'criteria':{'min_severity':'high'},'actions':{'fail_build':true,'mails':['a@b']}}]}";
  private static final String AFTER =
      BEFORE.replace("'old'", "'new'").replace("2025-01-01", "2025-01-02");

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

  private static PolicyUpdate update() {
    Policy policy = RoundTrip.read(Fixtures.parse(json(BEFORE)), Policy.class);
    return PolicyUpdate.of(policy).description("new").build();
  }

  private static PolicyDraft draft() {
    Criteria criteria = Criteria.builder().minSeverity(Severity.HIGH).build();
    Actions actions = Actions.builder().failBuild(true).addMail("a@b").build();
    return PolicyDraft.named("p", PolicyType.SECURITY)
        .description("new")
        .addRule(Rule.builder().name("r").criteria(criteria).actions(actions).build())
        .build();
  }

  private static void reads(String policy) {
    stubFor(get(anyUrl()).willReturn(okJson(json(policy))));
  }

  private static void puts(ResponseDefinitionBuilder answer) {
    stubFor(put(anyUrl()).willReturn(answer));
  }

  private static ResponseDefinitionBuilder broken() {
    return okJson("").withFault(Fault.EMPTY_RESPONSE);
  }

  private static ResponseDefinitionBuilder error(int status, String words) {
    return jsonResponse("{\"error\":\"" + words + "\"}", status);
  }

  private UpdateResult<Policy> sent() {
    return xray.policies().update("p", update());
  }

  @Nested
  class UnexpectedChanges {
    private void server(String stores, String... fields) {
      reads(stores);
      puts(okJson("{}"));

      assertThat(sent().unexpectedChanges())
          .extracting(UnexpectedChange::field)
          .containsExactly(fields);
    }

    @Test
    void areNoneWhenTheServerStoresWhatWasSent() {
      server(AFTER);
      server(AFTER.replace("'high'", "'High'").replace("'author':'a'", "'author':'b'"));
      server(AFTER.replace("'fail_build'", "'webhooks':[],'notify_deployer':false,'fail_build'"));
    }

    @Test
    void sayWhatWasNotStored() {
      server(BEFORE, "description");
    }

    @Test
    void sayWhatWasChanged() {
      server(AFTER.replace("'high'", "'Low'"), "rules[r].criteria.min_severity");
      server(AFTER.replace("'security'", "'license'"), "type");
      server(AFTER.replace("'priority':1", "'priority':2"), "rules[r].priority");
    }

    @Test
    void sayWhatWasDropped() {
      server(AFTER.replace("'fail_build':true,", ""), "rules[r].actions.fail_build");
      server(AFTER.replace("'mails':['a@b']", "'mails':[]"), "rules[r].actions.mails");
      server("{'name':'p','type':'security','description':'new','rules':[]}", "rules");
    }

    @Test
    void sayWhatAppeared() {
      server(AFTER.replace("'priority'", "'new':{'x':1},'priority'"), "rules[r].new");
      server(AFTER.replace("'rules':[", "'rules':[{'name':'more'},"), "rules[more]");
    }
  }

  @Nested
  class TheReloadThatFailed {
    private static final String WORDS = "Failed to reload block download cache";

    @ParameterizedTest
    @ValueSource(strings = {WORDS, "failed to reload Block Download Cache: timeout"})
    void isAResultWithThePolicyAsItIsNow(String words) {
      puts(error(500, words));
      reads(AFTER);

      UpdateResult<Policy> result = sent();

      assertThat(result.value().description()).hasValue("new");
      assertThat(result.unexpectedChanges()).isEmpty();
      assertThat(result.notes())
          .anySatisfy(note -> assertThat(note).contains("probably stored", "500", words));
      verify(1, putRequestedFor(anyUrl()));
      verify(1, getRequestedFor(anyUrl()));
    }

    @Test
    void showsWhatWasNotStoredAfterAll() {
      puts(error(500, WORDS));
      reads(BEFORE);

      UpdateResult<Policy> result = sent();

      assertThat(result.unexpectedChanges())
          .extracting(UnexpectedChange::field)
          .containsExactly("description");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Failed to edit Policy", ""})
    void isNotAnyOther500(String words) {
      puts(error(500, words));
      reads(AFTER);

      assertThatExceptionOfType(XrayApiException.class)
          .isThrownBy(() -> sent())
          .satisfies(e -> assertThat(e.statusCode()).isEqualTo(500));
      verify(0, getRequestedFor(anyUrl()));
    }
  }

  @Nested
  class UpdateWhoseAnswerIsLost {
    @Test
    void isDoneIfThePolicyIsAsItShouldBe() {
      puts(broken());
      reads(AFTER);

      UpdateResult<Policy> result = sent();

      assertThat(result.value().description()).hasValue("new");
      assertThat(result.unexpectedChanges()).isEmpty();
      verify(1, putRequestedFor(anyUrl()));
      verify(1, getRequestedFor(anyUrl()));
    }

    @Test
    void isSentAgainAndGivenUpIfNothingEverHappens() {
      puts(broken());
      reads(BEFORE);

      assertThatExceptionOfType(XrayTransportException.class).isThrownBy(() -> sent());
      verify(4, putRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504})
    void byAGatewayIsLookedAtToo(int status) {
      puts(error(status, "gateway"));
      reads(AFTER);

      assertThat(sent().value().description()).hasValue("new");
      verify(1, putRequestedFor(anyUrl()));
    }

    @Test
    void meetsTheChangeOfSomebodyElse() {
      puts(broken());
      reads(BEFORE.replace("'old'", "'theirs'"));

      assertThatExceptionOfType(XrayConcurrentChangeException.class)
          .isThrownBy(() -> sent())
          .withCauseInstanceOf(XrayTransportException.class)
          .satisfies(e -> {
            assertThat(e.expected()).containsInstanceOf(Policy.class);
            assertThat(e.actual())
                .hasValueSatisfying(
                    now -> assertThat(((Policy) now).description()).hasValue("theirs"));
          });
      verify(1, putRequestedFor(anyUrl()));
    }

    @Test
    void throwsTheFirstFailureWhenLookingFailsToo() {
      puts(broken());
      stubFor(get(anyUrl()).willReturn(error(403, "Permission denied")));

      assertThatExceptionOfType(XrayTransportException.class)
          .isThrownBy(() -> sent())
          .satisfies(e -> assertThat(e.getSuppressed()).hasSize(1));
    }
  }

  @Nested
  class CreateWhoseAnswerIsLost {
    @Test
    void isDoneIfThePolicyIsThere() {
      stubFor(post(anyUrl()).willReturn(broken()));
      reads(AFTER);

      assertThat(xray.policies().create(draft()).author()).hasValue("a");
      verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void isNeverSentAgain() {
      stubFor(post(anyUrl()).willReturn(broken()));
      stubFor(get(anyUrl()).willReturn(error(404, "Policy p was not found")));

      assertThatExceptionOfType(XrayTransportException.class)
          .isThrownBy(() -> xray.policies().create(draft()));
      verify(1, postRequestedFor(anyUrl()));
    }

    @Test
    void meetsThePolicyOfSomebodyElse() {
      stubFor(post(anyUrl()).willReturn(broken()));
      reads(BEFORE);

      assertThatExceptionOfType(XrayConcurrentChangeException.class)
          .isThrownBy(() -> xray.policies().create(draft()));
    }

    @Test
    void saysThatItWasStoredWhenOnlyReadingFails() {
      stubFor(post(anyUrl()).willReturn(okJson("{\"info\":\"Policy created successfully\"}")));
      stubFor(get(anyUrl()).willReturn(error(403, "Permission denied")));

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> xray.policies().create(draft()))
          .withMessageContaining("it was stored, but could not be read back")
          .withMessageContaining("Permission denied");
    }
  }
}
