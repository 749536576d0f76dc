package io.github.xrayclient.examples.recording;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.examples.CommandLineFixture;
import io.github.xrayclient.recording.RecordedExchange;
import io.github.xrayclient.recording.Recording;
import io.github.xrayclient.testing.FakeXray;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Runs commands that record what the server answers. */
class RecordOptionsTest extends CommandLineFixture {
  @TempDir
  Path temporary;

  private String recorded(String option) throws IOException {
    Path directory = temporary.resolve("recording");
    assertThat(onServer("policies", option, directory.toString())).isZero();
    return Recording.read(directory).exchanges().stream()
        .map(RecordedExchange::toJson)
        .collect(Collectors.joining());
  }

  @Test
  void recordKeepsNamesAndHidesSecrets() throws IOException {
    assertThat(recorded("--record")).contains("block-vulnerabilities").doesNotContain(TOKEN);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void recordWithoutNamesReplacesThem() throws IOException {
    fake.seed(
        FakeXray.Kind.POLICIES, "{\"name\":\"falcon-policy\",\"type\":\"security\",\"rules\":[]}");

    assertThat(recorded("--record-without-names"))
        .contains("alias1-policy")
        .doesNotContain("falcon", TOKEN);
    assertThat(out.toString()).contains("falcon-policy");
  }

  @Test
  void recordRefusesADirectoryThatIsNotEmpty() throws IOException {
    Files.createFile(temporary.resolve("mine"));

    assertThat(onServer("policies", "--record", temporary.toString())).isEqualTo(2);

    assertThat(err.toString()).contains("is not empty");
    assertThat(fake.requests()).isEmpty();
  }

  @Test
  void recordWarnsOfFilesThatCannotBeWritten() throws IOException {
    Files.createFile(temporary.resolve("file"));

    assertThat(onServer("policies", "--record", temporary.resolve("file/below").toString()))
        .isZero();

    assertThat(err.toString()).startsWith("exchange 1 could not be recorded in ");
  }

  @Test
  void bothOptionsContradictEachOther() {
    assertThat(onServer("policies", "--record", "a", "--record-without-names", "b"))
        .isEqualTo(2);

    assertThat(err.toString()).contains("cannot be used together");
  }
}
