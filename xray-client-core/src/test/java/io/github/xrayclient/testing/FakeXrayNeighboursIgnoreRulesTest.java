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
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FakeXrayNeighboursIgnoreRulesTest {
  private static final String ROOT = "/xray/api/v1/ignore_rules";
  private static final String RULE = "{'notes':'n','ignore_filters':{'cves':['CVE-2021-1']}}";

  private final FakeXray server = FakeXray.start();
  private final FakeXrayHttp http = new FakeXrayHttp(server);

  @AfterEach
  void stop() {
    server.close();
  }

  private String create(String query, String body) {
    HttpResponse<String> response = http.post(ROOT + query, body);
    assertThat(response.statusCode()).isEqualTo(201);
    String info = json(response).path("info").asText();
    assertThat(info).matches("Successfully added Ignore rule with id: [0-9a-f]{8}(-[0-9a-f]+){4}");
    return info.substring(info.lastIndexOf(' ') + 1);
  }

  private JsonNode get(String path) {
    HttpResponse<String> response = http.get(ROOT + path);
    assertThat(response.statusCode()).isEqualTo(200);
    return json(response);
  }

  private static String error(HttpResponse<String> response) {
    return response.statusCode() + " " + json(response).path("error").asText();
  }

  @Nested
  class Create {
    @Test
    void setsWhatTheServerSets() {
      String id = create("", RULE);

      assertThat(get("/" + id))
          .isEqualTo(json("{'id':'" + id + "','author':'admin',"
              + "'created':'2025-03-12T14:26:11.507Z','is_expired':false,'notes':'n',"
              + "'ignore_filters':{'cves':['CVE-2021-1']}}"));
    }

    @Test
    void givesTheSameIdsInEachRunAndNoneTwice() {
      String first = create("", RULE);
      String second = create("", RULE);

      try (FakeXray other = FakeXray.start()) {
        other.seed(Kind.IGNORE_RULES, server.stored(Kind.IGNORE_RULES).get(0).toString());
        HttpResponse<String> response = new FakeXrayHttp(other).post(ROOT, RULE);

        assertThat(second).isNotEqualTo(first);
        assertThat(json(response).path("info").asText()).endsWith(second);
        assertThat(other.stored(Kind.IGNORE_RULES)).hasSize(2);
      }
    }

    @Test
    void putsTheRuleIntoItsProject() {
      String id = create("?projectKey=p1", RULE);

      assertThat(get("/" + id).path("project_key").asText()).isEqualTo("p1");
      assertThat(get("/" + id + "?projectKey=p1").path("id").asText()).isEqualTo(id);
      assertThat(http.get(ROOT + "/" + id + "?projectKey=p2").statusCode()).isEqualTo(404);
      assertThat(http.delete(ROOT + "/" + id + "?projectKey=p2").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "{ | Failed to parse ignore rule",
          "[] | Failed to parse ignore rule",
          "{'ignore_filters':{'cves':['c']}} | notes is required",
          "{'notes':' ','ignore_filters':{'cves':['c']}} | notes is required",
          "{'notes':1,'ignore_filters':{'cves':['c']}} | notes must be",
          "{'notes':'n'} | at least one filter",
          "{'notes':'n','ignore_filters':{}} | at least one filter",
          "{'notes':'n','ignore_filters':{'cves':[],'sast':{}}} | at least one filter",
          "{'notes':'n','ignore_filters':{'watches':['w']}} | at least one filter",
          "{'notes':'n','ignore_filters':{'cves':['c'],'licenses':['l']}} | cves and licenses exclude",
          "{'notes':'n','ignore_filters':{'vulnerabilities':['x'],'operational_risk':['any']}} | exclude",
          "{'notes':'n','ignore_filters':{'cves':['c'],'sast':{'rule':['r']}}} | cves and sast exclude",
          "{'notes':'n','ignore_filters':{'vulnerabilities':['any'],'cves':['c']}} | needs cves with any",
          "{'notes':'n','ignore_filters':{'operational_risk':['High']}} | operational_risk must be any",
          "{'notes':'n','expires_at':'2025-03-12T14:26:10Z','ignore_filters':{'cves':['c']}} | in the future",
          "{'notes':'n','ignore_filters':['c']} | ignore_filters must be",
          "{'notes':'n','ignore_filters':{'cves':'c'}} | cves must be",
          "{'notes':'n','expires_at':'soon','ignore_filters':{'cves':['c']}} | expires_at must be a time"
        })
    void refusesAnIncompleteOrWronglyTypedRule(String body, String error) {
      HttpResponse<String> response = http.post(ROOT, body);

      assertThat(error(response)).startsWith("400 ").contains(error);
      assertThat(server.stored(Kind.IGNORE_RULES)).isEmpty();
    }

    @Test
    void refusesABuildWithoutProjectUnlessTheRuleIsGlobal() {
      String body = "{'notes':'n','ignore_filters':{'cves':['c'],'builds':[{'name':'b'}]}}";
      String project =
          "{'notes':'n','ignore_filters':{'cves':['c'],'projects':['p'],'builds':[{'name':'b'}]}}";

      assertThat(create("", body)).isNotEmpty();
      for (HttpResponse<String> response :
          List.of(http.post(ROOT + "?projectKey=p1", body), http.post(ROOT, project))) {
        assertThat(error(response).lines())
            .startsWith("400 ignore rule validation error: failed validating source filter")
            .endsWith("Caused by: build ignore filter with no project is allowed only for global"
                + " ignore rule without project filters");
      }
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "id",
          "author",
          "created",
          "is_expired",
          "deleted_by",
          "deleted_at",
          "project_key"
        })
    void refusesWhatTheServerSets(String member) {
      String body = "{'" + member + "':null," + RULE.substring(1);

      assertThat(error(http.post(ROOT, body)))
          .isEqualTo("400 Invalid ignore rule: " + member + " cannot be set");
    }
  }

  @Nested
  class Delete {
    @Test
    void keepsTheRuleAndSaysSo() {
      String id = create("", RULE);

      HttpResponse<String> response = http.delete(ROOT + "/" + id);

      assertThat(response.statusCode()).isEqualTo(204);
      assertThat(response.body()).isEmpty();
      assertThat(get("/" + id).path("deleted_by").asText()).isEqualTo("admin");
      assertThat(get("/" + id).path("deleted_at").asText()).isEqualTo("2025-03-12T14:26:12.507Z");
      assertThat(get("").path("data").get(0)).isEqualTo(get("/" + id));
    }

    @Test
    void doesNotFindADeletedRule() {
      String id = create("", RULE);
      http.delete(ROOT + "/" + id);

      assertThat(error(http.delete(ROOT + "/" + id)))
          .isEqualTo("404 Ignore rule " + id + " was not found");
      assertThat(http.delete(ROOT + "/none").statusCode()).isEqualTo(404);
      assertThat(http.get(ROOT + "/none").statusCode()).isEqualTo(404);
    }
  }

  @Test
  void cannotBeChanged() {
    HttpResponse<String> response = http.put(ROOT + "/" + create("", RULE), RULE);

    assertThat(response.statusCode()).isEqualTo(405);
    assertThat(response.headers().firstValue("Allow")).contains("DELETE, GET");
  }

  @Nested
  class Listing {
    private void seed() {
      server.seed(
          Kind.IGNORE_RULES,
          quoted("{'data':["
              + "{'id':'c','author':'z','created':'2026-01-02T00:00:00Z','ignore_filters':{"
              + "'vulnerabilities':['XRAY-1'],'licenses':['MIT'],"
              + "'components':[{'name':'gav://g:a','version':'1'},{'name':'gav://g:b',"
              + "'version':'2'}],'release-bundles':[{'name':'rb','version':'1'}]}},"
              + "{'id':'a','author':'y','created':'2026-01-03T00:00:00Z','project_key':'p1',"
              + "'expires_at':'2027-01-01T00:00:00Z','deleted_at':'2026-05-01T00:00:00Z',"
              + "'ignore_filters':{'cves':['CVE-1','CVE-2'],'policies':['pol'],"
              + "'artifacts':[{'name':'app.jar','version':'1','path':'libs/com/'}],"
              + "'docker_layers':['sha256:aa']}},"
              + "{'id':'b','author':'x','created':'2026-01-01T00:00:00Z','project_key':'p2',"
              + "'expires_at':'2026-06-01T00:00:00Z','ignore_filters':{'watches':['w'],"
              + "'builds':[{'name':'ci','version':'7'}],'git_repositories':['git'],"
              + "'exposures':{'scanners':['EXP-1'],'categories':['secrets'],'file_path':['/a'],"
              + "'fingerprints':['f']},"
              + "'docker-layers':['sha256:aa']}}],'total_count':3}"));
    }

    private String ids(String query) {
      List<String> ids = new ArrayList<>();
      get(query).path("data").forEach(rule -> ids.add(rule.path("id").asText()));
      return String.join("", ids);
    }

    @ParameterizedTest
    @CsvSource({
      "'', bca",
      "?direction=desc, acb",
      "?order_by=external_id, abc",
      "?order_by=author, bac",
      "?order_by=created&direction=desc, acb",
      "?order_by=expires_at, bac",
      "?order_by=project_key&direction=desc, bac",
      "?num_of_rows=2, bc",
      "?num_of_rows=2&page_num=2, a",
      "?page_num=2, ''"
    })
    void isSortedAndPaged(String query, String expected) {
      seed();

      assertThat(ids(query)).isEqualTo(expected);
      assertThat(get(query).path("total_count").asInt()).isEqualTo(3);
    }

    @ParameterizedTest
    @CsvSource({
      "vulnerability=XRAY-1, c",
      "cve=CVE-2, a",
      "cve=cve-2, ''",
      "license=MIT, c",
      "policy=pol, a",
      "watch=w, b",
      "component_name=gav://g:a, c",
      "component_name=gav://g:a&component_version=1, c",
      "component_name=gav://g:a&component_version=2, ''",
      "artifact_name=app.jar&artifact_version=1, a",
      "artifact_path=libs/com/, a",
      "path=libs/com/, a",
      "path=libs/, ''",
      "build_name=ci&build_version=7, b",
      "release_bundle_name=rb, c",
      "docker_layer=sha256:aa, ba",
      "git_repository=git, b",
      "exposures_scanner=EXP-1, b",
      "exposures_category=secrets, b",
      "exposures_category=iac, ''",
      "exposures_file_path=/a, b",
      "exposures_fingerprint=f, b",
      "projectKey=p2, b",
      "expires_before=2026-12-31T00:00:00Z, b",
      "expires_after=2026-06-01T02:00:00%2B02:00, a",
      "watch=w&cve=CVE-1, ''"
    })
    void givesWhatFitsAllFilters(String query, String expected) {
      seed();

      assertThat(ids("?" + query)).isEqualTo(expected);
      assertThat(get("?" + query).path("total_count").asInt()).isEqualTo(expected.length());
    }

    @Test
    void hasTwentyFiveRowsOnAPage() {
      for (int i = 0; i < 27; i++) {
        server.seed(Kind.IGNORE_RULES, quoted("{'id':'" + i + "'}"));
      }

      assertThat(get("").path("data")).hasSize(25);
      assertThat(get("?page_num=2").path("data")).hasSize(2);
      assertThat(get("?page_num=999999999&num_of_rows=999999999").path("data")).isEmpty();
    }

    @Test
    void obeysWhatTheServerIsToldOfPages() {
      seed();

      server.pageCap(1).claimTotal(9);
      assertThat(ids("?num_of_rows=3&page_num=2")).isEqualTo("c");
      assertThat(get("").path("total_count").asInt()).isEqualTo(9);

      server.repeatFirstPage(true);
      assertThat(ids("?num_of_rows=3&page_num=2")).isEqualTo("b");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"order_by=id", "direction=up", "num_of_rows=0", "page_num=0", "expires_after=x"})
    void refusesWhatItCannotRead(String query) {
      assertThat(error(http.get(ROOT + "?" + query))).startsWith("400 " + query.split("=", 2)[0]);
    }

    @Test
    void isFollowedByLaterWritesOnly() {
      seed();

      assertThat(get("/" + create("", RULE)).path("created").asText())
          .isEqualTo("2026-05-01T00:00:01.000Z");
    }
  }
}
