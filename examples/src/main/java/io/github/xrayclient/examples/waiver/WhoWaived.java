package io.github.xrayclient.examples.waiver;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.LabelWaiver;
import io.github.xrayclient.curation.PackageWaiver;
import io.github.xrayclient.curation.WaiverInPolicy;
import io.github.xrayclient.examples.cli.ExitCode;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.examples.cli.WholeServerOptions;
import io.github.xrayclient.examples.terminal.Columns;
import io.github.xrayclient.value.Timestamp;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the waivers of all curation policies. */
@Command(
    name = "who-waived",
    header = "Lists the waivers of all curation policies: who added them, when and why.",
    description = {
      "Lists package waivers and label waivers, or only those that match all given filters. Does not"
          + " change the server.",
      "With --type, --package or --version, lists package waivers only, since the labels of a"
          + " package are in the catalog; --label adds label waivers.",
      "With --format json, each line has the id and the name of the policy, and the waiver as the"
          + " server sent it."
    },
    footer = {
      "xray-examples who-waived --type npm --package \"@acme/*\"",
      "xray-examples who-waived --since 30 --format json",
    })
public final class WhoWaived implements Callable<Integer> {
  private static final Columns<WaiverInPolicy<?>> COLUMNS = Columns.<WaiverInPolicy<?>>of(
          "POLICY", found -> found.policy().name())
      .and("ID", WhoWaived::id)
      .and("PACKAGE", WhoWaived::exempt)
      .and("VERSIONS", WhoWaived::versions)
      .and("WHO", WaiverInPolicy::createdBy)
      .and("WHEN", found -> found.createdAt().map(WhoWaived::day))
      .and("WHY", WaiverInPolicy::justification)
      .withSentences();

  @Mixin
  WaiverFilters filters;

  @Mixin
  WholeServerOptions server;

  @Mixin
  ResultOptions result;

  @Override
  public Integer call() throws Exception {
    List<WaiverInPolicy<?>> waivers;
    filters.check();
    try (Server connected = server.connect()) {
      waivers = filters.of(Curation.of(connected.xray()).policies().waivers()).stream()
          .collect(Collectors.toList());
    }
    result.write(waivers, COLUMNS, WhoWaived::json);
    return ExitCode.DONE;
  }

  private static ObjectNode json(WaiverInPolicy<?> found) {
    ObjectNode line = JsonNodeFactory.instance.objectNode();
    line.putObject("policy")
        .put("id", found.policy().id().wire())
        .put("name", found.policy().name());
    return line.set("waiver", XrayClient.jsonMapper().valueToTree(found.waiver()));
  }

  private static String id(WaiverInPolicy<?> found) {
    return found.waiver() instanceof LabelWaiver
        ? ((LabelWaiver) found.waiver()).id().wire()
        : ((PackageWaiver) found.waiver()).id().wire();
  }

  private static String exempt(WaiverInPolicy<?> found) {
    return found.waiver() instanceof LabelWaiver
        ? WaiverWords.exempt((LabelWaiver) found.waiver())
        : WaiverWords.exempt((PackageWaiver) found.waiver());
  }

  private static String versions(WaiverInPolicy<?> found) {
    return found.waiver() instanceof PackageWaiver
        ? WaiverWords.versions((PackageWaiver) found.waiver())
        : "all";
  }

  /** The day in the time zone of the server, or the text if it is not a time. */
  private static String day(Timestamp time) {
    return time.toOffsetDateTime().map(known -> known.toLocalDate().toString()).orElse(time.wire());
  }
}
