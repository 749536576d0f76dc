package io.github.xrayclient.examples.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Options that several commands have say what they do in each of them. */
class OptionTextsTest {
  /** The reference of a command, which is made from its help. */
  private static String reference(String command) throws IOException {
    String readme = Files.readString(Path.of("README.md")).replace("\r\n", "\n");
    String section = readme.substring(readme.indexOf("\n## " + command + "\n") + 1);
    return section.substring(0, section.indexOf("\n## "));
  }

  private static String option(String command, String name) throws IOException {
    return reference(command)
        .lines()
        .filter(line -> line.startsWith("| `" + name))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void ofADriftPromiseNoWrites() throws IOException {
    assertThat(option("drift", "--fail-on")).doesNotContain("to a file");
    assertThat(option("drift", "--waivers")).doesNotContain("deletes").contains("difference");
    assertThat(option("drift", "--as-dry-run")).doesNotContain("Turns").contains("difference");
    assertThat(option("plan", "--waivers")).contains("exact deletes them");
    assertThat(option("plan", "--as-dry-run"))
        .contains("Turns no blocking of downloads on and none off");
  }

  @Test
  void ofAPlanTellThatAFileIsNotAlwaysWritten() throws IOException {
    for (String command : List.of("plan", "promote")) {
      assertThat(option(command, "--output")).contains("not written if --fail-on");
    }
  }

  @Test
  void ofASelectionTellWhatIsCoveredBesides() throws IOException {
    assertThat(reference("export").replace("\n", " "))
        .contains("What they need, such as the policies of watches, is exported");
    assertThat(reference("plan").replace("\n", " "))
        .contains("is created if the server does not have it");
    assertThat(reference("drift").replace("\n", " "))
        .contains("is listed if the server does not have it");
  }

  @Test
  void nameTheCommandsThatFindSomething() throws IOException {
    String readme = Files.readString(Path.of("README.md"));

    assertThat(
            readme.lines().filter(line -> line.startsWith("| 10 | Something")).findFirst())
        .hasValueSatisfying(line -> assertThat(line).contains("drift, diff", "rollback --preview"));
  }

  @Test
  void nameAllVariablesForTheUrl() throws IOException {
    String readme = Files.readString(Path.of("README.md"));

    assertThat(readme.lines().filter(line -> line.startsWith("| `--url URL`")))
        .isNotEmpty()
        .allSatisfy(line -> assertThat(line).contains("JF_URL", "JFROG_URL", "XRAY_URL"));
  }
}
