package io.github.xrayclient.violation;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalToJson;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.postRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.TextNode;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.paging.Page;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.value.Direction;
import io.github.xrayclient.value.Severity;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** What a search sends, and which of the rows that come back it gives. */
@WireMockTest
class ViolationSearchTest {
  private static final String SAMPLE = "violations/POST_violations_kinds_200.json";

  private FakeXray fake;
  private XrayClient xray;

  @BeforeEach
  void start() {
    fake = FakeXray.start();
    xray = client(fake.url());
  }

  @AfterEach
  void stop() {
    xray.close();
    fake.close();
  }

  private static XrayClient client(String url) {
    return XrayClient.builder()
        .baseUrl(url)
        .credentials(Credentials.anonymous())
        .build();
  }

  /** The last digits of the ids of the violations. */
  private static String ids(Stream<Violation> violations) {
    return violations
        .map(violation -> violation.violationId().orElseThrow().wire())
        .map(id -> id.substring(id.length() - 1))
        .collect(Collectors.joining());
  }

  private static ViolationQuery with(UnaryOperator<ViolationQuery> filter, XrayClient client) {
    return filter.apply(client.violations().list().everything().includeDetails());
  }

  private static Arguments filter(String expected, UnaryOperator<ViolationQuery> filter) {
    return Arguments.of(expected, filter);
  }

  static Stream<Arguments> checkedFilters() {
    Instant secretFound = Instant.parse("2026-03-30T05:45:55Z");
    return Stream.of(
        filter("12346", query -> query.watch("prod-watch")),
        filter("1456", query -> query.type(ViolationType.of("security"))),
        filter("2", query -> query.type(ViolationType.LICENSE)),
        filter("123456", query -> query.type(ViolationType.of("Malicious"))),
        filter("1", query -> query.minSeverity(Severity.CRITICAL)),
        filter("1246", query -> query.minSeverity(Severity.HIGH)),
        filter("123456", query -> query.minSeverity(Severity.of("Information"))),
        filter("456", query -> query.createdFrom(secretFound)),
        filter("456", query -> query.createdFrom(secretFound.plusMillis(900))),
        filter("56", query -> query.createdFrom(secretFound.plusMillis(1_000))),
        filter("1234", query -> query.createdUntil(secretFound)),
        filter("123", query -> query.createdUntil(secretFound.minusMillis(1))),
        filter("13", query -> query.issue("XRAY-301001")),
        filter("6", query -> query.cve("cve-2025-90002")),
        filter("", query -> query.cve("CVE-1")),
        filter("165", query -> query.artifact("libs-local", "/com/acme/app/2.0/app-2.0.war/")),
        filter("25", query -> query.artifact("npm-local-cache", "shop/-/shop-1.0.0.tgz")),
        filter("45", query -> query.artifact("docker-local", "shop/v3/manifest.json")),
        filter("45", query -> query.artifact("docker-local", "shop/v3/list.manifest.json")),
        filter("5", query -> query.artifact("docker-local", "shop/v4/manifest.json")),
        filter("5", query -> query.artifact("local", "shop/v3/manifest.json")),
        filter(
            "1256",
            query -> query
                .artifact("npm-local", "shop/-/shop-1.0.0.tgz")
                .artifact("libs-local", "com/acme/app/2.0/app-2.0.war")),
        filter("12346", query -> query.gitRepository("acme/other")),
        filter("123456", query -> query.gitRepository("acme/shop")),
        filter("45", query -> query.gitRepository("acme/shop").artifact("docker-local", "shop/v3")),
        filter("123456", query -> query.build("ci", "7").artifact("other", "x")),
        filter("123456", query -> query.nameContains("nothing")),
        filter("123456", query -> query.filter("x", TextNode.valueOf("y"))),
        filter(
            "1",
            query -> query
                .watch("prod-watch")
                .watch("prod-watch")
                .issue("XRAY-301001")
                .type(ViolationType.SECURITY)));
  }

  static Stream<Arguments> localFilters() {
    return Stream.of(
        filter("2", query -> query.repository("npm-local")),
        filter("4", query -> query.repository("docker-local-cache")),
        filter("", query -> query.repository("local")),
        filter("", query -> query.repository("shop")),
        filter("", query -> query.repository("npm-local").component("gav://com.acme:lib")),
        filter("16", query -> query.component("gav://com.acme:lib")),
        filter("16", query -> query.component("com.acme:lib")),
        filter("16", query -> query.component("gav://com.acme:lib").componentVersion("1.0")),
        filter("", query -> query.component("gav://com.acme:lib").componentVersion("1.1")),
        filter("", query -> query.component("GAV://com.acme:LIB")),
        filter("37", query -> query.component("nuget://ACME.old")),
        filter("3", query -> query.component("acme.old").componentVersion("1.0.0")),
        filter("", query -> query.component("nuget://acme.old").componentVersion("1")),
        filter("7", query -> query.componentVersion("2.0")),
        filter("7", query -> query.packageType("NPM").componentVersion("1")),
        filter("27", query -> query.packageType("npm")),
        filter("16", query -> query.policy("sec-critical-block")),
        filter("167", query -> query.rule("critical")),
        filter("7", query -> query.policy("op-risk").rule("critical")),
        filter("", query -> query.policy("lic-banned").rule("critical")),
        filter("2", query -> query.matching(row -> row.kind() == ViolationKind.LICENSE)),
        filter(
            "4",
            query -> query
                .matching(row -> row.components().isEmpty())
                .matching(row -> row.sastDetails().isEmpty())));
  }

  @Test
  void sendsEveryFilterOfServers(WireMockRuntimeInfo server) {
    stubFor(post(anyUrl()).willReturn(okJson("{}")));
    try (XrayClient client = client(server.getHttpBaseUrl())) {
      ViolationQuery query = client
          .violations()
          .list()
          .watch("prod-watch")
          .nameContains("deserialization")
          .includeDetails()
          .type(ViolationType.SECURITY)
          .minSeverity(Severity.HIGH)
          .createdFrom(Instant.parse("2026-01-01T00:00:00Z"))
          .createdUntil(Instant.parse("2026-04-01T00:00:00Z"))
          .issue("XRAY-123456")
          .cve("CVE-2021-44228")
          .artifact("docker-local", "shop/v3/manifest.json")
          .build("shop-build", "17", "alpha")
          .releaseBundle("shop-rb", "1.0")
          .releaseBundleV2("shop-rb2", "2.0", "alpha")
          .gitRepository("acme/shop")
          .direction(Direction.DESCENDING);

      assertThat(query.page(1).items()).isEmpty();
    }
    verify(
        1,
        postRequestedFor(urlEqualTo("/xray/api/v1/violations"))
            .withRequestBody(
                equalToJson(Fixtures.text("violations/POST_violations_every-filter_request.json")
                    .replace("00:00:00Z", "00:00:00+00:00"))));
  }

  @Test
  void sendsFiltersAndResourcesThatItDoesNotKnow() {
    ViolationQuery query = xray.violations()
        .list()
        .build("ci", "7")
        .releaseBundleV2("rb", "1")
        .filter("x_text", TextNode.valueOf("a"))
        .filter("x_list", Fixtures.parse("[1,{\"b\":null}]"));
    query.total();

    assertThat(fake.requests().get(0).json().get("filters"))
        .isEqualTo(Fixtures.parse("{\"x_text\":\"a\",\"x_list\":[1,{\"b\":null}],\"resources\":"
            + "{\"builds\":[{\"name\":\"ci\",\"number\":\"7\"}],"
            + "\"release_bundles_v2\":[{\"name\":\"rb\",\"version\":\"1\"}]}}"));

    fake.clearRequests();
    fake.failNext(400, 1);
    assertThatThrownBy(() -> query.resource("models", Map.of("name", "m")).total())
        .isInstanceOf(XrayBadRequestException.class);
    assertThat(fake.requests().get(0).json().at("/filters/resources/models"))
        .isEqualTo(Fixtures.parse("[{\"name\":\"m\"}]"));
  }

  @Test
  void refusesResourcesAsAFilter() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> xray.violations().list().everything().filter("resources", Fixtures.parse("{}")))
        .withMessageContaining("use artifact(..), build(..) or resource(kind, fields)");
    assertThat(fake.requests()).isEmpty();
  }

  @Test
  void beginsWithAnyResource() {
    ViolationScope scope = xray.violations().list();

    List.of(
            scope.build("a", "1"),
            scope.releaseBundle("b", "2"),
            scope.releaseBundleV2("c", "3"),
            scope.gitRepository("d"))
        .forEach(ViolationQuery::total);

    assertThat(fake.requests())
        .extracting(request -> request.json().at("/filters/resources").toString())
        .containsExactly(
            "{\"builds\":[{\"name\":\"a\",\"number\":\"1\"}]}",
            "{\"release_bundles\":[{\"name\":\"b\",\"version\":\"2\"}]}",
            "{\"release_bundles_v2\":[{\"name\":\"c\",\"version\":\"3\"}]}",
            "{\"git_repositories\":[{\"name\":\"d\"}]}");
  }

  @Nested
  class OnAServerThatIgnoresEveryFilter {
    private XrayClient old;

    @BeforeEach
    void start(WireMockRuntimeInfo server) {
      stubFor(post(anyUrl()).willReturn(okJson(Fixtures.text(SAMPLE))));
      old = client(server.getHttpBaseUrl());
    }

    @AfterEach
    void stop() {
      old.close();
    }

    @ParameterizedTest
    @MethodSource("io.github.xrayclient.violation.ViolationSearchTest#checkedFilters")
    void onlyRowsThatMayMatchAreGiven(String expected, UnaryOperator<ViolationQuery> filter) {
      ViolationQuery query = with(filter, old);

      assertThat(ids(query.stream()).chars().sorted().toArray())
          .isEqualTo(expected.chars().sorted().toArray());
      assertThat(query.total()).isEqualTo(expected.length());
      assertThat(query.first().isPresent()).isEqualTo(!expected.isEmpty());
    }

    @ParameterizedTest
    @CsvSource({
      "a/b.jar, default/libs/a/b.jar, true",
      "/a/b.jar, default/libs/a/b.jar, true",
      "a/b.jar, libs/a/b.jar, true",
      "a/b.jar, other-artifactory/libs-cache/a/b.jar, true",
      "a/b.jar, default/libs/a/b.jar.sha1, false",
      "a/b.jar, default/my-libs/a/b.jar, false",
      "a/b.jar, default/libs/x/a/b.jar, false",
      "a/b.jar, default/libs/a/, false",
      "web/v3/manifest.json, default/libs/web/v3/manifest.json, true",
      "web/v3/manifest.json, default/libs/web/v3/, true",
      "web/v3, default/libs/web/v3/list.manifest.json, true",
      "web/v3/manifest.json, default/libs/web/, false"
    })
    void anArtifactIsComparedByItsPathOrTheFolderOfItsImage(
        String path, String artifact, boolean given) {
      stubFor(post(anyUrl())
          .willReturn(okJson("{\"total_violations\":1,\"violations\":[{\"impacted_artifacts\":[\""
              + artifact + "\"]}]}")));

      assertThat(old.violations().list().artifact("libs", path).first().isPresent())
          .isEqualTo(given);
    }

    @Test
    void aBlankTextOfARowIsNotComparedWithAFilter() {
      stubFor(post(anyUrl())
          .willReturn(okJson("{\"total_violations\":1,\"violations\":[{\"watch_name\":\"\","
              + "\"type\":\" \",\"issue_id\":\" \",\"impacted_git_repository\":\" \","
              + "\"severity\":\"\",\"created\":\"\"}]}")));

      assertThat(old.violations().list().watch("w").first()).isPresent();
      assertThat(
              old.violations().list().everything().type(ViolationType.LICENSE).first())
          .isPresent();
      assertThat(old.violations().list().everything().issue("XRAY-1").first()).isPresent();
      assertThat(old.violations().list().gitRepository("acme/shop").first()).isPresent();
    }

    @Test
    void aPageHasTheTotalOfTheServer() {
      Page<Violation> page =
          with(query -> query.type(ViolationType.LICENSE), old).page(1);

      assertThat(page.items()).hasSize(1);
      assertThat(page.total()).hasValue(6);
    }

    @Test
    void aLaterValueOfAFilterCounts() {
      assertThat(ids(with(query -> query.issue("XRAY-301001").issue("GPL-3.0"), old).stream()))
          .isEqualTo("23");
    }

    @Test
    void aPlainFilterOfTheSameNameTakesTheCheckAway() {
      ViolationQuery query =
          with(all -> all.watch("none").filter("watch_name", TextNode.valueOf("w")), old);

      assertThat(query.stream()).hasSize(6);
    }
  }

  @Nested
  class OfAServerBefore388 {
    @BeforeEach
    void seed() {
      fake.seed(FakeXray.Kind.VIOLATIONS, Fixtures.text(SAMPLE));
      fake.version("3.80.0");
    }

    @Test
    void countsItsOwnViolationsOnly() {
      ViolationQuery query = xray.violations()
          .list()
          .artifact("libs-local", "com/acme/app/2.0/app-2.0.war")
          .type(ViolationType.LICENSE);

      assertThat(query.total()).isZero();
      assertThat(query.first()).isEmpty();
    }

    @Test
    void asksForOnePageIfTheFirstRowIsNotTheRightOne() {
      fake.clearRequests();

      assertThat(xray.violations()
              .list()
              .watch("prod-watch")
              .type(ViolationType.SECURITY)
              .issue("XRAY-301002")
              .first()
              .flatMap(Violation::issueId))
          .contains("XRAY-301002");
      assertThat(fake.requests())
          .extracting(request -> request.json().at("/pagination/limit").asInt())
          .containsExactly(1, 100);
    }
  }

  @Nested
  class ByTheLibrary {
    @BeforeEach
    void seed() {
      fake.seed(FakeXray.Kind.VIOLATIONS, Fixtures.text(SAMPLE));
      fake.seed(
          FakeXray.Kind.VIOLATIONS,
          ("{'violation_id':'7','infected_components':['npm://a:1','nuget://Acme.Old:2.0'],"
                  + "'matched_policies':[{'policy':'op-risk','rule':'critical'}]}")
              .replace('\'', '"'));
    }

    @ParameterizedTest
    @MethodSource("io.github.xrayclient.violation.ViolationSearchTest#localFilters")
    void filtersByWhatServersCannot(String expected, UnaryOperator<ViolationQuery> filter) {
      ViolationQuery query = with(filter, xray);

      assertThat(ids(query.stream()).chars().sorted().toArray())
          .isEqualTo(expected.chars().sorted().toArray());
      assertThat(query.pageSize(2).total()).isEqualTo(expected.length());
      assertThat(query.pageSize(1).first().isPresent()).isEqualTo(!expected.isEmpty());
    }

    @Test
    void asksForDetailsWhereItNeedsThem() {
      ViolationQuery query = xray.violations().list().watch("prod-watch");
      fake.clearRequests();

      query.policy("lic-banned").first();
      query.rule("eol").first();
      query.component("npm://x").first();

      assertThat(fake.requests())
          .extracting(request -> request.json().at("/filters/include_details").asBoolean())
          .containsExactly(true, true, false);
    }

    @Test
    void countsByReadingEveryPage() {
      fake.pageCap(2).clearRequests();

      assertThat(xray.violations().list().everything().policy("op-risk").total())
          .isEqualTo(2);
      assertThat(fake.requests()).hasSizeGreaterThanOrEqualTo(4);
    }
  }

  @Nested
  class WithoutDetails {
    private static final String ROW = "{'issue_id':'XRAY-1','watch_name':'w'}";

    private void answers(int total, String... pages) {
      for (int i = 0; i < pages.length; i++) {
        stubFor(post(anyUrl())
            .withRequestBody(
                equalToJson("{\"pagination\":{\"offset\":" + (i + 1) + "}}", true, true))
            .willReturn(
                okJson(("{'total_violations':" + total + ",'violations':[" + pages[i] + "]}")
                    .replace('\'', '"'))));
      }
    }

    @Test
    void givesEqualRowsOfOnePageAndOfTwo(WireMockRuntimeInfo server) {
      answers(4, ROW + "," + ROW, ROW + ",{'issue_id':'XRAY-2','watch_name':'w'}");
      try (XrayClient client = client(server.getHttpBaseUrl())) {
        assertThat(client.violations().list().watch("w").pageSize(2).stream()
                .map(violation -> violation.issueId().orElseThrow()))
            .containsExactly("XRAY-1", "XRAY-1", "XRAY-1", "XRAY-2");
      }
    }

    @Test
    void givesEqualPagesIfTheServerHasNothingAfterThem(WireMockRuntimeInfo server) {
      answers(4, ROW + "," + ROW, ROW + "," + ROW, "");
      try (XrayClient client = client(server.getHttpBaseUrl())) {
        assertThat(client.violations().list().watch("w").pageSize(2).stream()).hasSize(4);
      }
    }

    @Test
    void readsAnEmptyAnswerInEveryForm(WireMockRuntimeInfo server) {
      for (String empty : List.of(
          "{}", " { } ", "{'total_violations':0}", "{'total_violations':0,'violations':null}")) {
        stubFor(post(anyUrl()).willReturn(okJson(empty.replace('\'', '"'))));
        try (XrayClient client = client(server.getHttpBaseUrl())) {
          ViolationQuery query = client.violations().list().watch("w");
          assertThat(query.stream()).isEmpty();
          assertThat(query.total()).isZero();
        }
      }
    }
  }
}
