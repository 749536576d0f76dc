package io.github.xrayclient.curation.audit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.findAll;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import com.github.tomakehurst.wiremock.client.MappingBuilder;
import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.testsupport.Clients;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.value.Direction;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@WireMockTest
class AuditQueryTest {
  private static final String PATH = "/xray/api/v1/curation/audit/packages";
  private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant END = Instant.parse("2026-03-02T12:30:00.500Z");
  private static final String USUAL = PATH + "?order_by=id&direction=desc"
      + "&created_at_start=2026-03-01T00%3A00%3A00.000Z"
      + "&created_at_end=2026-03-02T12%3A30%3A00.500Z&num_of_rows=1000&offset=0";

  private XrayClient xray;
  private AuditQuery all;
  private AuditQuery day;

  @BeforeEach
  void connect(WireMockRuntimeInfo server) {
    xray = Clients.once(server.getHttpBaseUrl());
    all = Curation.of(xray).audit().list();
    day = all.createdFrom(BEGIN).createdUntil(END);
    answer("{'data':[],'meta':{'result_count':0,'num_of_rows':1000,'offset':0}}");
  }

  @AfterEach
  void disconnect() {
    xray.close();
  }

  private static void answer(String json) {
    stubFor(get(anyUrl()).willReturn(okJson(json.replace('\'', '"'))));
  }

  private static MappingBuilder at(int offset) {
    return get(urlPathEqualTo(PATH)).withQueryParam("offset", equalTo(String.valueOf(offset)));
  }

  private static void answerAt(int offset, String json) {
    stubFor(at(offset).willReturn(okJson(json.replace('\'', '"'))));
  }

  private static List<LoggedRequest> requests() {
    return findAll(anyRequestedFor(anyUrl()));
  }

  private static String only() {
    assertThat(requests()).hasSize(1);
    return requests().get(0).getUrl();
  }

  private static List<String> offsets() {
    return requests().stream()
        .map(request -> request.queryParameter("offset").firstValue())
        .collect(Collectors.toList());
  }

  private static List<String> ids(Iterable<AuditEvent> events) {
    List<String> ids = new ArrayList<>();
    events.forEach(event -> ids.add(event.id().wire()));
    return ids;
  }

  @Nested
  class Asks {
    @Test
    void forASpanTheNewestFirst() {
      assertThat(ids(day)).isEmpty();

      assertThat(only()).isEqualTo(USUAL);
    }

    @Test
    void forTheOldestFirstInPagesOfAnotherSize() {
      assertThat(ids(day.direction(Direction.ASCENDING).pageSize(2000))).isEmpty();

      assertThat(only()).isEqualTo(USUAL.replace("desc", "asc").replace("rows=1000", "rows=2000"));
    }

    @Test
    void forDryRuns() {
      assertThat(ids(day.dryRun())).isEmpty();

      assertThat(only()).isEqualTo(USUAL.replace("&num_of_rows", "&dry_run=true&num_of_rows"));
    }

    @Test
    void forTheLastSevenDaysInTwoWindows() {
      Instant before = Instant.now();

      assertThat(ids(all)).isEmpty();

      List<LoggedRequest> requests = requests();
      assertThat(requests).hasSize(2);
      assertThat(time(requests.get(0), "created_at_end"))
          .isCloseTo(before, within(20, ChronoUnit.SECONDS));
      assertThat(Duration.between(
              time(requests.get(1), "created_at_start"), time(requests.get(0), "created_at_end")))
          .isEqualTo(Duration.ofDays(7));
    }

    @Test
    void forTheTimeSinceAMomentOrForNoneOfItWhenTheMomentIsYetToCome() {
      assertThat(ids(all.createdFrom(Instant.now().plusSeconds(3600)))).isEmpty();

      LoggedRequest request = requests().get(0);
      assertThat(time(request, "created_at_start")).isEqualTo(time(request, "created_at_end"));
    }

    @Test
    void nothingBeforeTheFirstElement() {
      assertThat(day.iterator()).isNotNull();
      day.stream();
      assertThat(day.packageName("a").direction(Direction.ASCENDING).stream().iterator())
          .isNotNull();

      assertThat(requests()).isEmpty();
    }

    @Test
    void forAMomentWhenTheSpanIsNoLonger() {
      assertThat(ids(all.createdFrom(BEGIN).createdUntil(BEGIN))).isEmpty();

      assertThat(only()).contains("end=2026-03-01T00%3A00%3A00.000Z");
    }

    @Test
    void forOnePageWhenOneElementIsLookedAt() {
      answer("{'data':[{'id':3},{'id':2}],'meta':{'num_of_rows':2,'next_offset':2}}");

      assertThat(day.stream().findFirst()).isPresent();

      assertThat(offsets()).containsExactly("0");
    }

    @Test
    void withTheLatestSpanThatItWasTold() {
      all.last(Duration.ofDays(30)).createdFrom(BEGIN).createdUntil(END).stream()
          .forEach(event -> {});

      assertThat(only()).isEqualTo(USUAL);
    }

    @Test
    void forALengthBeforeTheEndThatItWasToldBefore() {
      Duration length = Duration.between(BEGIN, END);

      all.createdUntil(END).last(length).stream().forEach(event -> {});
      all.last(length).createdUntil(END).stream().forEach(event -> {});

      assertThat(requests()).extracting(LoggedRequest::getUrl).containsExactly(USUAL, USUAL);
    }

    private Instant time(LoggedRequest request, String parameter) {
      return Instant.parse(request.queryParameter(parameter).firstValue());
    }
  }

  @Nested
  class Pages {
    @Test
    void followTheNextOffsetOfTheServer() {
      answerAt(0, "{'data':[{'id':9},{'id':8}],'meta':{'next_offset':2,'num_of_rows':2}}");
      answerAt(2, "{'data':[{'id':7}],'meta':{'next_offset':5,'num_of_rows':2}}");
      answerAt(5, "{'data':[{'id':6}],'meta':{'num_of_rows':2}}");

      assertThat(ids(day)).containsExactly("9", "8", "7", "6");
      assertThat(offsets()).containsExactly("0", "2", "5");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ",'next_offset':0", ",'next_offset':null", ",'next_offset':''"})
    void followTheirOwnSizeWithoutANextOffset(String next) {
      answerAt(0, "{'data':[{'id':9},{'id':8}],'meta':{'num_of_rows':2" + next + "}}");
      answerAt(2, "{'data':[{'id':7},{'id':6}],'meta':{'num_of_rows':2" + next + "}}");
      answerAt(4, "{'data':[{'id':5}],'meta':{'num_of_rows':2" + next + "}}");

      assertThat(ids(day.pageSize(2))).containsExactly("9", "8", "7", "6", "5");
      assertThat(offsets()).containsExactly("0", "2", "4");
    }

    @Test
    void endWithAnEmptyOneWhenTheLastIsFull() {
      answerAt(0, "{'data':[{'id':9},{'id':8}],'meta':{'num_of_rows':2}}");
      answerAt(2, "{'data':null,'meta':{'num_of_rows':2}}");

      assertThat(ids(day.pageSize(2))).containsExactly("9", "8");
      assertThat(offsets()).containsExactly("0", "2");
    }

    @Test
    void maySayNothingOfThemselves() {
      answerAt(0, "[{'id':9},{'id':8}]");
      answerAt(2, "{'packages':[{'id':7}]}");
      answerAt(3, "[]");

      assertThat(ids(day)).containsExactly("9", "8", "7");
      assertThat(offsets()).containsExactly("0", "2", "3");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[{'id':9},{'id':8}]", "{'packages':[{'id':9},{'id':8}],'meta':{}}"})
    void mayBeAllThatThereIsWhateverTheOffset(String unpaged) {
      answer(unpaged);

      assertThat(ids(day)).containsExactly("9", "8");
      assertThat(offsets()).containsExactly("0", "2");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{'data':[{'id':9},{'id':8}],'meta':{'num_of_rows':2}}",
          "{'data':[{'id':9},{'id':8}],'meta':{'next_offset':2}}",
          "[{'id':9},{'id':8}]"
        })
    void thatRepeatAreAFailureAndNoEndlessWalk(String json) {
      answer(json);

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> ids(day.pageSize(2)))
          .withMessageContaining("GET")
          .withMessageContaining(PATH)
          .withMessageContaining("the page at offset 2 has only events of earlier pages");
      assertThat(offsets()).containsExactly("0", "2");
    }

    @Test
    void thatBringOneNewEventEachAreNoEndlessWalk() {
      for (int offset = 0; offset < 40; offset++) {
        answerAt(
            offset,
            "{'data':[{'id':" + (99 - offset) + "},{'id':" + (98 - offset) + "},{'id':"
                + (97 - offset) + "},{'id':" + (96 - offset) + "}],'meta':{'num_of_rows':4,"
                + "'next_offset':" + (offset + 1) + "}}");
      }

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> ids(day.pageSize(4)))
          .withMessageContaining("still announces more");
      assertThat(requests()).hasSize(17); // for 20 events
    }

    @Test
    void thatMovedAreReadWithoutRepeating() {
      answerAt(0, "{'data':[{'id':9},{'id':8}],'meta':{'num_of_rows':2}}");
      answerAt(2, "{'data':[{'id':8},{'id':7}],'meta':{'num_of_rows':2}}");
      answerAt(4, "{'data':[],'meta':{'num_of_rows':2}}");

      assertThat(ids(day.pageSize(2))).containsExactly("9", "8", "7");
    }

    @Test
    void ofDryRunsKeepOneIdWithTwoPolicies() {
      String one = "{'id':9,'policies':[{'policy_id':1,'policy_name':'a'}]}";
      String two = "{'id':9,'policies':[{'policy_id':2,'policy_name':'b'}]}";
      answer("{'data':[" + one + "," + two + "," + one + "],'meta':{'num_of_rows':1000}}");

      assertThat(day.dryRun().stream())
          .extracting(event -> event.policies().get(0).policyName().orElseThrow())
          .containsExactly("a", "b");
      assertThat(ids(day)).containsExactly("9");
    }

    @Test
    void thatCannotBeHadFailAtTheElementThatNeedsThem() {
      answerAt(0, "{'data':[{'id':9},{'id':8}],'meta':{'num_of_rows':2}}");
      stubFor(at(2)
          .willReturn(aResponse()
              .withStatus(400)
              .withBody(Fixtures.text("audit/GET_packages_too-wide_400.json"))));
      Iterator<AuditEvent> events = day.pageSize(2).iterator();
      events.next();
      events.next();

      assertThatExceptionOfType(XrayBadRequestException.class)
          .isThrownBy(events::next)
          .withMessageContaining("Maximum allowed duration is 168 hours");

      answerAt(2, "{'data':[{'id':7}],'meta':{'num_of_rows':2}}");
      assertThat(events.next().id()).isEqualTo(AuditEventId.of(7));
      assertThat(events.hasNext()).isFalse();
      assertThatExceptionOfType(NoSuchElementException.class).isThrownBy(events::next);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{'data':{}}", "{'data':[{}]}", "7", "", "{'error':'no'}"})
    void areNothingElse(String json) {
      answer(json);

      assertThatExceptionOfType(XrayDecodeException.class).isThrownBy(() -> ids(day));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "null", "{'data':null}", "{'packages':[],'meta':null}"})
    void mayBeEmpty(String json) {
      answer(json);

      assertThat(ids(day)).isEmpty();
      assertThat(requests()).hasSize(1);
    }

    @Test
    void ofTheSampleAreRead() {
      stubFor(at(0).willReturn(okJson(Fixtures.text("audit/GET_packages_page_200.json"))));
      stubFor(at(3).willReturn(okJson(Fixtures.text("audit/GET_packages_last-page_200.json"))));

      assertThat(ids(day.pageSize(3))).containsExactly("174", "173", "172", "1");
    }

    @Test
    void needAServerThatIsNewEnough() {
      stubFor(any(anyUrl()).willReturn(aResponse().withStatus(404)));
      stubFor(get("/xray/api/v1/system/version")
          .willReturn(okJson("{\"xray_version\":\"3.80.1\",\"xray_revision\":\"x\"}")));

      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> ids(day))
          .withMessageContaining("3.82")
          .withMessageContaining("3.80.1");
    }
  }

  @Nested
  class Filters {
    @BeforeEach
    void fill() {
      answer("{'data':["
          + "{'id':1,'action':'blocked','package_type':'npm','package_name':'a',"
          + "'package_version':'1','curated_repository_name':'r','username':'u',"
          + "'policies':[{'policy_id':7},{'policy_id':8}]},"
          + "{'id':2,'action':'approved','package_type':'PyPI','package_name':'b',"
          + "'package_version':'2','curated_repository_name':'s','origin_repository_name':'r',"
          + "'username':'v','policies':[{'policy_id':8}]},"
          + "{'id':3}],'meta':{'num_of_rows':1000}}");
    }

    @Test
    void areAppliedHereAndSendNothing() {
      assertThat(ids(day.action(AuditAction.BLOCKED))).containsExactly("1");
      assertThat(ids(day.packageType(PackageType.of("pypi")))).containsExactly("2");
      assertThat(ids(day.packageName("a"))).containsExactly("1");
      assertThat(ids(day.packageVersion("2"))).containsExactly("2");
      assertThat(ids(day.repository("r"))).containsExactly("1", "2");
      assertThat(ids(day.username("v"))).containsExactly("2");
      assertThat(ids(day.policyId(CurationPolicyId.of(8)))).containsExactly("1", "2");
      assertThat(ids(day.matching(event -> event.action().isEmpty()))).containsExactly("3");
      assertThat(requests()).allSatisfy(request -> assertThat(request.getUrl()).isEqualTo(USUAL));
    }

    @Test
    void allHaveToHold() {
      assertThat(ids(day.repository("r").policyId(CurationPolicyId.of(8)).username("u")))
          .containsExactly("1");
      assertThat(ids(day.packageName("a").packageName("b"))).isEmpty();
    }

    @Test
    void makeANewQueryAndLeaveTheOldOneAlone() {
      day.packageName("none").dryRun().direction(Direction.ASCENDING).pageSize(1);

      assertThat(ids(day)).containsExactly("1", "2", "3");
      assertThat(only()).isEqualTo(USUAL);
    }

    @Test
    void surviveTheChoiceOfAnotherSpan() {
      assertThat(ids(all.packageName("a").createdFrom(BEGIN).createdUntil(END)))
          .containsExactly("1");
      assertThat(ids(all.packageName("a").last(Duration.ofHours(1)))).containsExactly("1");
      assertThat(
              ids(all.packageName("a").createdFrom(Instant.now()).direction(Direction.ASCENDING)))
          .containsExactly("1");
    }
  }

  @Nested
  class Refuses {
    @Test
    void blankTexts() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> all.packageName(""))
          .withMessageContaining("name (package_name)");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> all.packageVersion(" "))
          .withMessageContaining("version (package_version)");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> all.repository(""))
          .withMessageContaining("repository");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> all.username(""))
          .withMessageContaining("username");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> all.policyId(CurationPolicyId.of("")))
          .withMessageContaining("id (policy_id)");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, 2001, Integer.MAX_VALUE})
    void pagesThatNoServerGives(int size) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> all.pageSize(size))
          .withMessage("pageSize must be between 1 and 2000, but was " + size);
    }

    @Test
    void anEndBeforeTheBeginning() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> all.createdFrom(END).createdUntil(BEGIN))
          .withMessageContaining("createdUntil must not be before createdFrom");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT900000H", "PT2562047788015215H"})
    void aTimeOfNothingOrWithoutEnd(Duration time) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> all.last(time))
          .withMessageContaining("duration must be positive");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Curation.of(xray).audit().wouldBlock(CurationPolicyId.of(1), time))
          .withMessageContaining("last must be positive");
    }

    @Test
    void momentsThatTheWireCannotHold() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> all.createdFrom(Instant.MIN))
          .withMessageContaining("createdFrom must be between the years 1970 and 9999");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> all.createdFrom(BEGIN).createdUntil(Instant.MAX))
          .withMessageContaining("createdUntil must be between the years 1970 and 9999");
    }
  }
}
