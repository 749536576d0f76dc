package io.github.xrayclient.curation.waiverrequest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.testsupport.Clients;
import io.github.xrayclient.testsupport.Fixtures;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@WireMockTest
class WaiverRequestWriteTest {
  private static final String PATH = "/xray/api/v1/curation/waiver_requests";
  private static final WaiverRequestId ID = WaiverRequestId.of(42);
  private static final WaiverRequestDraft DRAFT = WaiverRequestDraft.of(
          PackageType.of("NPM"), "acme-widgets", "3.6.1")
      .repositoryKey("npm-remote")
      .reason("needed for release 2.4")
      .build();

  private XrayClient xray;
  private WaiverRequests requests;

  @BeforeEach
  void connect(WireMockRuntimeInfo server) {
    xray = Clients.once(server.getHttpBaseUrl());
    requests = Curation.of(xray).waiverRequests();
  }

  @AfterEach
  void disconnect() {
    xray.close();
  }

  private static void answer(int status, String body) {
    stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody(body)));
  }

  private static void sent(String url, String body) {
    verify(1, anyRequestedFor(anyUrl()));
    verify(postRequestedFor(urlEqualTo(url)).withRequestBody(equalToJson(body)));
  }

  @Nested
  class Create {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {"201 | {\"id\":42}", "200 | {\"id\":42}", "201 | {\"id\":\"42\",\"message\":\"\"}"
        })
    void sendsTheDraftAndGivesTheId(int status, String body) {
      answer(status, body);

      assertThat(requests.create(DRAFT).id()).hasValue(ID);

      sent(PATH, Fixtures.text("waiverrequests/POST_waiver_requests_request.json"));
    }

    @Test
    void readsTheSample() {
      answer(201, Fixtures.text("waiverrequests/POST_waiver_requests_201.json"));

      assertThat(requests.create(DRAFT).id()).hasValue(ID);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "{\"waiver_id\":42}",
          "{\"waiver_id\":\"42\",\"status\":\"Pending\"}",
          "{\"id\":null,\"waiver_id\":42,\"message\":{}}",
          "{\"id\":\"\",\"waiver_id\":\"42\"}"
        })
    void readsTheOlderNameOfTheId(String body) {
      answer(200, body);

      assertThat(requests.create(DRAFT).id()).hasValue(ID);
    }

    @Test
    void readsTheOnlyElementOfAList() {
      answer(200, "[{\"id\":42}]");

      assertThat(requests.create(DRAFT).id()).hasValue(ID);
    }

    @Test
    void keepsValuesOfAnUnexpectedType() {
      answer(201, "{\"id\":{\"value\":7},\"status\":201,\"message\":{\"x\":1},\"new\":1}");

      CreatedWaiverRequest created = requests.create(DRAFT);

      assertThat(created.id()).isEmpty();
      assertThat(created.status()).isEmpty();
      assertThat(created.message()).isEmpty();
      assertThat(created.extras()).containsOnlyKeys("id", "status", "message", "new");
      assertThat(created.extras().get("id")).isEqualTo(Fixtures.parse("{\"value\":7}"));
    }

    @Test
    void readsTheSampleOfOlderServers() {
      answer(200, Fixtures.text("waiverrequests/POST_waiver_requests_older_200.json"));

      assertThat(requests.create(DRAFT))
          .isEqualTo(CreatedWaiverRequest.builder()
              .id(ID)
              .status(WaiverRequestStatus.PENDING)
              .build());
    }

    @Test
    void readsStatusMessageAndOtherFields() {
      answer(202, "{\"waiver_id\":42,\"status\":\"APPROVED\",\"message\":\"done\",\"new\":1}");

      CreatedWaiverRequest created = requests.create(DRAFT);

      assertThat(created.status()).hasValue(WaiverRequestStatus.APPROVED);
      assertThat(created.message()).hasValue("done");
      assertThat(created.extras()).containsOnlyKeys("new");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "{\"id\":null}",
          "{\"id\":{}}",
          "{\"id\":4.5}",
          "[]",
          "null",
          "",
          "{\"a\":1,",
          "5"
        })
    void isNoFailureIfTheAnswerHasNoId(String body) {
      answer(201, body);

      assertThat(requests.create(DRAFT).id()).isEmpty();
      verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void keepsASentenceInsteadOfJson() {
      answer(200, "Successfully created waiver request");
      assertThat(requests.create(DRAFT).message()).hasValue("Successfully created waiver request");

      answer(200, "\"accepted\"");
      assertThat(requests.create(DRAFT).message()).hasValue("accepted");
    }

    @Test
    void failsIfAWebPageAnswers() {
      answer(200, "<html><body>Log in</body></html>");

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> requests.create(DRAFT))
          .withMessageContaining("web page");
    }

    @Test
    void leavesOutARepositoryThatIsNotGiven() {
      answer(200, "{\"waiver_id\":42}");

      requests.create(
          WaiverRequestDraft.of(PackageType.NPM, "a", "1").reason("why").build());

      sent(
          PATH,
          "{\"pkg_type\":\"npm\",\"pkg_name\":\"a\",\"pkg_version\":\"1\",\"reason\":\"why\"}");
    }
  }

  @Nested
  class Decide {
    @ParameterizedTest
    @ValueSource(ints = {200, 201, 204})
    void approvesForSomeDays(int status) {
      answer(status, "");

      requests.approve(ID, "time boxed", 30);

      sent(PATH + "/42/decision", sample("approve"));
    }

    @Test
    void approvesForGoodWithoutAWordOnDays() {
      answer(200, "{}");

      requests.approve(ID, "fine");

      sent(PATH + "/42/decision", "{\"status\":\"approved\",\"justification\":\"fine\"}");
    }

    @Test
    void rejectsWithoutAWordOnDays() {
      answer(200, "any words");

      requests.reject(ID, "upgrade available");

      sent(PATH + "/42/decision", sample("reject"));
    }

    private String sample(String decision) {
      return Fixtures.json("waiverrequests/POST_{id}_decision_requests.json")
          .path(decision)
          .toString();
    }
  }

  @Nested
  class Refused {
    private XrayApiException refused(Consumer<WaiverRequests> write, int status, String body) {
      answer(status, body);
      return catchThrowableOfType(XrayApiException.class, () -> write.accept(requests));
    }

    @Test
    void toCreateSaysWhatIsNeeded() {
      XrayApiException e =
          refused(all -> all.create(DRAFT), 403, "{\"error\":\"Permission denied\"}");

      assertThat(e)
          .isInstanceOf(XrayForbiddenException.class)
          .hasMessageContaining("answered 403: Permission denied; requesting a waiver needs access")
          .hasMessageNotContaining("MANAGE_POLICIES");
      assertThat(e.getMessage()).doesNotContain("\n");
      verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void toDecideSaysWhoDecides() {
      for (Consumer<WaiverRequests> write : List.<Consumer<WaiverRequests>>of(
          all -> all.approve(ID, "why"),
          all -> all.approve(ID, "why", 3),
          all -> all.reject(ID, "why"))) {
        assertThat(refused(write, 403, "{\"error\":\"Permission denied\"}"))
            .isInstanceOf(XrayForbiddenException.class)
            .hasMessageContaining(
                "answered 403: Permission denied; only members of a decision-owner")
            .hasMessageContaining("decidableByMe");
      }
    }

    @Test
    void forAnUnknownRepositorySaysWhichOneIsMeant() {
      XrayApiException e = refused(
          all -> all.create(DRAFT),
          400,
          Fixtures.text("waiverrequests/POST_waiver_requests_unknown-repository_400.json"));

      assertThat(e)
          .isInstanceOf(XrayBadRequestException.class)
          .hasMessageContaining(
              "repository with key 'npm-virtual' not found; use the key of the curated remote");
      assertThat(e.messages()).containsExactly("repository with key 'npm-virtual' not found");
    }

    @Test
    void byAnOldServerNamesTheVersionThatIsNeeded() {
      stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404)));
      stubFor(get("/xray/api/v1/system/version")
          .willReturn(okJson("{\"xray_version\":\"3.100.2\",\"xray_revision\":\"x\"}")));

      for (Consumer<WaiverRequests> call : List.<Consumer<WaiverRequests>>of(
          all -> all.create(DRAFT),
          all -> all.reject(ID, "why"),
          all -> all.find(ID),
          all -> all.list().first())) {
        assertThatExceptionOfType(XrayNotFoundException.class)
            .isThrownBy(() -> call.accept(requests))
            .withMessageContaining("3.138")
            .withMessageContaining("3.100.2");
      }
    }
  }

  @Nested
  class BadInput {
    @Test
    void ofADraftNamesTheField() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> DRAFT.toBuilder().packageType(PackageType.of(" ")).build())
          .withMessageContaining("packageType");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> DRAFT.toBuilder().packageName("").build())
          .withMessageContaining("packageName");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> DRAFT.toBuilder().packageVersion("\t").build())
          .withMessageContaining("packageVersion");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> DRAFT.toBuilder().repositoryKey(" ").build())
          .withMessageContaining("repositoryKey");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> DRAFT.toBuilder().reason("").build())
          .withMessageContaining("reason");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void ofDaysIsRefusedBeforeAnyRequest(int days) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> requests.approve(ID, "why", days))
          .withMessage("days must be at least 1, but was " + days);
      verify(0, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n"})
    void ofAJustificationIsRefusedBeforeAnyRequest(String blank) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> requests.approve(ID, blank))
          .withMessageContaining("justification");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> requests.approve(ID, blank, 2))
          .withMessageContaining("justification");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> requests.reject(ID, blank))
          .withMessageContaining("justification");
      verify(0, anyRequestedFor(anyUrl()));
    }
  }
}
