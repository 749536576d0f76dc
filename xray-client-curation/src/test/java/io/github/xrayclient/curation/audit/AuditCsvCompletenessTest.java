package io.github.xrayclient.curation.audit;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.absent;
import static com.github.tomakehurst.wiremock.client.WireMock.anyRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.equalTo;
import static com.github.tomakehurst.wiremock.client.WireMock.get;
import static com.github.tomakehurst.wiremock.client.WireMock.getRequestedFor;
import static com.github.tomakehurst.wiremock.client.WireMock.jsonResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.stubFor;
import static com.github.tomakehurst.wiremock.client.WireMock.verify;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.github.tomakehurst.wiremock.junit5.WireMockRuntimeInfo;
import com.github.tomakehurst.wiremock.junit5.WireMockTest;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.testsupport.Clients;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whether an export holds every event, which a server may not say. */
@WireMockTest
class AuditCsvCompletenessTest {
  private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant END = Instant.parse("2026-03-08T00:00:00Z");

  @TempDir
  Path folder;

  private XrayClient xray;

  @BeforeEach
  void connect(WireMockRuntimeInfo server) {
    xray = Clients.once(server.getHttpBaseUrl());
  }

  @AfterEach
  void disconnect() {
    xray.close();
  }

  private AuditCsv download() {
    return Curation.of(xray)
        .audit()
        .list()
        .createdFrom(BEGIN)
        .createdUntil(END)
        .downloadCsv(folder.resolve("audit.zip"));
  }

  private static void exports(String entry, String csv) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(entry));
      zip.write(csv.getBytes(StandardCharsets.UTF_8));
    }
    stubFor(get(anyUrl())
        .withQueryParam("format", equalTo("csv"))
        .willReturn(aResponse().withBody(bytes.toByteArray())));
  }

  private static void exports(int lines, String line) throws IOException {
    exports("audit_packages.csv", "headings\r\n" + line.repeat(lines));
  }

  /** A server with so many events, each of them judged by so many policies. */
  private static void has(int events, int policies, String meta) {
    String judged = IntStream.range(0, policies)
        .mapToObj(id -> "{\"policy_id\":" + id + ",\"policy_name\":\"p" + id + "\"}")
        .collect(Collectors.joining(","));
    String data = IntStream.range(0, Math.min(events, 101))
        .mapToObj(id -> "{\"id\":" + id + ",\"policies\":[" + judged + "]}")
        .collect(Collectors.joining(","));
    stubFor(get(anyUrl())
        .withQueryParam("format", absent())
        .willReturn(okJson("{\"data\":[" + data + "],\"meta\":{" + meta + "}}")));
  }

  private static void requests(int number) {
    verify(number, anyRequestedFor(anyUrl()));
  }

  @Test
  void isSureForFewerLinesThanAPageHasEvents() throws IOException {
    exports(98, "event\r\n");

    assertThat(download().isComplete()).isTrue();
    requests(1);
  }

  @Test
  void isAskedForOnceInTheSameSpanOtherwise() throws IOException {
    exports(99, "event\r\n");
    has(99, 1, "\"total_count\":99");

    assertThat(download().isComplete()).isTrue();

    verify(getRequestedFor(anyUrl())
        .withQueryParam("format", absent())
        .withQueryParam("num_of_rows", equalTo("101"))
        .withQueryParam("include_total", equalTo("true"))
        .withQueryParam("created_at_start", equalTo("2026-03-01T00:00:00.000Z"))
        .withQueryParam("created_at_end", equalTo("2026-03-08T00:00:00.000Z")));
    requests(2);
  }

  @ParameterizedTest
  @CsvSource({
    "100,100,1,true",
    "100,101,1,false",
    "100,5000,1,false",
    "200,100,2,true",
    "200,101,2,false",
    "200,150,2,false",
    "202,101,2,true",
    "300,150,2,true",
    "150,150,0,true",
    "2000,2000,1,true",
    "2000,2001,1,false"
  })
  void dependsOnTheNumberOfEvents(int lines, int events, int policies, boolean complete)
      throws IOException {
    exports(lines, "event\r\n");
    has(events, policies, "\"total_count\":" + events);

    assertThat(download().isComplete()).isEqualTo(complete);
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 101})
  void isNotAssumedWhereTheServerCountsNothing(int events) throws IOException {
    exports(200, "event\n");
    has(events, 2, "");

    AuditCsv csv = download();

    assertThat(csv.isComplete()).isFalse();
    assertThat(csv).asString().endsWith("audit_packages.csv, which may be incomplete");
    assertThat(csv.file()).exists();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"two\r\nlines\"\r\n", "\"\"\"quoted\"\"\n\n\"\n", "\"a\",\"\n\"\"\"\n"})
  void doesNotDependOnLineBreaksWithinATextOfAnEvent(String line) throws IOException {
    exports(100, line);
    has(101, 1, "\"total_count\":101");

    assertThat(download().isComplete()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\n\n\n", "\r\n\r\n\r\n"})
  void doesNotDependOnEmptyLines(String end) throws IOException {
    exports("audit_packages.csv", "headings\n" + "event\n".repeat(200) + end);
    has(101, 2, "\"total_count\":150");

    assertThat(download().isComplete()).isFalse();
  }

  @Test
  void countsALastLineThatNothingEnds() throws IOException {
    exports("audit_packages.csv", "headings\n" + "event\n".repeat(100) + "event");
    has(101, 1, "\"total_count\":101");

    assertThat(download().isComplete()).isTrue();
  }

  @Test
  void isNotAskedForWhereTheServerSaysThatEventsAreMissing() throws IOException {
    exports("audit_packages_incomplete.csv", "event\n".repeat(500));

    assertThat(download().isComplete()).isFalse();
    requests(1);
  }

  @Test
  void isNotGuessedWhenTheEventsCannotBeRead() throws IOException {
    Path file = Files.writeString(folder.resolve("audit.zip"), "before");
    exports(100, "event\n");
    stubFor(get(anyUrl()).withQueryParam("format", absent()).willReturn(jsonResponse("{}", 403)));

    assertThatExceptionOfType(XrayForbiddenException.class).isThrownBy(this::download);

    assertThat(file).hasContent("before");
    assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
  }
}
