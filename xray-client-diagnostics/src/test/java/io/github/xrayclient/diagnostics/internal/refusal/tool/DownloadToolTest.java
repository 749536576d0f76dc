package io.github.xrayclient.diagnostics.internal.refusal.tool;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.DownloadTool;
import io.github.xrayclient.diagnostics.refusal.RefusalLog;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DownloadToolTest {
  private static DownloadTool tool(String name) {
    return ToolTable.ENTRIES.stream()
        .map(ToolEntry::tool)
        .filter(tool -> tool.name().equals(name))
        .findFirst()
        .orElseThrow();
  }

  private static Set<String> recognized(String text) {
    Set<String> found = new HashSet<>();
    ToolSightings.in(text, (tool, position) -> found.add(tool.name()));
    return found;
  }

  /** Each log of a real client may name that client only. */
  @Nested
  class RealLogs {
    /** Names of tools by the first word of a log's file, where the two differ. */
    private final Map<String, String> byFile = Map.of("yarn", "Yarn 1");

    private List<Path> logs() throws IOException, URISyntaxException {
      Path folder =
          Path.of(Objects.requireNonNull(DownloadToolTest.class.getResource("/refusals/clients"))
              .toURI());
      try (Stream<Path> files = Files.list(folder)) {
        return files.sorted().collect(Collectors.toList());
      }
    }

    @Test
    void nameTheirOwnTool() throws IOException, URISyntaxException {
      List<String> wrong = new ArrayList<>();
      Set<String> named = new HashSet<>();
      Set<String> all = new HashSet<>();
      for (Path log : logs()) {
        String word = log.getFileName().toString().replaceFirst("-.*", "");
        String own = byFile.getOrDefault(word, word).toLowerCase(Locale.ROOT);
        all.add(own);
        for (BlockedDownload refusal : RefusalLog.read(log).refusals()) {
          String name = refusal.tool().map(DownloadTool::name).orElse(own).toLowerCase(Locale.ROOT);
          if (!name.equals(own)) {
            wrong.add(log.getFileName() + " names " + name);
          }
          refusal.tool().ifPresent(tool -> named.add(name));
        }
      }

      assertThat(wrong).isEmpty();
      assertThat(named).isEqualTo(all);
    }
  }

  @Nested
  class Phrases {
    @ParameterizedTest
    @CsvSource(
        delimiter = '~',
        quoteCharacter = '\0',
        value = {
          "npm error code E403~npm",
          "npm ERR! 403 403 Forbidden - GET https://acme.example/a~npm",
          "a \u001b[1mnpm\u001b[22m \u001b[31merror\u001b[39m \u001b[94mcode\u001b[39m E403~npm",
          "ERR_PNPM_FETCH_403  GET https://acme.example/a.tgz: Forbidden - 403~pnpm",
          "error \"https://acme.example/a.tgz: Request failed \\\"403 Forbidden\\\"\".~Yarn 1",
          "\u27a4 YN0035: \u2502   Response Code: 403 (Forbidden)~Yarn",
          "\u27a4 YN0041: \u2502 left-pad@npm:1.3.0: Invalid authentication~Yarn",
          "2.999 error: GET https://acme.example/artifactory/api/npm/n/a/-/a-1.tgz - 403~Bun",
          "ERROR: HTTP error 403 while getting https://acme.example/a.whl~pip",
          "error: Failed to fetch: `https://acme.example/a.whl`~uv",
          "at /usr/lib/python3/site-packages/poetry/utils/helpers.py:139 in download_file~Poetry",
          "CondaHTTPError: HTTP 403 FORBIDDEN for url <https://acme.example/a>~conda",
          "critical libmamba Multiple errors occurred~Mamba",
          "Pipfile.lock (a1b2c3) out of date~Pipenv",
          "ERROR:  While executing gem ... (Gem::RemoteFetcher::FetchError)~RubyGems",
          "Bundler::HTTPError: Could not download gem from~Bundler",
          "The 'https://acme.example/a.zip' URL could not be accessed (HTTP 403)~Composer",
          "cannot open URL 'https://acme.example/PACKAGES': HTTP status was '403 Forbidden'~R",
          "huggingface_hub.errors.HfHubHTTPError: (Request ID: 3a)~Hugging Face",
          "[ERROR] Failed to execute goal on project shop: Could not resolve dependencies~Maven",
          "[\u001b[1;31mERROR\u001b[m] Failed to execute goal on project shop~Maven",
          "> Could not GET 'https://acme.example/a.jar'. Received status code 403 from server~Gradle",
          "[error] lmcoursier.internal.shaded.coursier.error.FetchError$DownloadingArtifacts~sbt",
          "Resolution error: Error downloading org.acme:a:1~coursier",
          "General error during conversion: Error grabbing Grapes -- [a#b;1]~Groovy Grape",
          "[ivy:retrieve] CLIENT ERROR: Forbidden url=https://acme.example/a.jar~Ivy",
          "This could be due to a typo in :dependencies, file system permissions, or~Leiningen",
          "WARNING: Download from https://acme.example/a.zip failed: GET returned 403 Forbidden~Bazel",
          "go: github.com/acme/lib@v1.2.0: reading https://acme.example/v1.2.0.zip: 403 Forbidden~Go",
          "error: failed to download from `https://acme.example/download`~Cargo",
          "[Error] [Thread 0] Artifactory response: 403 Forbidden~JFrog CLI",
          "/src/App.csproj : error NU1301:   Response status code does not indicate success: 403~NuGet",
          "ERROR: Error 403 downloading file https://acme.example/conanmanifest.txt~Conan",
          "[!] Error installing X~CocoaPods",
          "which is required by binary target 'A': badResponseStatusCode(403)~Swift Package Manager",
          "Error response from daemon: pull access denied for acme.example/a~Docker",
          "ERROR: failed to solve: acme.example/a: unexpected status from HEAD request to~BuildKit",
          "ctr: failed to resolve reference \"acme.example/a:1\": 403 Forbidden~containerd",
          "FATA[0000] failed to resolve reference \"acme.example/a:1\": unexpected status~containerd",
          "Warning  Failed  2s  kubelet  Failed to pull image \"acme.example/a:1\": rpc error~Kubernetes",
          "Error: initializing source docker://acme.example/a:1: reading manifest 1~Podman",
          "time=\"2026\" level=fatal msg=\"initializing source docker://acme.example/a~skopeo",
          "[INFO] --- jib-maven-plugin:3.4.4:buildTar (default-cli) @ shop ---~Jib",
          "error building image: unable to complete operation after 0 attempts~kaniko",
          "Error: failed to fetch https://acme.example/charts/web-1.2.3.tgz : 403 Forbidden~Helm",
          "Error response from registry: denied: rejected~ORAS",
          "E: Failed to fetch http://acme.example/a.deb  403  Forbidden [IP: 10.0.0.1 80]~apt",
          "[MIRROR] x.rpm: Status code: 403 for https://acme.example/x.rpm (IP: 10.0.0.1)~DNF",
          "https://acme.example/repomd.xml: [Errno 14] HTTPS Error 403 - Forbidden~Yum",
          "Permission to access 'https://acme.example/repomd.xml' denied.~Zypper",
          "WARNING: fetching https://acme.example/alpine/main: Permission denied~apk",
          "error: failed retrieving file 'core.db' from acme.example : error: 403~pacman",
          "HTTP request sent, awaiting response... 403 Forbidden~wget",
          "2026-11-27 09:13:40 ERROR 403: Forbidden.~wget",
          "curl: (22) The requested URL returned error: 403~curl",
          "-> [HttpSkipResponseCommand.cc:239] errorCode=22 The response status~aria2",
          "http: LogLevel.WARNING: HTTP 403 Forbidden~HTTPie",
          "Invoke-WebRequest : The remote server returned an error: (403) Forbidden.~PowerShell",
          "\u2502 Error: Failed to install provider~Terraform",
          "Initializing OpenTofu...~OpenTofu",
          "fatal: [host]: FAILED! => {\"msg\": \"Request failed\", \"status_code\": 403}~Ansible",
          "batch response: Authorization error: https://acme.example/objects/batch~Git LFS",
          "An error occurred while downloading the remote file. The error~Vagrant",
        })
    void belongToOneTool(String line, String tool) {
      assertThat(recognized(line)).containsExactly(tool);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '~',
        value = {
          "xnpm error code E1",
          "see curl (22)",
          "cargo cult, poetry and pip",
          "a.lmcoursier.b"
        })
    void areNoPartsOfOtherWords(String line) {
      assertThat(recognized(line)).isEmpty();
    }

    @Test
    void areAsciiAndDistinct() {
      List<String> phrases = ToolTable.ENTRIES.stream()
          .flatMap(entry -> entry.phrases().stream())
          .collect(Collectors.toList());

      assertThat(phrases)
          .doesNotHaveDuplicates()
          .allSatisfy(phrase -> assertThat(phrase).hasSizeBetween(5, 100).matches("[ -~\t]+"));
    }

    @Test
    void areFoundInsideEachOther() {
      List<Integer> found = new ArrayList<>();

      new PhraseSearch(List.of("abc: def", "c: d", "def", "bc"))
          .in("x abc: def c: d", (phrase, end) -> found.add(phrase));

      assertThat(found).containsExactly(0, 2, 1);
    }
  }

  @Nested
  class Table {
    @Test
    void namesEachToolOnce() {
      assertThat(ToolTable.ENTRIES)
          .hasSizeGreaterThan(50)
          .extracting(entry -> entry.tool().name())
          .doesNotHaveDuplicates();
    }

    @Test
    void tellsInAHintHowToUseTheOption() {
      assertThat(ToolTable.ENTRIES).extracting(ToolEntry::tool).allSatisfy(tool -> {
        assertThat(tool.hint()).endsWith(".").hasSizeGreaterThan(40);
        tool.option()
            .ifPresent(option -> assertThat(tool.hint()).contains(option.split("[= ]", 2)[0]));
      });
    }

    @Test
    void tellsWhetherAToolEverShowsTheAnswer() {
      assertThat(tool("curl").showsAnswer()).isTrue();
      assertThat(tool("wget").option()).contains("--content-on-error");
      assertThat(tool("BuildKit").option()).contains("docker pull");
      assertThat(tool("sbt").showsAnswer()).isFalse();
      assertThat(tool("sbt").option()).isEmpty();
      assertThat(tool("Cargo").showsAnswer()).isTrue();
    }
  }

  @Nested
  class Nearest {
    private final DownloadTool npm = tool("npm");
    private final DownloadTool curl = tool("curl");
    private final ToolSightings sightings = new ToolSightings();

    @Test
    void isTheOneBeforeTheRefusal() {
      sightings.add(npm, 10);
      sightings.add(npm, 20);
      sightings.add(curl, 40);

      assertThat(sightings.at(15)).contains(npm);
      assertThat(sightings.at(30)).contains(npm);
      assertThat(sightings.at(40)).contains(curl);
      assertThat(sightings.at(240)).contains(curl);
      assertThat(sightings.at(241)).isEmpty();
      assertThat(sightings.last()).contains(curl);
    }

    @Test
    void isTheOneShortlyBehindTheRefusalIfNoneIsCloseBefore() {
      sightings.add(npm, 100);
      sightings.add(curl, 150);

      assertThat(sightings.at(81)).contains(npm);
      assertThat(sightings.at(79)).isEmpty();
      assertThat(sightings.at(146)).contains(curl);
      assertThat(sightings.at(130)).contains(npm);
      assertThat(sightings.at(104)).contains(npm);
    }

    @Test
    void isTheLastOnALine() {
      sightings.add(npm, 7);
      sightings.add(curl, 7);

      assertThat(sightings.at(7)).contains(curl);
    }

    @Test
    void isNotToldAfterVeryManyChanges() {
      for (int line = 0; line < 10_000; line++) {
        sightings.add(line % 2 == 0 ? npm : curl, line);
      }

      assertThat(sightings.at(100)).contains(npm);
      assertThat(sightings.at(9_000)).isEmpty();
    }

    @Test
    void isNamedForATextWithoutRefusals() {
      BlockedDownload guess = RefusalLog.parse("curl: (22) The requested URL returned error: 500")
          .guess()
          .orElseThrow();

      assertThat(guess.count()).isEmpty();
      assertThat(guess.tool().orElseThrow().option()).contains("--fail-with-body");
    }
  }
}
