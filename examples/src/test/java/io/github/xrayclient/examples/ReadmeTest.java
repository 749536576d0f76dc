package io.github.xrayclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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

    JavaSnippets.compile(snippets, folder);

    assertThat(snippets).hasSizeGreaterThan(8);
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
      XrayExamples.newCommandLine().parseArgs(words);
    }

    assertThat(commands).hasSizeGreaterThan(8);
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
