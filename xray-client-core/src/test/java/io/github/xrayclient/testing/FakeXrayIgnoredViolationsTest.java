package io.github.xrayclient.testing;

import static io.github.xrayclient.testing.FakeXrayHttp.json;
import static io.github.xrayclient.testing.FakeXrayHttp.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FakeXrayIgnoredViolationsTest {
  private static final String PATH = "/xray/api/v1/violations";
  private static final String RULE =
      "'ignore_rule_info':{'id':'r','author':'admin','created':'2026-01-01T10:00:00Z'}";

  private final FakeXray server = FakeXray.start();
  private final FakeXrayHttp http = new FakeXrayHttp(server);

  @BeforeEach
  void seed() {
    server.seed(
        Kind.VIOLATIONS,
        quoted("[{'violation_id':'a','issue_id':'XRAY-1','type':'Security','watch_name':'w1',"
            + "'severity':'High','infected_components':['gav://com.acme:lib:1.0'],"
            + "'impacted_artifacts':['default/libs-local/com/acme/app-2.0.war'],"
            + "'properties':[{'cve':'CVE-1'}],'summary':'s','builds':[{'name':'ci','number':'7'}],"
            + "'matched_policies':[{'policy':'p','is_ignored':true}]," + RULE + "},"
            + "{'violation_id':'b','issue_id':'GPL-3.0','type':'License','watch_name':'w2',"
            + "'severity':'Low','release_bundles':[{'name':'rb','version':'1'}]," + RULE + "},"
            + "{'violation_id':'c','type':'Operational_Risk','watch_name':'w1',"
            + "'severity':'Critical','impacted_git_repository':'acme/shop'," + RULE + "},"
            + "{'violation_id':'d','watch_name':'w1',"
            + "'matched_policies':[{'policy':'p','is_ignored':false}]," + RULE + "},"
            + "{'violation_id':'e','watch_name':'w1'}]"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String ids(JsonNode rows) {
    List<String> ids = new ArrayList<>();
    rows.forEach(row -> ids.add(row.path("violation_id").asText()));
    return String.join("", ids);
  }

  private JsonNode search(String parameters, String filters) {
    HttpResponse<String> response = http.post(PATH + "/ignored" + parameters, quoted(filters));
    assertThat(response.statusCode()).isEqualTo(200);
    return json(response);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{} | cba",
        "{'watches':['w1']} | ca",
        "{'watches':['w1','w2']} | cba",
        "{'watches':['w1'],'cves':['CVE-1']} | a",
        "{'policies':['p']} | a",
        "{'vulnerabilities':['XRAY-1']} | a",
        "{'licenses':['GPL-3.0']} | b",
        "{'operational_risk':['any']} | c",
        "{'git_repositories':['acme/shop']} | c",
        "{'components':[{'name':'gav://com.acme:lib'}]} | a",
        "{'components':[{'name':'gav://com.acme:lib','version':'1.0'}]} | a",
        "{'components':[{'name':'gav://com.acme:lib','version':'2.0'}]} | ~~",
        "{'artifacts':[{'name':'app-2.0.war'}]} | a",
        "{'builds':[{'name':'ci','version':'7'}]} | a",
        "{'release-bundles':[{'name':'rb','version':'1'}]} | b",
        "{'release-bundles':[{'name':'rb','version':'2'}]} | ~~"
      })
  void areFoundByTheFiltersOfIgnoreRules(String filters, String expected) {
    JsonNode answer = search("", filters);

    assertThat(ids(answer.path("data"))).isEqualTo(expected);
    assertThat(answer.path("total_count").asInt()).isEqualTo(expected.length());
  }

  @ParameterizedTest
  @CsvSource({
    "?limit=2,cb",
    "?limit=2&offset=2,a",
    "?order_by=severity,cab",
    "?order_by=updated&limit=1&offset=3,a"
  })
  void areSortedAndPagedByTheUrl(String parameters, String expected) {
    JsonNode answer = search(parameters, "{}");

    assertThat(ids(answer.path("data"))).isEqualTo(expected);
    assertThat(answer.path("total_count").asInt()).isEqualTo(3);
  }

  @Test
  void areFoundWithOneArtifactAndTheRuleUnderAnotherName() {
    JsonNode row = search("", "{'cves':['CVE-1']}").at("/data/0");

    assertThat(row.path("impacted_artifact"))
        .isEqualTo(json(quoted("{'name':'app-2.0.war','path':'libs-local/com/acme/'}")));
    assertThat(row.at("/ignore_rule_details/created").asText()).isEqualTo("2026-01-01T10:00:00Z");
    assertThat(row.has("ignore_rule_info")).isFalse();
    assertThat(row.has("infected_components")).isFalse();
  }

  @Test
  void ofAWatchHaveAllFieldsAndTheTimeAsANumber() {
    JsonNode answer = json(http.get(PATH + "/ignored/w1"));

    assertThat(ids(answer.path("violations"))).isEqualTo("ca");
    assertThat(answer.path("violations_count").asInt()).isEqualTo(2);
    JsonNode row = answer.at("/violations/1");
    assertThat(row.at("/ignore_rule_info/created")).isEqualTo(json("1767261600"));
    assertThat(row.path("summary").asText()).isEqualTo("s");
    assertThat(row.has("builds")).isFalse();
  }

  @Test
  void ofAWatchWithoutAnyAreNone() {
    assertThat(json(http.get(PATH + "/ignored/other")))
        .isEqualTo(json(quoted("{'violations':[],'violations_count':0}")));
  }

  @Test
  void areNoLongerIgnoredAfterTheyAreRestored() {
    HttpResponse<String> response = http.post(PATH + "/restore", quoted("{'ids':['a','none']}"));

    assertThat(response.statusCode()).isEqualTo(200);
    assertThat(response.body()).isEmpty();
    assertThat(ids(search("", "{}").path("data"))).isEqualTo("cb");
    JsonNode stored = server.stored(Kind.VIOLATIONS).get(0);
    assertThat(stored.at("/matched_policies/0/is_ignored").asBoolean()).isFalse();
    assertThat(stored.has("ignore_rule_info")).isFalse();
  }

  @ParameterizedTest
  @ValueSource(strings = {"{}", "{'ids':[]}", "{'ids':'a'}", "[]", ""})
  void areNotRestoredWithoutIds(String body) {
    assertThat(http.post(PATH + "/restore", quoted(body)).statusCode()).isEqualTo(400);
  }

  @Test
  void areNotRestoredIfThereAreTooMany() {
    String ids =
        IntStream.range(0, 501).mapToObj(i -> "'v" + i + "'").collect(Collectors.joining(","));

    HttpResponse<String> response = http.post(PATH + "/restore", quoted("{'ids':[" + ids + "]}"));

    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).path("error").asText()).contains("501", "500");
  }

  @ParameterizedTest
  @ValueSource(strings = {"?order_by=created", "?limit=0", "?offset=0", "?limit=x"})
  void areNotListedWithWrongParameters(String parameters) {
    assertThat(http.post(PATH + "/ignored" + parameters, "{}").statusCode()).isEqualTo(400);
    assertThat(http.get(PATH + "/ignored/w1" + parameters).statusCode()).isEqualTo(400);
  }

  @Test
  void areNotSearchedForByFiltersWithoutStoredData() {
    assertThat(http.post(PATH + "/ignored", quoted("{'docker-layers':['ab']}")).statusCode())
        .isEqualTo(501);
    assertThat(http.post(PATH + "/ignored", quoted("{'watches':'w1'}")).statusCode())
        .isEqualTo(400);
  }
}
