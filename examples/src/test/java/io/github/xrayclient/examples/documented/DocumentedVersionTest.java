package io.github.xrayclient.examples.documented;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.xml.sax.InputSource;

/**
 * Checks that the documents name the newest release as the version to use. As long as there is no
 * release, this is the version of the build.
 */
class DocumentedVersionTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern RELEASE = Pattern.compile("(?m)^## \\[(\\d+\\.\\d+\\.\\d+)\\]");

  static List<CodeBlock> xml() throws IOException {
    return CodeBlock.inAll("xml");
  }

  @ParameterizedTest
  @MethodSource("xml")
  void everyDependencyIsAModuleInTheVersionToUse(CodeBlock block) throws Exception {
    assertThat(value("/dependency/groupId", block.code())).isEqualTo("io.github.xrayclient");
    assertThat(ROOT.resolve(value("/dependency/artifactId", block.code()))).isDirectory();
    assertThat(value("/dependency/version", block.code()))
        .isEqualTo(newestRelease().orElse(versionOfBuild()));
  }

  @Test
  void aReleaseIsInTheChangelog() throws Exception {
    String version = versionOfBuild();

    if (!version.endsWith("-SNAPSHOT")) {
      assertThat(newestRelease()).contains(version);
    }
  }

  @Test
  void theReadmeTellsWhetherThereIsARelease() throws IOException {
    boolean denied = text("README.md").contains("There is no release yet");

    assertThat(denied).isEqualTo(newestRelease().isEmpty());
  }

  @ParameterizedTest
  @ValueSource(strings = {"jackson.version", "jackson.oldest.version"})
  void theReadmeNamesTheTestedVersionsOfJackson(String property) throws Exception {
    String version = value(
        "/*/*[local-name()='properties']/*[local-name()='" + property + "']", text("pom.xml"));

    assertThat(version).isNotEmpty();
    assertThat(text("README.md"))
        .containsPattern("\\| Jackson \\|.*\\b" + Pattern.quote(version) + "\\b");
  }

  /** The first version that is the title of a section of the changelog. */
  private static Optional<String> newestRelease() throws IOException {
    Matcher release = RELEASE.matcher(text("CHANGELOG.md"));
    return release.find() ? Optional.of(release.group(1)) : Optional.empty();
  }

  private static String versionOfBuild() throws Exception {
    return value("/*[local-name()='project']/*[local-name()='version']", text("pom.xml"));
  }

  private static String text(String file) throws IOException {
    return Files.readString(ROOT.resolve(file));
  }

  private static String value(String path, String xml) throws XPathExpressionException {
    return XPathFactory.newInstance()
        .newXPath()
        .evaluate(path, new InputSource(new StringReader(xml)));
  }
}
