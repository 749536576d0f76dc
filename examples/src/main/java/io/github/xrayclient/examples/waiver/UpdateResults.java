package io.github.xrayclient.examples.waiver;

import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.CurationPolicyUpdate;
import io.github.xrayclient.curation.LabelWaiver;
import io.github.xrayclient.curation.PackageWaiver;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.terminal.Table;
import io.github.xrayclient.examples.terminal.Visible;
import io.github.xrayclient.value.UpdateResult;
import java.io.IOException;
import picocli.CommandLine.Mixin;

/** Shows a policy after its update. Notes and unexpected changes go to stderr. */
final class UpdateResults {
  @Mixin
  ResultOptions result;

  /** Shows what would change, or in JSON the body of the request. */
  void show(CurationPolicyUpdate update) throws IOException {
    result.write((result.isJson() ? ResultOptions.json(update) : update.changes()) + "\n");
  }

  void show(UpdateResult<CurationPolicy> updated) throws IOException {
    updated
        .unexpectedChanges()
        .forEach(change -> result.say("The server changed more than was requested: " + change));
    updated.notes().forEach(note -> result.say(note.text()));
    updated
        .unsentFields()
        .forEach(name ->
            result.say("This field was not sent, because the library does not know it: " + name));
    CurationPolicy policy = updated.value();
    result.write(result.isJson() ? ResultOptions.json(policy) + "\n" : text(policy));
  }

  private static String text(CurationPolicy policy) {
    Table table = new Table("WAIVER", "PACKAGE OR LABEL", "VERSIONS", "JUSTIFICATION");
    for (PackageWaiver waiver : policy.waivers()) {
      table.row(
          waiver.id().wire(),
          waiver.packageType().map(type -> type + " ").orElse("")
              + waiver.packageName().orElse(""),
          waiver.packageVersions().isEmpty() ? "all" : String.join(", ", waiver.packageVersions()),
          waiver.justification().orElse(""));
    }
    for (LabelWaiver waiver : policy.labelWaivers()) {
      table.row(
          waiver.id().wire(),
          "label " + waiver.label().orElse(""),
          "all",
          waiver.justification().orElse(""));
    }
    return Visible.oneLine("Policy " + policy.id() + " (" + policy.name() + ")") + "\n" + table;
  }
}
