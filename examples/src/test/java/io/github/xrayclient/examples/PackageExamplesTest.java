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

/** Compiles the examples in the Javadoc of all packages. */
class PackageExamplesTest {
  private static final Pattern EXAMPLE = Pattern.compile("(?s)<pre>\\{@code\n(.*?) \\* }</pre>");

  @Test
  void everyExampleCompiles(@TempDir Path folder) throws IOException {
    List<String> examples = new ArrayList<>();
    for (Path description : descriptions()) {
      EXAMPLE
          .matcher(Files.readString(description))
          .results()
          .map(found -> found.group(1).replaceAll("(?m)^ \\* ?", ""))
          .forEach(examples::add);
    }

    JavaSnippets.compile(examples, folder);

    assertThat(examples).hasSizeGreaterThan(1);
  }

  private static List<Path> descriptions() throws IOException {
    List<Path> descriptions = new ArrayList<>();
    for (String module : LibrarySources.MODULES) {
      try (Stream<Path> files = Files.walk(LibrarySources.main(module))) {
        descriptions.addAll(
            files.filter(file -> file.endsWith("package-info.java")).collect(Collectors.toList()));
      }
    }
    return descriptions;
  }
}
