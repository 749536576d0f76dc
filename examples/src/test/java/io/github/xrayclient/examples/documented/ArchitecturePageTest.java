package io.github.xrayclient.examples.documented;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.testsupport.FileTree;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Checks that the classes and folders on the page ARCHITECTURE.md exist. */
class ArchitecturePageTest {
  private static final Pattern CLASS = Pattern.compile("`([A-Z]\\w*[a-z]\\w*)`");
  private static final Pattern FOLDER = Pattern.compile("`(core|curation|diagnostics)/([\\w/]*)`");
  private static final String ROOT = "io/github/xrayclient/";

  @Test
  void namesClassesThatExist() throws IOException {
    Set<String> sources = sources().stream()
        .map(file -> file.getFileName().toString().replace(".java", ""))
        .collect(Collectors.toSet());

    List<MatchResult> found = found(CLASS);

    assertThat(found).hasSizeGreaterThan(50);
    assertThat(found).extracting(name -> name.group(1)).allMatch(sources::contains);
  }

  @Test
  void namesFoldersThatExist() throws IOException {
    List<MatchResult> found = found(FOLDER);

    assertThat(found).hasSizeGreaterThan(15);
    assertThat(found).extracting(ArchitecturePageTest::folder).allMatch(Files::isDirectory);
  }

  @Test
  void namesTheFolderOfEveryClassRightBehindIt() throws IOException {
    Pattern placed = Pattern.compile(CLASS + " \\(" + FOLDER + "\\)");

    List<MatchResult> found = found(placed);

    assertThat(found).hasSizeGreaterThan(15);
    assertThat(found)
        .allMatch(each -> Files.exists(folder(each, 1).resolve(each.group(1) + ".java")));
  }

  @ParameterizedTest
  @CsvSource({"core, Core", "curation, Curation", "diagnostics, Diagnostics"})
  void namesEveryPackageOfAModule(String module, String title) throws IOException {
    String page = Files.readString(Path.of("..", "ARCHITECTURE.md"));
    String rows = Pattern.compile("\\*\\*" + title + "\\*\\*\n\n((?:\\|.*\n)+)")
        .matcher(page)
        .results()
        .map(table -> table.group(1).replaceAll("(?m)^(\\|[^|]*\\|).*", "$1"))
        .collect(Collectors.joining());
    Path root = LibrarySources.main(module).resolve(module.equals("core") ? ROOT : ROOT + module);

    assertThat(packages(root))
        .hasSizeGreaterThan(5)
        .allSatisfy(name -> assertThat(rows).matches(text -> isNamed(text, name), "names " + name));
  }

  private static boolean isNamed(String rows, String name) {
    return rows.contains(name.isEmpty() ? "the root package" : "`" + name + "`")
        || Pattern.compile("`([a-z.]+)` and the packages below it")
            .matcher(rows)
            .results()
            .anyMatch(parent -> name.startsWith(parent.group(1) + "."));
  }

  /** The packages that have classes, by the names that they have below a folder. */
  private static Set<String> packages(Path root) throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> file.toString().matches(".*[A-Z]\\w*\\.java"))
          .map(file -> FileTree.path(root, file.getParent()).replace('/', '.'))
          .collect(Collectors.toSet());
    }
  }

  private static List<MatchResult> found(Pattern pattern) throws IOException {
    String page = Files.readString(Path.of("..", "ARCHITECTURE.md")).replaceAll("\\s+", " ");
    return pattern.matcher(page).results().collect(Collectors.toList());
  }

  private static Path folder(MatchResult found) {
    return folder(found, 0);
  }

  /** The folder in a match that has so many groups before. */
  private static Path folder(MatchResult found, int before) {
    String module = found.group(before + 1);
    String root = module.equals("core") ? ROOT : ROOT + module + "/";
    return LibrarySources.main(module).resolve(root + found.group(before + 2));
  }

  private static List<Path> sources() throws IOException {
    Path root = Path.of("..");
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(file -> FileTree.path(root, file).matches(".*/src/(main|test)/java/.*\\.java"))
          .collect(Collectors.toList());
    }
  }
}
