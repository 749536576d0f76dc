package io.github.xrayclient.diagnostics.internal.refusal.serverlog;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.RefusalLog;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerLogsTest {
  private static final String TGZ = "/api/npm/npm-virtual/left-pad/-/left-pad-1.3.0.tgz";

  private static List<String> read(String text) {
    return RefusalLog.parse(text).refusals().stream()
        .map(ServerLogsTest::shown)
        .collect(Collectors.toList());
  }

  private static String shown(BlockedDownload refusal) {
    return refusal.kind()
        + " " + refusal.status().map(String::valueOf).orElse("-")
        + " " + refusal.repository().orElse("-")
        + " " + refusal.path().orElse("-")
        + " x" + refusal.count().orElse(0L);
  }

  private static String piped(String path, int status) {
    return "2026-11-27T09:13:40.031Z|6cdecc92eaf486c7|10.0.0.7|ci|GET|" + path + "|" + status
        + "|-1|0|9|npm/10.8.2 node/v20.17.0 linux x64\n";
  }

  @Nested
  class ArtifactorysRequestLog {
    @Test
    void tellsRepositoryAndPathOfARefusal() {
      BlockedDownload found = RefusalLog.parse(piped(TGZ, 403)).refusals().get(0);

      assertThat(shown(found))
          .isEqualTo("REFUSED_WITHOUT_REASON 403 npm-virtual left-pad/-/left-pad-1.3.0.tgz x1");
      assertThat(found.address()).as("a log without hosts").isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
      "/libs-release/org/acme/app/1.0/app-1.0.jar,libs-release org/acme/app/1.0/app-1.0.jar",
      "libs-release/org/acme/app/1.0/app-1.0.jar,libs-release org/acme/app/1.0/app-1.0.jar",
      "/artifactory/libs-release/a.jar,libs-release a.jar",
      "/generic/a%20b.zip,generic a b.zip",
      "/generic/a.zip?x=1,generic a.zip",
      "/api/go/go-virtual/github.com/acme/lib/@v/v1.2.0.zip,go-virtual github.com/acme/lib/@v/v1.2.0.zip",
      "/api/pypi/pypi/packages/packages/aa/bb/cc/six-1.16.0-py2.py3-none-any.whl,"
          + "pypi aa/bb/cc/six-1.16.0-py2.py3-none-any.whl",
    })
    void readsPathsOfEveryType(String path, String expected) {
      assertThat(read(piped(path, 403)))
          .containsExactly("REFUSED_WITHOUT_REASON 403 " + expected + " x1");
    }

    @Test
    void isReadInItsOlderForm() {
      assertThat(read("20140508154145|2632|REQUEST|86.12.14.192|admin|GET"
              + "|/jcenter/org/iostreams/iostreams/0.2/iostreams-0.2.jar|HTTP/1.1|403|8296\n"))
          .containsExactly(
              "REFUSED_WITHOUT_REASON 403 jcenter org/iostreams/iostreams/0.2/iostreams-0.2.jar x1");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "/api/v1/cert/root",
          "api/system/ping",
          "/api/repositories",
          "/ui/api/v1/ui/auth",
          "/webapp/home.html",
          "/access/api/v1/tokens",
          "/api/search/aql",
          "/",
          "/libs-release",
        })
    void hasRequestsThatAreNoDownloads(String path) {
      assertThat(read(piped(path, 403))).isEmpty();
    }

    @Test
    void hasUploadsThatAreNoDownloads() {
      assertThat(read(piped("/libs-release/a.jar", 403).replace("|GET|", "|PUT|")))
          .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"401,403,REFUSED_WITHOUT_REASON 403", "403,401,AUTH 401", "200,401,AUTH 401"})
    void tellsTheLastStatusOfAPath(int first, int last, String expected) {
      assertThat(read(piped(TGZ, first) + piped(TGZ, last)))
          .containsExactly(expected + " npm-virtual left-pad/-/left-pad-1.3.0.tgz x1");
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 302, 304})
    void isNoRefusalIfTheLastStatusIsASuccess(int last) {
      assertThat(read(piped(TGZ, 401) + piped(TGZ, last))).isEmpty();
    }

    @Test
    void countsARefusalOfSeveralUsersOnce() {
      String line = piped(TGZ, 403);

      assertThat(read(line + line.replace("|ci|", "|dev|") + line.replace("|GET|", "|HEAD|")))
          .containsExactly(
              "REFUSED_WITHOUT_REASON 403 npm-virtual left-pad/-/left-pad-1.3.0.tgz x3");
    }

    @Test
    void keepsPackageDocumentsApart() {
      assertThat(read(piped("/api/npm/npm/a", 403) + piped("/api/npm/npm/b", 403)))
          .hasSize(2);
    }

    @Test
    void belongsToTheMessageInTheServiceLogBesideIt() {
      String message = "2026-11-27T09:13:40.030Z [jfrt ] [WARN ] [6cdecc92eaf486c7]"
          + " [.r.ArtifactoryResponseBase:136] [http-nio-8081-exec-4] - Sending HTTP error code 403:"
          + " Artifact download request rejected: left-pad/-/left-pad-1.3.0.tgz was not downloaded due"
          + " to the download blocking policy configured in Xray for npm-remote-cache.\n";

      assertThat(read(message + piped(TGZ, 403)))
          .containsExactly("XRAY_BLOCK 403 npm-remote-cache left-pad/-/left-pad-1.3.0.tgz x1");
    }
  }

  @Nested
  class LogsOfWebServers {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "10.0.0.7 - ci [27/Nov/2026:09:13:40 +0000] \"GET /artifactory%s HTTP/1.1\" 403 219 \"-\" \"npm/10\"",
          "10.0.0.7 - - [27/Nov/2026:09:13:40 +0000] \"GET %s HTTP/2.0\" 403 219",
          "ip = 10.0.0.7 user = \"-\" local_time = \"27/Nov/2026:09:13:40 +0000\" host = acme.example"
              + " request = \"GET /artifactory%s HTTP/1.1\" status = 403 bytes = 219",
          "{\"remote_addr\":\"10.0.0.7\",\"request\":\"GET /artifactory%s HTTP/1.1\",\"status\":\"403\"}",
          "{\"BackendAddr\":\"localhost:8081\",\"DownstreamStatus\":403,\"RequestMethod\":\"GET\","
              + "\"RequestPath\":\"/artifactory%s\",\"level\":\"info\"}",
        })
    void tellRepositoryAndPathOfARefusal(String line) {
      assertThat(read(String.format(line, TGZ)))
          .containsExactly(
              "REFUSED_WITHOUT_REASON 403 npm-virtual left-pad/-/left-pad-1.3.0.tgz x1");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "10.0.0.7 - - [27/Nov/2026:09:13:40 +0000] \"GET /index.html HTTP/1.1\" 403 219",
          "10.0.0.7 - - [27/Nov/2026:09:13:40 +0000] \"GET /app/style.css HTTP/1.1\" 403 219",
          "10.0.0.7 - - [27/Nov/2026:09:13:40 +0000] \"PUT /artifactory/a/b.jar HTTP/1.1\" 403 219",
          "10.0.0.7 - - [27/Nov/2026:09:13:40 +0000] \"GET /artifactory/a/b.jar HTTP/1.1\" 200 403",
          "10.0.0.7 - - [27/Nov/2026:09:13:40 +0000] \"GET /artifactory/a/b.jar HTTP/1.1\" 304 0",
          "{\"DownstreamStatus\":200,\"RequestMethod\":\"GET\",\"RequestPath\":\"/artifactory/a/b.jar\"}",
        })
    void haveRequestsThatAreNoRefusedDownloads(String line) {
      assertThat(read(line)).isEmpty();
    }
  }

  @Nested
  class ArtifactorysAccessLog {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "2020-05-15 15:52:11,456 [4b1b8a0b04e31b80] [DENIED DOWNLOAD] libs:org/a b/x.jar for dev/86.12.14.192.",
          "2026-11-27T09:13:40.031Z [4b1b8a0b04e31b80] [DENIED DOWNLOAD] libs:org/a b/x.jar for client : dev / 10.0.0.7 [token]",
        })
    void tellsThatAUserMayNotDownload(String line) {
      assertThat(read(line)).containsExactly("PERMISSION - libs org/a b/x.jar x1");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "2020-05-15 15:52:11,456 [4b1b8a0b04e31b80] [ACCEPTED DOWNLOAD] libs:org/x.jar for dev/86.12.14.192.",
          "2020-05-15 15:52:11,456 [4b1b8a0b04e31b80] [DENIED DEPLOY] libs:org/x.jar for dev/86.12.14.192.",
          "2020-05-15 15:52:11,456 [4b1b8a0b04e31b80] [DENIED LOGIN]  for dev/86.12.14.192.",
        })
    void hasOtherEventsThatAreNoRefusals(String line) {
      assertThat(read(line)).isEmpty();
    }
  }
}
