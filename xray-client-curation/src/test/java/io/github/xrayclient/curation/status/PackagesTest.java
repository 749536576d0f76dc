package io.github.xrayclient.curation.status;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.testsupport.Clients;
import io.github.xrayclient.testsupport.Fixtures;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@WireMockTest
class PackagesTest {
  private static final String PATH = "/xray/api/v1/curation/package_status/all_repos";
  private static final String FIXTURE = "packagestatus/POST_all_repos_";

  private XrayClient xray;

  @BeforeEach
  void connect(WireMockRuntimeInfo server) {
    xray = Clients.once(server.getHttpBaseUrl());
  }

  @AfterEach
  void disconnect() {
    xray.close();
  }

  private static void answer(int status, String body) {
    stubFor(any(anyUrl()).willReturn(aResponse().withStatus(status).withBody(body)));
  }

  private PackageStatus ask() {
    return ask(PackageType.of("NPM"));
  }

  private PackageStatus ask(PackageType type) {
    return Curation.of(xray).packages().status(type, "acme-widgets", "3.6.1");
  }

  private static void requests(int count) {
    verify(count, anyRequestedFor(anyUrl()));
  }

  @Nested
  class Question {
    @Test
    void isSentOnceWithTheTypeInLowerCase() {
      answer(200, Fixtures.text(FIXTURE + "mixed_200.json"));

      assertThat(ask().verdict()).isEqualTo(PackageVerdict.MIXED);

      requests(1);
      verify(postRequestedFor(urlEqualTo(PATH))
          .withHeader("Content-Type", equalTo("application/json"))
          .withRequestBody(equalToJson(Fixtures.text(FIXTURE + "request.json"))));
    }

    @Test
    void isARead() {
      answer(200, Fixtures.text(FIXTURE + "blocked_200.json"));
      try (XrayClient reader = XrayClient.builder()
          .baseUrl(xray.baseUrl().toString())
          .credentials(Credentials.anonymous())
          .readOnly()
          .build()) {
        assertThat(
                Curation.of(reader).packages().status(PackageType.NPM, "a", "1").verdict())
            .isEqualTo(PackageVerdict.BLOCKED);
      }
    }

    @ParameterizedTest
    @CsvSource({
      "Go,go,golang",
      "golang,go,golang",
      "Gems,rubygems,gems",
      "HuggingFaceML,huggingface,huggingfaceml"
    })
    void isRepeatedWithTheSecondNameOfTheType(String type, String first, String second) {
      answer(400, "{\"error\":\"unsupported package type\"}");
      stubFor(post(PATH)
          .withRequestBody(matchingJsonPath("$.packageType", equalTo(second)))
          .willReturn(aResponse().withBody(Fixtures.text(FIXTURE + "blocked_200.json"))));

      assertThat(ask(PackageType.of(type)).verdict()).isEqualTo(PackageVerdict.BLOCKED);

      requests(2);
      verify(
          1,
          postRequestedFor(urlEqualTo(PATH))
              .withRequestBody(matchingJsonPath("$.packageType", equalTo(first))));
    }

    @Test
    void endsAfterTheSecondName() {
      answer(400, "{\"error\":\"bad version\"}");

      assertThatExceptionOfType(XrayBadRequestException.class)
          .isThrownBy(() -> ask(PackageType.GO))
          .withMessageContaining("bad version")
          .withMessageContaining("the server refused the package type \"go\" as well")
          .satisfies(failure -> assertThat(failure.getSuppressed())
              .singleElement()
              .isInstanceOf(XrayBadRequestException.class));
      requests(2);
    }

    @Test
    void isNotRepeatedForATypeWithOneName() {
      answer(400, "{\"error\":\"bad version\"}");

      assertThatExceptionOfType(XrayBadRequestException.class)
          .isThrownBy(PackagesTest.this::ask)
          .withMessageContaining("may not know the package type \"npm\"");
      requests(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "a\nb"})
    void isNotSentWithoutANameAndAVersion(String text) {
      Packages packages = Curation.of(xray).packages();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> packages.status(PackageType.NPM, text, "1"))
          .withMessageStartingWith("name must not");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> packages.status(PackageType.NPM, "a", text))
          .withMessageStartingWith("version must not");
      requests(0);
    }
  }

  @Nested
  class Success {
    @ParameterizedTest
    @ValueSource(strings = {"", " \n", "null", "{}", "{\"note\":\"fine\"}", "{\"summary\":null}"})
    void withoutDetailsIsAllowedButProvesNothing(String body) {
      answer(200, body);

      PackageStatus status = ask();

      assertThat(status.verdict()).isEqualTo(PackageVerdict.ALLOWED);
      assertThat(status.hasDetails()).isFalse();
    }

    @Test
    void countsRepositoriesIfTheTotalsAreMissing() {
      answer(200, "{\"repositories\":[{\"action\":\"blocked\"},{\"action\":\"odd\"}]}");

      assertThat(ask().summary())
          .hasValue(StatusSummary.builder().totalApproved(0).totalBlocked(1).build());
    }

    @Test
    void isUnknownIfThereAreNoRepositories() {
      answer(200, "{\"repositories\":[]}");

      PackageStatus status = ask();

      assertThat(status.verdict()).isEqualTo(PackageVerdict.UNKNOWN);
      assertThat(status.hasDetails()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{'status':'approved','policies':[{'policy_name':'p'}]}",
          "{'policy':'p','condition':'c'}"
        })
    void isNotBlockedByTheNameOfAPolicy(String body) {
      answer(200, body.replace('\'', '"'));

      assertThat(ask().verdict()).isEqualTo(PackageVerdict.ALLOWED);
      assertThat(ask().hasDetails()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"{'status':'blocked'}", "{'total_blocked':3}", "{'result':{'action':'BLOCK'}}"})
    void isUnknownIfItMentionsABlockInAnotherForm(String body) {
      answer(200, body.replace('\'', '"'));

      assertThat(ask().verdict()).isEqualTo(PackageVerdict.UNKNOWN);
    }

    @Test
    void hasNoTotalsThatTheServerDoesNotName() {
      answer(200, "{\"summary\":\"blocked\",\"repositories\":[{\"action\":\"approved\"}]}");

      assertThat(ask().summary()).isEmpty();
      assertThat(ask().extras()).containsKey("summary");
    }

    @Test
    void isBlockedIfItHasCurationsMessage() {
      answer(200, Fixtures.text(FIXTURE + "message_403.json"));

      assertThat(ask().verdict()).isEqualTo(PackageVerdict.BLOCKED);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"[]", "<html>log in</html>", "7", "{\"error\":\"no\"}", "{\"errors\":[{}]}", "{"
        })
    void isAnErrorIfItIsNoStatus(String body) {
      answer(200, body);

      assertThatExceptionOfType(XrayDecodeException.class).isThrownBy(PackagesTest.this::ask);
    }
  }

  @Nested
  class Forbidden {
    @Test
    void hasThePoliciesOfCurationsMessage() {
      answer(403, Fixtures.text(FIXTURE + "message_403.json"));

      PackageStatus status = ask();

      assertThat(status.verdict()).isEqualTo(PackageVerdict.BLOCKED);
      assertThat(status.policies())
          .containsExactly(StatusPolicy.builder()
              .policyName("npm-malicious")
              .conditionName("Malicious package")
              .explanation("Package version is known as malicious")
              .remediation("Choose another package")
              .build());
      assertThat(status.repositories().get(0).repository()).isEmpty();
      assertThat(status.repositories().get(0).reason())
          .hasValueSatisfying(
              reason -> assertThat(reason).startsWith("Package acme-widgets:3.6.1"));
      requests(1);
    }

    @Test
    void hasTheRepositoriesThatItLists() {
      answer(403, Fixtures.text(FIXTURE + "repositories_403.json"));

      PackageStatus status = ask();

      assertThat(status.verdict()).isEqualTo(PackageVerdict.BLOCKED);
      assertThat(status.repositories()).hasSize(2);
      assertThat(status.policies()).hasSize(3);
    }

    @Test
    void isReadWholeEvenIfItIsLong() {
      String repositories = IntStream.range(0, 2_000)
          .mapToObj(i -> "{\"repo_name\":\"npm-" + i + "\",\"action\":\"blocked\"}")
          .collect(Collectors.joining(","));
      answer(403, "{\"repositories\":[" + repositories + "]}");

      assertThat(ask().repositories()).hasSize(2_000);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{'error':'Package a:1 download was blocked by Curation service','policy':'p'}",
          "{'errors':[{'message':'blocked','policy':'p','condition':'c'}]}",
          "{'status':'blocked','policies':[{'policy_name':'p'}]}",
          "{'errors':[{'status':403,'message':'Forbidden','policy':'p','condition':'c'}]}",
          "{'repositories':{'npm':[{'policy_name':'p'}]},'summary':'blocked'}",
          "{'error':{'message':'all versions blocked - {policy:p,condition:c}'}}",
          "{'message':'due to the following policies violated {p,c'}",
          "Package a:1 download was blocked by Curation service due to policy 'p'",
        })
    void namesThePolicyInEveryForm(String body) {
      answer(403, body.startsWith("{") ? body.replace('\'', '"') : body);

      PackageStatus status = ask();

      assertThat(status.verdict()).isEqualTo(PackageVerdict.BLOCKED);
      assertThat(status.policies()).hasSize(1);
      assertThat(status.policies().get(0).policyName()).hasValue("p");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{'error':'The package is blocked by Curation'}",
          "Package blocked",
          "'Package blocked by JFrog Packages Curation'",
          "{'message':'Package authorization:1 download was blocked by JFrog Packages Curation"
              + " service due to it not being found in the index'}",
        })
    void needsNoPolicyToBeAnAnswer(String body) {
      answer(403, body.replace('\'', '"'));

      assertThat(ask().verdict()).isEqualTo(PackageVerdict.BLOCKED);
      assertThat(ask().policies()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "{}",
          "Forbidden",
          "{'error':'Permission denied'}",
          "{'message':'Forbidden','policy':'rbac-deny'}",
          "{'message':'You lack a permission','policy':'rbac-deny','condition':'c'}",
          "{'error':'User is not permitted','policies':[{'policy_name':'p'}]}",
          "{'errors':[{'status':403,'message':'Forbidden'}]}",
          "{'error':'The user lacks the permission to see what Curation blocked'}",
          "{'error':'Curation is not part of this subscription'}",
          "{'message':'Request blocked'}",
          "{'summary':{'total_approved':0,'total_blocked':0},'repositories':[]}",
          "{'summary':{'total_approved':2,'total_blocked':0}}",
          "<html><body>This package of requests was blocked by Curation</body></html>",
          "<Error>Package blocked</Error>",
        })
    void isAnExceptionIfItSaysNothingAboutThePackage(String body) {
      answer(403, body.replace('\'', '"'));

      assertThatExceptionOfType(XrayForbiddenException.class).isThrownBy(PackagesTest.this::ask);
      requests(1);
    }

    @Test
    void isAnExceptionIfAPermissionIsMissing() {
      answer(403, Fixtures.text(FIXTURE + "permission_403.json"));

      assertThatExceptionOfType(XrayForbiddenException.class)
          .isThrownBy(PackagesTest.this::ask)
          .withMessageContaining("User is not permitted");
    }
  }

  @Nested
  class OtherErrors {
    @Test
    void sayThatTheServerMayNotHaveTheEndpoint() {
      answer(404, "{\"error\":\"Not found\"}");
      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(PackagesTest.this::ask)
          .withMessageContaining("Not found")
          .withMessageContaining("this server may not have this endpoint");

      answer(405, "");
      assertThatExceptionOfType(XrayApiException.class)
          .isThrownBy(PackagesTest.this::ask)
          .withMessageContaining("this server may not have this endpoint");
      requests(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 409, 500})
    void areNoVerdictWhateverTheirText(int status) {
      answer(status, Fixtures.text(FIXTURE + "message_403.json"));

      assertThatExceptionOfType(XrayApiException.class).isThrownBy(PackagesTest.this::ask);
    }
  }
}
