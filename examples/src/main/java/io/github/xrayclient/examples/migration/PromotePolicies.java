package io.github.xrayclient.examples.migration;

import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.diagnostics.migration.MigrationPlan;
import io.github.xrayclient.examples.cli.ProjectServerOptions;
import io.github.xrayclient.examples.cli.Server;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Plans to turn on the blocking of policies that were dry runs until now. Changes nothing. */
@Command(
    name = "promote",
    header = "Plans to turn on the blocking of policies that were rolled out as dry runs.",
    description =
        "Prints the steps of the plan, and what the curation policies would have blocked according"
            + " to Curation's audit. Nothing is known of what Xray policies would block. Does not"
            + " change the server. The command apply runs the steps, and rollback undoes them. In"
            + " plans and messages, the snapshot is the content of the directory of --like, and the"
            + " target is the server.",
    footer = "xray-examples promote --policy no-malware --max-blocked 10 --output p.json",
    exitCodeList = {
      "0:The policies block already, so the plan has no steps.",
      "10:The plan has steps.",
    })
public final class PromotePolicies implements Callable<Integer> {
  @Mixin
  PromotionOptions options;

  @Mixin
  MappingOptions mapping;

  @Mixin
  PlanOutput output;

  @Mixin
  ProjectServerOptions server;

  @Override
  public Integer call() throws Exception {
    options.check();
    mapping.check();
    MigrationPlan plan;
    try (Server connected = server.connect()) {
      Migration migration = Migration.of(connected.xray());
      migration = server.project == null ? migration : migration.inProject(server.project);
      plan = migration
          .mapping(mapping.mapping())
          .planPromotion(options.promotion(Curation.of(connected.xray()).policies()));
    }
    return output.show(plan);
  }
}
