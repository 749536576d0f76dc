package io.github.xrayclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --output} does where the file is a link, a pipe or a device: it writes into it. */
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
    Path pipe = folder.resolve("pipe");
    assertThat(new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor()).isZero();
    return pipe;
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
    Path link = Files.createSymbolicLink(folder.resolve("link"), target);
    Path next = Files.createSymbolicLink(folder.resolve("next"), folder.resolve("new"));

    assertThat(onServer("policies", "--output", link.toString())).isZero();
    assertThat(onServer("policies", "--output", next.toString())).isZero();

    assertThat(link).isSymbolicLink();
    assertThat(Files.readString(target)).isEqualTo(expected);
    assertThat(next).isSymbolicLink();
    assertThat(Files.readString(folder.resolve("new"))).isEqualTo(expected);
  }

  @Test
  void aDeviceStaysADevice() {
    Path device = Path.of("/dev/null");

    assertThat(onServer("policies", "--output", device.toString())).isZero();
    assertThat(Files.exists(device) && !Files.isRegularFile(device)).isTrue();
  }
}
