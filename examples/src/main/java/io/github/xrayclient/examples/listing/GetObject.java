package io.github.xrayclient.examples.listing;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.examples.cli.ProjectServerOptions;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.value.NameOrId;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Prints one object with all its fields. */
@Command(
    name = "get",
    header = "Prints one policy, watch, curation policy, condition or ignore rule.",
    description = {
      "Prints all fields that the server sent, and with --format json the object as it was read."
          + " Does not change the server.",
      "Digits are the ID of a curation policy or a condition, or a name if there is no such ID. The"
          + " ID of a watch is used only if no watch has this name. id:TEXT and name:TEXT say which"
          + " of them is meant."
    },
    footer = {
      "xray-examples get policy block-vulnerabilities",
      "xray-examples get curation-policy 11 --format json"
    })
public final class GetObject implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "KIND",
      description =
          "The kind of the object: policy, watch, curation-policy, condition or ignore-rule.")
  String kind;

  @Parameters(
      index = "1",
      paramLabel = "NAME",
      description = "The name or the ID of the object. Policies have names only, and ignore rules"
          + " IDs only.")
  NameOrId name;

  @Mixin
  ProjectServerOptions server;

  @Mixin
  ResultOptions result;

  @Override
  public Integer call() throws Exception {
    ReadableKind known = ReadableKind.of(kind);
    Object object;
    try (Server connected = server.connect()) {
      object = known.read(connected.xray(), Optional.ofNullable(server.project), name);
    }
    result.write(
        result.isJson()
            ? ResultOptions.json(object) + "\n"
            : ObjectText.of(XrayClient.jsonMapper().valueToTree(object)));
    return 0;
  }
}
