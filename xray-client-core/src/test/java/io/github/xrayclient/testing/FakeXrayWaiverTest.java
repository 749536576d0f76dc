package io.github.xrayclient.testing;

import static io.github.xrayclient.testing.FakeXrayHttp.json;
import static io.github.xrayclient.testing.FakeXrayHttp.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FakeXrayWaiverTest {
  private static final String ROOT = "/xray/api/v1/curation/policies";
  private static final String WAIVER =
      "{'id':'1','pkg_type':'npm','pkg_name':'jquery','all_versions':false,"
          + "'pkg_versions':['3.7.1'],'justification':'x','created_by':'eve',"
          + "'created_at':'2025-03-12T16:34:16+02:00'}";
  private static final String LABEL_WAIVER =
      "{'id':'1','label':'Manual','justification':'y','created_by':'eve',"
          + "'created_at':'2025-03-12T16:44:48+02:00'}";
  private static final String SEEDED =
      "{'id':'11','updated_at':'2025-05-12T16:26:10+02:00','name':'no malware',"
          + "'condition_id':'1','condition':{'id':'1','name':'Malicious package'},"
          + "'waivers':["
          + WAIVER
          + "],'label_waivers':["
          + LABEL_WAIVER
          + "]}";
  private static final String BODY =
      "{'name':'p','scope':'all_repos','policy_action':'dry_run','condition_id':'1'}";
  private static final String NEW_WAIVER =
      "{'pkg_type':'npm','pkg_name':'left-pad','all_versions':true,'justification':'z'}";

  private final FakeXray server = FakeXray.start();
  private final FakeXrayHttp http = new FakeXrayHttp(server);

  @BeforeEach
  void seed() {
    server.seed(Kind.CURATION_POLICIES, quoted(SEEDED));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> putWith(String members) {
    return http.put(ROOT + "/11", with(members));
  }

  private static String with(String members) {
    ObjectNode body = (ObjectNode) json(BODY);
    body.setAll((ObjectNode) json("{" + members + "}"));
    return body.toString();
  }

  private static void assertRefused(HttpResponse<String> response, String part) {
    assertThat(response.statusCode()).isEqualTo(400);
    assertThat(json(response).path("error").asText()).startsWith("policy is invalid: ");
    assertThat(json(response).path("error").asText()).contains(part);
  }

  private JsonNode stored() {
    return server.stored(Kind.CURATION_POLICIES).get(0);
  }

  @Test
  void areKeptByIdAndAddedWithout() {
    JsonNode policy = json(putWith("'waivers':["
        + NEW_WAIVER
        + ",{'id':'1'}],'label_waivers':[{'label':'Ok','justification':'w'},"
        + "{'id':'1'}]"));

    assertThat(policy.path("waivers"))
        .containsExactly(
            json("{'id':'2','pkg_type':'npm','pkg_name':'left-pad','all_versions':true,"
                + "'justification':'z','created_by':'admin',"
                + "'created_at':'2025-05-12T16:26:11+02:00'}"),
            json(WAIVER));
    assertThat(policy.path("label_waivers"))
        .containsExactly(
            json("{'id':'2','label':'Ok','justification':'w','created_by':'admin',"
                + "'created_at':'2025-05-12T16:26:11+02:00'}"),
            json(LABEL_WAIVER));
  }

  @Test
  void areDeletedWhenLeftOut() {
    putWith("'waivers':[]");

    assertThat(stored().has("waivers")).isFalse();
    assertThat(stored().has("label_waivers")).isFalse();
    assertRefused(putWith("'waivers':[{'id':'1'}]"), "waiver 1");
  }

  @Test
  void getIdsThatNoOtherPolicyHas() {
    String other = json(http.post(ROOT, with("'waivers':[" + NEW_WAIVER + "]"))).toString();

    assertThat(json(other).at("/waivers/0/id").asText()).isEqualTo("2");
    assertRefused(putWith("'waivers':[{'id':'2'}]"), "waiver 2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'waivers':{}",
        "'waivers':['1']",
        "'waivers':[{'id':'9'}]",
        "'waivers':[{'id':1}]",
        "'waivers':[{'id':null}]",
        "'waivers':[{'id':'1'},{'id':'1'}]",
        "'waivers':[{'id':'1','justification':'changed'}]",
        "'waivers':[{'id':'1','created_by':'eve'}]",
        "'waivers':[{'id':'1','created_at':'2025-03-12T16:34:16+02:00'}]",
        "'waivers':[{}]",
        "'waivers':[{'pkg_name':'a','all_versions':true,'justification':'z'}]",
        "'waivers':[{'pkg_type':'npm','all_versions':true,'justification':'z'}]",
        "'waivers':[{'pkg_type':'npm','pkg_name':'a','justification':'z'}]",
        "'waivers':[{'pkg_type':'npm','pkg_name':'a','all_versions':true}]",
        "'waivers':[{'pkg_type':'npm','pkg_name':'a','all_versions':false,'justification':'z'}]",
        "'waivers':[{'pkg_type':'npm','pkg_name':'a','all_versions':false,'pkg_versions':[],"
            + "'justification':'z'}]",
        "'waivers':[{'pkg_type':'npm','pkg_name':'a','all_versions':true,'pkg_versions':['1'],"
            + "'justification':'z'}]",
        "'waivers':[{'pkg_type':'npm','pkg_name':'a','all_versions':false,'pkg_versions':'1',"
            + "'justification':'z'}]",
        "'label_waivers':[{'id':'2'}]",
        "'label_waivers':[{'label':'a'}]",
        "'label_waivers':[{'justification':'a'}]"
      })
  void areRefused(String members) {
    JsonNode before = stored();

    assertRefused(putWith(members), "");

    assertThat(stored()).isEqualTo(before);
  }
}
