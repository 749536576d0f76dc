package io.github.xrayclient.testing;

import static io.github.xrayclient.testing.FakeXrayHttp.json;
import static io.github.xrayclient.testing.FakeXrayHttp.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FakeXrayPackageStatusTest {
  private static final String PATH = "/xray/api/v1/curation/package_status/all_repos";
  private static final String CONDITIONS =
      "[{'id':'1','name':'Malicious package'},{'id':'2','name':'Banned','param_values':["
          + "{'param_id':'package_type','value':'Go'},"
          + "{'param_id':'package_name','value':'acme.example/x'},"
          + "{'param_id':'package_versions','value':[{'in':['v1.0']}]}]}]";

  private final FakeXray server = FakeXray.start();
  private final FakeXrayHttp http = new FakeXrayHttp(server);

  @BeforeEach
  void seed() {
    server
        .seed(
            Kind.REPOSITORIES,
            quoted("[{'key':'npm-a','packageType':'npm','curated':true},"
                + "{'key':'npm-b','packageType':'NPM','curated':true},"
                + "{'key':'npm-c','packageType':'npm','curated':false},"
                + "{'key':'go-a','packageType':'go','curated':true}]"))
        .seed(Kind.CONDITIONS, quoted(CONDITIONS))
        .seed(
            Kind.PACKAGES,
            quoted("[{'id':'npm://bad:1','labels':['ok'],'meets':[{'condition_id':'1',"
                + "'explanation':'known','remediation':'leave it'}]},{'id':'npm://good:1'}]"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> ask(String type, String name, String version) {
    return http.post(
        PATH,
        "{'packageType':'" + type + "','packageName':'" + name + "','packageVersion':'" + version
            + "'}");
  }

  private void policy(String members) {
    server.seed(
        Kind.CURATION_POLICIES,
        quoted("{'id':'7','name':'p','policy_action':'block','condition_id':'1'," + members + "}"));
  }

  private List<String> blockedIn(String type, String name, String version) {
    HttpResponse<String> answer = ask(type, name, version);
    assertThat(answer.statusCode()).isEqualTo(200);
    List<String> keys = new ArrayList<>();
    for (JsonNode repository : json(answer).path("repositories")) {
      if (repository.path("action").asText().equals("blocked")) {
        keys.add(repository.path("repo_name").asText());
      }
    }
    return keys;
  }

  @Test
  void answersForEachCuratedRepositoryOfTheType() {
    policy("'scope':'specific_repos','repo_include':['npm-a','npm-c']");

    HttpResponse<String> answer = ask("npm", "bad", "1");

    assertThat(json(answer))
        .isEqualTo(json("{'summary':{'total_approved':1,'total_blocked':1},'repositories':["
            + "{'repo_name':'npm-a','action':'blocked','reason':'Policy violations','policies':["
            + "{'policy_name':'p','condition_name':'Malicious package','explanation':'known',"
            + "'remediation':'leave it'}]},"
            + "{'repo_name':'npm-b','action':'approved','reason':''}]}"));
  }

  @Test
  void answersNothingForAPackageThatIsNotKnown() {
    policy("'scope':'all_repos'");

    assertThat(json(ask("npm", "other", "1")))
        .isEqualTo(json("{'summary':{'total_approved':0,'total_blocked':0},'repositories':[]}"));
  }

  @Test
  void answers403OnlyIfThePackageIsBlockedEverywhere() {
    server.refuseBlockedPackages(true);
    policy("'scope':'all_repos','repo_exclude':['npm-b']");
    assertThat(ask("npm", "bad", "1").statusCode()).isEqualTo(200);

    policy("'scope':'pkg_types','pkg_types_include':['npm']");

    HttpResponse<String> refused = ask("npm", "bad", "1");
    assertThat(refused.statusCode()).isEqualTo(403);
    assertThat(json(refused).at("/errors/0/message").asText())
        .isEqualTo(
            "Package bad:1 download was blocked by JFrog Packages Curation service due to the"
                + " following policies violated {p, Malicious package, known, leave it}.");
    assertThat(ask("npm", "good", "1").statusCode()).isEqualTo(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"go", "golang"})
  void evaluatesConditionsThatNameAVersion(String type) {
    server.seed(
        Kind.CURATION_POLICIES,
        quoted("{'id':'8','name':'q','policy_action':'block','condition_id':'2',"
            + "'scope':'all_repos'}"));

    assertThat(blockedIn(type, "acme.example/x", "v1.0")).containsExactly("go-a");
    assertThat(blockedIn(type, "acme.example/x", "v1.1")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'scope':'all_repos','enabled':false",
        "'scope':'all_repos','policy_action':'dry_run'",
        "'scope':'all_repos','repo_exclude':['npm-a','npm-b']",
        "'scope':'specific_repos','repo_include':['npm-c']",
        "'scope':'pkg_types','pkg_types_include':['PyPI']",
        "'scope':'specific_groups','group_include':['developers']",
        "'scope':'all_repos','waivers':[{'id':'1','pkg_type':'NPM','pkg_name':'bad',"
            + "'all_versions':true}]",
        "'scope':'all_repos','waivers':[{'id':'1','pkg_type':'npm','pkg_name':'bad',"
            + "'pkg_versions':['1']}]",
        "'scope':'all_repos','label_waivers':[{'id':'1','label':'ok'}]",
      })
  void followsThePoliciesThatBlockNothing(String members) {
    policy("'scope':'all_repos'");
    assertThat(blockedIn("npm", "bad", "1")).hasSize(2);

    server.seed(
        Kind.CURATION_POLICIES,
        json("{'id':'7','name':'p','condition_id':'1',"
                + (members.contains("policy_action") ? "" : "'policy_action':'block',") + members
                + "}")
            .toString());

    assertThat(blockedIn("npm", "bad", "1")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{'packageType':'npm','packageName':'a'}",
        "{'packageType':'npm','packageName':'','packageVersion':'1'}",
        "{'packageType':'npm','packageName':'a','packageVersion':1}",
        "{'packageType':'NPM','packageName':'a','packageVersion':'1'}",
        "{'packageType':'unknown','packageName':'a','packageVersion':'1'}",
        "{'pkg_type':'npm','pkg_name':'a','pkg_version':'1'}",
      })
  void refusesOtherBodies(String body) {
    assertThat(http.post(PATH, body).statusCode()).isEqualTo(400);
  }
}
