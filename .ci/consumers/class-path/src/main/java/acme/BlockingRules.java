package acme;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.diagnostics.block.BlockedDownloads;
import java.util.List;
import java.util.stream.Collectors;

/** Names the rules that refused the downloads of a build. */
public final class BlockingRules {
  private final XrayClient xray;

  public BlockingRules(XrayClient xray) {
    this.xray = xray;
  }

  /** Each rule with its watch and policy, for all refusals in the log. */
  public List<String> in(String log) {
    return BlockedDownloads.of(xray).explain(log).stream()
        .flatMap(explanation -> explanation.causes().stream())
        .map(cause -> cause.watch() + " > " + cause.policy() + " > " + cause.rule().orElse("?"))
        .collect(Collectors.toList());
  }
}
