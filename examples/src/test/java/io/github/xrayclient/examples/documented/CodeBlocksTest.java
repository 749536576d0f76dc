package io.github.xrayclient.examples.documented;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Compiles or parses the code of every Markdown file of the repository, whichever files there are. */
class CodeBlocksTest {
  /** Other tests run the commands of "sh" blocks and of those without a language. */
  private static final Set<String> LANGUAGES =
      Set.of("java", "xml", "json", "yaml", "sh", "groovy", "");

  private static final Pattern FENCE = Pattern.compile("(?m)^[ >]*(?:```|~~~)");
  private static final Pattern CODE = Pattern.compile("(?m)^\\s*[<{]|;$|^import ");

  static List<Path> documentsWithJava() throws IOException {
    List<Path> documents = new ArrayList<>();
    for (Path document : Documents.all()) {
      if (!javaIn(document).isEmpty()) {
        documents.add(document);
      }
    }
    return documents;
  }

  static List<CodeBlock> json() throws IOException {
    return CodeBlock.inAll("json");
  }

  static List<CodeBlock> yaml() throws IOException {
    return CodeBlock.inAll("yaml");
  }

  @ParameterizedTest
  @MethodSource("documentsWithJava")
  void everyBlockOfJavaCompiles(Path document, @TempDir Path folder) throws IOException {
    JavaSnippets.compile(javaIn(document), folder);
  }

  @ParameterizedTest
  @MethodSource("json")
  void everyBlockOfJsonParses(CodeBlock block) throws IOException {
    parse(new ObjectMapper(), block.code());
  }

  @ParameterizedTest
  @MethodSource("yaml")
  void everyBlockOfYamlParses(CodeBlock block) throws IOException {
    parse(new ObjectMapper(new YAMLFactory()), block.code());
  }

  private static void parse(ObjectMapper mapper, String text) throws IOException {
    mapper
        .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    assertThat(mapper.readTree(text)).isNotEmpty();
  }

  @Test
  void everyFenceBelongsToABlock() throws IOException {
    for (Path document : Documents.all()) {
      assertThat(Documents.matches(document, FENCE))
          .as(document.toString())
          .hasSize(2 * CodeBlock.in(document).size());
    }
  }

  @Test
  void everyBlockNamesALanguageThatIsChecked() throws IOException {
    for (CodeBlock block : CodeBlock.inAll()) {
      assertThat(LANGUAGES).as(block.toString()).contains(block.language());
      if (block.language().isEmpty()) {
        assertThat(block.code()).as("%s names no language", block).doesNotContainPattern(CODE);
      }
    }
  }

  @Test
  void theTestThatCoreShowsPasses(@TempDir Path folder) throws Exception {
    JavaSnippets.compile(javaIn(Path.of("..", "xray-client-core", "README.md")), folder);

    try (URLClassLoader loader =
        new URLClassLoader(new URL[] {folder.toUri().toURL()}, getClass().getClassLoader())) {
      assertThat(run(loader.loadClass("Readme$WatchJobTest"))).isEqualTo(1);
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

  private static List<String> javaIn(Path document) throws IOException {
    return CodeBlock.in(document).stream()
        .filter(block -> block.language().equals("java"))
        .map(CodeBlock::code)
        .collect(Collectors.toList());
  }
}
