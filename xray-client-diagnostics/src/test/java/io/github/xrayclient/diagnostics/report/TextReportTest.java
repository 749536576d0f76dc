package io.github.xrayclient.diagnostics.report;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.internal.secret.VisibleText;
import java.util.List;
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
              + "\ndownload blocking\n\nCauses\n")
          .contains(
              "  LIKELY: blocks because of a violation\n    watch Test_watch > policy Test_policy"
                  + " (security) > rule block_downloads\n    Watch \"Test_watch\" covers")
          .contains(
              "watch old > policy Test_policy > rule block_downloads\n    Watch \"old\" is not active.")
          .contains("\n\nNext steps\n  - Look at the violations.\n");
    }

    @Test
    void breaksSentencesButNoNamesAndCommands() {
      String name = "a long name ".repeat(10).strip();
      String sentence = "This sentence has a few words. ".repeat(5).strip();
      BlockExplanation explanation = Explanations.BLOCKED.toBuilder()
          .causes(List.of(Explanations.BLOCKED.causes().get(0).toBuilder()
              .watch(name)
              .reason(sentence + " " + "x".repeat(90))
              .build()))
          .nextSteps(List.of(NextStep.builder()
              .kind(NextStep.Kind.RETRY)
              .text(sentence)
              .command("curl " + name)
              .build()))
          .build();

      String text = TextReport.of(List.of(explanation));

      assertThat(text).contains("watch " + name + " > policy", "\n      curl " + name + "\n");
      assertThat(text)
          .contains(
              "\n    This sentence has a few words. This sentence has a few words. This sentence\n"
                  + "    has a few words. This sentence has a few words. This sentence has a few\n"
                  + "    words.\n    " + "x".repeat(90) + "\n")
          .contains(
              "\n  - This sentence has a few words. This sentence has a few words. This sentence\n"
                  + "    has a few words. ");
    }

    @Test
    void explainsTheVerdictsThatOccur() {
      assertThat(TextReport.of(List.of(Explanations.BLOCKED, Explanations.of("x"))))
          .contains("\n\nWhat the verdicts mean\n  - LIKELY: All available", "\n  - POSSIBLE: ")
          .doesNotContain("CONFIRMED")
          .containsOnlyOnce("What the verdicts mean");
      assertThat(TextReport.of(List.of(Explanations.CURATED))).doesNotContain("verdicts");
    }

    @Test
    void namesWhatCurationSaid() {
      assertThat(TextReport.of(List.of(Explanations.CURATED)))
          .contains(
              "Package acme 1.0. A waiver can be requested.", "Policy p, condition c", "Replace it")
          .doesNotContain("Causes");
    }

    @Test
    void showsTheWaiverRequestThatIsReady() {
      assertThat(TextReport.of(List.of(Explanations.of("x"))))
          .contains(
              "\n  This waiver request can be sent (POST /xray/api/v1/curation/waiver_requests):\n    {\n",
              "\n      \"pkg_name\" : \"acme\",\n");
    }

    @Test
    void saysThatNoCauseWasFoundOnlyWhereOneWasLookedFor() {
      BlockExplanation nothing = BlockExplanation.builder()
          .refusal(Explanations.refusal(BlockedDownload.Kind.XRAY_BLOCK, "rejected"))
          .repository("libs")
          .build();

      assertThat(TextReport.of(List.of(nothing))).contains("No cause was found.");
      assertThat(TextReport.of(List.of(BlockExplanation.builder()
              .refusal(Explanations.refusal(BlockedDownload.Kind.XRAY_BLOCK, "rejected"))
              .build())))
          .doesNotContain("No cause was found.");
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
  class Colored {
    @Test
    void saysTheSame() {
      List<BlockExplanation> all = List.of(Explanations.BLOCKED, Explanations.CURATED);

      String colored = TextReport.colored(all);

      assertThat(colored).contains("\u001b[1;33mLIKELY\u001b[0m", "\u001b[1mCauses\u001b[0m");
      assertThat(colored.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(TextReport.of(all));
    }

    @ParameterizedTest
    @MethodSource("io.github.xrayclient.diagnostics.report.Explanations#hostile")
    void hasNoSequencesOfAServer(String hostile) {
      String colored = TextReport.colored(List.of(Explanations.of(hostile)));

      assertThat(colored.replaceAll("\u001b\\[[0-9;]*m", ""))
          .isEqualTo(TextReport.of(List.of(Explanations.of(hostile))));
    }
  }
}
