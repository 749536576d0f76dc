package io.github.xrayclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

/** Compares the reference of the commands in README.md with their definitions. */
class CommandReferenceTest {
  private static final Path README = Path.of("README.md");
  private static final String MARK = "<!-- The rest is generated from the definitions of the"
      + " commands: change those, then run mvn -Papi test. -->\n";

  @Test
  void isTheOneOfTheDefinitions() throws IOException {
    String[] readme = Files.readString(README).replace("\r\n", "\n").split(MARK, 2);
    String reference = CommandReference.of(XrayExamples.newCommandLine());

    assertThat(readme).as("the part before and after the mark").hasSize(2);
    if (Boolean.getBoolean("xray.api.write")) {
      Files.writeString(README, readme[0] + MARK + reference);
    } else {
      assertThat(readme[1])
          .as("the reference of the commands; if they changed on purpose, run mvn -Papi test")
          .isEqualTo(reference);
    }
  }

  @Test
  void describesEveryCommandAndOption() {
    for (CommandLine command : XrayExamples.newCommandLine().getSubcommands().values()) {
      String usage = command.getUsageMessage();

      assertThat(command.getCommandSpec().usageMessage().header()).as(usage).hasSize(1);
      assertThat(command.getCommandSpec().usageMessage().description())
          .as(usage)
          .isNotEmpty();
      assertThat(command.getCommandSpec().args())
          .filteredOn(argument -> !argument.hidden())
          .allSatisfy(
              argument -> assertThat(String.join(" ", argument.description())).endsWith("."));
      assertThat(usage.lines()).as(usage).allMatch(line -> line.length() <= 80);
      assertThat(usage).contains("Exit codes:\n", "Example:\n");
    }
  }
}
