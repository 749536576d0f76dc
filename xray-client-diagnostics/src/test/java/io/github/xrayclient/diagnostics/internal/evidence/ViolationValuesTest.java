package io.github.xrayclient.diagnostics.internal.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.diagnostics.explanation.BlockingViolation;
import io.github.xrayclient.violation.Violation;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ViolationValuesTest {
  /** Other programs show the reason, for example on the command line. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{'type':'License','watch_name':'w','matched_policies':[{'policy':'p'}]} | issue_id is missing",
        "{'type':'License','issue_id':'MIT','watch_name':'w'} | matched_policies is empty",
        "{'type':'Fortune','issue_id':'1'} | it is not known how an ignore rule names",
      },
      quoteCharacter = '"')
  void whyThereIsNoIgnoreRuleHasNoAdviceForJavaCode(String json, String reason) throws Exception {
    Violation violation =
        XrayClient.jsonMapper().readValue(json.replace('\'', '"'), Violation.class);

    BlockingViolation value = ViolationValues.of(violation);

    assertThat(value.ignoreFilters()).isEmpty();
    assertThat(value.notIgnorable())
        .hasValueSatisfying(text -> assertThat(text)
            .contains(reason)
            .doesNotContain("IgnoreRuleDraft", "includeDetails", ";"));
  }
}
