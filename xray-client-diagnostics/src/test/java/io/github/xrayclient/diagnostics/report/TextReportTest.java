package io.github.xrayclient.diagnostics.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.internal.secret.VisibleText;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TextReportTest {
  @Nested
  class Plain {
    @Test
    void namesWatchPolicyAndRule() {
      assertThat(TextReport.of(List.of(Explanations.BLOCKED)))
          .startsWith("org/acme/app-1.0.jar in repository example-repo-local: refused by Xray's"
              + " download blocking\n\nCauses\n")
          .contains("LIKELY VIOLATION  watch Test_watch > policy Test_policy (security) > rule"
              + " block_downloads\n")
          .contains(
              "watch old > policy Test_policy > rule block_downloads: Watch \"old\" is not active.")
          .contains("\n\nNext steps\n  - Look at the violations.\n");
    }

    @Test
    void alignsItsColumns() {
      BlockCause first = Explanations.BLOCKED.causes().get(0);
      BlockExplanation explanation = Explanations.BLOCKED.toBuilder()
          .causes(List.of(
              first.toBuilder().watch("a-longer-name").build(),
              first.toBuilder()
                  .watch("\u0007")
                  .verdict(BlockCause.Verdict.CONFIRMED)
                  .build(),
              first.toBuilder().watch("n".repeat(60)).build()))
          .build();

      List<String> lines = TextReport.of(List.of(explanation))
          .lines()
          .filter(line -> line.contains(" > policy ") && line.contains("VIOLATION"))
          .collect(Collectors.toList());

      assertThat(lines).hasSize(3);
      assertThat(lines.get(0)).startsWith("  LIKELY VIOLATION     watch a-longer-name > policy");
      assertThat(lines.get(1)).startsWith("  CONFIRMED VIOLATION  watch \\u0007        > policy");
      assertThat(lines.get(2)).contains("watch nnn");
    }

    @Test
    void namesWhatCurationSaid() {
      assertThat(TextReport.of(List.of(Explanations.CURATED)))
          .contains("package acme 1.0, waivers allowed", "policy p, condition c", "Replace it")
          .doesNotContain("Causes");
    }

    @Test
    void showsTheWaiverRequestThatIsReady() {
      assertThat(TextReport.of(List.of(Explanations.of("x"))))
          .contains(
              "\n  A request for a waiver, ready to be made:\n    {\n",
              "\n      \"pkg_name\" : \"acme\",\n");
    }

    @Test
    void saysThatNoCauseWasFoundOnlyWhereOneWasLookedFor() {
      BlockExplanation nothing = BlockExplanation.builder()
          .refusal(Explanations.refusal(BlockedDownload.Kind.XRAY_BLOCK, "rejected"))
          .repository("libs")
          .build();

      assertThat(TextReport.of(List.of(nothing))).contains("none found");
      assertThat(TextReport.of(List.of(BlockExplanation.builder()
              .refusal(Explanations.refusal(BlockedDownload.Kind.XRAY_BLOCK, "rejected"))
              .build())))
          .doesNotContain("none found");
    }

    @Test
    void numbersSeveralAndSaysWhereTheyStandInALog() {
      assertThat(TextReport.of(List.of(Explanations.of("x"), Explanations.BLOCKED)))
          .startsWith("[1/2] x in repository x: refused by Xray's download blocking\n"
              + "3 times in the log, first on line 7.\n")
          .contains("\n\n[2/2] org/acme/app-1.0.jar");
      assertThat(TextReport.of(List.of())).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("io.github.xrayclient.diagnostics.report.Explanations#hostile")
    void showsWhatATerminalWouldObey(String hostile) {
      String text = TextReport.of(List.of(Explanations.of(hostile)));

      assertThat(text.replace("\n", "")).doesNotContainPattern("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]");
      assertThat(text).contains("watch " + VisibleText.oneLine(hostile));
    }
  }

  @Nested
  class Coloured {
    @Test
    void saysTheSame() {
      List<BlockExplanation> all = List.of(Explanations.BLOCKED, Explanations.CURATED);

      String coloured = TextReport.coloured(all);

      assertThat(coloured)
          .contains("\u001b[1;33mLIKELY VIOLATION\u001b[0m", "\u001b[1mCauses\u001b[0m");
      assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(TextReport.of(all));
    }

    @ParameterizedTest
    @MethodSource("io.github.xrayclient.diagnostics.report.Explanations#hostile")
    void hasNoSequencesOfAServer(String hostile) {
      String coloured = TextReport.coloured(List.of(Explanations.of(hostile)));

      assertThat(coloured.replaceAll("\u001b\\[[0-9;]*m", ""))
          .isEqualTo(TextReport.of(List.of(Explanations.of(hostile))));
    }
  }
}
