package io.github.xrayclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The command that reads a log without a server. */
class RefusalsCommandTest extends CommandLineFixture {
  private static final String LOG = "+ make fetch\n"
      + "+ curl -f -O https://acme.example/artifactory/libs/a/a-1.jar\n"
      + "curl: (22) The requested URL returned error: 403\n"
      + "+ curl -f -O https://acme.example/artifactory/libs/a/a-1.jar\n"
      + "curl: (22) The requested URL returned error: 403\n";

  private int refusals(String log, String... more) throws IOException {
    Path file = Files.writeString(secrets.resolve("build.log"), log);
    String[] arguments = new String[more.length + 3];
    arguments[0] = "refusals";
    arguments[1] = "--message-file";
    arguments[2] = file.toString();
    System.arraycopy(more, 0, arguments, 3, more.length);
    return run(arguments);
  }

  @Test
  void listsEachRefusedDownloadOnce() throws IOException {
    assertThat(refusals(LOG)).isEqualTo(10);

    assertThat(out.toString())
        .containsPattern("3 +2 +REFUSED_WITHOUT_REASON +403 +libs +a/a-1\\.jar\n")
        .contains("--fail-with-body");
    assertThat(err.toString()).isEmpty();
    assertThat(fake.requests()).isEmpty();
  }

  @Test
  void namesThePackageThatCurationBlocks() throws IOException {
    assertThat(refusals(
            "Package left-pad:1.3.0 download was blocked by JFrog Packages Curation service"
                + " due to the following policies violated {old,{old package},because,update}"))
        .isEqualTo(10);

    assertThat(out.toString()).contains("CURATION_BLOCK", "left-pad:1.3.0");
  }

  @Test
  void writesAnObjectForEachRefusal() throws IOException {
    assertThat(refusals(LOG, "--format", "json")).as(err.toString()).isEqualTo(10);

    assertThat(json().path("kind").asText()).isEqualTo("REFUSED_WITHOUT_REASON");
    assertThat(json().path("repository").asText()).isEqualTo("libs");
    assertThat(json().path("path").asText()).isEqualTo("a/a-1.jar");
    assertThat(json().path("count").asInt()).isEqualTo(2);
    assertThat(json().at("/tool/name").asText()).isEqualTo("curl");
    assertThat(json().path("line").asInt()).isEqualTo(3);
  }

  @Test
  void givesNoHintIfTheReasonIsThere() throws IOException {
    refusals("curl: (22) The requested URL returned error: 403\n"
        + "Artifact download request rejected: a-1.jar was not downloaded due to the download blocking"
        + " policy configured in Xray for libs.\n");

    assertThat(out.toString()).contains("XRAY_BLOCK").doesNotContain("--fail-with-body");
  }

  @Test
  void findsNothingInALogWithoutARefusal() throws IOException {
    assertThat(refusals("Fetching a\nBUILD SUCCESS\n")).isZero();
    assertThat(out.toString()).contains("no refused download");
  }
}
