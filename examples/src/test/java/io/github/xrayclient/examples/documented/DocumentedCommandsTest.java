package io.github.xrayclient.examples.documented;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.xrayclient.examples.CommandLineFixture;
import io.github.xrayclient.examples.cli.Server;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Runs every command of the documents and of the help, except those of the recipes, which another
 * test runs. The server and the files have what the commands name.
 */
class DocumentedCommandsTest {
  private static final String TOKEN = "top-secret-token";
  private static final Pattern RECIPES = Pattern.compile("(?ms)^## Recipes\n.*?(?=^## )");
  private static final Pattern COMMAND = Pattern.compile(
      "(?m)(?:^|^[^`\n]*\\| )(?:java -jar \\S*/)?xray-examples(?:\\.jar)? ((?:\\\\\n|[^#|<\n])*)");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|[^\\s\\\\]\\S*");
  private static final Pattern NEEDS_JOURNAL = Pattern.compile("rollback .*");

  @TempDir
  Path folder;

  private final FakeXray fake = FakeXray.start().requireToken(TOKEN).version("3.138.0");

  /** Every command but demo-server, which runs until it is stopped. */
  static List<String> commands() throws IOException {
    List<String> commands = new ArrayList<>();
    for (Path document : Documents.all()) {
      String text = RECIPES.matcher(Files.readString(document)).replaceAll("");
      COMMAND.matcher(text).results().map(match -> match.group(1).strip()).forEach(commands::add);
    }
    return commands.stream()
        .distinct()
        .filter(command -> !command.equals("demo-server"))
        .collect(Collectors.toList());
  }

  @BeforeEach
  void prepare() throws IOException {
    String yesterday =
        Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString();
    Map<Kind, String> files = Map.of(
        Kind.POLICIES, "policies",
        Kind.WATCHES, "watches",
        Kind.REPOSITORIES, "repositories",
        Kind.XRAY_INTEGRATION, "xray-integration",
        Kind.SCAN_STATUSES, "scan-statuses",
        Kind.VIOLATIONS, "violations",
        Kind.CURATION_POLICIES, "curation-policies",
        Kind.PACKAGES, "packages",
        Kind.WAIVER_REQUESTS, "waiver-requests",
        Kind.AUDIT_EVENTS, "audit-events");
    for (Map.Entry<Kind, String> file : files.entrySet()) {
      fake.seed(file.getKey(), demo(file.getValue()).replace("YESTERDAY", yesterday));
    }
    fake.seed(Kind.CURATION_POLICIES, demo("dry-run-policy"));
    JsonNode named = new ObjectMapper().readTree(resource("named.json"));
    named
        .properties()
        .forEach(kind -> fake.seed(Kind.valueOf(kind.getKey()), kind.getValue().toString()));
    Files.writeString(
        folder.resolve("build.log"),
        "HTTP Error Code 403: Artifact download request rejected: org/acme/app-1.0.jar was not"
            + " downloaded due to the download blocking policy configured in Xray for"
            + " example-repo-local.\n");
    Files.writeString(folder.resolve("packages.txt"), "npm lodash 4.17.21\n");
    Files.writeString(folder.resolve("token.txt"), TOKEN);
  }

  @AfterEach
  void stop() {
    fake.close();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void succeed(String command) throws IOException {
    prepareFilesOf(command);

    Ran ran = run(words(command));

    assertThat(ran.exit).as("%s%n%s%s", command, ran.out, ran.err).isIn(0, 10);
  }

  @Test
  void thatChangeAServerAreNamed() throws IOException {
    Set<String> writers = new TreeSet<>();
    for (String command : commands()) {
      String name = command.split(" ", -1)[0];
      if (!writers.contains(name) && !command.contains("--demo")) {
        prepareFilesOf(command);
        List<String> words = words(command + " --read-only");
        words.removeIf(word -> word.equals("--dry-run") || word.equals("--preview"));
        if (run(words).err.contains("refuses every write")) {
          writers.add(name);
        }
      }
    }

    String readme = Files.readString(Path.of("README.md"));
    assertThat(Pattern.compile("(?s)Only ((?:(?!\\.).)*?) change a server")
            .matcher(readme)
            .results()
            .flatMap(sentence ->
                Pattern.compile("`(\\w[\\w-]*)`").matcher(sentence.group(1)).results())
            .map(name -> name.group(1)))
        .containsExactlyInAnyOrderElementsOf(writers);
  }

  /** Makes the exports, plans and journals that the command reads. */
  private void prepareFilesOf(String command) throws IOException {
    for (String name : List.of("exported", "governance", "governance-main", "governance-branch")) {
      if (words(command).contains(folder.resolve(name).toString())
          && !command.startsWith("export")) {
        assertThat(run(words("export " + name)).exit).isZero();
      }
    }
    if (command.contains("plan.json") && !command.startsWith("plan")) {
      run(words("export governance"));
      Path policy = folder.resolve("governance/policies/block-vulnerabilities.json");
      Files.writeString(policy, Files.readString(policy).replace("All severities", "Critical"));
      assertThat(run(words("plan governance --output plan.json")).exit).isEqualTo(10);
    }
    if (NEEDS_JOURNAL.matcher(command).matches()) {
      assertThat(run(words("apply plan.json")).exit).isZero();
    }
  }

  /** The words of a command, with the server and the directory of this test. */
  private List<String> words(String command) {
    List<String> words = WORD.matcher(command)
        .results()
        .map(DocumentedCommandsTest::word)
        .collect(Collectors.toCollection(ArrayList::new));
    words.replaceAll(word -> isFile(word) ? folder.resolve(word).toString() : word);
    int profile = words.indexOf("--server-id");
    if (profile >= 0) {
      words.subList(profile, profile + 2).clear();
    }
    words.replaceAll(word -> word.startsWith("http") ? fake.url() : word);
    int token = words.indexOf("--token") + 1;
    if (token > 0) {
      words.set(token, TOKEN);
    }
    return words;
  }

  private static boolean isFile(String word) {
    return word.matches(
        "exported|governance(?:-\\w+)?|\\S+\\.(?:json|json\\.journal|txt|log|html)");
  }

  private static String word(MatchResult found) {
    return found.group(1) == null ? found.group() : found.group(1);
  }

  private Ran run(List<String> words) throws IOException {
    List<String> all = new ArrayList<>(words);
    int input = all.indexOf("--message-file") + 1;
    if (input > 0 && all.get(input).equals("-")) {
      all.set(input, folder.resolve("build.log").toString());
    }
    if (needsServer(all)) {
      all.addAll(List.of("--url", fake.url()));
    }
    if (all.contains("--url") && !all.contains("--token") && !all.contains("--token-file")) {
      all.addAll(List.of("--token-file", folder.resolve("token.txt").toString()));
    }
    StringWriter out = new StringWriter();
    StringWriter err = new StringWriter();
    int exit = CommandLineFixture.run(out, err, all.toArray(new String[0]));
    return new Ran(exit, out.toString(), err.toString());
  }

  private boolean needsServer(List<String> words) {
    boolean offline = List.of(
            "refusals", "check", "help", "completion", "servers", "--help", "--version")
        .contains(words.get(0));
    boolean compares = words.get(0).equals("diff") && words.size() > 2 && !words.contains("--url");
    return !offline
        && !compares
        && !words.contains("--url")
        && !words.contains("--demo")
        && !(words.contains("--from")
            && words.contains(folder.resolve("exported").toString()));
  }

  private static String demo(String name) throws IOException {
    try (InputStream in = Server.class.getResourceAsStream(name + ".json")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String resource(String name) throws IOException {
    return Files.readString(Path.of("src/test/resources/documented", name));
  }

  /** How a command ended, and what it printed. */
  private static final class Ran {
    private final int exit;
    private final String out;
    private final String err;

    Ran(int exit, String out, String err) {
      this.exit = exit;
      this.out = out;
      this.err = err;
    }
  }
}
