package io.github.xrayclient.examples.documented;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Compiles the examples in the Javadoc of packages and classes, and on its overview page. */
class JavadocExamplesTest {
  private static final Pattern EXAMPLE =
      Pattern.compile("(?s)<pre>\\{@code\\s(.*?)\n[ *]*\\}</pre>");
  private static final Pattern TASK = Pattern.compile("(?s)<th scope=\"row\">.*?</tr>");
  private static final Path OVERVIEW = Path.of("src/main/javadoc/overview.html");
  private static final Path TESTING =
      Path.of("..", "xray-client-core", "src/test/java/io/github/xrayclient/testing");

  @Test
  void everyExampleCompiles(@TempDir Path folder) throws IOException {
    List<String> examples = new ArrayList<>();
    for (Path source : sources()) {
      examples.addAll(examplesIn(Files.readString(source)));
    }

    JavaSnippets.compile(examples, folder);

    assertThat(examples).hasSizeGreaterThan(30);
  }

  @Test
  void everyPublicPackageHasAnExample() throws IOException {
    for (Path source : sources()) {
      if (source.endsWith("package-info.java") && !source.toString().contains("internal")) {
        assertThat(examplesIn(Files.readString(source))).as(source.toString()).isNotEmpty();
      }
    }
  }

  /** Javadoc checks these; it does not check links in HTML. */
  @Test
  void everyLinkIsATagOfJavadoc() throws IOException {
    for (Path source : sources()) {
      assertThat(Files.readString(source))
          .as(source.toString())
          .doesNotContainPattern("(?m)^( *\\*|<).*<a\\b");
    }
  }

  @Test
  void everyTaskOfTheOverviewHasALinkAndAnExample() throws IOException {
    List<String> tasks =
        Documents.matches(OVERVIEW, TASK).map(task -> task.group()).collect(Collectors.toList());

    assertThat(tasks).hasSizeGreaterThan(20).allSatisfy(task -> {
      assertThat(task).contains("<td>{@link ");
      assertThat(examplesIn(task)).hasSize(1);
    });
  }

  private static List<String> examplesIn(String text) {
    return EXAMPLE
        .matcher(text)
        .results()
        .map(found -> found.group(1).replaceAll("(?m)^ +\\* ?", ""))
        .filter(example -> !example.startsWith("{")) // JSON, not Java
        .collect(Collectors.toList());
  }

  /** The overview page, and all sources that callers see. */
  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>(List.of(OVERVIEW));
    for (String module : LibrarySources.MODULES) {
      sources.addAll(javaIn(LibrarySources.main(module)));
    }
    sources.addAll(javaIn(TESTING));
    return sources;
  }

  private static List<Path> javaIn(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).collect(Collectors.toList());
    }
  }
}
