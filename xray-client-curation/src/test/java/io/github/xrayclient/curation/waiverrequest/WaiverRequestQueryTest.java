package io.github.xrayclient.curation.waiverrequest;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.findAll;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.waiverrequest.WaiverRequestQuery.OrderBy;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.testsupport.Clients;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.value.Direction;
import java.time.Instant;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WireMockTest
class WaiverRequestQueryTest {
  private static final String PATH = "/xray/api/v1/curation/waiver_requests";
  private static final String USUAL =
      PATH + "?status=pending&order_by=id&direction=asc&num_of_rows=100&page_num=1";

  private XrayClient xray;
  private WaiverRequestQuery pending;

  @BeforeEach
  void connect(WireMockRuntimeInfo server) {
    xray = Clients.once(server.getHttpBaseUrl());
    pending = Curation.of(xray).waiverRequests().list();
    answer("{\"data\":[],\"meta\":{\"total_count\":0,\"num_of_rows\":100,\"page_num\":1}}");
  }

  @AfterEach
  void disconnect() {
    xray.close();
  }

  private static void answer(String json) {
    stubFor(get(anyUrl()).willReturn(okJson(json)));
  }

  private static void answer(String status, String ids) {
    String data = Stream.of(ids.split(" "))
        .map(id -> "{\"id\":" + id + ",\"status\":\"" + status + "\"}")
        .collect(Collectors.joining(","));
    stubFor(get(urlPathEqualTo(PATH))
        .withQueryParam("status", equalTo(status))
        .willReturn(okJson("[" + data + "]")));
  }

  private static List<String> urls() {
    return findAll(anyRequestedFor(anyUrl())).stream()
        .map(request -> request.getUrl())
        .collect(Collectors.toList());
  }

  private static List<String> ids(Stream<WaiverRequest> requests) {
    return requests.map(request -> request.id().wire()).collect(Collectors.toList());
  }

  @Nested
  class Asks {
    @Test
    void forPendingRequestsById() {
      assertThat(pending.stream()).isEmpty();

      assertThat(urls()).containsExactly(USUAL);
    }

    @Test
    void withEachFilterAsTheServerSpellsIt() {
      Map<String, WaiverRequestQuery> queries = new TreeMap<>(Map.of(
          "status=rejected", pending.status(WaiverRequestStatus.REJECTED),
          "pkg_type=pypi", pending.packageType(PackageType.PYPI),
          "pkg_name=%40acme%2Fwidgets", pending.packageName("@acme/widgets"),
          "pkg_version=3.6.1%2Bb", pending.packageVersion("3.6.1+b"),
          "can_approve=true", pending.decidableByMe(),
          "decision_owners=a%2Cb%20c", pending.decisionOwners(List.of("a", "b c")),
          "order_by=created_at", pending.orderBy(OrderBy.CREATED_AT),
          "direction=desc", pending.direction(Direction.DESCENDING),
          "num_of_rows=7", pending.pageSize(7)));
      Instant time = Instant.parse("2026-01-02T03:04:05Z");
      queries.putAll(Map.of(
          "status=pending%2Capproved",
              pending.statuses(List.of(WaiverRequestStatus.PENDING, WaiverRequestStatus.APPROVED)),
          "pkg_type=npm%2Cmaven", pending.packageTypes(List.of(PackageType.NPM, PackageType.MAVEN)),
          "search=left%20pad", pending.search("left pad"),
          "approved_status=expiring_soon", pending.expiryStatus(WaiverExpiryStatus.EXPIRING_SOON),
          "created_at_start=2026-01-02T03%3A04%3A05%2B00%3A00", pending.createdFrom(time),
          "created_at_end=2026-01-02T03%3A04%3A05%2B00%3A00", pending.createdUntil(time),
          "updated_at_start=2026-01-02T03%3A04%3A05%2B00%3A00", pending.updatedFrom(time),
          "updated_at_end=2026-01-02T03%3A04%3A05%2B00%3A00", pending.updatedUntil(time)));

      queries.values().forEach(query -> query.stream().forEach(request -> {}));

      List<String> expected =
          queries.keySet().stream().map(this::usualWith).collect(Collectors.toList());
      assertThat(urls()).containsExactlyInAnyOrderElementsOf(expected);
    }

    private String usualWith(String parameter) {
      String name = parameter.substring(0, parameter.indexOf('=') + 1);
      return USUAL.contains(name)
          ? USUAL.replaceFirst(name + "[^&]*", parameter)
          : USUAL.replace("&num_of_rows", "&" + parameter + "&num_of_rows");
    }

    @Test
    void neverByOffset() {
      answer("{\"data\":[{\"id\":3},{\"id\":4}],\"meta\":{\"total_count\":4,\"num_of_rows\":2}}");

      assertThat(ids(pending.pageSize(2).offset(2).stream())).containsExactly("3", "4");

      assertThat(urls()).containsExactly(USUAL.replace("rows=100&page_num=1", "rows=2&page_num=2"));
    }

    @Test
    void forOnePageByItsNumber() {
      pending.pageSize(5).page(3);

      assertThat(urls()).containsExactly(USUAL.replace("rows=100&page_num=1", "rows=5&page_num=3"));
    }

    @Test
    void nothingBeforeTheFirstElement() {
      assertThat(pending.packageName("a").iterator()).isNotNull();
      pending.stream();
      pending.inEveryStatus();

      assertThat(urls()).isEmpty();
    }

    @Test
    void forWhatItWasToldAndNotForWhatAnotherQueryWasTold() {
      pending.packageName("a").status(WaiverRequestStatus.APPROVED);

      assertThat(pending.stream()).isEmpty();

      assertThat(urls()).containsExactly(USUAL);
    }
  }

  @Nested
  class InEveryStatus {
    @Test
    void asksForEachStatusAndGivesARequestOnce() {
      answer("pending", "1 4 5");
      answer("approved", "2 4");
      answer("rejected", "3 5");

      assertThat(ids(pending.packageName("a").inEveryStatus()))
          .containsExactly("1", "4", "5", "2", "3");

      assertThat(urls())
          .extracting(url -> url.replaceAll(".*status=(\\w+)&.*pkg_name=(\\w+)&.*", "$1 $2"))
          .containsExactly("pending a", "approved a", "rejected a");
    }

    @Test
    void asksForNoMoreThanIsLookedAt() {
      answer("pending", "1 4 5");

      assertThat(pending.inEveryStatus().findFirst()).isPresent();

      verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void readsPageByPageForAnIteratorToo() {
      answer("{\"data\":[{\"id\":3},{\"id\":4}],\"meta\":{\"total_count\":40,\"num_of_rows\":2}}");

      assertThat(pending.pageSize(2).inEveryStatus().iterator().next().id().wire())
          .isEqualTo("3");

      verify(1, anyRequestedFor(anyUrl()));
    }

    @Test
    void beginsEachStatusWithItsFirstElement() {
      answer("pending", "1 4 5");
      answer("approved", "2");
      answer("rejected", "3");

      assertThat(ids(pending.offset(1).inEveryStatus())).containsExactly("1", "4", "5", "2", "3");
    }
  }

  @Nested
  class Find {
    @Test
    void looksAtPendingRequestsFirstAndStopsThere() {
      answer("pending", "9 4");

      assertThat(Curation.of(xray).waiverRequests().find(WaiverRequestId.of("4")))
          .isPresent();

      assertThat(urls()).containsExactly(USUAL.replace("asc", "desc"));
    }

    @Test
    void looksEverywhereBeforeItSaysThatThereIsNone() {
      assertThat(Curation.of(xray).waiverRequests().find(WaiverRequestId.of("4")))
          .isEmpty();

      verify(3, anyRequestedFor(anyUrl()));
    }

    @Test
    void takesNoFailureForNothing() {
      stubFor(get(anyUrl()).willReturn(aResponse().withStatus(403)));

      assertThatExceptionOfType(XrayApiException.class)
          .isThrownBy(() -> Curation.of(xray).waiverRequests().find(WaiverRequestId.of("4")));
    }
  }

  @Nested
  class Reads {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "[{'id':1},{'waiver_id':'2'}]",
          "{'data':[{'id':1},{'id':'2'}]}",
          "{'waiver_requests':[{'id':1},{'id':2}]}",
          "{'requests':[{'id':1},{'id':2}],'meta':{'total_count':2}}",
          "{'rows':[{'id':1},{'id':2}],'total_count':2}",
          "{'data':[{'id':1},{'id':2}],'meta':{'total_count':2,'num_of_rows':25,'page_num':1}}"
        })
    void everyEnvelope(String json) {
      answer(json.replace('\'', '"'));

      assertThat(ids(pending.stream())).containsExactly("1", "2");
      verify(1, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "{'data':null}", "{'requests':null,'meta':null}"})
    void nothingAsNothing(String json) {
      answer(json.replace('\'', '"'));

      assertThat(pending.stream()).isEmpty();
    }

    @Test
    void theSamples() {
      answer(Fixtures.text("waiverrequests/GET_waiver_requests_200.json"));
      assertThat(ids(pending.stream())).containsExactly("42", "41");
      assertThat(pending.total()).isEqualTo(2);

      answer(Fixtures.text("waiverrequests/GET_waiver_requests_older_200.json"));
      assertThat(ids(pending.stream())).containsExactly("12", "13");
    }

    @Test
    void noRequestWithoutAnId() {
      answer("{\"data\":[{\"status\":\"pending\"}]}");

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> ids(pending.stream()))
          .satisfies(e -> assertThat(e.jsonPath()).startsWith("$.data[0]"));
    }

    @Test
    void aPageThatCannotBeHadAsTheFailureOfNext() {
      answer("{\"data\":[{\"id\":1},{\"id\":2}],\"meta\":{\"total_count\":4,\"num_of_rows\":2}}");
      Iterator<WaiverRequest> all = pending.pageSize(2).iterator();
      all.next();
      all.next();
      stubFor(get(anyUrl()).willReturn(aResponse().withStatus(403)));

      assertThatExceptionOfType(XrayApiException.class).isThrownBy(all::next);
    }

    @Test
    void aRepeatedPageAsAFailure() {
      answer("{\"data\":[{\"id\":1},{\"id\":2}],\"meta\":{\"total_count\":4,\"num_of_rows\":2}}");

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> ids(pending.pageSize(2).stream()));
      verify(2, anyRequestedFor(anyUrl()));
    }
  }

  @Nested
  class ChecksWhatTheServerReturns {
    private final String rows = ("[{'id':1,'status':'pending','pkg_type':'NPM','pkg_name':'A_b',"
            + "'pkg_version':'1','created_at':'2026-01-01T00:00:00Z','decision_owners':['Sec'],"
            + "'policies':[{'can_approve':false},{'can_approve':true}]},"
            + "{'id':2,'status':'rejected','pkg_type':'pypi','pkg_name':'other',"
            + "'pkg_version':'2','created_at':'1775000000000','updated_at':'2026-03-01T00:00:00Z',"
            + "'decision_owners':['ops'],'policies':[{'can_approve':false}],"
            + "'waiver_expiry':'2026-01-01T00:00:00Z','waiver_expiry_status':'Expired'},"
            + "{'id':3}]")
        .replace('\'', '"');

    private void leaves(String expected, WaiverRequestQuery query) {
      answer(rows);
      assertThat(String.join(" ", ids(query.stream()))).isEqualTo(expected);
    }

    @Test
    void leavesOutRequestsThatContradictAFilter() {
      Instant time = Instant.parse("2026-02-01T00:00:00Z");

      leaves("1 3", pending.statuses(List.of(WaiverRequestStatus.of("Pending"))));
      leaves("1 3", pending.packageType(PackageType.NPM));
      leaves("2 3", pending.packageTypes(List.of(PackageType.PYPI, PackageType.GO)));
      leaves("1 3", pending.packageName("a-B"));
      leaves("2 3", pending.packageVersion("2"));
      leaves("1 3", pending.decidableByMe());
      leaves("1 3", pending.decisionOwners(List.of("sec", "x")));
      leaves("1 2 3", pending.expiryStatus(WaiverExpiryStatus.EXPIRED));
      leaves("1 3", pending.expiryStatus(WaiverExpiryStatus.PERMANENT));
      leaves("1 3", pending.expiryStatus(WaiverExpiryStatus.EXPIRING_SOON));
      leaves("2 3", pending.createdFrom(time));
      leaves("2 3", pending.createdFrom(time.plusMillis(900)));
      leaves("1 3", pending.createdUntil(time));
      leaves("1 3", pending.updatedUntil(time));
      leaves("1 2 3", pending.updatedFrom(time));
    }

    @Test
    void appliesEveryFilter() {
      leaves("3", pending.packageType(PackageType.NPM).packageVersion("2"));
      leaves("1 3", pending.packageType(PackageType.PYPI).packageType(PackageType.NPM));
    }

    @Test
    void doesNotCheckASingleStatusOrASearch() {
      leaves(
          "1 2 3",
          pending
              .statuses(List.of(WaiverRequestStatus.APPROVED))
              .status(WaiverRequestStatus.PENDING));
      leaves("1 2 3", pending.search("x"));
    }
  }

  @Nested
  class Refuses {
    @Test
    void listsOfNothingAndWordsWithCommas() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> pending.statuses(List.of()))
          .withMessageContaining("statuses");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> pending.packageTypes(List.of(PackageType.of("a,b"))))
          .withMessageContaining("types must not contain commas");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> pending.search(" "))
          .withMessageContaining("text (search)");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> pending.expiryStatus(WaiverExpiryStatus.of("")))
          .withMessageContaining("status (approved_status)");
      verify(0, anyRequestedFor(anyUrl()));
    }

    @Test
    void whatCannotBeMeantBeforeAnyRequest() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> pending.packageName(" "))
          .withMessageContaining("name (pkg_name)");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> pending.packageVersion(""))
          .withMessageContaining("version (pkg_version)");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> pending.packageType(PackageType.of("")))
          .withMessageContaining("type (pkg_type)");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> pending.status(WaiverRequestStatus.of(" ")))
          .withMessageContaining("status");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> pending.decisionOwners(List.of()))
          .withMessageContaining("groups");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> pending.decisionOwners(List.of("a", "")))
          .withMessageContaining("groups");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> pending.decisionOwners(List.of("a", "b,c")))
          .withMessageContaining("groups must not contain commas")
          .withMessageContaining("'b,c'");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> pending.pageSize(0))
          .withMessageContaining("pageSize");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> pending.offset(-1))
          .withMessageContaining("offset");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> pending.page(0))
          .withMessageContaining("pageNumber");
      verify(0, anyRequestedFor(anyUrl()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void toFindOrDecideABlankId(String id) {
      WaiverRequests requests = Curation.of(xray).waiverRequests();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> requests.find(WaiverRequestId.of(id)))
          .withMessageContaining("id must not be blank");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> requests.approve(WaiverRequestId.of(id), "why"));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> requests.reject(WaiverRequestId.of(id), "why"));
      verify(0, anyRequestedFor(anyUrl()));
    }
  }
}
