package io.github.xrayclient.diagnostics.internal.coverage;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.diagnostics.block.Samples;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.policy.Actions;
import io.github.xrayclient.policy.BlockDownload;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.policy.Rule;
import io.github.xrayclient.repository.RepositoryClass;
import io.github.xrayclient.watch.Watch;
import io.github.xrayclient.watch.WatchFilterType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class WatchCoverageTest {
  static List<Arguments> cases() throws IOException {
    List<Arguments> cases = new ArrayList<>();
    JsonNode all = XrayClient.jsonMapper().readTree(Samples.text("watch-coverage.json"));
    for (JsonNode each : all) {
      cases.add(Arguments.of(each.get("case").asText(), each));
    }
    assertThat(cases).hasSizeGreaterThan(20);
    return cases;
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void decides(String name, JsonNode each) throws IOException {
    JsonNode repository = each.get("repository");
    RequestedArtifact artifact = RequestedArtifact.builder()
        .repository(repository.get("key").asText())
        .path(text(each, "path"))
        .repositoryClass(text(repository, "class").map(RepositoryClass::of))
        .packageType(text(repository, "packageType").map(PackageType::of))
        .projectKey(text(repository, "projectKey").filter(key -> !key.isEmpty()))
        .outsideProjects(text(repository, "projectKey").filter(String::isEmpty).isPresent())
        .binaryManagerId(text(repository, "binMgrId"))
        .build();
    Watch watch = XrayClient.jsonMapper().treeToValue(each.get("watch"), Watch.class);

    Optional<ResourceMatch> best = new WatchCoverage(artifact).best(watch);

    assertThat(best.map(ResourceMatch::coverage))
        .contains(Coverage.valueOf(each.get("expected").asText()));
  }

  private static Optional<String> text(JsonNode node, String field) {
    return Optional.of(node.path(field)).filter(JsonNode::isTextual).map(JsonNode::asText);
  }

  @Nested
  class Repository {
    @Test
    void isFoundByItsExactKeyBeforeTheKeyOfItsCache() {
      assertThat(coverage("build-cache", "a/b.jar", "repository", "build-cache", "local", ""))
          .isEqualTo(Coverage.COVERS);
    }

    @ParameterizedTest
    @CsvSource({
      "remote, '', COVERS",
      "remote, remote, COVERS",
      "remote, local, NO",
      "'', '', COVERS_IF",
      "'', remote, COVERS_IF",
      "'', local, NO",
      "local, '', NO",
    })
    void isFoundByTheKeyOfItsCache(String actual, String watched, Coverage expected) {
      RequestedArtifact.Builder asked =
          RequestedArtifact.builder().repository("x").path("a.whl");
      if (!actual.isEmpty()) {
        asked.repositoryClass(RepositoryClass.of(actual));
      }
      Watch watch = watch("repository", "x-cache", watched, "");

      assertThat(new WatchCoverage(asked.build()).best(watch).map(ResourceMatch::coverage))
          .contains(expected);
    }

    @ParameterizedTest
    @CsvSource({
      "local, local, COVERS",
      "local, remote, NO",
      "remote, local, NO",
      "local, federated, COVERS",
      "federated, local, COVERS",
      "federated, remote, COVERS",
    })
    void isRuledOutOnlyIfOneIsLocalAndTheOtherRemote(
        String actual, String watched, Coverage expected) {
      RequestedArtifact asked = RequestedArtifact.builder()
          .repository("x")
          .repositoryClass(RepositoryClass.of(actual))
          .path("a.jar")
          .build();

      assertThat(new WatchCoverage(asked)
              .best(watch("repository", "x", watched, ""))
              .map(ResourceMatch::coverage))
          .contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"x, x", "x, x-cache", "x-cache, x", "x-cache, x-cache"})
    void hasItsFiltersFoundUnderEachOfItsKeys(String asked, String watched) {
      WatchIndex index = new WatchIndex(
          List.of(policy()),
          List.of(watch(
              "repository",
              watched,
              "remote",
              "{\"type\":\"mime-type\",\"value\":\"text/plain\"}")),
          List.of());

      assertThat(index.matches(List.of(
              RequestedArtifact.builder().repository(asked).path("a.whl").build())))
          .singleElement()
          .satisfies(match -> {
            assertThat(match.mayCover()).isTrue();
            assertThat(match.hasFilter(WatchFilterType.MIME_TYPE)).isTrue();
            assertThat(match.hasFilter(WatchFilterType.PROPERTY)).isFalse();
          });
    }

    private Policy policy() {
      return Policy.builder()
          .name("p")
          .type(PolicyType.SECURITY)
          .addRule(Rule.builder()
              .name("r")
              .actions(Actions.builder()
                  .blockDownload(BlockDownload.builder().active(true).build())
                  .build())
              .build())
          .build();
    }

    @Test
    void isLeftOpenIfNobodySaysThatTheWatchedOneIsRemote() {
      assertThat(coverage("x-cache", "a/b.jar", "repository", "x", "", ""))
          .isEqualTo(Coverage.COVERS_IF);
    }
  }

  @Nested
  class Filters {
    @ParameterizedTest
    @CsvSource({
      "path-regex, acme, COVERS",
      "path-regex, '^acme', NO",
      "regex, 'app.*\\\\.jar$', COVERS",
      "regex, org, NO",
      "path-regex, '(?P<n>acme)', COVERS_IF",
      "path-regex, '(?!x)acme', COVERS_IF",
      "path-regex, '(?<=/)acme', COVERS_IF",
      "path-regex, '(a)cm\\\\1', COVERS_IF",
      "path-regex, 'ac++me', COVERS_IF",
      "path-regex, '[[:alpha:]]+', COVERS_IF",
      "path-regex, '[a&&b]', COVERS_IF",
      "path-regex, 'app-1\\\\.0\\\\+', NO",
      "path-regex, '(?i)ACME/(?:app|lib)', COVERS",
      "path-regex, '[unclosed', COVERS_IF",
      "path-regex, '(((a|a)*)*)*b$', COVERS_IF"
    })
    void takeExpressionsAndLeaveOpenWhatJavaCannotEvaluate(
        String type, String expression, Coverage expected) {
      String path = expression.endsWith("b$") ? "a".repeat(200) + "!" : "org/acme/app-1.0.jar";
      String filter = "{\"type\":\"" + type + "\",\"value\":\"" + expression + "\"}";

      assertThat(coverage("r", path, "repository", "r", "local", filter)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
      "'^manifest', COVERS",
      "'^web$', COVERS_IF",
      "'^v3$', COVERS_IF",
      "acme, NO",
    })
    void leaveOpenWhatTheNameOfAnImageIs(String expression, Coverage expected) {
      String filter = "{\"type\":\"regex\",\"value\":\"" + expression + "\"}";

      assertThat(coverage("d", "acme/web/v3/manifest.json", "repository", "d", "local", filter))
          .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
      "'\"type\":\"path-regex\",\"value\":\"v3/list.manifest\"', COVERS_IF",
      "'\"type\":\"regex\",\"value\":\"^list\"', COVERS_IF",
      "'\"type\":\"path-ant-patterns\",\"value\":{\"IncludePatterns\":[\"**/list.manifest.json\"]}', COVERS_IF",
      "'\"type\":\"path-ant-patterns\",\"value\":{\"ExcludePatterns\":[\"**/v3/manifest.json\"]}', NO",
      "'\"type\":\"path-regex\",\"value\":\"v4/list.manifest\"', NO",
    })
    void leaveOpenWhichOfTwoManifestsATagHas(String filter, Coverage expected) {
      assertThat(coverage(
              "d", "acme/web/v3/manifest.json", "repository", "d", "local", "{" + filter + "}"))
          .isEqualTo(expected);
    }

    @Test
    void takeThePatternsOfAnImageForItsFolderToo() {
      String filter =
          "{\"type\":\"path-ant-patterns\",\"value\":{\"IncludePatterns\":[\"acme/web\"]}}";

      assertThat(coverage("d", "acme/web/v3/manifest.json", "repository", "d", "local", filter))
          .isEqualTo(Coverage.COVERS);
    }

    @Test
    void failIfOneFailsWhateverTheOthersDependOn() {
      String filters = "{\"type\":\"mime-type\",\"value\":\"text/plain\"},"
          + "{\"type\":\"path-regex\",\"value\":\"nowhere\"}";

      assertThat(coverage("r", "a/b.jar", "repository", "r", "local", filters))
          .isEqualTo(Coverage.NO);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "com/acme/**, com/acme/x/y.jar, true",
    "com/acme/**, com/acme, true",
    "com/acme/, com/acme/x.jar, true",
    "com/*/x.jar, com/acme/x.jar, true",
    "com/*/x.jar, com/acme/sub/x.jar, false",
    "**/*.jar, x.jar, true",
    "**/x?.jar, a/b/x1.jar, true",
    "**/x?.jar, a/b/x.jar, false",
    "*, a/b, false",
    "**, a/b, true",
    "a/**/b/**/c, a/1/b/2/3/c, true",
    "a/**/b/**/c, a/1/2/3/c, false"
  })
  void antPatternsMatch(String pattern, String path, boolean expected) {
    assertThat(AntPattern.of(pattern).matches(path)).isEqualTo(expected);
  }

  private static Coverage coverage(
      String key, String path, String type, String name, String repositoryType, String filters) {
    RequestedArtifact artifact =
        RequestedArtifact.builder().repository(key).path(path).build();
    return new WatchCoverage(artifact)
        .best(watch(type, name, repositoryType, filters))
        .orElseThrow()
        .coverage();
  }

  private static Watch watch(String type, String name, String repositoryType, String filters) {
    String resource =
        "{\"type\":\"" + type + "\",\"name\":\"" + name + "\",\"filters\":[" + filters + "]"
            + (repositoryType.isEmpty() ? "" : ",\"repo_type\":\"" + repositoryType + "\"")
            + "}";
    return Samples.watches(
            "[{\"general_data\":{\"name\":\"w\"},\"project_resources\":{\"resources\":["
                + resource
                + "]},\"assigned_policies\":[{\"name\":\"p\"}]}]")
        .get(0);
  }
}
