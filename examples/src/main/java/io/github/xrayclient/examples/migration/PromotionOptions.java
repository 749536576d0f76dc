package io.github.xrayclient.examples.migration;

import io.github.xrayclient.curation.CurationPolicies;
import io.github.xrayclient.diagnostics.migration.Promotion;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.value.NameOrId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** The options that say which policies are promoted, and on what terms. */
final class PromotionOptions {
  private static final int MAX_DAYS = 36_525; // the library's limit of 100 years

  @Option(
      names = "--policy",
      paramLabel = "NAME|ID",
      description = "The name or the ID of a curation policy that is to block. May be repeated.")
  List<NameOrId> policies = new ArrayList<>();

  @Option(
      names = "--xray-policy",
      paramLabel = "NAME",
      description =
          "The name of an Xray policy whose rules are to block downloads. May be" + " repeated.")
  List<String> xrayPolicies = new ArrayList<>();

  @Option(
      names = "--like",
      paramLabel = "DIR",
      description = "An exported directory. The rules of the Xray policies block the downloads that"
          + " they block there. Default: rules with the field block_download, or all rules if none"
          + " has it, block artifacts that match them, and no unscanned ones.")
  Path directory;

  @Option(
      names = "--days",
      paramLabel = "DAYS",
      defaultValue = "7",
      description = "The number of days to look back in the audit. Default: ${DEFAULT-VALUE}.")
  int days;

  @Option(
      names = "--max-blocked",
      paramLabel = "COUNT",
      description = "Fails if the curation policies together would have blocked more downloads than"
          + " this. Default: there is no limit.")
  Long maxBlocked;

  /** Refuses wrong values before a server is asked. */
  void check() {
    if (policies.isEmpty() && xrayPolicies.isEmpty()) {
      throw new IllegalArgumentException("name at least one policy with --policy or --xray-policy");
    }
    if (days < 1 || days > MAX_DAYS) {
      throw new IllegalArgumentException(
          "--days must be between 1 and " + MAX_DAYS + ", but was " + days);
    }
    if (maxBlocked != null && maxBlocked < 0) {
      throw new IllegalArgumentException("--max-blocked must be at least 0, but was " + maxBlocked);
    }
  }

  Promotion promotion(CurationPolicies server) {
    List<String> names =
        policies.stream().map(policy -> server.get(policy).name()).collect(Collectors.toList());
    Promotion promotion = names.isEmpty()
        ? Promotion.ofPolicy(xrayPolicies.get(0))
        : Promotion.ofCurationPolicy(names.get(0));
    for (String name : names) {
      promotion = promotion.andCurationPolicy(name);
    }
    for (String policy : xrayPolicies) {
      promotion = promotion.andPolicy(policy);
    }
    promotion = promotion.last(Duration.ofDays(days));
    promotion = maxBlocked == null ? promotion : promotion.maxBlocked(maxBlocked);
    return directory == null ? promotion : promotion.as(Snapshot.read(directory));
  }
}
