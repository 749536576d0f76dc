package io.github.xrayclient.examples.block;

import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes the commands of next steps work after --demo, whose server stops with the command: commands of
 * this program start a server of their own, and commands of other programs are left out.
 */
final class DemoCommands {
  private final String url;

  /**
   * @param url the base URL of the embedded server
   */
  DemoCommands(String url) {
    this.url = url;
  }

  List<BlockExplanation> in(List<BlockExplanation> explanations) {
    return explanations.stream()
        .map(each -> each.toBuilder().nextSteps(ofSteps(each.nextSteps())).build())
        .collect(Collectors.toUnmodifiableList());
  }

  List<NextStep> ofSteps(List<NextStep> steps) {
    return steps.stream()
        .map(step ->
            step.toBuilder().command(step.command().flatMap(this::command)).build())
        .collect(Collectors.toUnmodifiableList());
  }

  private Optional<String> command(String command) {
    String own = command.replace("--url='" + url + "'", "--demo");
    return own.contains(url) ? Optional.empty() : Optional.of(own);
  }
}
