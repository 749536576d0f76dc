package io.github.xrayclient.testing;

import static io.github.xrayclient.testing.FakeXrayHttp.json;
import static io.github.xrayclient.testing.FakeXrayHttp.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.testing.FakeXray.Kind;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FakeXrayDownloadTest {
  private final FakeXray server = FakeXray.start();
  private final FakeXrayHttp http = new FakeXrayHttp(server);

  @BeforeEach
  void seed() {
    server
        .seed(
            Kind.REPOSITORIES,
            quoted("[{'key':'libs','rclass':'local','packageType':'maven'},"
                + "{'key':'npm-remote','rclass':'remote','packageType':'npm','curated':true},"
                + "{'key':'npm','rclass':'virtual','packageType':'npm',"
                + "'repositories':['npm-remote']}]"))
        .seed(
            Kind.STORED_FILES,
            quoted("[{'repo':'libs','path':'a/b.jar'}," + "{'repo':'libs','path':'a/ok.jar'}]"))
        .seed(
            Kind.VIOLATIONS,
            quoted("[{'violation_id':'1','impacted_artifacts':['default/libs/a/b.jar'],"
                + "'matched_policies':[{'policy':'p','is_blocking':true}]},"
                + "{'violation_id':'2','impacted_artifacts':['default/libs/a/ok.jar'],"
                + "'matched_policies':[{'policy':'p','is_blocking':false}]}]"))
        .seed(Kind.CONDITIONS, quoted("{'id':'1','name':'Malicious'}"))
        .seed(
            Kind.CURATION_POLICIES,
            quoted("{'id':'7','name':'strict','scope':'all_repos','policy_action':'block',"
                + "'condition_id':'1'}"))
        .seed(
            Kind.PACKAGES,
            quoted("[{'id':'npm://bad:1.0','paths':['bad/-/bad-1.0.tgz'],'meets':["
                + "{'condition_id':'1','explanation':'known','remediation':'leave it'}]},"
                + "{'id':'npm://good:1.0','paths':['good/-/good-1.0.tgz']}]"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource({
    "/artifactory/libs/a/ok.jar, 200",
    "/artifactory/libs/a/none.jar, 404",
    "/artifactory/other/a/ok.jar, 404",
    "/artifactory/api/npm/npm-remote/good/-/good-1.0.tgz, 200",
    "/artifactory/npm-remote-cache/good/-/good-1.0.tgz, 200",
    "/artifactory/api/npm/npm/good/-/good-1.0.tgz, 200",
    "/artifactory/api/npm/npm/other/-/other-1.0.tgz, 404",
  })
  void findsFiles(String path, int status) {
    assertThat(http.get(path).statusCode()).isEqualTo(status);
  }

  @Test
  void isRefusedWithTheMessageOfXray() {
    HttpResponse<String> refused = http.get("/artifactory/libs/a/b.jar");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(json(refused).at("/errors/0/message").asText())
        .isEqualTo("Artifact download request rejected: a/b.jar was not downloaded due to the"
            + " download blocking policy configured in Xray for libs.");
  }

  @ParameterizedTest
  @CsvSource({"npm-remote", "npm"})
  void isRefusedWithTheMessageOfCuration(String repository) {
    HttpResponse<String> refused =
        http.get("/artifactory/api/npm/" + repository + "/bad/-/bad-1.0.tgz");

    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(json(refused).at("/errors/0/message").asText())
        .isEqualTo("Package bad:1.0 download was blocked by JFrog Packages Curation service due to"
            + " the following policies violated {strict, Malicious, known, leave it}.");
  }
}
