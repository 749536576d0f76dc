package io.github.xrayclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.testsupport.SpecialFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code --output} writes into an existing link, pipe or device, and does not replace it. */
class OutputTargetsTest extends CommandLineFixture {
  @TempDir
  Path folder;

  private String expected;

  @BeforeEach
  void showOnStdout() {
    assertThat(onServer("policies")).isZero();
    expected = out.toString();
    assertThat(expected).isNotBlank();
  }

  private Path pipe() throws Exception {
    return SpecialFiles.pipe(folder.resolve("pipe"));
  }

  private static Process reader(Path pipe, Path copy) throws Exception {
    return new ProcessBuilder("cat", pipe.toString())
        .redirectOutput(copy.toFile())
        .start();
  }

  @Test
  void aPipeGetsTheResult() throws Exception {
    Path pipe = pipe();
    Path copy = folder.resolve("copy");
    Process reader = reader(pipe, copy);

    assertThat(onServer("policies", "--output", pipe.toString())).isZero();

    assertThat(reader.waitFor()).isZero();
    assertThat(Files.readString(copy)).isEqualTo(expected);
    assertThat(Files.isRegularFile(pipe)).isFalse();
  }

  @Test
  void aPipeGetsThePlan() throws Exception {
    Path directory = folder.resolve("export");
    assertThat(onServer("export", directory.toString())).isZero();
    Path pipe = pipe();
    Path copy = folder.resolve("copy");
    Process reader = reader(pipe, copy);

    assertThat(onServer("plan", directory.toString(), "--output", pipe.toString()))
        .isZero();

    assertThat(reader.waitFor()).isZero();
    assertThat(copy).content().contains("\"checksum\"");
    assertThat(Files.isRegularFile(pipe)).isFalse();
  }

  @Test
  void aLinkLeadsToTheFileThatIsWritten() throws Exception {
    Path target = Files.writeString(folder.resolve("target"), "x".repeat(100_000));
    Path link = SpecialFiles.link(folder.resolve("link"), target);
    Path next = SpecialFiles.link(folder.resolve("next"), folder.resolve("new"));

    assertThat(onServer("policies", "--output", link.toString())).isZero();
    assertThat(onServer("policies", "--output", next.toString())).isZero();

    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(target)).isEqualTo(expected);
    assertThat(next).isSymbolicLink();
    assertThat(Files.readString(folder.resolve("new"))).isEqualTo(expected);
  }

  @Test
  void aDeviceStaysADevice() {
    Path device = SpecialFiles.device("/dev/null");

    assertThat(onServer("policies", "--output", device.toString())).isZero();
    assertThat(Files.exists(device) && !Files.isRegularFile(device)).isTrue();
  }

  @Test
  void standardOutputByAnotherNameGetsTheResultOnce() {
    String name = SpecialFiles.device("/dev/stdout").toString();
    out.getBuffer().setLength(0);

    assertThat(onServer("policies", "--output", name)).isZero();

    assertThat(out.toString()).isEqualTo(expected);
  }

  @Test
  void standardOutputByAnotherNameGetsThePlanAlone() throws Exception {
    String name = SpecialFiles.device("/dev/stdout").toString();
    String directory = folder.resolve("export").toString();
    Path plan = folder.resolve("plan.json");
    assertThat(onServer("export", directory)).isZero();
    out.getBuffer().setLength(0);

    assertThat(onServer("plan", directory, "--output", name)).isZero();

    Files.writeString(plan, out.toString());
    assertThat(onServer("apply", plan.toString())).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "export ''",
        "plan ''",
        "drift ''",
        "apply ''",
        "rollback ''",
        "policies --output ''",
        "plan x --output ''",
        "plan x --map ''",
        "policies --ca-file ''"
      })
  void anEmptyNameIsNotTheCurrentDirectory(String arguments) {
    String[] words = Arrays.stream(arguments.split(" "))
        .map(word -> word.replace("''", ""))
        .toArray(String[]::new);

    assertThat(onServer(words)).isEqualTo(2);

    assertThat(err.toString()).contains("must be the name of a file or directory");
  }

  @Test
  void aMissingDirectoryIsRefusedBeforeAPlanIsMade() {
    fake.clearRequests();

    assertThat(onServer("plan", "x", "--output", folder + "/missing/plan.json")).isEqualTo(3);

    assertThat(err.toString()).contains("there is no directory " + folder + "/missing");
    assertThat(fake.requests()).isEmpty();
  }
}
