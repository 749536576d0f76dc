package io.github.xrayclient.examples;

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

/** Compiles the examples in the Javadoc of packages and classes. */
class PackageExamplesTest {
  private static final Pattern EXAMPLE = Pattern.compile("(?s)<pre>\\{@code\n(.*?) \\* }</pre>");

  @Test
  void everyExampleCompiles(@TempDir Path folder) throws IOException {
    List<String> examples = new ArrayList<>();
    for (Path source : sources()) {
      examples.addAll(examplesIn(source));
    }

    JavaSnippets.compile(examples, folder);

    assertThat(examples).hasSizeGreaterThan(1);
  }

  @Test
  void everyPublicPackageHasAnExample() throws IOException {
    for (Path source : sources()) {
      if (source.endsWith("package-info.java") && !source.toString().contains("internal")) {
        assertThat(examplesIn(source)).as(source.toString()).isNotEmpty();
      }
    }
  }

  private static List<String> examplesIn(Path source) throws IOException {
    return EXAMPLE
        .matcher(Files.readString(source))
        .results()
        .map(found -> found.group(1).replaceAll("(?m)^ +\\* ?", ""))
        .filter(example -> !example.startsWith("{")) // JSON, not Java
        .collect(Collectors.toList());
  }

  private static List<Path> sources() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String module : LibrarySources.MODULES) {
      try (Stream<Path> files = Files.walk(LibrarySources.main(module))) {
        sources.addAll(
            files.filter(file -> file.toString().endsWith(".java")).collect(Collectors.toList()));
      }
    }
    return sources;
  }
}
