package io.github.xrayclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.examples.WriteFaults.Fate;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testsupport.SpecialFiles;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The exit code and the messages of each command for each outcome. */
class ContractTest {
  private static Prepared server;

  @BeforeAll
  static void prepare(@TempDir Path folder) throws IOException {
    server = new Prepared(folder, UnaryOperator.identity(), "{\"error\":\"no\"}").withFiles();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @BeforeEach
  void restore() throws IOException {
    server.restored();
  }

  static Stream<String> commands() {
    return Prepared.COMMANDS.stream();
  }

  static Stream<String> writers() {
    return commands().filter(ContractTest::writes);
  }

  private static String name(String command) {
    return command.split(" ", 2)[0];
  }

  private static boolean writes(String command) {
    return Prepared.WRITERS.contains(name(command));
  }

  private static String writer(String name) {
    return writers().filter(each -> name(each).equals(name)).findFirst().orElseThrow();
  }

  private static int run(String command, Fate... fates) {
    server.faults.next(fates);
    return server.run(command);
  }

  private void saysOneLine(String... words) {
    assertThat(server.err.toString().lines()).hasSize(1);
    assertThat(server.err.toString()).contains(words).doesNotContain(Prepared.TOKEN);
  }

  private long linesWith(String words) {
    return server.err.toString().lines().filter(line -> line.contains(words)).count();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void endsWithZeroOrTenIfAllGoesWell(String command) {
    boolean finds = Stream.of("explain", "audit-setup", "plan", "drift", "diff")
        .anyMatch(name(command)::equals);

    assertThat(run(command)).isEqualTo(finds ? 10 : 0);

    assertThat(server.out.toString()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"explain --repo other", "plan DIR/same", "drift DIR/same", "diff DIR/same"})
  void endsWithZeroIfNothingIsFound(String command) {
    seedOther();
    server.run("export DIR/same");

    assertThat(server.run(command)).isZero();
  }

  /** The repository that no watch covers. */
  private void seedOther() {
    server.fake.seed(
        FakeXray.Kind.REPOSITORIES,
        "{\"key\":\"other\",\"rclass\":\"local\",\"packageType\":\"maven\"}");
  }

  @Test
  void printsCommandsWithTheOptionsThatNameTheServer() {
    server.run("explain --repo example-repo-local --path org/acme/app-1.0.jar --allow-plain-http");

    assertThat(server.out.toString()).contains("' --allow-plain-http --repo='example-repo-local'");
  }

  @Test
  void givesNoAllClearForARepositoryThatCouldNotBeLookedUp() {
    assertThat(server.run("explain --repo other")).isEqualTo(3);

    assertThat(server.err.toString()).contains("The repository was not looked up in Artifactory");
  }

  @ParameterizedTest
  @MethodSource("commands")
  void endsWithTwoForAnUnknownOption(String command) {
    assertThat(server.run(command, "--tokne", "hidden-value")).isEqualTo(2);

    saysOneLine("is not an option", "--token", "see xray-examples " + name(command) + " --help");
    assertThat(server.err.toString()).doesNotContain("hidden-value", "tokne");
    assertThat(server.fake.requests()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void endsWithTwoForAnArgumentThatTheLibraryRefuses(String command) {
    assertThat(server.run(command, "ftp://acme.example", server.out)).isEqualTo(2);

    saysOneLine("must begin with https://");
    assertThat(server.fake.requests()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void endsWithTwoWithoutAServer(String command) {
    assertThat(server.execute(server.out, server.arguments(command).toArray(new String[0])))
        .isEqualTo(2);

    saysOneLine("no server URL is set", "--url", "--token-file", "JF_URL", "--demo");
    assertThat(server.out.toString()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void endsWithThreeIfTheServerFails(String command) {
    server.faults.goBlind();

    assertThat(server.run(command)).isEqualTo(3);

    saysOneLine("500");
    assertThat(server.out.toString()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("commands")
  void endsWithThreeIfTheOutputCannotBeWritten(String command) {
    assertThat(server.run(command, server.faults.url(), new Broken(new IOException("full"))))
        .isEqualTo(3);

    assertThat(linesWith("cannot write to standard output")).isEqualTo(1);
    assertThat(linesWith("; already done: ")).isEqualTo(writes(command) ? 1 : 0);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void endsWithThreeOrFourForAnError(String command) {
    int exit = server.run(command, server.faults.url(), new Broken(new OutOfMemoryError("heap")));

    assertThat(exit).isEqualTo(writes(command) ? 4 : 3);
    assertThat(linesWith("there is not enough memory (heap); give the JVM more with -Xmx"))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @MethodSource("commands")
  void sendsNoWriteIfItIsReadOnly(String command) {
    int exit = server.run(command, "--read-only");

    assertThat(exit).isIn(writes(command) ? new Object[] {2} : new Object[] {0, 10});
    assertThat(server.faults.writes()).isZero();
    assertThat(linesWith("refuses every write")).isEqualTo(writes(command) ? 1 : 0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"waive", "copy-waiver"})
  void showsWhatItWouldSendThoughItIsReadOnly(String name) {
    assertThat(server.run(writer(name), "--read-only", "--dry-run")).isZero();

    assertThat(server.out.toString()).contains("adds package waiver");
  }

  @ParameterizedTest
  @MethodSource("writers")
  void endsWithThreeIfTheWriteIsRefused(String command) {
    assertThat(run(command, Fate.REFUSE)).isEqualTo(3);

    assertThat(server.err.toString().lines()).hasSize(1);
  }

  @ParameterizedTest
  @MethodSource("writers")
  void endsWithFourIfNobodyKnowsWhetherTheWriteWasMade(String command) {
    assertThat(run(command, Fate.LOSE)).isEqualTo(4);

    saysOneLine("; outcome unknown: ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"waiver-requests", "apply", "rollback"})
  void endsWithFourIfAWriteWasMadeButNothingCanBeReadAfterwards(String name) {
    assertThat(run(writer(name), Fate.BLIND)).isEqualTo(4);

    assertThat(linesWith("; already done: ")).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"waiver-requests", "apply", "rollback"})
  void endsWithFourIfOnlyTheFirstOfSeveralWritesIsMade(String name) {
    assertThat(run(writer(name), Fate.PASS, Fate.REFUSE)).isEqualTo(4);

    assertThat(server.faults.writes()).isEqualTo(2);
    assertThat(linesWith("; already done: ")).isEqualTo(1);
  }

  @Test
  void explainsNothingIfTheWatchesCannotBeRead() {
    server.faults.forbid("/xray/api/v2/watches");

    assertThat(server.run("explain --repo other")).isEqualTo(3);

    saysOneLine("403", "Manage Watches");
  }

  @Test
  void givesNoAllClearIfOnlyTheWatchesOfTheRepositorysProjectCanBeRead() {
    server.fake.seed(
        FakeXray.Kind.REPOSITORIES,
        "{\"key\":\"of-dev\",\"rclass\":\"local\",\"projectKey\":\"dev\"}");
    server.faults.forbid("/xray/api/v2/watches");

    assertThat(server.run("explain --repo of-dev")).isEqualTo(3);

    saysOneLine("Watches outside the project were not read");
  }

  @Test
  void givesNoAllClearIfTheWatchesOutsideAProjectCannotBeRead() {
    seedOther();
    server.faults.forbid("/xray/api/v2/watches");

    assertThat(server.run("explain --repo other --project dev")).isEqualTo(3);

    saysOneLine("Watches outside the project were not read");
  }

  @Test
  @Timeout(60)
  void endsWith130IfItIsInterruptedAndNamesTheWrite() throws Exception {
    server.faults.next(Fate.HOLD);
    FutureTask<Integer> waive = new FutureTask<>(() -> server.run(writer("waive")));
    Thread running = new Thread(waive);
    running.start();
    server.faults.awaitHeld();

    running.interrupt();

    assertThat(waive.get()).isEqualTo(130);
    saysOneLine("interrupted: ", "; outcome unknown: PUT " + server.faults.url());
  }

  @ParameterizedTest
  @CsvSource({"DIR/missing/file, there is no directory", "DIR, is the directory"})
  void endsWithThreeIfTheFileForItsOutputCannotBeWritten(String file, String words) {
    assertThat(server.run("policies --output " + file)).isEqualTo(3);

    saysOneLine(words);
  }

  @Test
  void endsWithThreeIfTheDiskIsFull() {
    SpecialFiles.device("/dev/full");

    assertThat(server.run("policies --output /dev/full")).isEqualTo(3);

    saysOneLine("cannot use /dev/full");
  }

  @Test
  void saysWhatWasDoneIfTheFileForItsOutputCannotBeWritten() {
    SpecialFiles.device("/dev/full");

    assertThat(run(writer("waive") + " --output /dev/full")).isEqualTo(3);

    saysOneLine("cannot use /dev/full", "; already done: PUT ");
  }

  /** Fails when the first text is written. */
  private static final class Broken extends Writer {
    private final Throwable failure;
    private boolean failed;

    Broken(Throwable failure) {
      this.failure = failure;
    }

    @Override
    public void write(char[] text, int start, int length) throws IOException {
      if (failure instanceof IOException) {
        throw (IOException) failure;
      }
      if (!failed) {
        failed = true;
        throw (Error) failure;
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
