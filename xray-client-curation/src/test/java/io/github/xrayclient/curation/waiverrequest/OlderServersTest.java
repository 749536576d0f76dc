package io.github.xrayclient.curation.waiverrequest;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.RecordedRequest;
import io.github.xrayclient.testsupport.Clients;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Servers that know the page parameters and answers of JFrog's older documents only. */
class OlderServersTest {
  private static String rows(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(id -> "{\"waiver_id\":" + id + ",\"status\":\"pending\"}")
        .collect(Collectors.joining(",", "[", "]"));
  }

  @Nested
  class TheFakeServer {
    private final FakeXray server = FakeXray.start().olderWaiverRequests(true);
    private final XrayClient xray = Clients.once(server.url());
    private final WaiverRequests requests = Curation.of(xray).waiverRequests();

    @AfterEach
    void stop() {
      xray.close();
      server.close();
    }

    private void seed(int count) {
      server.seed(Kind.WAIVER_REQUESTS, rows(1, count).replace("waiver_id", "id"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 3, 14, 15, 24, 25, 26, 99, 100, 101, 230})
    void isReadCompletely(int count) {
      seed(count);

      assertThat(requests.list().stream()).hasSize(count);
      assertThat(requests.list().pageSize(7).stream()).hasSize(count);
    }

    @Test
    void isAskedWithBothNamesFromThenOn() {
      seed(130);
      WaiverRequestQuery query = requests.list();
      query.forEach(request -> {});

      assertThat(
              server.requests().stream().map(RecordedRequest::query).map(OlderServersTest::pages))
          .containsExactly(
              "num_of_rows=100&page_num=1",
              "num_of_rows=100&page_num=1&limit=100&pageNum=1",
              "num_of_rows=100&page_num=2&limit=100&pageNum=2");
    }

    @Test
    void acceptsARequestWithoutARepository() {
      CreatedWaiverRequest created = requests.create(
          WaiverRequestDraft.of(PackageType.NPM, "a", "1").reason("needed").build());

      assertThat(created.id()).hasValue(WaiverRequestId.of("1"));
      assertThat(created.status()).hasValue(WaiverRequestStatus.PENDING);
      assertThat(requests.get(created.id().orElseThrow()).reasons()).containsExactly("needed");
    }

    @Test
    void hasATotalThatIsNotGuessed() {
      seed(40);

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> requests.list().total())
          .withMessageContaining("no total");
    }
  }

  @Test
  void newerServersNeedTheRepository() {
    try (FakeXray server = FakeXray.start();
        XrayClient xray = Clients.once(server.url())) {
      WaiverRequestDraft draft =
          WaiverRequestDraft.of(PackageType.NPM, "a", "1").reason("needed").build();

      assertThatExceptionOfType(XrayBadRequestException.class)
          .isThrownBy(() -> Curation.of(xray).waiverRequests().create(draft))
          .withMessageContaining(
              "repo_key is required; this server needs the repository; set" + " repositoryKey");
    }
  }

  private static String pages(String query) {
    return query.replaceAll(".*(num_of_rows.*)", "$1");
  }

  @Nested
  @WireMockTest
  class AServer {
    private List<String> read(WireMockRuntimeInfo server, String json) {
      stubFor(get(anyUrl()).willReturn(okJson(json)));
      try (XrayClient xray = Clients.once(server.getHttpBaseUrl())) {
        return Curation.of(xray).waiverRequests().list().stream()
            .map(request -> request.id().wire())
            .collect(Collectors.toList());
      }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 14, 16, 40, 99, 250})
    void withoutPagesIsReadCompletely(int count, WireMockRuntimeInfo server) {
      assertThat(read(server, rows(1, count))).hasSize(count);
    }

    @ParameterizedTest
    @ValueSource(ints = {15, 25, 100})
    void thatAlwaysSendsItsFirstPageIsAFailure(int count, WireMockRuntimeInfo server) {
      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> read(server, rows(1, count)))
          .withMessageContaining("repeats elements");
    }

    @Test
    void thatEchoesItsOwnPageNumberIsAskedByTheOlderNames(WireMockRuntimeInfo server) {
      String meta = ",\"meta\":{\"total_count\":30,\"num_of_rows\":25,\"page_num\":";
      stubFor(get(anyUrl()).willReturn(okJson("{\"data\":" + rows(1, 25) + meta + "1}}")));
      stubFor(get(anyUrl())
          .withQueryParam("pageNum", equalTo("2"))
          .willReturn(okJson("{\"data\":" + rows(26, 30) + meta + "2}}")));
      try (XrayClient xray = Clients.once(server.getHttpBaseUrl())) {
        assertThat(Curation.of(xray).waiverRequests().list().stream()).hasSize(30);
      }
    }
  }
}
