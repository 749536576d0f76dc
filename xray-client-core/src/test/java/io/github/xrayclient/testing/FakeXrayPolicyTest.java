package io.github.xrayclient.testing;

import static io.github.xrayclient.testing.FakeXrayHttp.json;
import static io.github.xrayclient.testing.FakeXrayHttp.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FakeXrayPolicyTest {
  private static final String ROOT = "/xray/api/v2/policies";

  private final FakeXray server = FakeXray.start();
  private final FakeXrayHttp http = new FakeXrayHttp(server);

  @AfterEach
  void stop() {
    server.close();
  }

  private static String policy(String name, String type, String criteria, String actions) {
    return String.format(
        "{'name':'%s','type':'%s','rules':[{'name':'r','priority':1,'criteria':{%s},"
            + "'actions':{%s}}]}",
        name, type, criteria, actions);
  }

  private static String policy(String name) {
    return policy(name, "security", "'min_severity':'High'", "");
  }

  private static String error(HttpResponse<String> response) {
    return response.statusCode() + " " + json(response).path("error").asText();
  }

  private JsonNode get(String path) {
    return json(http.get(ROOT + path));
  }

  @Nested
  class Create {
    @Test
    void setsAuthorAndTimes() {
      HttpResponse<String> response = http.post(ROOT, policy("a"));

      assertThat(response.statusCode()).isEqualTo(201);
      assertThat(json(response)).isEqualTo(json("{'info':'Policy created successfully'}"));
      assertThat(get("/a").path("author").asText()).isEqualTo("admin");
      assertThat(get("/a").path("created").asText()).isEqualTo("2025-03-12T14:26:11.507Z");
      assertThat(get("/a").path("modified")).isEqualTo(get("/a").path("created"));
      assertThat(get("")).hasSize(1);
    }

    @Test
    void refusesATakenName() {
      http.post(ROOT, policy("a"));

      assertThat(error(http.post(ROOT, policy("a")))).isEqualTo("409 Policy already exists");
    }

    @Test
    void takesAPullRequestActionAndNeverShowsIt() {
      String actions = "'fail_pull_request':{'active':true},'fail_build':true";

      http.post(ROOT, policy("a", "security", "'min_severity':'High'", actions));

      assertThat(get("/a").at("/rules/0/actions")).isEqualTo(json("{'fail_build':true}"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"author", "created", "modified", "watches", "project_key"})
    void refusesServerSetMembers(String member) {
      String body = policy("a").replace("{'name'", "{'" + member + "':'x','name'");

      assertThat(error(http.post(ROOT, body)))
          .startsWith("400 Found Invalid Policy")
          .contains(member);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "{'name':'a','type':'security'}",
          "{'name':'a','type':'security','rules':[]}",
          "{'name':'a','rules':[{'name':'r','criteria':{}}]}",
          "{'type':'security','rules':[{'name':'r','criteria':{}}]}",
          "{'name':'a','type':'security','rules':[{'criteria':{}}]}",
          "{'name':'a','type':'security','rules':[{'name':'r'}]}"
        })
    void refusesMissingMembers(String body) {
      assertThat(error(http.post(ROOT, body)))
          .isEqualTo("400 Found Invalid Policy: Mandatory fields are missing");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "{",
          "[]",
          "{'name':1}",
          "{'name':'a','name':'b'}",
          "{'rules':{}}",
          "{'rules':[1]}",
          "{'rules':[{'criteria':[]}]}",
          "{'rules':[{'criteria':{'min_severity':1}}]}",
          "{'rules':[{'priority':'1'}]}",
          "{'rules':[{'criteria':{'op_risk_custom':{'use_or_condition':'true'}}}]}",
          "{'rules':[{'criteria':{'op_risk_custom':{'commits_less_than':'10'}}}]}",
          "{'rules':[{'actions':{'fail_build':'true'}}]}"
        })
    void refusesWhatItCannotRead(String body) {
      assertThat(error(http.post(ROOT, body))).isEqualTo("415 Failed to parse request");
    }

    @Test
    void refusesATypeInCapitals() {
      assertThat(error(http.post(ROOT, policy("a", "Security", "", ""))))
          .isEqualTo("400 Got Invalid Policy");
    }
  }

  @Nested
  class Rules {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "security|'min_severity':'High','malicious_package':true|",
          "security|'min_severity':'High','cvss_range':{'from':1,'to':2}|",
          "security|'min_severity':'High','vulnerability_ids':[]|",
          "security|'min_severity':'High','sast':null|",
          "security|'cvss_range':{'from':1,'to':2},'exposures':{'secrets':true}|",
          "security|'malicious_package':true,'fix_version_dependant':true|",
          "security|'package_name':'a','package_type':'npm','fix_version_dependant':true|",
          "security|'package_name':'a'|",
          "security|'package_type':'npm'|",
          "security|'banned_licenses':['MIT']|",
          "security|'op_risk_min_risk':'High'|",
          "license|'banned_licenses':['MIT'],'allowed_licenses':['MIT']|",
          "license|'allow_unknown':true|",
          "license|'banned_licenses':['MIT'],'min_severity':'High'|",
          "operational_risk|'op_risk_min_risk':'High','op_risk_custom':{}|",
          "operational_risk||",
          "operational_risk|'op_risk_custom':{'use_and_condition':true,'use_or_condition':true}|",
          "security|'min_severity':'High'|'build_failure_grace_period_in_days':3",
          "security|'min_severity':'High'|'block_download':{'unscanned':true,'active':false}"
        })
    void areRefused(String rule) {
      String[] parts = rule.split("\\|", -1);

      assertThat(error(http.post(ROOT, policy("a", parts[0], parts[1], parts[2]))))
          .isEqualTo("400 Found Invalid Policy");
      assertThat(server.stored(Kind.POLICIES)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "security|'min_severity':'High','malicious_package':false,'fix_version_dependant':true|",
          "security|'malicious_package':true,'fix_version_dependant':false|",
          "security|'cvss_range':{'from':'6.3','to':7.0}|",
          "security|'package_name':'a','package_type':'npm','package_versions':['(,)']|",
          "security|'from_the_future':{'x':1}|",
          "license|'allowed_licenses':['MIT'],'allow_unknown':true|",
          "license|'allow_licenses':['MIT']|",
          "operational_risk|'op_risk_custom':{'use_and_condition':true}|",
          "operational_risk|'op_risk_custom':{'use_and_condition':false,'use_or_condition':true}|",
          "security|'min_severity':'x'|'fail_build':true,'build_failure_grace_period_in_days':3",
          "security|'min_severity':'x'|'block_download':{'unscanned':true,'active':true}"
        })
    void areAccepted(String rule) {
      String[] parts = rule.split("\\|", -1);

      assertThat(http.post(ROOT, policy("a", parts[0], parts[1], parts[2])).statusCode())
          .isEqualTo(201);
    }

    @Test
    void needDifferentNames() {
      String rules = "[{'name':'r','criteria':{}},{'name':'r','criteria':{}}]";

      assertThat(error(http.post(ROOT, "{'name':'a','type':'security','rules':" + rules + "}")))
          .isEqualTo("400 Found Invalid Policy");
    }
  }

  @Nested
  class Update {
    @Test
    void replacesEverythingButWhatTheServerSets() {
      server.seed(
          Kind.POLICIES,
          quoted("{'name':'a','type':'security','description':'old','author':'eve','rules':[],"
              + "'created':'2025-04-17T09:08:14.507Z','modified':'2025-04-17T09:08:14.507Z'}"));

      HttpResponse<String> response = http.put(ROOT + "/a", policy("other name"));

      assertThat(json(response)).isEqualTo(json("{'info':'Policy edited successfully'}"));
      assertThat(get("/a").path("name").asText()).isEqualTo("a");
      assertThat(get("/a").path("author").asText()).isEqualTo("eve");
      assertThat(get("/a").path("created").asText()).isEqualTo("2025-04-17T09:08:14.507Z");
      assertThat(get("/a").path("modified").asText()).isEqualTo("2025-04-17T09:08:15.507Z");
      assertThat(get("/a").has("description")).isFalse();
      assertThat(get("/a").path("rules")).hasSize(1);
    }

    @Test
    void needsNoName() {
      http.post(ROOT, policy("a"));

      assertThat(http.put(ROOT + "/a", policy("a").replace("'name':'a',", "")).statusCode())
          .isEqualTo(200);
    }

    @Test
    void missesWhatIsNotThere() {
      assertThat(error(http.put(ROOT + "/a", policy("a")))).isEqualTo("404 Policy a was not found");
    }
  }

  @Nested
  class Name {
    @ParameterizedTest
    @ValueSource(strings = {"a/b", "50%", "with blank", "a+b", "ä€😀", "a?b#c", "..;x"})
    void isOneSegmentOfThePath(String name) {
      http.post(ROOT, policy(name));
      String path = "/" + URLEncoder.encode(name, StandardCharsets.UTF_8).replace("+", "%20");

      assertThat(get(path).path("name").asText()).isEqualTo(name);
      assertThat(json(http.delete(ROOT + path)).path("info").asText())
          .isEqualTo("Policy " + name + " was deleted successfully");
      assertThat(error(http.get(ROOT + path))).isEqualTo("404 Policy " + name + " was not found");
    }

    @Test
    void mustNotBeEmpty() {
      assertThat(http.get(ROOT + "/").statusCode()).isEqualTo(400);
    }
  }

  @Nested
  class Delete {
    @Test
    void isRefusedWhileWatchesUseThePolicy() {
      server.seed(Kind.POLICIES, quoted(policy("a")));
      server.seed(
          Kind.WATCHES,
          quoted("[{'general_data':{'name':'w1'},"
              + "'assigned_policies':[{'name':'a','type':'security'}]},"
              + "{'general_data':{'name':'w2'},'assigned_policies':[{'name':'a'}]},"
              + "{'general_data':{'name':'w3'},'assigned_policies':null}]"));

      assertThat(error(http.delete(ROOT + "/a")))
          .isEqualTo("400 Failed to delete Policy a : Policy is assigned to 2 watches");
    }
  }
}
