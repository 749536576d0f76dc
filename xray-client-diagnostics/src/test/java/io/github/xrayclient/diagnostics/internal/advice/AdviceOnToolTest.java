package io.github.xrayclient.diagnostics.internal.advice;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.diagnostics.explanation.NextStep.Kind;
import io.github.xrayclient.diagnostics.refusal.ReadLog;
import io.github.xrayclient.diagnostics.refusal.RefusalLog;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AdviceOnToolTest {
  private static List<String> hints(String log) {
    return Advice.withoutWatches(ReadLog.one(RefusalLog.parse(log))).nextSteps().stream()
        .filter(step -> step.kind() == Kind.SHOW_MORE_OUTPUT)
        .map(NextStep::text)
        .collect(Collectors.toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '\0',
      value = {
        "curl: (22) The requested URL returned error: 403~--fail-with-body",
        "2026-11-27 09:13:40 ERROR 403: Forbidden.~--content-on-error",
        "error: failed retrieving file 'a' from b : The requested URL returned error: 403~--debug",
        "General error during conversion: Error grabbing Grapes~-Divy.message.logger.level=4",
        "npm error 403 403 Forbidden - GET https://a.example/artifactory/api/npm/n/a/-/a-1.0.0.tgz~--loglevel http",
      })
  void namesTheOptionThatShowsMore(String log, String option) {
    assertThat(hints(log)).singleElement().asString().contains(option);
  }

  @Test
  void isMissingIfTheServersWordsAreShown() {
    assertThat(hints(
            "npm error 403 403 Forbidden - GET https://a.example/artifactory/api/npm/n/a/-/a-1.0.0.tgz"
                + " - Artifact download request rejected: a/-/a-1.0.0.tgz was not downloaded due to the"
                + " download blocking policy configured in Xray for n."))
        .isEmpty();
  }

  @Test
  void isMissingIfNoToolIsRecognized() {
    assertThat(hints("ERROR: 403 Forbidden: https://a.example/artifactory/libs/org/acme/a-1.jar"))
        .isEmpty();
  }
}
