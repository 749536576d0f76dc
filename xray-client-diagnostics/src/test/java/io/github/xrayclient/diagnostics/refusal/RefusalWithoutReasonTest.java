package io.github.xrayclient.diagnostics.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.refusal.BlockedDownload.Kind;
import io.github.xrayclient.error.XrayApiException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Refusals of which only the address and the status 403 are known. */
class RefusalWithoutReasonTest {
  private static final String URL =
      "https://acme.example/artifactory/api/npm/npm-remote/demo/-/demo-1.0.tgz";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "npm error 403 403 Forbidden - GET %s",
        "12 http fetch GET 403 %s 81ms (cache skip)",
        "ERR_PNPM_FETCH_403  GET %s: Forbidden - 403",
        "Could not GET '%s'. Received status code 403 from server: Forbidden",
        "\u001b[31mERROR: HTTP error \u001b[1m403\u001b[0m while getting %s\u001b[0m",
        "failed to get successful HTTP response from `%s` (10.0.0.1), got 403",
        "from central (https://acme.example/artifactory/npm-remote): no access to %s, status: 403",
        "2026-01-31 10:15:33,403 [main] ERROR Could not download %s: 403 Forbidden",
        "reading %s: 403",
        "403 Client Error: Forbidden for url: %s",
        "Server returned HTTP response code: 403 for URL: %s",
        "The \"%s\" file could not be downloaded (HTTP/2 403 )",
        "HTTP/1.1 403 %s",
        "{\"url\":\"%s\",\"statusCode\":403,\"size\":403}",
        "E: Failed to fetch %s  403  Forbidden [IP: 10.0.0.1 443]",
        "Response status code does not indicate success: 403 (Forbidden). %s",
        "bad response Forbidden 403 (%s)",
      })
  void haveTheAddressOfTheLine(String line) {
    assertThat(RefusalLog.parse("build\n" + line.replace("%s", URL) + "\ndone").refusals())
        .singleElement()
        .satisfies(found -> {
          assertThat(found.kind()).isEqualTo(Kind.REFUSED_WITHOUT_REASON);
          assertThat(found.address()).contains(URL);
          assertThat(found.status()).contains(403);
          assertThat(found.repository()).contains("npm-remote");
          assertThat(found.path()).contains("demo/-/demo-1.0.tgz");
          assertThat(found.count()).contains(1L);
          assertThat(found.line()).contains(2L);
        });
  }

  @Test
  void areDistinctByTheirAddresses() {
    String other = URL.replace("demo", "other");

    List<BlockedDownload> all = RefusalLog.parse(
            "GET 403 " + URL + " 12ms\n\nGET 403 " + other + "\n403 Forbidden - GET " + URL + "\n")
        .refusals();

    assertThat(all)
        .extracting(found -> found.address().orElseThrow() + " " + found.count().orElseThrow() + " "
            + found.line().orElseThrow())
        .containsExactly(URL + " 2 1", other + " 1 3");
  }

  @ParameterizedTest
  @ValueSource(strings = {"200 OK", "304 Not Modified"})
  void areNoneIfTheAddressIsServedLater(String success) {
    assertThat(RefusalLog.parse("GET " + URL + " 403 Forbidden\nGET " + URL + " " + success)
            .refusals())
        .isEmpty();
  }

  @Test
  void areNotToldBesideTheAddressOfTheOnlyCredentialsProblem() {
    assertThat(
            RefusalLog.parse("npm error code E401\nnpm error Unable to authenticate, need: Bearer\n"
                    + "npm error 401 Unauthorized - GET " + URL)
                .refusals())
        .singleElement()
        .satisfies(found -> {
          assertThat(found.kind()).isEqualTo(Kind.AUTH);
          assertThat(found.address()).contains(URL);
        });
  }

  @Test
  void haveNoRepositoryWhereTheAddressDoesNotNameItWithCertainty() {
    assertThat(RefusalLog.parse("403 Forbidden - GET https://acme.example/libs/a.jar")
            .refusals())
        .singleElement()
        .satisfies(found -> {
          assertThat(found.kind()).isEqualTo(Kind.REFUSED_WITHOUT_REASON);
          assertThat(found.address()).contains("https://acme.example/libs/a.jar");
          assertThat(found.repository()).isEmpty();
          assertThat(found.path()).isEmpty();
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "GET 200 https://acme.example/artifactory/libs/403/a-403.jar",
        "GET 404 https://acme.example/artifactory/libs/a.jar",
        "403\nhttps://acme.example/artifactory/libs/a.jar",
      })
  void needTheStatusOfTheirAddress(String text) {
    assertThat(RefusalLog.parse(text).refusals()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Downloaded from central: %s (403 kB at 1.2 MB/s)",
        "2026-01-31 10:15:33,403 [main] INFO Downloading %s",
        "2026-01-31T10:15:33.403Z HTTP GET %s",
        "10:15:33:403 fetch %s",
        "http fetch GET 200 %s 403ms (cache miss)",
        "http fetch GET 200 %s 403 ms (cache miss)",
        "[403/1200] GET %s",
        "GET %s HTTP/1.1 200 403",
        "GET %s, 403 files",
        "received 403 bytes from %s",
        "Downloading %s (1.403 MB)",
        "Downloading %s: 403 kB",
      })
  void areNotInLinesWithAnotherNumber403(String line) {
    assertThat(RefusalLog.parse(line.replace("%s", URL)).refusals()).isEmpty();
  }

  @Test
  @Timeout(20)
  void areSoughtOnceInALongLineOfNumbers() {
    String line = URL + ",403,x".repeat(200_000);

    assertThat(RefusalLog.parse(line + "\nGET 403 " + URL).refusals())
        .extracting(found -> found.line().orElseThrow())
        .containsExactly(2L);
  }

  @Test
  void giveWayToTheWordsOfAServer() {
    String line = "\n403 Forbidden - GET " + URL;

    assertThat(RefusalLog.parse(
                "Artifact download request rejected: demo/-/demo-1.0.tgz was not downloaded due to"
                    + " the download blocking policy configured in Xray for libs." + line)
            .refusals())
        .extracting(BlockedDownload::kind)
        .containsExactly(Kind.XRAY_BLOCK);
    assertThat(RefusalLog.parse("user is not permitted to read" + line).refusals())
        .extracting(BlockedDownload::kind)
        .containsExactly(Kind.PERMISSION);
  }

  @Test
  @Timeout(20)
  void areNotSoughtInLongLines() {
    String line = "403 ".repeat(500_000) + URL;

    assertThat(RefusalLog.parse(line + "\n403 " + URL).refusals())
        .extracting(found -> found.line().orElseThrow())
        .containsExactly(2L);
  }

  @Test
  void haveNoCredentials() {
    String secret = URL.replace("//", "//dev:hidden@");

    assertThat(
            RefusalLog.parse("403 Forbidden - GET " + secret).refusals().get(0).toString())
        .contains(URL)
        .doesNotContain("hidden");
  }

  @Test
  void areReadFromAnException() {
    XrayApiException refused = XrayApiException.of("GET", URI.create(URL), 403);

    assertThat(RefusalLog.read(refused).refusals()).singleElement().satisfies(found -> {
      assertThat(found.kind()).isEqualTo(Kind.REFUSED_WITHOUT_REASON);
      assertThat(found.repository()).contains("npm-remote");
      assertThat(found.count()).isEmpty();
    });
  }

  @Test
  void areNoBlocksForCertain() {
    assertThat(Kind.REFUSED_WITHOUT_REASON.isBlock()).isFalse();
  }
}
