package io.github.xrayclient.diagnostics.block.repository;

import static io.github.xrayclient.diagnostics.block.Platform.BLOCK;
import static io.github.xrayclient.diagnostics.block.Platform.allRepositories;
import static io.github.xrayclient.diagnostics.block.Platform.matched;
import static io.github.xrayclient.diagnostics.block.Platform.repository;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.github.tomakehurst.wiremock.WireMockServer;
import com.github.tomakehurst.wiremock.client.WireMock;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.diagnostics.block.BlockedDownloads;
import io.github.xrayclient.diagnostics.block.BlockingSetup;
import io.github.xrayclient.diagnostics.block.Platform;
import io.github.xrayclient.diagnostics.block.PlatformFixture;
import io.github.xrayclient.diagnostics.explanation.BlockCause;
import io.github.xrayclient.diagnostics.explanation.BlockCause.Verdict;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.explanation.NotChecked.Subject;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.RefusalLog;
import io.github.xrayclient.testing.FakeXray;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The policies and watches of the project to which the repository belongs are asked for unasked. */
class RepositoryOfProjectTest extends PlatformFixture {
  private static final String ALPHA = "'project_key':'alpha'";

  private static RequestedArtifact artifact() {
    return RequestedArtifact.builder().repository("libs").path("a/b.jar").build();
  }

  /** A server whose lists have project objects only if the project is named. */
  @Nested
  class OfAServerThatShowsThemOnlyByTheirKey {
    private final WireMockServer server =
        new WireMockServer(WireMockConfiguration.options().dynamicPort());
    private BlockedDownloads downloads = BlockedDownloads.of(platform.xray);
    private XrayClient client = platform.xray;

    @BeforeEach
    void start() {
      server.start();
      client = XrayClient.builder()
          .baseUrl(server.baseUrl())
          .credentials(Credentials.anonymous())
          .build();
      downloads = BlockedDownloads.of(client);
      answer("/xray/api/v2/policies", "[]");
      answer("/xray/api/v2/watches", "[]");
      answer(
          "/artifactory/api/repositories/libs",
          "{'key':'libs','rclass':'local'," + "'projectKey':'alpha'}");
      answer("/xray/api/v2/policies?projectKey=alpha", "[" + policy() + "]");
      answer("/xray/api/v2/watches?projectKey=alpha", "[" + watch() + "]");
    }

    @AfterEach
    void stopServer() {
      client.close();
      server.stop();
    }

    private void answer(String url, String json) {
      server.stubFor(WireMock.get(WireMock.urlEqualTo(url))
          .willReturn(WireMock.okJson(json.replace('\'', '"'))));
    }

    private String policy() {
      return "{'name':'p','type':'security','rules':[{'name':'r','priority':1,'criteria':{},"
          + "'actions':{'block_download':{" + BLOCK + "}}}]}";
    }

    private String watch() {
      return "{'general_data':{'name':'w','active':true},'project_resources':{'resources':["
          + allRepositories() + "]},'assigned_policies':[{'name':'p','type':'security'}]}";
    }

    @Test
    void areFound() {
      assertThat(downloads.explain(artifact()).causes())
          .extracting(BlockCause::watch, BlockCause::watchProject, BlockCause::verdict)
          .containsExactly(tuple("w", Optional.of("alpha"), Verdict.LIKELY));
    }

    @Test
    void areFoundByWhatCovers() {
      assertThat(BlockingSetup.of(client).whatCovers("libs").watches()).hasSize(1);
    }

    @Test
    void areSaidToBeUnreadIfTheyAreRefused() {
      server.stubFor(WireMock.get(WireMock.urlEqualTo("/xray/api/v2/watches?projectKey=alpha"))
          .willReturn(WireMock.status(403)));

      BlockExplanation found = downloads.explain(artifact());

      assertThat(found.causes()).isEmpty();
      assertThat(found.isComplete()).isFalse();
      assertThat(found.notChecked())
          .extracting(NotChecked::what)
          .contains(Subject.PROJECT_WATCHES)
          .doesNotContain(Subject.PROJECT_POLICIES);
    }

    @Test
    void areReadOnceForAWholeLog() {
      downloads.explain(List.of(refusal("a.jar"), refusal("b.jar")));

      server.verify(
          1,
          WireMock.getRequestedFor(WireMock.urlEqualTo("/xray/api/v2/watches?projectKey=alpha")));
      server.verify(
          1,
          WireMock.getRequestedFor(WireMock.urlEqualTo("/xray/api/v2/policies?projectKey=alpha")));
    }

    private BlockedDownload refusal(String path) {
      return RefusalLog.parse(Platform.refusal("libs", path)).refusals().get(0);
    }
  }

  @Test
  void areReadForAtMostTenProjects() {
    StringBuilder members = new StringBuilder();
    for (int i = 0; i < 12; i++) {
      platform.local("m" + i, ",'projectKey':'p" + i + "'");
      members.append(i == 0 ? "" : ",").append("'m").append(i).append("'");
    }
    platform.put(
        FakeXray.Kind.REPOSITORIES,
        "{'key':'all','rclass':'virtual','packageType':'maven','repositories':[" + members + "]}");

    BlockExplanation found = platform.explain("all", "a/b.jar");

    assertThat(platform.requests("/xray/api/v2/watches")).hasSize(11);
    assertThat(platform.requests("/xray/api/v2/policies")).hasSize(11);
    assertThat(found.notChecked())
        .filteredOn(entry -> entry.what() == Subject.PROJECT_WATCHES)
        .extracting(NotChecked::because)
        .hasSize(2)
        .allMatch(because -> because.contains("at most 10 requests of this kind"));
  }

  @Test
  void namedByTheCallerNeverMakeTheAnswerOfAnAdministratorWorse() {
    platform
        .local("libs", "")
        .policy("global", BLOCK)
        .policy("of-beta", "'type':'security','project_key':'beta'", BLOCK)
        .watch("w", "global", repository("libs", "local"))
        .watch("b", "'active':true,'project_key':'beta'", "of-beta", repository("libs", "local"))
        .violation("1", "w", matched("global", "'is_blocking':true"));

    BlockExplanation all = platform.downloads().explain(artifact());
    BlockExplanation named = platform.downloads().inProject("alpha").explain(artifact());

    assertThat(all.causes())
        .extracting(BlockCause::watch, BlockCause::verdict)
        .containsExactly(tuple("w", Verdict.CONFIRMED), tuple("b", Verdict.LIKELY));
    assertThat(named.causes()).isEqualTo(all.causes());
  }

  @Test
  void areTakenFromTheRepositoryAlsoIfAnotherProjectWasNamed() {
    platform
        .local("libs", ",'projectKey':'alpha'")
        .policy("p", "'type':'security'," + ALPHA, BLOCK)
        .watch("w", "'active':true," + ALPHA, "p", allRepositories());

    assertThat(platform.downloads().inProject("beta").explain(artifact()).causes())
        .extracting(BlockCause::watch, BlockCause::verdict)
        .containsExactly(tuple("w", Verdict.LIKELY));
  }
}
