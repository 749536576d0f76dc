package io.github.xrayclient.diagnostics.refusal;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.refusal.BlockedDownload.Kind;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The forms in which build servers, runtimes, tools and people show a message of a server. */
class LogFormsTest {
  private static final String MESSAGE =
      "Artifact download request rejected: org/acme/app-1.0.jar was not downloaded due to the"
          + " download blocking policy configured in Xray for libs-release-local.";
  private static final String CURATION =
      "Package lodash:4.17.20 download was blocked by JFrog Packages Curation service due to the"
          + " following policies violated {no-cve, CVE with CVSS score of 9 or above, Package"
          + " version contains the following vulnerability: CVE-2021-23337, Upgrade to the"
          + " following version: 4.17.21}. [waivers allowed]";

  /** Prefixes of lines; a percent sign stands for a digit that differs from line to line. */
  static Stream<String> prefixes() {
    return Stream.of(
        "2026-11-27T08:43:2%.123Z ",
        "2026-11-27T08:43:2%.123456789+01:00 ",
        "2026/11/27 08:43:2% ",
        "[2026-11-27 08:43:2%] ",
        "(08:43:2%) ",
        "08:43:2%.123 ",
        "8:43:2% AM ",
        "Fri Nov 27 08:43:2% 2026 ",
        "27/Nov/2026:08:43:2% +0000 ",
        "1796000%00 ",
        "build\t27-Nov-2026 08:43:2%\t", // Bamboo
        "&&|08:43:2%.123 ", // GoCD
        "build\tRun npm ci\t2026-11-27T08:43:2%.1234567Z ", // the command line of GitHub
        "[build:L%:3s] ", // Drone
        "[build : unit-tests] ", // Tekton
        "acme-build | ", // Concourse, Woodpecker
        "2026-11-27T08:43:2%.000Z ecs/app/0a1b2c3d ", // the log streams of AWS
        "[Container] 2026/11/27 08:43:2% ", // AWS CodeBuild
        "2026-11-27T08:43:2%.000000+00:00 app[web.1]: ", // Heroku
        "2026-11-27T08:43:2%+0000 node1 dockerd[77]: ", // journald
        "<14>Nov 27 08:43:2% node1 runner: ", // syslog with its priority
        "<13>1 2026-11-27T08:43:2%.345678+00:00 build-7 docker 812 - - ", // RFC 5424
        "nomad-1/build: ",
        "@acme/web:build: ", // Turborepo
        "[web] ", // concurrently
        "08:43:2% web.1  | ", // foreman
        "0|app      | ", // pm2
        "service.1.abc@node1    | ", // Docker swarm
        "[  12.34567%] ", // the kernel
        "E1127 08:43:2%.123456    1234 remote_image.go:180] ", // Kubernetes
        "2026-11-27 08:43:2%,123 - runner - INFO - ", // Python
        "2026-11-27 08:43:2%.123  INFO 12 --- [main] com.acme.Runner : ", // Spring
        "2026-11-27 08:43:2%,123 [main] ERROR com.acme.Runner - ", // Log4j
        "08:43:2%.123 [main] ERROR com.acme.Runner - ", // Logback
        "[2026-11-27T08:43:2%,123][WARN ][o.a.Runner] [node1] ", // OpenSearch
        "##[error]",
        "##[debug]",
        "\u27a4 YN0035: \u2502 ", // Yarn
        "  \u251c\u2500\u25b6 ", // uv
        "   | ",
        "     | ", // PowerShell 7
        "\u2503 ",
        "> > ",
        "remote: ");
  }

  @ParameterizedTest
  @MethodSource("prefixes")
  void ofPrefixesAreTakenOffAMessageOnSeveralLines(String prefix) {
    assertRead(prefixed(prefix, "start\n" + wrapped(MESSAGE) + "\ndone"));
    assertCurationRead(prefixed(prefix, "start\n" + wrapped(CURATION) + "\ndone"));
  }

  @ParameterizedTest
  @MethodSource("prefixes")
  void ofPrefixesAreTakenOffJson(String prefix) {
    String json = "body: {\n  \"errors\": [\n    {\n      \"status\": 403,\n      \"message\": \""
        + MESSAGE + "\"\n    }\n  ]\n}";

    assertRead(prefixed(prefix, json));
  }

  static Stream<Arguments> others() {
    return Stream.of(
        Arguments.of("a panel of pip", boxed("\u2502 ", " \u2502", 70)),
        Arguments.of(
            "a panel of ASCII characters", "+----+\n" + boxed("| ", " |", 60) + "\n+----+"),
        Arguments.of("a colored box", boxed("\u001b[37;41m  ", "  \u001b[39;49m", 74)),
        Arguments.of(
            "a title, a link and an old character set",
            "\u001b]0;make\u0007\u001b(B"
                + MESSAGE.replace(
                    "org/acme/app-1.0.jar",
                    "\u001b]8;;https://h/x\u0007org/acme/app-1.0.jar\u001b]8;;\u0007")),
        Arguments.of("time marks of Buildkite", "\u001b_bk;t=1796000000\u0007" + MESSAGE),
        Arguments.of(
            "colors that lost their escape characters",
            MESSAGE.replace("org/acme", "[1;31morg/acme").replace(" was", "[0m was")),
        Arguments.of(
            "colors written in letters",
            MESSAGE.replace("libs-release-local", "\\u001b[33mlibs-release-local\\u001b[0m")),
        Arguments.of(
            "colors shown by cat -v",
            MESSAGE.replace("libs-release-local", "^[[33mlibs-release-local^[[0m")),
        Arguments.of("a progress bar", "10%\r20%\r\u001b[2K" + MESSAGE + "\r\n"),
        Arguments.of("a spinner", "-\b\\\b|\b/\b" + MESSAGE),
        Arguments.of(
            "invisible characters",
            MESSAGE.replace("org/", "\u200borg/").replace("for ", "for \ufeff")),
        Arguments.of(
            "an annotation of GitHub",
            "::error file=a.js,line=1::npm failed:%0A" + MESSAGE + "%0ADone"),
        Arguments.of(
            "an annotation of Azure",
            "##vso[task.logissue type=error]" + MESSAGE + "%0D%0AError: exit 1"),
        Arguments.of(
            "a service message of TeamCity",
            "##teamcity[buildProblem description='denied: |[403|]|n" + MESSAGE
                + "|nError: |'x|'']"),
        Arguments.of(
            "a console in HTML",
            "<span class=\"timestamp\"><b>08:43:21</b> </span>"
                + MESSAGE.replace(" was ", "<br>was ") + "<br/>Error"),
        Arguments.of(
            "quotes in HTML",
            "{&quot;errors&quot;:[{&quot;message&quot;:&quot;" + MESSAGE + "&quot;}]}"),
        Arguments.of("quotes escaped twice", "message=&amp;#x27;" + MESSAGE + "&amp;#x27;"),
        Arguments.of("a list of Markdown", "```\n" + wrapped(MESSAGE) + "\n```"),
        Arguments.of("a table of Markdown", "| 403 | " + MESSAGE + " | x |"),
        Arguments.of("a pasted chat", "ci-bot  08:43\n> " + wrapped(MESSAGE).replace("\n", "\n> ")),
        Arguments.of(
            "a log of Docker as JSON",
            "{\"log\":\"\\u001b[31m" + MESSAGE + "\\u001b[0m\\n\",\"stream\":\"stderr\"}"),
        Arguments.of(
            "lines with prefixes inside JSON",
            "{\"message\":\"2026-11-27 08:43:21 "
                + wrapped(MESSAGE).replace("\n", "\\n2026-11-27 08:43:21 ") + "\"}"),
        Arguments.of(
            "partial lines of a container runtime",
            "2026-11-27T08:43:21.1Z stderr P " + MESSAGE.substring(0, 45) + "\n"
                + "2026-11-27T08:43:21.1Z stderr F " + MESSAGE.substring(45)),
        Arguments.of(
            "a console of Windows",
            "curl : {\"errors\":[{\"message\":\""
                + WrappedMessage.cut(MESSAGE, 79, false).replace("\n", "\r\n")
                + "\"}]}\r\nAt C:\\build.ps1:12 char:1\r\n+ curl https://acme.example\r\n+ ~~~~"));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("others")
  void ofOtherKindsAreRead(String name, String log) {
    assertRead(log);
  }

  @ParameterizedTest
  @MethodSource("prefixes")
  void doNotTakeThePrefixForAKey(String prefix) {
    String log =
        prefixed(prefix, "start\n" + MESSAGE.replace("libs-release-local.", "") + "\ndone");

    assertThat(RefusalLog.parse(log).refusals()).singleElement().satisfies(block -> {
      assertThat(block.kind()).isEqualTo(Kind.XRAY_BLOCK);
      assertThat(block.repository().orElse("done")).isEqualTo("done");
    });
  }

  private static void assertRead(String log) {
    List<BlockedDownload> found = RefusalLog.parse(log).refusals();
    assertThat(found).as(log).singleElement().satisfies(block -> {
      assertThat(block.kind()).isEqualTo(Kind.XRAY_BLOCK);
      assertThat(block.repository()).contains("libs-release-local");
      assertThat(block.path()).contains("org/acme/app-1.0.jar");
    });
  }

  private static void assertCurationRead(String log) {
    assertThat(RefusalLog.parse(log).refusals()).as(log).singleElement().satisfies(block -> {
      CurationRefusal curation = block.curation().orElseThrow();
      assertThat(curation.packageName()).contains("lodash");
      assertThat(curation.packageVersion()).contains("4.17.20");
      assertThat(curation.waiversAllowed()).isTrue();
      assertThat(curation.policies()).singleElement().satisfies(policy -> {
        assertThat(policy.policy()).isEqualTo("no-cve");
        assertThat(policy.explanation())
            .contains("Package version contains the following vulnerability: CVE-2021-23337");
        assertThat(policy.recommendation()).contains("Upgrade to the following version: 4.17.21");
      });
    });
  }

  private static String wrapped(String message) {
    return WrappedMessage.wrap(message, 44);
  }

  private static String prefixed(String prefix, String text) {
    StringBuilder log = new StringBuilder();
    int line = 0;
    for (String content : text.split("\n", -1)) {
      log.append(prefix.replace("%", String.valueOf(line++ % 10)))
          .append(content)
          .append('\n');
    }
    return log.toString();
  }

  /** A box with the message, wrapped to its width. */
  private static String boxed(String before, String after, int width) {
    StringBuilder box = new StringBuilder();
    for (String line :
        WrappedMessage.wrap("start\n" + MESSAGE + "\ndone", width).split("\n", -1)) {
      box.append(before)
          .append(line)
          .append(" ".repeat(width - line.length()))
          .append(after)
          .append('\n');
    }
    return box.toString();
  }
}
