package io.github.xrayclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds the README to the library and to the command line. */
class ReadmeTest {
  private static final Pattern JAVA = Pattern.compile("(?s)```java\n(.*?)```");
  private static final Pattern COMMAND =
      Pattern.compile("(?m)^(?:java -jar \\S*/)?xray-examples\\.jar ([^#\n]*)");
  private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|\\S+");

  @Test
  void everySnippetCompilesAndItsTestPasses(@TempDir Path folder) throws Exception {
    List<String> snippets = found(JAVA);
    Path source = folder.resolve("Readme.java");
    Files.writeString(
        source,
        CommandLineFixture.resource("/readme/Readme.java.txt")
            .replace("SNIPPETS", String.join("\n", members(snippets))));

    StringWriter said = new StringWriter();
    PrintWriter printer = new PrintWriter(said, true);
    int compiled = ToolProvider.findFirst("javac")
        .orElseThrow()
        .run(
            printer,
            printer,
            "--release",
            "11",
            "-proc:none",
            "-Xlint:all",
            "-Werror",
            "--class-path",
            System.getProperty("java.class.path"),
            "-d",
            folder.toString(),
            source.toString());

    assertThat(snippets).hasSizeGreaterThan(8);
    assertThat(compiled).as(said.toString()).isZero();
    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      assertThat(run(loader.loadClass("Readme$WaiverJobTest"))).isEqualTo(1);
    }
  }

  /** Runs the tests of a class, and gives their number. */
  private static int run(Class<?> tests) throws Exception {
    Constructor<?> constructor = tests.getDeclaredConstructor();
    constructor.setAccessible(true);
    int number = 0;
    for (Method method : tests.getDeclaredMethods()) {
      if (method.isAnnotationPresent(Test.class)) {
        method.setAccessible(true);
        method.invoke(constructor.newInstance());
        number++;
      }
    }
    return number;
  }

  @Test
  void everyCommandIsUnderstood() throws IOException {
    List<String> commands = found(COMMAND);

    for (String command : commands) {
      String[] words = WORD.matcher(command).results().map(ReadmeTest::last).toArray(String[]::new);
      XrayExamples.commandLine().parseArgs(words);
    }

    assertThat(commands).hasSizeGreaterThan(8);
  }

  /** A class as it is, statements in a method of their own. */
  private static List<String> members(List<String> snippets) {
    return snippets.stream()
        .map(snippet -> snippet.startsWith("class ")
            ? "static " + snippet
            : "void m" + snippets.indexOf(snippet) + "() throws Exception {\n" + snippet + "}")
        .collect(Collectors.toList());
  }

  private static List<String> found(Pattern pattern) throws IOException {
    return pattern
        .matcher(Files.readString(Path.of("..", "README.md")))
        .results()
        .map(ReadmeTest::last)
        .collect(Collectors.toList());
  }

  private static String last(MatchResult match) {
    return match.groupCount() > 0 && match.group(1) != null ? match.group(1) : match.group();
  }
}
