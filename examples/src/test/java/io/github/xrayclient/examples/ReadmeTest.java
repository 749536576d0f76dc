package io.github.xrayclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.examples.documented.Documents;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Checks the commands and the output that the documents show. */
class ReadmeTest {
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^(?:java -jar \\S*/)?xray-examples(?:\\.jar)? ((?:\\\\\n|[^#|\n])*)");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|[^\\s\\\\]\\S*");
  private static final Pattern DEMO_MESSAGE =
      Pattern.compile("<argument>--message</argument>\\s*<argument>(.*?)</argument>");
  private static final Pattern DEMO_OUTPUT =
      Pattern.compile("(?s)begins like this:\n\n```\n(.*?)```");

  @Test
  void everyCommandIsUnderstood() throws IOException {
    List<String> commands = new ArrayList<>();
    for (Path document : Documents.all()) {
      commands.addAll(found(document, COMMAND));
    }

    for (String command : commands) {
      String[] words = WORD.matcher(command).results().map(ReadmeTest::last).toArray(String[]::new);
      XrayExamples.newCommandLine().parseArgs(words);
    }

    assertThat(commands).hasSizeGreaterThan(25);
  }

  @Test
  void theDemoPrintsWhatTheReadmeShows() throws IOException {
    String message = found(Path.of("pom.xml"), DEMO_MESSAGE).get(0);
    StringWriter out = new StringWriter();

    int exitCode = XrayExamples.newCommandLine()
        .setOut(new PrintWriter(out, true))
        .execute("explain", "--demo", "--message", message);

    assertThat(exitCode).isEqualTo(10);
    assertThat(out.toString())
        .startsWith(found(Path.of("..", "README.md"), DEMO_OUTPUT).get(0));
  }

  private static List<String> found(Path document, Pattern pattern) throws IOException {
    List<String> found = new ArrayList<>();
    Documents.matches(document, pattern).map(ReadmeTest::last).forEach(found::add);
    return found;
  }

  private static String last(MatchResult match) {
    return match.groupCount() > 0 && match.group(1) != null ? match.group(1) : match.group();
  }
}
