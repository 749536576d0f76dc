package io.github.xrayclient.examples.documented;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import io.github.xrayclient.testsupport.FileTree;
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
import org.junit.jupiter.params.provider.MethodSource;

/** Checks the files of GitHub: workflows, forms of issues, and updates of dependencies. */
class WorkflowsTest {
  private static final Path ROOT = Path.of("..");
  private static final YAMLMapper YAML =
      YAMLMapper.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();
  private static final Set<String> ELEMENTS =
      Set.of("markdown", "textarea", "input", "dropdown", "checkboxes");

  static List<String> files() {
    return FileTree.texts(ROOT.resolve(".github")).keySet().stream()
        .filter(name -> name.endsWith(".yml"))
        .collect(Collectors.toList());
  }

  static Stream<String> forms() {
    return files().stream().filter(name -> name.matches("ISSUE_TEMPLATE/(?!config).*"));
  }

  private static JsonNode read(String file) throws Exception {
    return YAML.readTree(text(".github/" + file));
  }

  private static String text(String file) throws Exception {
    return Files.readString(ROOT.resolve(file));
  }

  @ParameterizedTest
  @MethodSource("files")
  void areYamlWithoutRepeatedKeys(String file) throws Exception {
    assertThat(read(file).isObject()).isTrue();
  }

  @ParameterizedTest
  @MethodSource("forms")
  void formsHaveWhatGitHubDemands(String file) throws Exception {
    JsonNode form = read(file);

    assertThat(form.path("name").asText()).isNotBlank();
    assertThat(form.path("description").asText()).isNotBlank();
    assertThat(form.path("body")).isNotEmpty().allSatisfy(element -> {
      assertThat(ELEMENTS).contains(element.path("type").asText());
      String needed = element.path("type").asText().equals("markdown") ? "value" : "label";
      assertThat(element.path("attributes").path(needed).asText()).isNotBlank();
    });
    assertThat(form.findValuesAsText("id")).doesNotHaveDuplicates();
    assertThat(form.findValuesAsText("label")).doesNotHaveDuplicates();
  }

  @Test
  void workflowsRunScriptsAndProfilesThatExist() throws Exception {
    String workflows = text(".github/workflows/build.yml")
        + text(".github/workflows/docs.yml")
        + text(".github/workflows/release.yml");
    String pom = text("pom.xml");

    assertThat(found("run: \\.ci/([a-z-]+)", workflows))
        .contains("release", "consumer", "reproducible")
        .allSatisfy(script -> assertThat(ROOT.resolve(".ci").resolve(script)).isExecutable());
    assertThat(found(" -P([a-z]+)", workflows))
        .contains("strict", "coverage")
        .allSatisfy(profile -> assertThat(pom).contains("<id>" + profile + "</id>"));
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult match) -> match.group(1))
        .collect(Collectors.toList());
  }
}
