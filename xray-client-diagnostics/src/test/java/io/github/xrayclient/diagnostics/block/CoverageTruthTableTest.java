package io.github.xrayclient.diagnostics.block;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.explanation.RuledOut;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Active, covered, filtered and blocking, in every combination that makes a difference. */
class CoverageTruthTableTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        // active | resource | filter value | switch | answer
        "true  | libs  | acme    | true  | LIKELY",
        "true  | libs  |         | true  | LIKELY",
        "true  | libs  | (?P<n>x) | true | POSSIBLE",
        "null  | libs  | acme    | true  | POSSIBLE",
        "true  | libs  | nowhere | true  | out: Watch \"w\" does not apply: the path does not match"
            + " its filter \"nowhere\".",
        "false | libs  | acme    | true  | out: Watch \"w\" is not active.",
        "false | libs  | nowhere | true  | out: Watch \"w\" is not active.",
        "true  | libs  | acme    | false | nothing",
        "false | libs  | acme    | false | nothing",
        "true  | other | acme    | true  | nothing",
        "false | other | acme    | true  | nothing",
        "true  | libs  | acme    | none  | POSSIBLE",
        "false | libs  | acme    | none  | nothing",
        "true  | libs  | nowhere | none  | nothing"
      })
  void decides(String active, String resource, String filter, String block, String answer) {
    String filters = filter == null ? "" : "{'type':'path-regex','value':'" + filter + "'}";
    String watches = "[{'general_data':{'name':'w','active':" + active + "},"
        + "'project_resources':{'resources':[{'type':'repository','name':'" + resource + "',"
        + "'repo_type':'local','filters':[" + filters + "]}]},'assigned_policies':[{'name':'p'}]}]";
    String policies = block.equals("none")
        ? "[]"
        : "[{'name':'p','rules':[{'name':'r','actions':{'block_download':{'active':" + block
            + "}}}]}]";

    BlockExplanation found = BlockIndex.of(
            Samples.policies(policies.replace('\'', '"')),
            Samples.watches(watches.replace('\'', '"')))
        .explain(RequestedArtifact.builder()
            .repository("libs")
            .path("org/acme/a.jar")
            .build());

    assertThat(answers(found)).isEqualTo(answer);
  }

  private static String answers(BlockExplanation found) {
    List<BlockCause> causes = found.causes();
    List<RuledOut> ruledOut = found.ruledOut();
    assertThat(causes.size() + ruledOut.size()).isLessThanOrEqualTo(1);
    if (causes.isEmpty()) {
      return ruledOut.isEmpty() ? "nothing" : "out: " + ruledOut.get(0).reason();
    }
    return causes.get(0).verdict().name();
  }
}
