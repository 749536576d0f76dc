package io.github.xrayclient.examples.waiver;

import io.github.xrayclient.curation.CurationPolicies;
import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.CurationPolicyUpdate;
import io.github.xrayclient.curation.LabelWaiver;
import io.github.xrayclient.curation.PackageWaiver;
import io.github.xrayclient.examples.cli.ResultOptions;
import io.github.xrayclient.examples.terminal.Table;
import io.github.xrayclient.examples.terminal.Visible;
import io.github.xrayclient.value.NameOrId;
import io.github.xrayclient.value.UpdateNote;
import io.github.xrayclient.value.UpdateResult;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Changes policies, or shows what would change. Notes and unexpected changes go to stderr. */
final class UpdateResults {
  @Option(
      names = "--dry-run",
      description = "Shows what would change, but does not change the server. With --format"
          + " json, shows the body of the request, and nothing for a policy that would not change.")
  boolean dryRun;

  @Mixin
  ResultOptions result;

  private final StringBuilder shown = new StringBuilder();

  /** Changes each policy by one update. What was done before a failure is shown as well. */
  void change(
      CurationPolicies policies,
      List<NameOrId> named,
      Consumer<CurationPolicyUpdate.Builder> change)
      throws IOException {
    boolean done = false;
    try {
      for (NameOrId policy : named) {
        if (dryRun) {
          CurationPolicyUpdate.Builder update = CurationPolicyUpdate.of(policies.get(policy));
          change.accept(update);
          show(update.build(), named.size() > 1);
        } else {
          show(policies.edit(policy, change));
        }
      }
      done = true;
    } finally {
      if (done || shown.length() > 0) {
        result.write(shown.toString());
      }
    }
  }

  private void show(CurationPolicyUpdate update, boolean isOneOfSeveral) throws IOException {
    boolean changes = !update.changes().isEmpty();
    if (!changes) {
      sayUnchanged("would not be changed", update.base(), update.notes());
    }
    if (!result.isJson()) {
      String policy = isOneOfSeveral ? title(update.base()) + "\n" : "";
      shown.append(policy).append(update.changes()).append('\n');
    } else if (changes) {
      update.notes().forEach(note -> result.say(note.text()));
      shown.append(ResultOptions.json(update)).append('\n');
    }
  }

  private void show(UpdateResult<CurationPolicy> updated) throws IOException {
    updated
        .unexpectedChanges()
        .forEach(change -> result.warn("The server changed more than was requested: " + change));
    if (updated.isSent()) {
      updated.notes().forEach(note -> result.say(note.text()));
    } else {
      sayUnchanged("was not changed", updated.value(), updated.notes());
    }
    updated
        .unsentFields()
        .forEach(name ->
            result.warn("This field was not sent, because the library does not know it: " + name));
    CurationPolicy policy = updated.value();
    shown.append(result.isJson() ? ResultOptions.json(policy) + "\n" : text(policy));
  }

  private void sayUnchanged(String what, CurationPolicy policy, List<UpdateNote> notes) {
    String reasons = notes.stream().map(UpdateNote::text).collect(Collectors.joining("; "));
    result.say(title(policy) + " " + what + (reasons.isEmpty() ? "" : ": " + reasons));
  }

  private String text(CurationPolicy policy) {
    Table table = new Table("WAIVER", "PACKAGE OR LABEL", "VERSIONS", "JUSTIFICATION");
    for (PackageWaiver waiver : policy.waivers()) {
      table.row(
          waiver.id().wire(),
          WaiverWords.exempt(waiver),
          WaiverWords.versions(waiver),
          waiver.justification().orElse(""));
    }
    for (LabelWaiver waiver : policy.labelWaivers()) {
      table.row(
          waiver.id().wire(),
          WaiverWords.exempt(waiver),
          "all",
          waiver.justification().orElse(""));
    }
    return title(policy) + "\n" + result.fitted(table);
  }

  private static String title(CurationPolicy policy) {
    return Visible.oneLine("Policy " + policy.id() + " (" + policy.name() + ")");
  }
}
