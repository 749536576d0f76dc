package io.github.xrayclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.examples.WriteFaults.Fate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What only a real process shows: the exit status, the standard output and signals. */
@EnabledOnOs(
    value = OS.LINUX,
    disabledReason = "needs the shell, the limits, the signals and the devices of Linux")
@Timeout(120)
class ProcessTest {
  @TempDir
  private Path folder;

  /** Starts the command line in a shell, after a command such as {@code ulimit -f 1}. */
  private Process start(String shell, String output, String... arguments) throws IOException {
    List<String> command = new ArrayList<>(List.of(
        "bash",
        "-c",
        shell + "; exec \"$@\"",
        "bash",
        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        "-XX:-UsePerfData",
        "-cp",
        System.getProperty("java.class.path"),
        XrayExamples.class.getName()));
    command.addAll(Arrays.asList(arguments));
    ProcessBuilder process = new ProcessBuilder(command);
    process.environment().keySet().removeIf(name -> name.matches("(JF|JFROG|XRAY)_.*"));
    return process
        .redirectOutput(Path.of(output).toFile())
        .redirectError(errors().toFile())
        .start();
  }

  private Path errors() {
    return folder.resolve("stderr");
  }

  @Test
  void endsWithThreeIfStandardOutputIsFull() throws Exception {
    assertThat(start("true", "/dev/full", "policies", "--demo").waitFor()).isEqualTo(3);

    assertThat(Files.readAllLines(errors()))
        .containsExactly(
            "This command uses an embedded server with demo data.",
            "cannot write to standard output: it is closed, or its disk is full");
  }

  @Test
  void leavesNoIncompleteFile() throws Exception {
    Path report = folder.resolve("report.html");
    String[] explain = {
      "explain",
      "--demo",
      "--repo",
      "example-repo-local",
      "--format",
      "html",
      "--output",
      report.toString()
    };

    assertThat(start("ulimit -f 1", "/dev/null", explain).waitFor()).isEqualTo(3);

    assertThat(Files.readAllLines(errors()))
        .hasSize(2)
        .last()
        .asString()
        .startsWith("cannot use " + report)
        .endsWith("; the incomplete file was removed");
    assertThat(report).doesNotExist();
  }

  @Test
  void saysWhatItSentWhenItIsTerminated() throws Exception {
    try (Prepared server = new Prepared(folder, UnaryOperator.identity(), "{}")) {
      server.faults.next(Fate.HOLD);
      Process waive = start(
          "true",
          "/dev/null",
          ("waive --policy 11 --type npm --package left-pad --justification vendored --url "
                  + server.faults.url() + " --token-file " + folder.resolve("token"))
              .split(" "));
      server.faults.awaitHeld();

      waive.destroy(); // SIGTERM

      assertThat(waive.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(waive.exitValue()).isEqualTo(143);
      assertThat(Files.readAllLines(errors()))
          .singleElement()
          .asString()
          .startsWith("interrupted: ")
          .contains("; outcome unknown: PUT " + server.faults.url())
          .doesNotContain(Prepared.TOKEN);
    }
  }
}
