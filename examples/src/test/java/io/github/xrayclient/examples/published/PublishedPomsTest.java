package io.github.xrayclient.examples.published;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The POMs that are published, which the build makes from those of the modules: they have what
 * Maven Central demands, and nothing that consumers do not need.
 */
class PublishedPomsTest {
  private static final String PAGE = "https://github.com/xrayclient/xray-client-java";
  private static final List<String> ABOUT = List.of(
      "modelVersion",
      "groupId",
      "artifactId",
      "version",
      "name",
      "description",
      "url",
      "licenses",
      "developers",
      "scm",
      "issueManagement");

  private final Pom root = Pom.read(Path.of("..", "pom.xml"));
  private final String version = root.value("version");

  @BeforeEach
  void needsABuildByMaven() {
    assumeTrue(
        System.getProperty("surefire.test.class.path") != null,
        "Only Maven makes the published POMs, so here they are missing or of an earlier build.");
  }

  @ParameterizedTest
  @MethodSource("published")
  void tellWhatMavenCentralDemands(String folder) {
    Pom pom = published(folder);

    assertThat(pom.value("groupId")).isEqualTo("io.github.xrayclient");
    assertThat(pom.value("artifactId")).isEqualTo(source(folder).value("artifactId"));
    assertThat(pom.value("version")).isEqualTo(version);
    assertThat(pom.value("name")).startsWith("Xray Client for Java");
    assertThat(pom.value("description")).endsWith(".").hasSizeGreaterThan(30);
    assertThat(pom.value("url")).isEqualTo(PAGE);
    assertThat(pom.value("licenses/license/name")).isEqualTo("Apache-2.0");
    assertThat(pom.value("licenses/license/url"))
        .isEqualTo("https://www.apache.org/licenses/LICENSE-2.0.txt");
    assertThat(pom.value("developers/developer/name"))
        .isEqualTo("The Xray Client for Java authors");
    assertThat(pom.value("scm/connection")).isEqualTo("scm:git:" + PAGE + ".git");
    assertThat(pom.value("scm/developerConnection"))
        .isEqualTo("scm:git:ssh://git@github.com/xrayclient/xray-client-java.git");
    assertThat(pom.value("scm/url")).isEqualTo(PAGE);
    assertThat(pom.value("issueManagement/url")).isEqualTo(PAGE + "/issues");
  }

  @ParameterizedTest
  @MethodSource("published")
  void needNoPropertyOfTheBuild(String folder) {
    assertThat(published(folder).text()).doesNotContain("${");
  }

  @ParameterizedTest
  @MethodSource("modules")
  void ofModulesHaveNothingButDependencies(String folder) {
    assertThat(published(folder).elements())
        .containsExactlyInAnyOrderElementsOf(and(ABOUT, "dependencies"));
  }

  @Test
  void ofModulesHaveOnlyTheDependenciesThatTheyNeedAtRunTime() {
    String jackson = root.value("properties/jackson.version") + ":compile";
    String jspecify = root.value("properties/jspecify.version") + ":compile";

    assertThat(modules()).hasSize(3);
    assertThat(published("xray-client-core").dependencies("dependencies/dependency"))
        .containsExactlyInAnyOrder(
            "com.fasterxml.jackson.core:jackson-databind:" + jackson,
            "com.fasterxml.jackson.datatype:jackson-datatype-jdk8:" + jackson,
            "org.jspecify:jspecify:" + jspecify);
    assertThat(published("xray-client-curation").dependencies("dependencies/dependency"))
        .containsExactly("io.github.xrayclient:xray-client-core:" + version + ":compile");
    assertThat(published("xray-client-diagnostics").dependencies("dependencies/dependency"))
        .containsExactly("io.github.xrayclient:xray-client-curation:" + version + ":compile");
  }

  @Test
  void ofTheBomManagesWhatIsPublishedAndNothingElse() {
    Pom bom = published(".");

    assertThat(bom.elements())
        .containsExactlyInAnyOrderElementsOf(
            and(ABOUT, "packaging", "inceptionYear", "dependencyManagement"));
    assertThat(bom.dependencies("dependencyManagement/dependencies/dependency"))
        .containsExactlyInAnyOrderElementsOf(
            and(modules().map(this::managed), managed("xray-client-core") + ":test-jar"));
  }

  /** The folders of all POMs that are published, seen from the root folder. */
  static Stream<String> published() {
    return Stream.concat(Stream.of("."), modules());
  }

  /** The modules that are published: all but those that the upload leaves out. */
  static Stream<String> modules() {
    Pom root = source(".");
    List<String> leftOut = root.values(".//excludeArtifact");
    return root.values("modules/module").stream()
        .filter(folder -> !leftOut.contains(source(folder).value("artifactId")));
  }

  private String managed(String folder) {
    return "io.github.xrayclient:" + source(folder).value("artifactId") + ":" + version;
  }

  private static Pom published(String folder) {
    return Pom.read(Path.of("..", folder, ".flattened-pom.xml"));
  }

  private static Pom source(String folder) {
    return Pom.read(Path.of("..", folder, "pom.xml"));
  }

  private static List<String> and(List<String> some, String... more) {
    return and(some.stream(), more);
  }

  private static List<String> and(Stream<String> some, String... more) {
    List<String> all = new ArrayList<>(some.collect(Collectors.toList()));
    all.addAll(List.of(more));
    return all;
  }
}
