package io.github.xrayclient.diagnostics.internal.refusal.audit;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.internal.refusal.RefusalLogReader;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.diagnostics.refusal.RefusalLog;
import io.github.xrayclient.diagnostics.refusal.ViolatedPolicy;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables as JFrog CLI draws them on a terminal, into a file, and in columns of several widths. */
class AuditTablesTest {
  private static String sample(String name) throws IOException {
    String file = "/inputs/jf-" + name + ".txt";
    try (InputStream in = AuditTablesTest.class.getResourceAsStream(file)) {
      return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static List<String> packages(List<BlockedDownload> found) {
    return found.stream()
        .map(refusal -> refusal.curation().orElseThrow())
        .map(curation -> curation.packageName().orElse("-")
            + ":" + curation.packageVersion().orElse("-")
            + " " + curation.reason())
        .collect(Collectors.toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"terminal", "file", "narrow", "wide"})
  void haveARefusalForEachBlockedPackage(String width) throws IOException {
    assertThat(packages(RefusalLog.parse(sample("curation-audit-" + width)).refusals()))
        .containsExactly(
            "@acme-with-a-long-scope/left-demo-package:1.0.0 POLICY_VIOLATION",
            "young-demo:- ON_DEMAND_SCAN_PENDING",
            "html-demo:1.0.0 UNKNOWN");
  }

  @ParameterizedTest
  @ValueSource(strings = {"terminal", "file", "narrow", "wide"})
  void nameEveryPolicyOfAPackage(String width) throws IOException {
    List<ViolatedPolicy> policies =
        RefusalLog.parse(sample("curation-audit-" + width)).refusals().stream()
            .map(refusal -> refusal.curation().orElseThrow())
            .map(CurationRefusal::policies)
            .findFirst()
            .orElseThrow();

    assertThat(policies)
        .extracting(ViolatedPolicy::policy)
        .containsExactly("npm-license", "High CVE");
    assertThat(policies.get(0).condition()).contains("banned licenses");
    assertThat(policies.get(1).explanation().orElseThrow().replaceAll("\\s", ""))
        .isEqualTo("Packageversioncontainsthefollowingvulnerability(s):CVE-2021-3807:7.5");
    assertThat(policies.get(1).recommendation().orElseThrow().replaceAll("\\s", ""))
        .isEqualTo("Upgradetothefollowingversion(s):CVE-2021-3807:6.0.1;5.0.1;4.1.1;3.0.1");
  }

  @Test
  void haveTheLineOfTheRow() throws IOException {
    assertThat(RefusalLog.parse(sample("curation-audit-terminal")).refusals())
        .extracting(refusal -> refusal.line().orElse(0L))
        .containsExactly(10L, 19L, 23L);
  }

  @Test
  void keepTheLineBreaksOfAnExplanation() throws IOException {
    assertThat(RefusalLog.parse(sample("curation-audit-terminal"))
            .refusals()
            .get(0)
            .curation()
            .orElseThrow()
            .policies()
            .get(0)
            .explanation())
        .contains("License is not allowed:\nAGPL-3.0\nGPL-3.0");
  }

  @Test
  void areFoundSeveralTimes() throws IOException {
    String log = sample("curation-audit-terminal")
        + sample("curation-audit-file").replace("young-demo", "other-demo");

    assertThat(packages(RefusalLog.parse(log).refusals()))
        .containsExactly(
            "@acme-with-a-long-scope/left-demo-package:1.0.0 POLICY_VIOLATION",
            "young-demo:- ON_DEMAND_SCAN_PENDING",
            "html-demo:1.0.0 UNKNOWN",
            "other-demo:- ON_DEMAND_SCAN_PENDING");
  }

  @Test
  void areFoundWithWideCharactersAndWindowsLineEnds() throws IOException {
    String log = sample("curation-audit-terminal")
        .replace("banned licenses ", "\uff30\uff30\uff30 licenses ");

    assertThat(packages(RefusalLog.parse(log.replace("\n", "\r\n")).refusals())).hasSize(3);
  }

  @Test
  void areFoundBehindTimesOfABuildServer() throws IOException {
    String log = sample("curation-audit-terminal")
        .lines()
        .map(line -> "2026-11-27T09:13:40.0310000Z " + line)
        .collect(Collectors.joining("\n"));

    assertThat(packages(RefusalLog.parse(log).refusals())).hasSize(3);
  }

  @Test
  void ofWaiversReportNoRefusal() throws IOException {
    assertThat(packages(RefusalLog.parse(sample("waiver-requests")).refusals())).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "Found 0 blocked packages for project curation-demo:1.0.0; 0",
        "Found 2 blocked packages for project curation-demo:1.0.0; 1",
        "see how many were Found: blocked packages for project x; 0",
      })
  void areMissingBelowALineThatCountsThem(String line, int refusals) {
    assertThat(packages(
            RefusalLog.parse("[Info] start\n" + line + "\n\n[Info] end").refusals()))
        .hasSize(refusals);
  }

  @Test
  void areReadInPiecesIfTheyAreLongerThanAWindow() throws IOException {
    String log = sample("curation-audit-file");
    int header = log.indexOf("| 1 ");
    String rows = log.substring(header, log.indexOf("+----+", log.indexOf("| 3 ")));
    String many = IntStream.range(0, 60)
        .mapToObj(i -> rows.replace("html-demo ", "html" + (1000 + i) + "  ")
            .replace("young-demo", "yang-" + (10000 + i)))
        .collect(Collectors.joining(
            log.substring(log.indexOf("+----+"), log.indexOf('\n', log.indexOf("+----+")) + 1)));

    String log2 = "x\n".repeat(100) + log.substring(0, header) + many + "\nend\n";

    assertThat(RefusalLogReader.read(new StringReader(log2), 30_000, 8_000).refusals())
        .isEqualTo(RefusalLogReader.read(log2).refusals())
        .hasSize(121);
  }

  @Test
  void ofOtherProgramsAreLeftAlone() {
    String table = "+------+------+-------+--------+\n"
        + "| NAME | KIND | STATE | REASON |\n"
        + "+------+------+-------+--------+\n"
        + "| npm  | x    | ok    | none   |\n"
        + "+------+------+-------+--------+\n";

    assertThat(packages(RefusalLog.parse(table.repeat(3)).refusals())).isEmpty();
    assertThat(AuditTables.in(table, Optional.empty()).rest()).isEqualTo(table);
  }
}
