package io.github.xrayclient.testing;

import static io.github.xrayclient.testing.FakeXrayHttp.json;
import static io.github.xrayclient.testing.FakeXrayHttp.quoted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xrayclient.testing.FakeXray.Kind;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FakeXrayNeighboursTest {
  private static final String POLICIES = "/xray/api/v2/policies";
  private static final String WATCHES = "/xray/api/v2/watches";
  private static final String RELOAD = "500 Failed to reload block download cache";
  private static final String POLICY =
      "{'name':'p','type':'security','rules':[{'name':'r','criteria':{}}]}";
  private static final String WATCH = "{'general_data':{'name':'w'}}";

  private final FakeXray server = FakeXray.start();
  private final FakeXrayHttp http = new FakeXrayHttp(server);

  @AfterEach
  void stop() {
    server.close();
  }

  private static String error(HttpResponse<String> response) {
    return response.statusCode() + " " + json(response).path("error").asText();
  }

  @Nested
  class ScanStatus {
    private static final String PATH = "/xray/api/v1/artifact/status";

    @Test
    void isThatOfTheArtifact() {
      String answer = "'overall':{'status':'DONE','time':'2026-03-30T05:45:52Z'},"
          + "'details':{'sca':{'status':'DONE'}}}";
      server.seed(
          Kind.SCAN_STATUSES,
          quoted("[{'repo':'r','path':'a/b'," + answer + ","
              + "{'repo':'s','path':'a/b','overall':{'status':'FAILED'}}]"));

      HttpResponse<String> response = http.post(PATH, "{'repo':'r','path':'a/b'}");

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(json(response)).isEqualTo(json("{" + answer));
      assertThat(server.stored(Kind.SCAN_STATUSES).get(0).path("repo").asText()).isEqualTo("r");
    }

    @Test
    void isNotScannedForAnUnknownArtifact() {
      HttpResponse<String> response = http.post(PATH, "{'repo':'r','path':'a/c'}");

      assertThat(json(response))
          .isEqualTo(json("{'overall':{'status':'NOT_SCANNED','time':''},'details':{}}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{'repo':'r'}", "{'path':'p'}", "{'repo':'','path':'p'}"})
    void needsRepositoryAndPath(String body) {
      assertThat(http.post(PATH, body).statusCode()).isEqualTo(400);
    }
  }

  @Nested
  class IndexedRepositories {
    @Test
    void areThoseOfTheBinaryManager() {
      String manager = "{'bin_mgr_id':'default','indexed_repos':[{'name':'npm-local',"
          + "'type':'local','pkg_type':'Npm'}],'non_indexed_repos':null}";
      server.seed(Kind.INDEXED_REPOSITORIES, quoted(manager));

      assertThat(json(http.get("/xray/api/v1/binMgr/default/repos"))).isEqualTo(json(manager));
      assertThat(error(http.get("/xray/api/v1/binMgr/other/repos")))
          .isEqualTo("404 Binary manager other was not found");
    }
  }

  @Nested
  class Forbidden {
    @Test
    void isWhatStartsWithThePrefix() {
      server.forbid(POLICIES).forbid("/artifactory/api/repositories/a%2F");

      assertThat(error(http.get(POLICIES))).isEqualTo("403 Permission denied");
      assertThat(error(http.get(POLICIES + "/p"))).isEqualTo("403 Permission denied");
      assertThat(http.get("/artifactory/api/repositories/a%2Fb").statusCode()).isEqualTo(403);
      assertThat(http.get(WATCHES).statusCode()).isEqualTo(200);
      assertThat(server.requests()).hasSize(4);
    }

    @Test
    void hasNoEffect() {
      server.forbid(POLICIES).failReload(1);

      http.post(POLICIES, POLICY);

      assertThat(server.stored(Kind.POLICIES)).isEmpty();
      assertThat(error(http.post(WATCHES, WATCH))).isEqualTo(RELOAD);
    }

    @Test
    void canBePermittedAgain() {
      server.forbid(POLICIES).forbid(WATCHES).permit(POLICIES).permit("/never/forbidden");

      assertThat(http.get(POLICIES).statusCode()).isEqualTo(200);
      assertThat(http.get(WATCHES).statusCode()).isEqualTo(403);
    }

    @Test
    void comesAfterTheToken() {
      server.requireToken("t").forbid(POLICIES);

      assertThat(http.get(POLICIES).statusCode()).isEqualTo(401);
      assertThat(http.send(http.request(POLICIES).header("Authorization", "Bearer t"))
              .statusCode())
          .isEqualTo(403);
    }

    @Test
    void mustBeAPath() {
      assertThatIllegalArgumentException().isThrownBy(() -> server.forbid("xray"));
    }
  }

  @Nested
  class FailedReload {
    @Test
    void followsWritesThatTakeEffect() {
      server.failReload(5);

      assertThat(error(http.post(POLICIES, POLICY))).isEqualTo(RELOAD);
      assertThat(error(http.put(POLICIES + "/p", POLICY))).isEqualTo(RELOAD);
      assertThat(error(http.post(WATCHES, WATCH))).isEqualTo(RELOAD);
      assertThat(error(http.post("/xray/api/v1/policies/p/assign", "{'watches':['w']}")))
          .isEqualTo(RELOAD);
      assertThat(
              server.stored(Kind.WATCHES).get(0).at("/assigned_policies/0/name").asText())
          .isEqualTo("p");
      assertThat(error(http.delete(WATCHES + "/w"))).isEqualTo(RELOAD);

      assertThat(server.stored(Kind.WATCHES)).isEmpty();
      assertThat(http.delete(POLICIES + "/p").statusCode()).isEqualTo(200);
    }

    @Test
    void isNotUsedUpByOtherRequests() {
      server.failReload(1);

      assertThat(http.get(POLICIES).statusCode()).isEqualTo(200);
      assertThat(http.post(POLICIES, "{}").statusCode()).isEqualTo(400);
      assertThat(http.post("/xray/api/v1/violations", "{}").statusCode()).isEqualTo(200);
      assertThat(error(http.post(POLICIES, POLICY))).isEqualTo(RELOAD);
      assertThat(http.post(WATCHES, WATCH).statusCode()).isEqualTo(201);
    }

    @Test
    void isOrderedAtLeastOnce() {
      assertThatIllegalArgumentException().isThrownBy(() -> server.failReload(0));
    }
  }
}
