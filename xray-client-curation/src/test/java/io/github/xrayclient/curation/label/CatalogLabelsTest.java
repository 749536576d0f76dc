package io.github.xrayclient.curation.label;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.containing;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.github.tomakehurst.wiremock.stubbing.Scenario;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.testsupport.Clients;
import io.github.xrayclient.testsupport.ExtrasWalker;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
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
class CatalogLabelsTest {
  private static final String PATH = "/catalog/api/v1/custom/graphql";

  private XrayClient xray;
  private CatalogLabels labels;

  @BeforeEach
  void connect(WireMockRuntimeInfo server) {
    xray = Clients.once(server.getHttpBaseUrl());
    labels = Curation.of(xray).labels();
  }

  @AfterEach
  void disconnect() {
    xray.close();
  }

  private static void answer(String json) {
    stubFor(post(anyUrl()).willReturn(okJson(json.replace('\'', '"'))));
  }

  private static String search(String connection) {
    return "{'data':{'customCatalogLabel':{'searchLabels':" + connection + "}}}";
  }

  private static String edges(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(number -> "{'node':{'name':'l" + number + "'}}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Nested
  class Reads {
    @Test
    void labelsByAPartOfTheirNames() {
      answer(Fixtures.text("labels/POST_graphql_search_200.json"));

      assertThat(labels.search("approved"))
          .extracting(CatalogLabel::name)
          .containsExactly("approved-npm", "jfrog-waiver-policy-7");

      verify(1, anyRequestedFor(anyUrl()));
      verify(postRequestedFor(urlEqualTo(PATH))
          .withRequestBody(equalToJson(Fixtures.text("labels/POST_graphql_search_request.json"))));
    }

    @Test
    void oneLabelByItsExactName() {
      answer(search("{'edges':[{'node':{'name':'Approved'}},{'node':{'name':'approved'}},"
          + "{'node':{'name':'approved-npm'}}],'pageInfo':{'hasNextPage':false}}"));

      assertThat(labels.find("approved").map(CatalogLabel::name)).hasValue("approved");
      assertThat(labels.find("APPROVED")).isEmpty();
      assertThat(labels.get("Approved").name()).isEqualTo("Approved");
      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> labels.get("npm"))
          .withMessageContaining("the catalog has no label 'npm'");
    }

    @Test
    void whatALabelIsAssignedTo() {
      stubFor(post(anyUrl())
          .withRequestBody(containing("publicPackagesConnection"))
          .willReturn(okJson(Fixtures.text("labels/POST_graphql_packages_200.json"))));
      stubFor(post(anyUrl())
          .withRequestBody(containing("publicPackageVersionsConnection"))
          .willReturn(okJson(Fixtures.text("labels/POST_graphql_versions_200.json"))));

      LabelAssignments assigned = labels.assignments("approved-npm");

      assertThat(assigned.label()).isEqualTo("approved-npm");
      assertThat(assigned.packages())
          .extracting(CatalogPackage::name)
          .containsExactly("acme-widgets", "example.com/acme/tools");
      assertThat(assigned.packages().get(1).type()).hasValue(PackageType.of("golang"));
      CatalogPackageVersion version = assigned.packageVersions().get(0);
      assertThat(version.version()).isEqualTo("3.6.1");
      assertThat(version.catalogPackage().name()).isEqualTo("acme-widgets");
      verify(2, anyRequestedFor(anyUrl()));
    }

    @Test
    void labelsOfAPackageAndOfAVersion() {
      answer(Fixtures.text("labels/POST_graphql_of-package_200.json"));
      assertThat(labels.ofPackage(PackageType.NPM, "acme-widgets")).containsExactly("approved-npm");

      answer(Fixtures.text("labels/POST_graphql_of-version_200.json"));
      assertThat(labels.ofVersion(PackageType.NPM, "acme-widgets", "3.6.1")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "Go, golang",
      "GEMS, rubygems",
      "HuggingFaceML, huggingface",
      "PyPI, pypi",
      "golang, golang"
    })
    void packageTypesInTheWordsOfTheCatalog(String type, String word) {
      answer(Fixtures.text("labels/POST_graphql_of-package_200.json"));

      labels.ofPackage(PackageType.of(type), "a \"quoted\" } name");

      verify(postRequestedFor(urlEqualTo(PATH))
          .withRequestBody(equalToJson(
              "{\"variables\":{\"name\":\"a \\\"quoted\\\" } name\",\"type\":\"" + word + "\"}}",
              true,
              true)));
    }
  }

  @Nested
  class Values {
    private void isKnown(JsonNode node, Class<?> type) {
      Object value = RoundTrip.read(node, type);
      assertThat(ExtrasWalker.over(value).unknown()).isEmpty();
      assertThat((Object) RoundTrip.write(value)).isEqualTo(node);
      JsonNode more = RoundTrip.withUnknownMembers(node);
      assertThat((Object) RoundTrip.write(RoundTrip.read(more, type))).isEqualTo(more);
    }

    @Test
    void areKnownToTheLastFieldAndComeBackAsTheyWere() {
      isKnown(
          Fixtures.json("labels/POST_graphql_search_200.json")
              .at("/data/customCatalogLabel/searchLabels/edges/0/node"),
          CatalogLabel.class);
      isKnown(
          Fixtures.json("labels/POST_graphql_packages_200.json")
              .at("/data/customCatalogLabel/getLabel/publicPackagesConnection/edges/0/node"),
          CatalogPackage.class);
      isKnown(
          Fixtures.json("labels/POST_graphql_versions_200.json")
              .at("/data/customCatalogLabel/getLabel/publicPackageVersionsConnection/edges/0/node"),
          CatalogPackageVersion.class);
    }
  }

  @Nested
  class Pages {
    private void pages(String first, String second) {
      stubFor(post(anyUrl())
          .inScenario("pages")
          .whenScenarioStateIs(Scenario.STARTED)
          .willReturn(okJson(search(first).replace('\'', '"')))
          .willSetStateTo("second"));
      stubFor(post(anyUrl())
          .inScenario("pages")
          .whenScenarioStateIs("second")
          .willReturn(okJson(search(second).replace('\'', '"'))));
    }

    @Test
    void areFollowedByTheirCursors() {
      pages(
          "{'edges':" + edges(1, 2) + ",'pageInfo':{'hasNextPage':true,'endCursor':'c\\n2'}}",
          "{'edges':" + edges(2, 3) + ",'pageInfo':{'hasNextPage':false,'endCursor':'c3'}}");

      assertThat(labels.list()).extracting(CatalogLabel::name).containsExactly("l1", "l2", "l3");

      verify(postRequestedFor(urlEqualTo(PATH))
          .withRequestBody(containing("$after: Cursor!"))
          .withRequestBody(containing("after: $after"))
          .withRequestBody(
              equalToJson("{\"variables\":{\"text\":\"\",\"after\":\"c\\n2\"}}", true, true)));
      verify(2, anyRequestedFor(anyUrl()));
    }

    @Test
    void areCompleteWithoutPageInfoIfTheyAreNotFull() {
      answer(search("{'edges':" + edges(1, 499) + "}"));

      assertThat(labels.list()).hasSize(499);
    }

    @Test
    void areNeverCutQuietly() {
      answer(search("{'edges':" + edges(1, 500) + ",'pageInfo':null}"));

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> labels.list())
          .withMessageContaining("does not say whether there are more")
          .satisfies(
              e -> assertThat(e.jsonPath()).isEqualTo("$.data.customCatalogLabel.searchLabels"));
    }

    @Test
    void withoutACursorAreAFailure() {
      answer(search("{'edges':" + edges(1, 2) + ",'pageInfo':{'hasNextPage':true}}"));

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> labels.list())
          .withMessageContaining("no cursor");
    }

    @Test
    void thatRepeatAreAFailure() {
      answer(
          search("{'edges':" + edges(1, 2) + ",'pageInfo':{'hasNextPage':true,'endCursor':'c'}}"));

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> labels.list())
          .withMessageContaining("no new element");
      verify(2, anyRequestedFor(anyUrl()));
    }
  }

  @Nested
  class Failures {
    @Test
    void withStatus200CarryTheTextsOfTheErrors() {
      answer(Fixtures.text("labels/POST_graphql_error_200.json"));

      assertThatExceptionOfType(XrayApiException.class)
          .isThrownBy(() -> labels.list())
          .withMessageContaining(
              "answered 200: The following labels were not found:[ approved-npm ]")
          .satisfies(e -> {
            assertThat(e.statusCode()).isEqualTo(200);
            assertThat(e.messages())
                .containsExactly("The following labels were not found:[ approved-npm ]. All labels"
                    + " must exist when assigned");
          });
      verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void besideDataAreNotIgnored() {
      answer("{'data':{'customCatalogLabel':{'searchLabels':{'edges':[]}}},"
          + "'errors':[{'message':'one'},{'message':'two'}]}");

      assertThatExceptionOfType(XrayApiException.class)
          .isThrownBy(() -> labels.search("a"))
          .satisfies(e -> assertThat(e.messages()).containsExactly("one", "two"));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{'data':null}",
          "{}",
          "[]",
          "{'data':{}}",
          "{'data':{'customCatalogLabel':null}}",
          "{'data':{'customCatalogLabel':{'searchLabels':null}}}",
          "{'data':{'customCatalogLabel':{'searchLabels':{'edges':{}}}}}",
          "{'data':{'customCatalogLabel':{'searchLabels':{'edges':[null]}}}}",
          "{'data':{'customCatalogLabel':{'searchLabels':{'edges':[{'node':{}}]}}}}"
        })
    void areAnswersThatSayNothing(String json) {
      answer(json);

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> labels.list())
          .withMessageContaining(PATH);
    }

    @Test
    void haveTheJsonPath() {
      answer(search("{'edges':[{'node':{'name':'a'}},{'node':{'description':'b'}}]}"));

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> labels.list())
          .satisfies(e -> assertThat(e.jsonPath())
              .startsWith("$.data.customCatalogLabel.searchLabels.edges[1].node"));
    }

    @Test
    void areNeverALackOfLabels() {
      answer("{'data':{'publicPackage':{'getPackage':null},'customCatalogLabel':{'getLabel':null},"
          + "'publicPackageVersion':{'getVersion':null}}}");

      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> labels.ofPackage(PackageType.GO, "a"))
          .withMessageContaining("the catalog has no golang package 'a'");
      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> labels.ofVersion(PackageType.NPM, "a", "1"))
          .withMessageContaining("the catalog has no version '1' of the npm package 'a'");
      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> labels.assignments("a"))
          .withMessageContaining("the catalog has no label 'a'");
    }

    @Test
    void byStatusAreAsUsual() {
      stubFor(post(anyUrl())
          .willReturn(aResponse().withStatus(403).withBody("{\"errors\":[{\"message\":\"no\"}]}")));

      assertThatExceptionOfType(XrayForbiddenException.class)
          .isThrownBy(() -> labels.list())
          .satisfies(e -> assertThat(e.messages()).containsExactly("no"));
    }
  }

  @Nested
  class IsARead {
    @Test
    void soAReadOnlyClientSendsIt(WireMockRuntimeInfo server) {
      answer(search("{'edges':[]}"));
      try (XrayClient readOnly = XrayClient.builder()
          .baseUrl(server.getHttpBaseUrl())
          .credentials(Credentials.anonymous())
          .readOnly()
          .build()) {
        assertThat(Curation.of(readOnly).labels().list()).isEmpty();
      }
    }

    @Test
    void soItIsRepeated(WireMockRuntimeInfo server) {
      stubFor(post(anyUrl())
          .inScenario("busy")
          .whenScenarioStateIs(Scenario.STARTED)
          .willReturn(aResponse().withStatus(503))
          .willSetStateTo("free"));
      stubFor(post(anyUrl())
          .inScenario("busy")
          .whenScenarioStateIs("free")
          .willReturn(okJson(search("{'edges':[]}").replace('\'', '"'))));
      try (XrayClient repeating = Clients.repeating(server.getHttpBaseUrl())) {
        assertThat(Curation.of(repeating).labels().list()).isEmpty();
      }
      verify(2, anyRequestedFor(anyUrl()));
    }
  }

  @Test
  void refusesBlankArgumentsBeforeAnyRequest() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> labels.search(" "))
        .withMessageContaining("text");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> labels.find(""))
        .withMessageContaining("name");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> labels.assignments(""))
        .withMessageContaining("name");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> labels.ofPackage(PackageType.of(""), "a"))
        .withMessageContaining("type");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> labels.ofVersion(PackageType.NPM, "a", " "))
        .withMessageContaining("version");
    verify(0, anyRequestedFor(anyUrl()));
  }
}
