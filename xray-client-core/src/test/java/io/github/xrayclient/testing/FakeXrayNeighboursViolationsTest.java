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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FakeXrayNeighboursViolationsTest {
  private static final String PATH = "/xray/api/v1/violations";

  private final FakeXray server = FakeXray.start();
  private final FakeXrayHttp http = new FakeXrayHttp(server);

  @BeforeEach
  void seed() {
    server.seed(
        Kind.VIOLATIONS,
        quoted("{'total_violations':3,'violations':["
            + "{'violation_id':'b','issue_id':'XRAY-1','type':'Security','watch_name':'w1',"
            + "'severity':'Critical','created':'2026-03-02T00:00:00Z','description':'Bad Padding.',"
            + "'infected_components':['npm://Left-Pad:1.0'],"
            + "'impacted_artifacts':['default/npm-local/a/b.tgz'],"
            + "'matched_policies':[{'policy':'p','rule':'r','is_blocking':true}],"
            + "'properties':[{'cve':'CVE-1'},{'cve':'CVE-2'}]},"
            + "{'violation_id':'a','issue_id':'XRAY-2','type':'License','watch_name':'w2',"
            + "'severity':'Medium','created':'2026-03-03T00:00:00Z',"
            + "'impact_artifacts':['other/npm-local/a/c.tgz']},"
            + "{'violation_id':'c','type':'Security','watch_name':'w1','severity':'Odd',"
            + "'created':'2026-03-01T02:00:00+02:00',"
            + "'impacted_artifacts':['default/x/npm-local/a/b.tgz']}]}"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  /** Searches with details, without which the answer has no ids. */
  private JsonNode search(String body) {
    String withDetails = body.contains("include_details")
        ? body
        : body.contains("'filters':{")
            ? body.replace("'filters':{", "'filters':{'include_details':true,")
            : body.replaceFirst("\\{", "{'filters':{'include_details':true},");
    return search(http.post(PATH, withDetails.replace(",}", "}")));
  }

  private static JsonNode search(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(200);
    return json(response);
  }

  private static String ids(JsonNode answer) {
    List<String> ids = new ArrayList<>();
    answer
        .path("violations")
        .forEach(found -> ids.add(found.path("violation_id").asText()));
    return String.join("", ids);
  }

  @Test
  void areGivenInTheOrderInWhichTheyCame() {
    JsonNode answer = search("{}");

    assertThat(ids(answer)).isEqualTo("bac");
    assertThat(answer.path("total_violations").asInt()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'watch_name':'w1' | bc",
        "'watch_name':null | bac",
        "'violation_type':'Security' | bc",
        "'violation_type':'Security','watch_name':'w1','issue_id':'XRAY-1' | b",
        "'min_severity':'Critical' | b",
        "'min_severity':'medium' | ba",
        "'min_severity':'Unknown' | bac",
        "'issue_id':'XRAY-2' | a",
        "'cve_id':'CVE-2' | b",
        "'name_contains':'padding' | b",
        "'name_contains':'left-pad' | ~~",
        "'created_from':'2026-03-02T00:00:00Z' | ba",
        "'created_until':'2026-03-02T00:00:00Z' | bc",
        "'created_from':'2026-03-01T00:00:00Z','created_until':'2026-03-01T00:00:00Z' | c",
        "'resources':{'artifacts':[{'repo':'npm-local','path':'a/b.tgz'}]} | bc",
        "'resources':{'artifacts':[{'repo':'local','path':'a/b.tgz'},"
            + "{'repo':'npm-local','path':'a/c.tgz'}]} | a",
        "'resources':{'artifacts':[],'builds':[]} | bac",
      })
  void areFoundByAllFiltersGiven(String filters, String expected) {
    JsonNode answer = search("{'filters':{" + filters + "}}");

    assertThat(ids(answer)).isEqualTo(expected);
    assertThat(answer.path("total_violations").asInt()).isEqualTo(expected.length());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'order_by':'created' | cba",
        "'order_by':'created','direction':'desc' | abc",
        "'order_by':'watcher_name','direction':'desc' | bac",
        "'limit':2 | ba",
        "'limit':2,'offset':1 | ba",
        "'limit':2,'offset':2 | c",
        "'order_by':'created','limit':1,'offset':2 | b",
      })
  void areSortedAndPaged(String pagination, String expected) {
    JsonNode answer = search("{'pagination':{" + pagination + "}}");

    assertThat(ids(answer)).isEqualTo(expected);
    assertThat(answer.path("total_violations").asInt()).isEqualTo(3);
  }

  @Test
  void comeTwentyFiveOnAPage() {
    for (int i = 0; i < 30; i++) {
      server.seed(Kind.VIOLATIONS, quoted("{'violation_id':'" + i + "'}"));
    }

    assertThat(search("{}").path("violations")).hasSize(25);
    assertThat(search("{'pagination':{'offset':2}}").path("violations")).hasSize(8);
    assertThat(search("{'pagination':{'offset':3}}"))
        .isEqualTo(json("{'total_violations':33,'violations':[]}"));
  }

  @Test
  void obeyWhatTheServerIsToldOfPages() {
    server.pageCap(1).claimTotal(9);
    assertThat(ids(search("{'pagination':{'limit':3,'offset':2}}"))).isEqualTo("a");
    assertThat(search("{}").path("total_violations").asInt()).isEqualTo(9);

    server.repeatFirstPage(true);
    assertThat(ids(search("{'pagination':{'limit':3,'offset':2}}"))).isEqualTo("b");
  }

  @Test
  void nameTheirPoliciesOnlyWithDetails() {
    JsonNode first = search(http.post(PATH, "{}")).at("/violations/0");
    assertThat(first.has("matched_policies")).isFalse();
    assertThat(first.has("violation_id")).isFalse();
    assertThat(first.has("properties")).isFalse();
    assertThat(first.path("issue_id").asText()).isEqualTo("XRAY-1");
    assertThat(search("{'filters':{'include_details':false}}").findValue("matched_policies"))
        .isNull();
    assertThat(search("{'filters':{'include_details':true}}")
            .at("/violations/0/matched_policies/0/is_blocking")
            .asBoolean())
        .isTrue();
  }

  @Test
  void areMissingAltogetherWhenThereAreNone() {
    assertThat(search("{'filters':{'watch_name':'none'}}")).isEqualTo(json("{}"));
  }

  @Test
  void areNotMissingWhenOnlyTheTotalSaysSo() {
    server.claimTotal(0);

    assertThat(ids(search("{}"))).isEqualTo("bac");
  }

  @Test
  void areReadWithoutAWrite() {
    search("{}");
    http.post(
        "/xray/api/v2/policies",
        "{'name':'p','type':'security','rules':[" + "{'name':'r','criteria':{},'actions':{}}]}");

    assertThat(server.stored(Kind.POLICIES).get(0).path("created").asText())
        .isEqualTo("2025-03-12T14:26:11.507Z");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "[]",
        "{'filters':[]}",
        "{'pagination':{'limit':0}}",
        "{'pagination':{'offset':0}}",
        "{'pagination':{'offset':'2'}}",
        "{'pagination':{'order_by':'watch_name'}}",
        "{'pagination':{'direction':'up'}}",
        "{'filters':{'min_severity':'severe'}}",
        "{'filters':{'created_from':'yesterday'}}"
      })
  void areNotSearchedForWithWhatCannotBeRead(String body) {
    HttpResponse<String> response = http.post(PATH, body);

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).path("error").asText()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "'builds':[{'name':'ci','number':'7'}] | x",
        "'builds':[{'name':'ci','number':'7','project':'alpha'}] | x",
        "'builds':[{'name':'ci','number':'8'}] | ~~",
        "'release_bundles':[{'name':'rb','version':'1.0'}] | x",
        "'release_bundles_v2':[{'name':'rb2','version':'2.0','project':'alpha'}] | x",
        "'git_repositories':[{'name':'acme/shop'}] | x",
        "'artifacts':[{'repo':'docker-local','path':'/shop/v3/manifest.json'}] | x",
        "'artifacts':[{'repo':'npm-local','path':'a/c.tgz'}],'builds':[{'name':'ci','number':'7'}] | ax",
      })
  void areFoundByEveryResource(String resources, String expected) {
    server.seed(
        Kind.VIOLATIONS,
        quoted("{'violation_id':'x','builds':[{'name':'ci','number':'7','project':'alpha'}],"
            + "'release_bundles':[{'name':'rb','version':'1.0'}],"
            + "'release_bundles_v2':[{'name':'rb2','version':'2.0','project':'alpha'}],"
            + "'impacted_artifacts':['default/docker-local/shop/v3/'],"
            + "'impacted_git_repository':'acme/shop'}"));

    JsonNode answer = search("{'filters':{'resources':{" + resources + "}}}");

    assertThat(ids(answer)).isEqualTo(expected);
    assertThat(answer.findValue("builds")).isNull();
  }

  @Test
  void areNotSearchedForByUnknownResources() {
    HttpResponse<String> response =
        http.post(PATH, "{'filters':{'resources':{'models':[{'name':'ci'}]}}}");

    assertThat(response.statusCode()).isEqualTo(501);
    assertThat(json(response).path("error").asText()).contains("models");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'resources':{'artifacts':[{'repo':'npm-local','path':'a/b.tgz'}]}",
        "'created_until':'2026-03-02T00:00:00Z'",
        "'cve_id':'CVE-2'",
        "'issue_id':'XRAY-2'"
      })
  void areAllGivenByAnOlderServerThatDoesNotKnowTheFilter(String filter) {
    String body = "{'filters':{" + filter + "}}";
    assertThat(ids(search(body))).isNotEqualTo("bac");

    server.version("3.88.9");
    assertThat(ids(search(body))).isEqualTo("bac");

    server.version("3.88.10");
    assertThat(ids(search(body))).isNotEqualTo("bac");
  }
}
