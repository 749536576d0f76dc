package io.github.xrayclient.testing;

import static io.github.xrayclient.testing.FakeXrayHttp.json;
import static io.github.xrayclient.testing.FakeXrayHttp.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.net.http.HttpResponse;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FakeXrayCurationPolicyTest {
  private static final String ROOT = "/xray/api/v1/curation/policies";
  private static final String CONDITION =
      "{'id':'1','name':'Malicious package','is_custom':false,'param_values':[]}";
  private static final String WAIVER =
      "{'id':'1','pkg_type':'npm','pkg_name':'jquery','all_versions':false,"
          + "'pkg_versions':['3.7.1'],'justification':'x','created_by':'eve',"
          + "'created_at':'2025-03-12T16:34:16+02:00'}";
  private static final String LABEL_WAIVER =
      "{'id':'1','label':'Manual','justification':'y','created_by':'eve',"
          + "'created_at':'2025-03-12T16:44:48+02:00'}";
  private static final String SEEDED = "{'id':'11','created_by':'eve','updated_by':'eve',"
      + "'created_at':'2025-03-12T16:26:10+02:00','updated_at':'2025-05-12T16:26:10+02:00',"
      + "'enabled':true,'name':'no malware','scope':'all_repos','policy_action':'block',"
      + "'condition_id':'1','condition':"
      + CONDITION
      + ",'waivers':["
      + WAIVER
      + "],'label_waivers':["
      + LABEL_WAIVER
      + "],'notify_emails':[],'waiver_request_config':'forbidden','block_from_cache':true}";
  private static final String BODY =
      "{'name':'p','scope':'all_repos','policy_action':'dry_run','condition_id':'1'}";

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

  @Nested
  class Read {
    @Test
    void inlinesTheConditionAndLeavesEmptyListsOut() {
      JsonNode policy = json(http.get(ROOT + "/11"));

      ObjectNode expected = (ObjectNode) json(SEEDED);
      expected.remove("notify_emails");
      assertThat(policy).isEqualTo(expected);
    }

    @Test
    void showsTheConditionThatTheServerHas() {
      server.seed(Kind.CONDITIONS, quoted("{'id':'1','name':'renamed'}"));

      assertThat(json(http.get(ROOT + "/11")).at("/condition/name").asText()).isEqualTo("renamed");
    }

    @Test
    void missesWhatIsNotThere() {
      HttpResponse<String> response = http.get(ROOT + "/12");

      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(json(response).path("error").asText()).contains("12");
    }
  }

  @Nested
  class Create {
    @Test
    void answersTheWholePolicy() {
      HttpResponse<String> response = http.post(ROOT, BODY);

      assertThat(response.statusCode()).isEqualTo(201);
      assertThat(json(response))
          .isEqualTo(json("{'id':'12','created_by':'admin','updated_by':'admin',"
              + "'created_at':'2025-05-12T16:26:11+02:00',"
              + "'updated_at':'2025-05-12T16:26:11+02:00','enabled':true,'name':'p',"
              + "'scope':'all_repos','policy_action':'dry_run','condition_id':'1',"
              + "'condition':"
              + CONDITION
              + ",'waiver_request_config':'forbidden'}"));
      assertThat(json(http.get(ROOT + "/12"))).isEqualTo(json(response));
    }

    @Test
    void refusesEnabled() {
      assertRefused(http.post(ROOT, with("'enabled':true")), "enabled");
    }

    @Test
    void refusesToKeepAWaiver() {
      assertRefused(http.post(ROOT, with("'waivers':[{'id':'1'}]")), "waiver 1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "{", "[]", "'p'"})
    void refusesABodyThatIsNoObject(String body) {
      assertThat(http.post(ROOT, body).statusCode()).isEqualTo(400);
    }

    @Test
    void neverGivesAnIdTwice() {
      http.post(ROOT, BODY);
      http.delete(ROOT + "/12");

      assertThat(json(http.post(ROOT, BODY)).path("id").asText()).isEqualTo("13");
    }
  }

  @Nested
  class Update {
    @Test
    void replacesEverything() {
      HttpResponse<String> response = http.put(ROOT + "/11", BODY);

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(json(response))
          .isEqualTo(json("{'id':'11','created_by':'eve','updated_by':'admin',"
              + "'created_at':'2025-03-12T16:26:10+02:00',"
              + "'updated_at':'2025-05-12T16:26:11+02:00','enabled':true,'name':'p',"
              + "'scope':'all_repos','policy_action':'dry_run','condition_id':'1',"
              + "'condition':"
              + CONDITION
              + ",'waiver_request_config':'forbidden','block_from_cache':false}"));
    }

    @Test
    void movesUpdatedAtEachTime() {
      String first = json(putWith("")).path("updated_at").asText();
      String second = json(putWith("")).path("updated_at").asText();

      assertThat(OffsetDateTime.parse(second)).isAfter(OffsetDateTime.parse(first));
    }

    @Test
    void toleratesATrailingSlash() {
      assertThat(http.put(ROOT + "/11/", BODY).statusCode()).isEqualTo(200);
      assertThat(stored().path("name").asText()).isEqualTo("p");
    }

    @Test
    void missesWhatIsNotThere() {
      assertThat(http.put(ROOT + "/12", BODY).statusCode()).isEqualTo(404);
    }

    @Test
    void keepsWhatItDoesNotKnow() {
      putWith("'future':{'x':1.50}");

      assertThat(http.get(ROOT + "/11").body()).contains("\"future\":{\"x\":1.50}");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"id", "created_by", "updated_by", "created_at", "updated_at", "condition"})
    void refusesServerSetMembers(String member) {
      assertRefused(putWith("'" + member + "':'x'"), member);
      assertThat(stored().path("name").asText()).isEqualTo("no malware");
    }

    @Test
    void switchesOnButNeverOff() {
      server.seed(
          Kind.CURATION_POLICIES, quoted(SEEDED).replace("\"enabled\":true", "\"enabled\":false"));
      assertThat(json(putWith("")).path("enabled").asBoolean(true)).isFalse();

      assertThat(json(putWith("'enabled':true")).path("enabled").asBoolean()).isTrue();

      assertRefused(putWith("'enabled':false"), "enabled");
      assertRefused(putWith("'enabled':null"), "enabled");
      assertRefused(putWith("'enabled':'true'"), "enabled");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "'name':null",
          "'name':' '",
          "'name':7",
          "'scope':null",
          "'scope':'everything'",
          "'policy_action':null",
          "'policy_action':'Block'",
          "'condition_id':null",
          "'condition_id':1",
          "'condition_id':'x'",
          "'condition_id':'99'",
          "'scope':'specific_repos'",
          "'scope':'specific_repos','repo_include':[]",
          "'scope':'specific_repos','repo_include':['a'],'repo_exclude':['b']",
          "'scope':'specific_repos','repo_include':['a'],'pkg_types_include':['npm']",
          "'scope':'specific_repos','repo_include':['a'],'share_with_federation':true",
          "'scope':'pkg_types'",
          "'scope':'pkg_types','pkg_types_include':['npm'],'repo_include':['a']",
          "'scope':'specific_groups'",
          "'repo_include':['a']",
          "'pkg_types_include':['npm']",
          "'repo_exclude':'a'",
          "'repo_exclude':[1]",
          "'waiver_request_config':'sometimes'",
          "'waiver_request_config':'manual'",
          "'waiver_request_config':'manual','decision_owners':[]",
          "'block_from_cache':'true'"
        })
    void refuses(String members) {
      assertRefused(putWith(members), "");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "'scope':'specific_repos','repo_include':['a'],'repo_exclude':[]",
          "'scope':'specific_repos','repo_include':['a'],'share_with_federation':false",
          "'scope':'pkg_types','pkg_types_include':['npm'],'share_with_federation':true",
          "'scope':'specific_groups','group_include':['dev']",
          "'repo_exclude':['a'],'share_with_federation':true",
          "'waiver_request_config':'manual','decision_owners':['unknown group']",
          "'waiver_request_config':'auto_approved'",
          "'block_from_cache':true"
        })
    void accepts(String members) {
      HttpResponse<String> response = putWith(members);

      assertThat(response.statusCode()).isEqualTo(200);
    }

    @Test
    void refusesBlockFromCacheWhereItIsSwitchedOff() {
      server.blockFromCacheAllowed(false);

      assertThat(json(putWith("'block_from_cache':true")))
          .isEqualTo(json("{'error':'policy is invalid: block from cache is not enabled in curation"
              + " config'}"));
      assertThat(putWith("'block_from_cache':false").statusCode()).isEqualTo(200);
    }
  }

  @Nested
  class Delete {
    @Test
    void answersNothing() {
      HttpResponse<String> response = http.delete(ROOT + "/11");

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).isEmpty();
      assertThat(http.delete(ROOT + "/11").statusCode()).isEqualTo(404);
    }
  }
}
