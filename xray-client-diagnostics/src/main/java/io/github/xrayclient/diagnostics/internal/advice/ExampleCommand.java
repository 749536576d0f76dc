package io.github.xrayclient.diagnostics.internal.advice;

import io.github.xrayclient.curation.waiverrequest.WaiverRequestDraft;
import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.internal.coverage.QuotedNames;
import io.github.xrayclient.internal.secret.VisibleText;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;

/** Calls of this project's command line, for a POSIX shell. */
final class ExampleCommand {
  private static final String PROGRAM = "java -jar xray-examples.jar ";

  private ExampleCommand() {}

  /** A command that ignores the violations of an artifact for 30 days. */
  static Optional<String> ignore(
      String server, RequestedArtifact artifact, Collection<BlockCause> causes) {
    String policies = causes.stream()
        .filter(cause -> !cause.ignoreRules().isEmpty())
        .map(BlockCause::policy)
        .distinct()
        .limit(3)
        .map(QuotedNames::of)
        .collect(Collectors.joining(", "));
    String notes = VisibleText.oneLine("Refused by policy " + policies);
    return printable(
        PROGRAM + "ignore" + of(server, artifact, causes) + " --days 30" + option("notes", notes));
  }

  /** A command that prints a request to somebody who may ignore violations. */
  static Optional<String> request(
      String server, RequestedArtifact artifact, Collection<BlockCause> causes) {
    return printable(PROGRAM + "explain" + of(server, artifact, causes) + " --format request");
  }

  /** A command that sends a waiver request. */
  static Optional<String> requestWaiver(String server, WaiverRequestDraft draft) {
    return printable(PROGRAM + "request-waiver" + option("url", server)
        + option("type", draft.packageType().wire())
        + option("package", draft.packageName())
        + option("version", draft.packageVersion())
        + draft.repositoryKey().map(key -> option("repo", key)).orElse("")
        + option("reason", draft.reason()));
  }

  /** The command, unless a name in it has control characters, which cannot be pasted. */
  private static Optional<String> printable(String command) {
    return Optional.of(command).filter(text -> VisibleText.oneLine(text).equals(text));
  }

  private static String of(
      String server, RequestedArtifact artifact, Collection<BlockCause> causes) {
    return option("url", server)
        + causes.stream()
            .filter(cause -> !cause.ignoreRules().isEmpty())
            .flatMap(cause -> cause.watchProject().stream())
            .findFirst()
            .map(project -> option("project", project))
            .orElse("")
        + option("repo", artifact.repository())
        + option("path", artifact.path().orElse(""));
  }

  /** An option with its value, which may begin with a hyphen. */
  private static String option(String name, String value) {
    return " --" + name + "=" + ShellCommand.quoted(value);
  }
}
