package io.github.xrayclient.diagnostics.block;

import static io.github.xrayclient.diagnostics.block.Platform.BLOCK;
import static io.github.xrayclient.diagnostics.block.Platform.UNSCANNED;
import static io.github.xrayclient.diagnostics.block.Platform.allRepositories;
import static io.github.xrayclient.diagnostics.block.Platform.matched;
import static io.github.xrayclient.diagnostics.block.Platform.repository;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.testing.RecordedRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RequestCountTest extends PlatformFixture {
  private static final String POLICIES = "GET /xray/api/v2/policies";
  private static final String WATCHES = "GET /xray/api/v2/watches";

  @Test
  void forOneAnswerAreTwoListsAndFiveOptionalReads() {
    platform
        .local("libs", "")
        .policy("p", BLOCK + "," + UNSCANNED)
        .watch("w", "p", repository("libs", "local"))
        .violation("1", "w", matched("p", "'is_blocking':true"));

    platform.explain();

    assertThat(platform.asked())
        .containsExactly(
            POLICIES,
            WATCHES,
            "GET /artifactory/api/repositories/libs",
            "POST /xray/api/v1/violations",
            "POST /xray/api/v1/artifact/status",
            "GET /xray/api/v1/ignore_rules",
            "GET /artifactory/api/xrayRepo/getIntegrationConfig");
  }

  @Test
  void areAtMostThirteenForTheWorstOfSingleRepositories() {
    platform
        .policy("p", BLOCK + "," + UNSCANNED)
        .watch(
            "w",
            "p",
            "{'type':'all-repos','bin_mgr_id':'eu','filters':[{'type':'mime-type','value':'a/b'},"
                + "{'type':'property','value':{'key':'k','value':'v'}}]}");

    platform.explain("x-cache", "a/b.jar");

    assertThat(platform.server.requests())
        .hasSize(13)
        .extracting(RecordedRequest::toString)
        .doesNotHaveDuplicates();
  }

  @Test
  void forAWholeLogReadTheListsOnceAndEachRepositoryAndArtifactOnce() {
    platform
        .local("libs", "")
        .local("apps", "")
        .policy("p", BLOCK)
        .watch("w", "p", repository("libs", "local"));
    String log = IntStream.range(0, 30)
        .mapToObj(i -> Platform.refusal(i % 2 == 0 ? "libs" : "apps", "p" + i % 10 + ".jar"))
        .collect(Collectors.joining("\nsome other line\n"));

    List<BlockExplanation> found = platform.downloads().explain(log);

    assertThat(found).hasSize(10);
    assertThat(platform.asked().stream()
            .collect(Collectors.groupingBy(request -> request, Collectors.counting())))
        .isEqualTo(Map.of(
            POLICIES,
            1L,
            WATCHES,
            1L,
            "GET /artifactory/api/repositories/libs",
            1L,
            "GET /artifactory/api/repositories/apps",
            1L,
            "POST /xray/api/v1/violations",
            10L,
            "POST /xray/api/v1/artifact/status",
            10L,
            "GET /xray/api/v1/ignore_rules",
            1L,
            "GET /artifactory/api/xrayRepo/getIntegrationConfig",
            1L));
  }

  @Test
  void endWhereARightIsWanting() {
    platform.policy("p", BLOCK).watch("w", "p", allRepositories());
    platform.server.forbid("/xray/api/v1/violations");
    String log = IntStream.range(0, 30)
        .mapToObj(i -> Platform.refusal("libs", "p" + i + ".jar"))
        .collect(Collectors.joining("\n"));

    List<BlockExplanation> found = platform.downloads().explain(log);

    assertThat(platform.requests("/xray/api/v1/violations")).hasSize(1);
    assertThat(found)
        .hasSize(30)
        .allSatisfy(each -> assertThat(each.notChecked())
            .extracting(NotChecked::sentence)
            .anyMatch(text -> text.startsWith("Violations were not searched")));
  }

  @Test
  void areBoundedForAnyNumberOfBlocks() {
    platform.policy("p", BLOCK).watch("w", "p", allRepositories());
    String log = IntStream.range(0, 150)
        .mapToObj(i -> Platform.refusal("libs", "p" + i + ".jar"))
        .collect(Collectors.joining("\n"));

    List<BlockExplanation> found = platform.downloads().explain(log);

    assertThat(platform.requests("/xray/api/v1/violations")).hasSize(100);
    assertThat(found).hasSize(150);
    assertThat(found.get(149).notChecked())
        .extracting(NotChecked::sentence)
        .anyMatch(text -> text.contains("at most 100 requests of this kind"));
  }
}
