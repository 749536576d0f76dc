package io.github.xrayclient;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The folders of all modules can be taken in at a glance, and each package says what it is for. */
class SourceFoldersTest {
  private static final int MOST_FILES = 30;

  /** Modules run their tests in their own folder. */
  private static final Path REPOSITORY = Path.of("").toAbsolutePath().getParent();

  private final Map<Path, List<Path>> folders = folders();

  @Test
  void areFoundInEveryModule() {
    assertThat(folders.keySet())
        .extracting(folder -> REPOSITORY.relativize(folder).getName(0).toString())
        .contains(
            "xray-client-core", "xray-client-curation", "xray-client-diagnostics", "examples");
  }

  @Test
  void haveAtMost30Files() {
    assertThat(folders)
        .allSatisfy((folder, files) ->
            assertThat(files).as(folder.toString()).hasSizeLessThanOrEqualTo(MOST_FILES));
  }

  @Test
  void ofPublishedPackagesSayWhatTheyAreForAndAreNullMarked() {
    assertThat(folders.keySet().stream().filter(SourceFoldersTest::isPublished))
        .hasSizeGreaterThan(30)
        .allSatisfy(folder ->
            assertThat(folder.resolve("package-info.java")).content().contains("\n@NullMarked\n"));
  }

  /** The libraries and the fake server; test classes share the packages of what they test. */
  private static boolean isPublished(Path folder) {
    String path = REPOSITORY.relativize(folder).toString().replace('\\', '/');
    return path.matches("xray-client-\\w+/src/main/java/.+")
        || path.matches("xray-client-core/src/test/java/io/github/xrayclient/testing(/.+)?");
  }

  /** The Java files of each folder that has any. */
  private static Map<Path, List<Path>> folders() {
    try (Stream<Path> modules = Files.list(REPOSITORY)) {
      return modules
          .filter(module -> Files.isRegularFile(module.resolve("pom.xml")))
          .map(module -> module.resolve("src"))
          .filter(Files::isDirectory)
          .flatMap(SourceFoldersTest::javaFiles)
          .collect(Collectors.groupingBy(Path::getParent, TreeMap::new, Collectors.toList()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Stream<Path> javaFiles(Path sources) {
    try (Stream<Path> files = Files.walk(sources)) {
      return files
          .filter(file -> file.toString().endsWith(".java"))
          .collect(Collectors.toList())
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
