package io.github.xrayclient.violation;

import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.matchingJsonPath;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.post;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayDecodeException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where listings of violations end. */
@WireMockTest
class ViolationPagesTest {
  private XrayClient xray;

  @BeforeEach
  void start(WireMockRuntimeInfo server) {
    xray = XrayClient.builder()
        .baseUrl(server.getHttpBaseUrl())
        .credentials(Credentials.anonymous())
        .build();
  }

  @AfterEach
  void stop() {
    xray.close();
  }

  /** A page with the violations from this number to the one before that number. */
  private static String page(int from, int to, String total) {
    return IntStream.range(from, to)
        .mapToObj(i -> "{\"violation_id\":\"v" + i + "\"}")
        .collect(Collectors.joining(",", "{\"violations\":[", "]," + total + "}"));
  }

  private static void searchAnswers(int page, String body) {
    stubFor(post(anyUrl())
        .withRequestBody(matchingJsonPath("$.pagination[?(@.offset == " + page + ")]"))
        .willReturn(okJson(body)));
  }

  private static void watchAnswers(int page, int size, String body) {
    stubFor(get(anyUrl())
        .withQueryParam("offset", equalTo(Integer.toString(page)))
        .withQueryParam("limit", equalTo(Integer.toString(size)))
        .willReturn(okJson(body)));
  }

  private ViolationQuery search() {
    return xray.violations().list().everything().pageSize(10);
  }

  private IgnoredOfWatchQuery ofWatch() {
    return xray.violations().ignoredOfWatch("w").pageSize(10);
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{\"violations\":[]}", "{\"violations\":null}"})
  void aPageThatIsEmptyWithoutATotalDoesNotEndASearch(String empty) {
    searchAnswers(1, page(0, 10, "\"total_violations\":25"));
    searchAnswers(2, empty);

    assertThatExceptionOfType(XrayDecodeException.class)
        .isThrownBy(() -> search().stream().count())
        .withMessageContaining(
            "page 2 is empty and has no total, but an earlier page had the total 25")
        .satisfies(failure -> assertThat(failure.method()).isEqualTo("POST"));
  }

  @Test
  void anEmptySearchMayBeContinuedAtAnOffset() {
    stubFor(post(anyUrl()).willReturn(okJson("{}")));

    assertThat(search().stream()).isEmpty();
    assertThat(search().offset(30).stream()).isEmpty();
  }

  @Test
  void blankIdsDoNotMakeViolationsEqual() {
    searchAnswers(
        1,
        "{\"violations\":[{\"violation_id\":\" \",\"issue_id\":\"XRAY-1\"},"
            + "{\"violation_id\":\" \",\"issue_id\":\"XRAY-2\"}],\"total_violations\":2}");

    assertThat(search().stream()).hasSize(2);
  }

  @Nested
  class OfIgnoredViolationsOfAWatch {
    @Test
    void isNotTheFirstPageIfTheServerCountsItsPages() {
      watchAnswers(1, 10, page(0, 10, "\"violations_count\":10"));
      watchAnswers(2, 10, page(10, 20, "\"violations_count\":10"));
      watchAnswers(3, 10, page(20, 23, "\"violations_count\":3"));
      watchAnswers(1, 1, page(0, 1, "\"violations_count\":1"));
      watchAnswers(1, 100, page(0, 23, "\"violations_count\":23"));

      assertThat(ofWatch().stream()).hasSize(23);
      assertThat(ofWatch().total()).isEqualTo(23);
      assertThat(ofWatch().page(1).total()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"violations_count\":0}", "{\"violations\":[]}"})
    void mayBeAFullPage(String empty) {
      watchAnswers(1, 10, page(0, 10, "\"violations_count\":10"));
      watchAnswers(2, 10, empty);

      assertThat(ofWatch().stream()).hasSize(10);
    }

    @Test
    void isNotAnEmptyPageBeforeTheTotalIsReached() {
      watchAnswers(1, 10, page(0, 10, "\"violations_count\":25"));
      watchAnswers(2, 10, "{}");

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> ofWatch().stream().count());
    }
  }
}
