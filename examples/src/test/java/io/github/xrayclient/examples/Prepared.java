package io.github.xrayclient.examples;

import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** A server with data for every command, and the files that some commands read. */
final class Prepared implements AutoCloseable {
  static final String TOKEN = "top-secret-token";

  /** Every command that uses a server, with arguments for which it finds or changes something. */
  static final List<String> COMMANDS = List.of(
      "explain --repo example-repo-local --path org/acme/app-1.0.jar",
      "what-covers --repo example-repo-local",
      "audit-setup",
      "policies",
      "watches",
      "conditions",
      "curation-policies",
      "waive --policy 11 --type npm --package left-pad --justification vendored",
      "unwaive --policy 11 --waiver 1",
      "copy-waiver --from 11 --waiver 1 --to 12",
      "waiver-requests --approve 42 --approve 43 --justification fine",
      "would-block --policy 15",
      "export DIR/new",
      "plan DIR/wanted",
      "apply DIR/plan.json",
      "rollback DIR/done.json.journal",
      "drift DIR/wanted",
      "diff DIR/wanted");

  /** The names of the commands that change the server. */
  static final List<String> WRITERS =
      List.of("waive", "unwaive", "copy-waiver", "waiver-requests", "apply", "rollback");

  final WriteFaults faults;
  FakeXray fake = FakeXray.start().requireToken(TOKEN);
  final StringWriter out = new StringWriter();
  final StringWriter err = new StringWriter();
  private final Path folder;
  private final Map<Kind, String> objects = new EnumMap<>(Kind.class);
  private byte[] journal = {};

  /**
   * @param change is applied to each document before the server stores it
   */
  Prepared(Path folder, UnaryOperator<String> change, String refusal) throws IOException {
    this.folder = folder;
    this.faults = new WriteFaults(fake.url(), refusal);
    Files.writeString(folder.resolve("token"), TOKEN);
    String yesterday =
        Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString();
    String requests = text("waiver-requests.json");
    fake.seed(Kind.POLICIES, change.apply(text("policies.json")))
        .seed(Kind.WATCHES, change.apply(text("watches.json")))
        .seed(
            Kind.WATCHES, change.apply("[{\"general_data\":{\"name\":\"idle\",\"active\":false}}]"))
        .seed(Kind.VIOLATIONS, change.apply(text("violations.json")))
        .seed(Kind.CURATION_POLICIES, change.apply(text("curation-policies.json")))
        .seed(Kind.CURATION_POLICIES, change.apply(text("dry-run-policy.json")))
        .seed(Kind.WAIVER_REQUESTS, change.apply(requests))
        .seed(Kind.WAIVER_REQUESTS, change.apply(requests.replace("42", "43")))
        .seed(Kind.WAIVER_REQUESTS, change.apply(requests.replace("42", "44")))
        .seed(
            Kind.AUDIT_EVENTS,
            change.apply(text("audit-events.json").replace("YESTERDAY", yesterday)));
  }

  /** Makes the directories, plans and journals that commands read. */
  Prepared withFiles() throws IOException {
    try (FakeXray source = FakeXray.start().requireToken(TOKEN)) {
      for (String plan : List.of("done", "plan")) {
        for (String name : List.of(plan + "-1", plan + "-2")) {
          String policy = text("policies.json").replace("block-vulnerabilities", name);
          source.seed(Kind.POLICIES, policy);
        }
        run("export DIR/wanted", source.url(), out);
        run("plan DIR/wanted --output DIR/" + plan + ".json", faults.url(), out);
        if (plan.equals("done")) {
          run("apply DIR/done.json", faults.url(), out);
        }
      }
    }
    for (Kind kind : Kind.values()) {
      objects.put(kind, fake.stored(kind).toString());
    }
    journal = Files.readAllBytes(folder.resolve("done.json.journal"));
    return again();
  }

  /** Undoes the changes of commands to the server and to files, and clears their output. */
  Prepared restored() throws IOException {
    fake.close();
    fake = FakeXray.start().requireToken(TOKEN);
    objects.forEach(fake::seed);
    faults.standBefore(fake.url());
    Files.write(folder.resolve("done.json.journal"), journal);
    Files.deleteIfExists(folder.resolve("plan.json.journal"));
    return again();
  }

  /** Clears the output, the recorded requests and the planned faults. */
  Prepared again() {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    fake.clearRequests();
    faults.next();
    return this;
  }

  int run(String command, String... more) {
    return run(command, faults.url(), out, more);
  }

  int run(String command, String url, Writer results, String... more) {
    List<String> arguments = new ArrayList<>(arguments(command));
    arguments.addAll(Arrays.asList(more));
    arguments.addAll(
        List.of("--url", url, "--token-file", folder.resolve("token").toString()));
    return execute(results, arguments.toArray(new String[0]));
  }

  /** The arguments of a command, without those for the server. */
  List<String> arguments(String command) {
    return Arrays.stream(command.split(" "))
        .map(word -> word.replace("DIR", folder.toString()))
        .collect(Collectors.toList());
  }

  int execute(Writer results, String... arguments) {
    return XrayExamples.newCommandLine()
        .setOut(new PrintWriter(results, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  static String text(String name) {
    return CommandLineFixture.resource(name);
  }

  @Override
  public void close() {
    faults.close();
    fake.close();
  }
}
