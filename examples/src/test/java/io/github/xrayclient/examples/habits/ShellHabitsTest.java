package io.github.xrayclient.examples.habits;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.examples.CommandLineFixture;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Asks the command line about itself. */
class ShellHabitsTest {
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @ParameterizedTest
  @ValueSource(strings = {"-V", "--version"})
  void tellsItsVersionItsCommitAndItsJava(String option) {
    assertThat(run(option)).isZero();

    assertThat(out.toString().lines())
        .hasSize(3)
        .anyMatch(line -> line.matches("xray-examples \\S+"))
        .anyMatch(line -> line.matches("commit \\S*"))
        .anyMatch(line -> line.startsWith("Java " + Runtime.version()));
    assertThat(err.toString()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void helpOfACommandIsThatOfItsOption(boolean colored) {
    System.setProperty("picocli.ansi", String.valueOf(colored));
    try {
      assertThat(run("help", "waive")).isZero();
      String help = out.toString();
      out.getBuffer().setLength(0);

      assertThat(run("waive", "--help")).isZero();
      assertThat(help).isEqualTo(out.toString()).contains("Usage: ", "xray-examples waive");
      assertThat(help.contains("\u001b[1m")).isEqualTo(colored);
    } finally {
      System.clearProperty("picocli.ansi");
    }
  }

  @Test
  void helpListsAllCommands() {
    assertThat(run("help")).isZero();

    assertThat(out.toString()).contains("explain", "rollback", "completion");
  }

  @ParameterizedTest
  @CsvSource({
    "polices, (did you mean policies?)",
    "explian, (did you mean explain?)",
    "Explain, (did you mean explain?)",
    "wave, (did you mean waive?)",
    "curation, (did you mean curation-policies?)",
    "policies --fromat json, (did you mean --format?)",
    "policies --quite, (did you mean --quiet?)",
    "policies --dry, argument 2 is not an option; see",
    "apply --jornal=x plan, (did you mean --journal?)",
    "help polices, (did you mean policies?)",
    "xyz, argument 1 is not a command; see",
  })
  void suggestsTheNearCommandOrOption(String arguments, String words) {
    assertThat(run(arguments.split(" "))).isEqualTo(2);

    assertThat(err.toString().lines()).singleElement().asString().contains(words);
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh"})
  void completesCommandsAndOptions(String shell) {
    assertThat(run("completion", shell)).isZero();

    assertThat(out.toString())
        .contains("complete -F _complete_xray-examples -o default xray-examples")
        .contains("explain", "--message-file", "rollback", "bashcompinit");
  }

  @Test
  void completesNoOtherShell() {
    assertThat(run("completion", "fish")).isEqualTo(2);

    assertThat(err.toString()).contains("bash|zsh must be one of bash, zsh");
  }

  private int run(String... arguments) {
    return CommandLineFixture.run(out, err, arguments);
  }
}
