package io.github.xrayclient.curation.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpServer;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.XrayClientBuilder;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.error.XrayDecodeException;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.CallOptions;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Fault;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.RecordedRequest;
import io.github.xrayclient.testsupport.Clients;
import io.github.xrayclient.value.Direction;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Exports of the audit into a file. */
@Timeout(30)
class AuditCsvTest {
  private static final Instant BEGIN = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant END = Instant.parse("2026-03-08T00:00:00Z");

  @TempDir
  Path folder;

  private static AuditQuery week(XrayClient xray) {
    return Curation.of(xray).audit().list().createdFrom(BEGIN).createdUntil(END);
  }

  private static byte[] zip(String entry, int blocks) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    write(bytes, entry, blocks);
    return bytes.toByteArray();
  }

  /** A ZIP that is as large as its content, of so many blocks of 64 KiB. */
  private static void write(OutputStream to, String entry, int blocks) throws IOException {
    try (ZipOutputStream zip = new ZipOutputStream(to)) {
      zip.setLevel(Deflater.NO_COMPRESSION);
      zip.putNextEntry(new ZipEntry(entry));
      byte[] block = new byte[1 << 16];
      for (int i = 0; i < blocks; i++) {
        zip.write(block);
      }
      zip.closeEntry();
    }
  }

  private void onlyFileIs(Path file) {
    assertThat(folder).isDirectoryNotContaining(other -> !other.equals(file));
  }

  @Nested
  class FromAServer {
    private final FakeXray server = FakeXray.start();
    private final XrayClient xray = Clients.once(server.url());
    private final AuditQuery week = week(xray);
    private Path target;

    @BeforeEach
    void fill() throws IOException {
      server.seed(
          Kind.AUDIT_EVENTS,
          "[{\"id\":1,\"created_at\":\"2026-03-01T00:00:00Z\"},"
              + "{\"id\":2,\"created_at\":\"2026-03-08T00:00:00Z\",\"dry_run\":true}]");
      target = Files.writeString(folder.resolve("audit.zip"), "before");
    }

    @AfterEach
    void stop() {
      xray.close();
      server.close();
    }

    private String lines() throws IOException {
      try (InputStream in = Files.newInputStream(target);
          ZipInputStream zip = new ZipInputStream(in)) {
        assertThat(zip.getNextEntry()).isNotNull();
        return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
      }
    }

    @Test
    void isTheZipInPlaceOfWhatTheFileHeld() throws IOException {
      AuditCsv csv = week.downloadCsv(target);

      assertThat(csv.file()).isEqualTo(target);
      assertThat(csv.entryName()).isEqualTo("audit_packages.csv");
      assertThat(csv.isComplete()).isTrue();
      assertThat(csv).hasToString(target + " with audit_packages.csv");
      assertThat(week.downloadCsv(target)).isEqualTo(csv).hasSameHashCodeAs(csv);
      assertThat(week.downloadCsv(folder.resolve("other.zip"))).isNotEqualTo(csv);
      Files.delete(folder.resolve("other.zip"));
      assertThat(lines()).contains("\r\n1,2026-03-01T00:00:00Z,").doesNotContain("\r\n2,");
      onlyFileIs(target);
    }

    @Test
    void isMadeWhereThereWasNoFile() throws IOException {
      target = folder.resolve("new.zip");

      week.downloadCsv(target);

      assertThat(lines()).contains("\r\n1,");
    }

    @Test
    void isOneRequestWithTheSpanAndWithoutAPageSize() {
      week.pageSize(5).direction(Direction.ASCENDING).downloadCsv(target);

      assertThat(server.requests())
          .extracting(RecordedRequest::toString)
          .containsExactly("GET /xray/api/v1/curation/audit/packages?order_by=id&direction=asc"
              + "&created_at_start=2026-03-01T00%3A00%3A00.000Z"
              + "&created_at_end=2026-03-08T00%3A00%3A00.000Z&format=csv");
      assertThat(server.requests().get(0).header("Accept").orElseThrow())
          .startsWith("application/zip");
    }

    @Test
    void mayTakeHalfAnHourUnlessTheClientHasAnotherLimit() {
      assertThat(requestOf(builder(), CallOptions.none()).timeout())
          .hasValue(Duration.ofMinutes(30));
      assertThat(requestOf(builder().timeout(Duration.ofHours(2)), CallOptions.none())
              .timeout())
          .hasValue(Duration.ofHours(2));
      assertThat(requestOf(builder(), CallOptions.none().timeout(Duration.ofSeconds(9)))
              .timeout())
          .hasValue(Duration.ofSeconds(9));
    }

    @Test
    void leavesTheHeadersOfTheCallerAsTheyAre() {
      for (String types : List.of("application/json", "application/octet-stream")) {
        ApiRequest request = requestOf(builder(), CallOptions.none().header("accept", types));

        assertThat(request.headers()).containsEntry("Accept", types);
      }
    }

    private XrayClientBuilder builder() {
      return XrayClient.builder().baseUrl(server.url()).credentials(Credentials.anonymous());
    }

    private ApiRequest requestOf(XrayClientBuilder builder, CallOptions options) {
      AtomicReference<ApiRequest> sent = new AtomicReference<>();
      builder.addInterceptor((request, next) -> {
        sent.set(request);
        return next.send(request);
      });
      try (XrayClient client = builder.build()) {
        week(client.withOptions(options)).downloadCsv(target);
      }
      return sent.get();
    }

    @Test
    void mayBeOfDryRuns() throws IOException {
      week.dryRun().downloadCsv(target);

      assertThat(server.requests().get(0).queryParameter("dry_run")).hasValue("true");
      assertThat(lines()).contains("\r\n2,").doesNotContain("\r\n1,");
    }

    @Test
    void isOfTheLastWeekWithoutAWordOnTheSpan() {
      Curation.of(xray).audit().list().downloadCsv(target);

      assertThat(server.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource(
        value = Fault.class,
        names = {"HTML_BODY", "GARBAGE_BODY", "EMPTY_BODY"})
    void isRefusedIfItIsNoZip(Fault fault) {
      server.failNext(fault, 1);

      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(() -> week.downloadCsv(target))
          .withMessageContaining("GET")
          .withMessageContaining("format=csv")
          .withMessageContaining("not a ZIP file");
      assertThat(target).hasContent("before");
      onlyFileIs(target);
    }

    @ParameterizedTest
    @EnumSource(
        value = Fault.class,
        names = {"TRUNCATED_BODY", "LOST_ANSWER"})
    void leavesTheOldFileIfTheConnectionBreaks(Fault fault) {
      server.failNext(fault, 2); // the JDK's client sends a GET again by itself

      assertThatExceptionOfType(XrayTransportException.class)
          .isThrownBy(() -> week.downloadCsv(target));
      assertThat(target).hasContent("before");
      onlyFileIs(target);
    }

    @Test
    void isFetchedAgainAfterABrokenConnection() throws IOException {
      server.failNext(Fault.TRUNCATED_BODY, 1).failNext(503, 1);
      try (XrayClient patient = Clients.repeating(server.url())) {
        week(patient).downloadCsv(target);
      }

      assertThat(lines()).contains("\r\n1,");
      onlyFileIs(target);
    }

    @Test
    void saysWhatTheServerRefuses() {
      server.forbid("/xray/api/v1/curation/audit");

      assertThatExceptionOfType(XrayForbiddenException.class)
          .isThrownBy(() -> week.downloadCsv(target))
          .withMessageContaining("Permission denied");
      assertThat(target).hasContent("before");
      onlyFileIs(target);
    }

    @Test
    void saysThatTheFileCannotBeWritten() {
      Path tooLong = folder.resolve("a".repeat(300));

      assertThatExceptionOfType(XrayException.class)
          .isThrownBy(() -> week.downloadCsv(tooLong))
          .withMessageContaining("the file cannot be written")
          .withMessageContaining("aaaa");
      onlyFileIs(target);
    }

    @Test
    void needsADirectoryThatExists() {
      Path nowhere = folder.resolve("none").resolve("audit.zip");

      assertThatIllegalArgumentException()
          .isThrownBy(() -> week.downloadCsv(nowhere))
          .withMessageContaining("none")
          .withMessageContaining("create it first");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> week.downloadCsv(folder))
          .withMessageContaining("is a directory; name a file in it");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> week.downloadCsv(folder.getRoot()))
          .withMessageContaining("is a directory; name a file in it");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> week.downloadCsv(target.resolve("in-a-file.zip")));
      assertThat(server.requests()).isEmpty();
    }

    @Test
    void isOfAWeekAtMost() {
      AuditQuery longer = week.createdFrom(BEGIN).createdUntil(END.plusMillis(1));

      assertThatIllegalArgumentException()
          .isThrownBy(() -> longer.downloadCsv(target))
          .withMessageContaining(
              ".001Z is longer than 168 hours, the most that the server exports into one file");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> week.last(Duration.ofDays(8)).downloadCsv(target))
          .withMessageContaining("download each week into a file of its own");
      assertThat(server.requests()).isEmpty();
    }

    @Test
    void isOfAllEventsOfTheSpan() {
      assertThatIllegalStateException()
          .isThrownBy(() -> week.action(AuditAction.BLOCKED).downloadCsv(target))
          .withMessageContaining("filters");
      assertThat(server.requests()).isEmpty();
    }
  }

  @Nested
  class FromAnyServer {
    private final AtomicReference<Body> answer = new AtomicReference<>();
    private HttpServer server;
    private XrayClient xray;
    private Path target;

    @BeforeEach
    void start() throws IOException {
      target = Files.writeString(folder.resolve("audit.zip"), "before");
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      server.createContext("/", exchange -> {
        exchange.sendResponseHeaders(200, 0);
        try (OutputStream body = exchange.getResponseBody()) {
          answer.get().to(body);
        }
      });
      server.start();
      xray = Clients.once("http://127.0.0.1:" + server.getAddress().getPort());
    }

    @AfterEach
    void stop() {
      xray.close();
      server.stop(0);
    }

    private AuditCsv download() {
      return week(xray).downloadCsv(target);
    }

    @Test
    void isLargerThanWhatIsTakenIntoMemory() throws IOException {
      int blocks = 66 * 16;
      answer.set(body -> write(body, "audit_packages.csv", blocks));

      assertThat(download().isComplete()).isTrue();

      assertThat(Files.size(target)).isGreaterThan((long) blocks << 16);
      onlyFileIs(target);
    }

    @Test
    void saysThatEventsAreMissing() {
      answer.set(body -> write(body, "audit_packages_incomplete.csv", 1));

      AuditCsv csv = download();

      assertThat(csv.isComplete()).isFalse();
      assertThat(csv.entryName()).isEqualTo("audit_packages_incomplete.csv");
    }

    @ParameterizedTest
    @CsvSource({
      "../../etc/passwd, passwd",
      "/etc/cron.d/audit.csv, audit.csv",
      "..\\..\\audit.csv, audit.csv",
      "C:audit.csv, C_audit.csv",
      "a/.., _",
      ".., _",
      "., _",
      "audit.csv. ., audit.csv_",
      "a/nul, _nul",
      "Con.csv, _Con.csv",
      "console.csv, console.csv",
      "a\u001b[2J\u202eb.csv, a_u001b[2J_u202eb.csv"
    })
    void givesNoNameThatLeadsElsewhere(String entry, String name) {
      answer.set(body -> write(body, entry, 1));

      AuditCsv csv = download();

      assertThat(csv.entryName()).isEqualTo(name);
      assertThat(Path.of(csv.entryName()).getNameCount()).isEqualTo(1);
    }

    @Test
    void leavesTheOldFileInItsPlaceUntilItIsWhole() {
      AtomicReference<String> meanwhile = new AtomicReference<>();
      answer.set(body -> {
        byte[] zip = zip("audit_packages.csv", 4);
        body.write(zip, 0, zip.length - 100);
        body.flush();
        meanwhile.set(Files.readString(target));
        body.write(zip, zip.length - 100, 100);
      });

      download();

      assertThat(meanwhile).hasValue("before");
      assertThat(Files.exists(target)).isTrue();
      assertThat(target.toFile().length()).isGreaterThan(4 << 16);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 3, 10, 29, 31, 40, 50_000, 65_000})
    void isRefusedIfItIsCutShort(int bytes) {
      answer.set(body -> body.write(zip("audit_packages.csv", 1), 0, bytes));

      refused();
    }

    @Test
    void isRefusedIfItsContentIsDamaged() {
      answer.set(body -> {
        byte[] zip = zip("audit_packages.csv", 1);
        zip[30_000] ^= 1;
        body.write(zip);
      });

      refused();
    }

    @Test
    void isRefusedIfOnlyTheFirstBytesAreThoseOfAZip() {
      answer.set(body -> {
        byte[] garbage = new byte[1000];
        Arrays.fill(garbage, (byte) 0xff);
        System.arraycopy(new byte[] {'P', 'K', 3, 4}, 0, garbage, 0, 4);
        body.write(garbage);
      });

      refused();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 4, 6, 7, 8, 9, 14, 18, 26, 28, 30, 47, 48, 49})
    void isReadOrRefusedWhicheverByteOfItsHeadIsDamaged(int at) throws IOException {
      byte[] whole = zip("audit_packages.csv", 1);
      for (int bits : new int[] {0xff, 0x08, 0x80}) {
        byte[] damaged = whole.clone();
        damaged[at] ^= (byte) bits;
        answer.set(body -> body.write(damaged));

        Throwable failure = catchThrowable(this::download);

        if (failure != null) {
          assertThat(failure).isInstanceOf(XrayDecodeException.class);
        }
        onlyFileIs(target);
      }
    }

    private void refused() {
      assertThatExceptionOfType(XrayDecodeException.class)
          .isThrownBy(this::download)
          .withMessageContaining("ZIP");
      assertThat(target).hasContent("before");
      onlyFileIs(target);
    }
  }

  /** What a server writes as its answer. */
  private interface Body {
    void to(OutputStream body) throws IOException;
  }
}
