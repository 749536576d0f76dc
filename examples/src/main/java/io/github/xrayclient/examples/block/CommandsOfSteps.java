package io.github.xrayclient.examples.block;

import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NextStep;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.cli.ServerOptions;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Makes the commands of next steps name the server as the user named it, so that they work when
 * they are pasted. The embedded server stops with the command: commands of this program start one
 * of their own, and commands of other programs are left out.
 */
public final class CommandsOfSteps {
  private final String url;
  private final String options;
  private final boolean demo;

  public CommandsOfSteps(Server connected, ServerOptions server) {
    this.url = connected.xray().baseUrl().toString();
    this.options = server.inCommands(url);
    this.demo = server.isDemo();
  }

  List<BlockExplanation> in(List<BlockExplanation> explanations) {
    return explanations.stream()
        .map(each -> each.toBuilder().nextSteps(ofSteps(each.nextSteps())).build())
        .collect(Collectors.toUnmodifiableList());
  }

  public List<NextStep> ofSteps(List<NextStep> steps) {
    return steps.stream()
        .map(step ->
            step.toBuilder().command(step.command().flatMap(this::command)).build())
        .collect(Collectors.toUnmodifiableList());
  }

  private Optional<String> command(String command) {
    String own = command.replace("--url='" + url + "'", options);
    return demo && own.contains(url) ? Optional.empty() : Optional.of(own);
  }
}
