package io.github.xrayclient.examples.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.examples.CommandLineFixture;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.RecordedRequest;
import io.github.xrayclient.testsupport.FileTree;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The option {@code --waiver-files} of export, and what other commands do with such exports. */
class WaiverFilesCommandTest extends CommandLineFixture {
  private static final String POLICY = "curation-policies/malicious-packages-with-waivers.json";
  private static final String FOLDER = "curation-policies/malicious-packages-with-waivers.waivers/";

  @TempDir
  Path folder;

  private String directory() {
    return folder.resolve("export").toString();
  }

  private Map<String, String> files() {
    return FileTree.texts(Path.of(directory()));
  }

  private int waive(String name) {
    return onServer(
        "waive",
        "--policy",
        "11",
        "--type",
        "npm",
        "--package",
        name,
        "--version",
        "1.3.0",
        "--justification",
        "reviewed");
  }

  @Test
  void keepsDailyWaiversOutOfTheFileOfThePolicy() throws IOException {
    assertThat(onServer("export", directory(), "--waiver-files", "separate")).isZero();
    Map<String, String> before = files();
    assertThat(before)
        .containsKeys(
            POLICY, FOLDER + "npm jquery 3.7.1.json", FOLDER + "npm jquery all versions.json");
    assertThat(before.get(POLICY)).doesNotContain("jquery");
    assertThat(waive("left-pad")).isZero();
    assertThat(onServer("drift", directory())).isZero();

    assertThat(onServer("export", directory())).isZero();

    Map<String, String> added = files();
    added.entrySet().removeAll(before.entrySet());
    assertThat(added).containsOnlyKeys(FOLDER + "npm left-pad 1.3.0.json");
    assertThat(onServer("drift", directory(), "--waivers", "exact")).isZero();
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void leavesWaiversOutSoThatNobodyChangesThem() throws IOException {
    assertThat(onServer("export", directory(), "--waiver-files", "NONE")).isZero();
    assertThat(files().get(POLICY)).doesNotContain("jquery");
    assertThat(waive("left-pad")).isZero();
    assertThat(err.toString()).isEmpty();
    fake.clearRequests();

    assertThat(onServer("drift", directory(), "--strict")).isZero();

    assertThat(err.toString())
        .isEqualToIgnoringNewLines(
            "Waivers are not compared, because " + directory() + " was exported without them");
    assertThat(onServer("plan", directory(), "--waivers", "exact")).isEqualTo(2);
    assertThat(err.toString())
        .contains(
            "exact waivers would delete all waivers of the target", "leave --waivers exact out");
    assertThat(onServer("diff", directory())).isZero();
    assertThat(out.toString()).contains("Waivers were not compared");
    assertThat(fake.requests()).extracting(RecordedRequest::method).containsOnly("GET");
  }

  @Test
  void returnsToWaiversInTheFilesOfPolicies() throws IOException {
    assertThat(onServer("export", directory())).isZero();
    Map<String, String> inline = files();
    assertThat(inline.get(POLICY)).contains("jquery");

    assertThat(onServer("export", directory(), "--waiver-files", "separate")).isZero();
    assertThat(files()).isNotEqualTo(inline);
    assertThat(onServer("export", directory(), "--waiver-files", "inline")).isZero();

    assertThat(files()).isEqualTo(inline);
    assertThat(Path.of(directory(), FOLDER)).doesNotExist();
  }

  @Test
  void goesWithTheReplacementOfAnotherServer() throws IOException {
    try (FakeXray other = FakeXray.start()) {
      String token = tokenFile().toString();
      assertThat(run("export", directory(), "--url", other.url(), "--token-file", token))
          .isZero();
      assertThat(onServer("export", directory(), "--waiver-files", "separate")).isEqualTo(3);

      int exit = onServer("export", directory(), "--waiver-files", "separate", "--replace-source");

      assertThat(exit).isZero();
      assertThat(files()).containsKey(FOLDER + "npm jquery 3.7.1.json");
    }
  }

  @Test
  void refusesOtherForms() {
    assertThat(onServer("export", directory(), "--waiver-files", "apart")).isEqualTo(2);

    assertThat(err.toString()).contains("--waiver-files", "inline, separate, none");
    assertThat(Path.of(directory())).doesNotExist();
  }
}
