package io.github.xrayclient.curation;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.paging.PagedIterator;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.RecordedRequest;
import io.github.xrayclient.testsupport.Fixtures;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Walks over listings as servers answer them. */
class CurationPagingTest {
  private static final String PATH = "/xray/api/v1/curation/policies";

  private static XrayClient client(String url) {
    return XrayClient.builder()
        .baseUrl(url)
        .credentials(Credentials.anonymous())
        .retryPolicy(RetryPolicy.defaults().waits(Duration.ZERO, Duration.ZERO))
        .build();
  }

  private static List<String> ids(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .mapToObj(String::valueOf)
        .collect(Collectors.toList());
  }

  private static List<String> ids(Iterable<CurationPolicy> policies) {
    List<String> ids = new ArrayList<>();
    policies.forEach(policy -> ids.add(policy.id().wire()));
    return ids;
  }

  @Nested
  class OfAServer {
    private final FakeXray server = FakeXray.start();
    private final XrayClient xray = client(server.url());
    private final CurationPolicyQuery all = Curation.of(xray).policies().list();

    @BeforeEach
    void fill() {
      server.seed(
          Kind.CURATION_POLICIES,
          IntStream.rangeClosed(1, 37)
              .mapToObj(id -> "{\"id\":\"" + id + "\",\"name\":\"p" + id + "\"}")
              .collect(Collectors.joining(",", "[", "]")));
    }

    @AfterEach
    void stop() {
      xray.close();
      server.close();
    }

    @Test
    void givesEveryPolicyOnceInFourRequestsWhenPagesAreCappedAtTen() {
      server.pageCap(10);

      assertThat(ids(all)).isEqualTo(ids(1, 37));

      assertThat(server.requests())
          .extracting(RecordedRequest::toString)
          .containsExactly(
              "GET " + PATH + "?order_by=id&direction=asc&num_of_rows=100&page_num=1",
              "GET " + PATH + "?order_by=id&direction=asc&num_of_rows=10&page_num=2",
              "GET " + PATH + "?order_by=id&direction=asc&num_of_rows=10&page_num=3",
              "GET " + PATH + "?order_by=id&direction=asc&num_of_rows=10&page_num=4");
    }

    @Test
    void isOneRequestWhenOnePageHoldsAll() {
      assertThat(all.stream().count()).isEqualTo(37);

      assertThat(server.requests()).hasSize(1);
    }

    @Test
    void asksNothingBeforeTheFirstElement() {
      assertThat(all.iterator()).isNotNull();
      all.pageSize(3).enabled(true).stream();

      assertThat(server.requests()).isEmpty();
    }

    @Test
    void noticesARepeatedFirstPage() {
      server.pageCap(10).repeatFirstPage(true);

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> ids(all))
          .withMessageContaining(PATH);
      assertThat(server.requests()).hasSizeLessThanOrEqualTo(3);
    }

    @ParameterizedTest
    @ValueSource(ints = {38, 50, 1000})
    void noticesATotalThatCannotBeReached(int claimed) {
      server.claimTotal(claimed);

      assertThatExceptionOfType(XrayDecodeException.class).isThrownBy(() -> ids(all.pageSize(10)));
      assertThat(server.requests()).hasSizeLessThanOrEqualTo(6);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 9, 10, 11, 25, 36, 37, 38, 100, 250})
    void resumesAtAnyOffset(int offset) {
      assertThat(ids(all.pageSize(10).offset(offset))).isEqualTo(ids(offset + 1, 37));
      assertThat(ids(all.offset(offset))).isEqualTo(ids(offset + 1, 37));
      server.pageCap(4);
      assertThat(ids(all.pageSize(10).offset(offset))).isEqualTo(ids(offset + 1, 37));
      assertThat(ids(all.offset(offset))).isEqualTo(ids(offset + 1, 37));
    }

    @Test
    void neverSendsAnOffset() {
      server.pageCap(4);
      ids(all.pageSize(10).offset(23));

      assertThat(server.requests())
          .allSatisfy(request -> assertThat(request.queryParameter("offset")).isEmpty());
    }

    @Test
    void knowsItsOffset() {
      server.pageCap(10);
      PagedIterator<CurationPolicy> iterator = all.iterator();

      for (int i = 0; i < 37; i++) {
        assertThat(iterator.offset()).isEqualTo(i);
        assertThat(iterator.next().id().wire()).isEqualTo(String.valueOf(i + 1));
      }

      assertThat(iterator.offset()).isEqualTo(37);
      assertThat(iterator.hasNext()).isFalse();
    }

    @Test
    void missesNothingWhenOthersDeleteMeanwhile() {
      PagedIterator<CurationPolicy> iterator = all.pageSize(10).iterator();
      List<String> got = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        got.add(iterator.next().id().wire());
      }
      for (String id : List.of("1", "5", "20")) {
        xray.call("DELETE", PATH + "/{policy_id}", id).send();
      }

      iterator.forEachRemaining(policy -> got.add(policy.id().wire()));

      List<String> expected = ids(1, 37);
      expected.remove("20");
      assertThat(got).isEqualTo(expected);
    }

    @Test
    void tellsFirstAndTotalByOneRequestForOneElement() {
      assertThat(all.first().orElseThrow().id().wire()).isEqualTo("1");
      assertThat(all.total()).isEqualTo(37);

      assertThat(server.requests())
          .extracting(request -> request.queryParameter("num_of_rows").orElseThrow())
          .containsExactly("1", "1");
    }

    @Test
    void givesPages() {
      List<Integer> sizes = new ArrayList<>();

      all.pageSize(15).pages().forEach(page -> sizes.add(page.size()));

      assertThat(sizes).containsExactly(15, 15, 7);
    }

    @Test
    void throwsWhatThePageCouldNotBeHadFor() {
      PagedIterator<CurationPolicy> iterator = all.pageSize(1).iterator();
      iterator.next();
      server.failNext(403, 1);

      assertThatExceptionOfType(XrayForbiddenException.class).isThrownBy(iterator::next);
    }

    @Test
    void walksOverConditionsInTheSameWay() {
      server.pageCap(2).seed(Kind.CONDITIONS, Fixtures.text("conditions/GET_conditions_200.json"));

      assertThat(Curation.of(xray).conditions().list())
          .extracting(condition -> condition.id().wire())
          .containsExactly("1", "3", "40", "41", "42", "43", "44");
      assertThat(server.requests()).hasSize(4);
    }
  }

  @Nested
  @WireMockTest
  class OfOddEnvelopes {
    private XrayClient xray;
    private CurationPolicyQuery all;

    @BeforeEach
    void connect(WireMockRuntimeInfo server) {
      xray = client(server.getHttpBaseUrl());
      all = Curation.of(xray).policies().list();
    }

    @AfterEach
    void disconnect() {
      xray.close();
    }

    private void answer(String body) {
      stubFor(get(anyUrl()).willReturn(okJson(body)));
    }

    private void answerPage(int number, String body) {
      stubFor(get(urlPathEqualTo(PATH))
          .withQueryParam("page_num", equalTo(String.valueOf(number)))
          .willReturn(okJson(body)));
    }

    @Test
    void readsTheSampleOfTheDocuments() {
      answer(Fixtures.text("policies/GET_policies_200.json"));

      assertThat(ids(all)).containsExactly("11", "12", "13", "14");
    }

    @Test
    void readsTwoPages() {
      answerPage(1, Fixtures.text("policies/GET_policies_page-1_200.json"));
      answerPage(2, Fixtures.text("policies/GET_policies_page-2_200.json"));

      assertThat(ids(all.pageSize(2))).containsExactly("4", "7", "9");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "[]",
          "null",
          "{\"data\":null}",
          "{\"data\":[]}",
          "{\"policies\":null,\"meta\":null}",
          "{\"data\":null,\"meta\":{\"total_count\":0,\"num_of_rows\":15,\"page_num\":1}}"
        })
    void readsNothingAsNothing(String body) {
      answer(body);

      assertThat(ids(all)).isEmpty();
      assertThat(all.first()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "[{'id':1,'name':'a'},{'id':'2','name':'b'}]",
          "{'data':[{'id':1,'name':'a'},{'id':'2','name':'b'}]}",
          "{'policies':[{'id':1,'name':'a'},{'id':'2','name':'b'}]}",
          "{'meta':{'x':[{}]},'y':{'data':[]},'data':[{'id':1,'name':'a'},{'id':'2','name':'b'}]}",
          "{'data':[{'id':1,'name':'a'},null,{'id':'2','name':'b'}]}",
          "{'data':[{'id':1,'name':'a'},{'id':'2','name':'b'}],'total_count':2}",
          "{'data':[{'id':1,'name':'a'},{'id':'2','name':'b'}],"
              + "'meta':{'total_count':2.0,'num_of_rows':null}}"
        })
    void readsEveryEnvelope(String body) {
      answer(body.replace('\'', '"'));

      assertThat(ids(all)).containsExactly("1", "2");
    }

    @Test
    void readsABareArray() {
      answer(Fixtures.text("policies/GET_policies_bare-array_200.json"));

      assertThat(ids(all)).containsExactly("4");
      assertThat(all.total()).isEqualTo(1);
      assertThat(ids(all.offset(1))).isEmpty();
    }

    @Test
    void readsConditionsUnderTheirOwnName() {
      answer(Fixtures.text("conditions/GET_conditions_odd-wrapper_200.json"));

      assertThat(Curation.of(xray).conditions().list())
          .extracting(condition -> condition.id().wire())
          .containsExactly("14");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "{\"items\":[]}",
          "{\"error\":\"no\"}",
          "{\"data\":{}}",
          "{\"data\":\"none\"}",
          "{\"data\":7}",
          "7",
          "\"text\"",
          "true",
          "{\"data\":[{\"id\":\"1\",\"name\":\"n\"}",
          "{\"data\":[7]}",
          "{\"data\":[{\"name\":\"no id\"}]}",
          "{\"data\":[{\"id\":\"1\"}]}",
          "{\"data\":[{\"id\":{},\"name\":\"n\"}]}",
          ""
        })
    void refusesWhatIsNoListing(String body) {
      answer(body);

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> ids(all))
          .withMessageContainingAll("GET", PATH);
    }

    @Test
    void namesThePlaceOfWhatItCannotRead() {
      answer("{\"data\":[{\"id\":\"1\",\"name\":\"n\"},"
          + "{\"id\":\"2\",\"name\":\"n\",\"waivers\":[{\"id\":{},\"pkg_name\":\"p\"}]}]}");

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> ids(all))
          .satisfies(e -> assertThat(e.jsonPath()).isEqualTo("$.data[1].waivers[0].id"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"5000000000", "-5", "0", "\"many\"", "{}", "1.5"})
    void survivesAnOddPageSize(String rows) {
      answer("{\"data\":[{\"id\":\"1\",\"name\":\"n\"}],\"meta\":{\"total_count\":1,"
          + "\"num_of_rows\":" + rows + "}}");

      assertThat(ids(all)).containsExactly("1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"3\"", "3.0", "3"})
    void isNotShortWhenTheTotalIsSpelledOddly(String total) {
      answerPage(
          1,
          "{\"data\":[{\"id\":\"1\",\"name\":\"a\"},{\"id\":\"2\",\"name\":\"b\"}],"
              + "\"meta\":{\"total_count\":" + total + "}}");
      answerPage(
          2, "{\"data\":[{\"id\":\"3\",\"name\":\"c\"}],\"meta\":{\"total_count\":" + total + "}}");

      assertThat(ids(all)).containsExactly("1", "2", "3");
    }

    @Test
    void isNotShortWithoutAWordOnTotalAndSize() {
      answerPage(
          1,
          "{\"data\":[{\"id\":\"1\",\"name\":\"a\"},{\"id\":\"2\",\"name\":\"b\"}],"
              + "\"meta\":{\"page_num\":1}}");
      answerPage(2, "{\"data\":[{\"id\":\"3\",\"name\":\"c\"}],\"meta\":{\"page_num\":2}}");
      answerPage(3, "{\"data\":[],\"meta\":{\"page_num\":3}}");

      assertThat(ids(all)).containsExactly("1", "2", "3");
    }
  }
}
