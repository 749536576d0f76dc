package io.github.xrayclient.testing;

import static io.github.xrayclient.testing.FakeXrayHttp.json;
import static io.github.xrayclient.testing.FakeXrayHttp.quoted;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FakeXrayWatchTest {
  private static final String ROOT = "/xray/api/v2/watches";
  private static final String RESOURCES =
      "'project_resources':{'resources':[{'type':'all-repos','bin_mgr_id':'default'}]}";
  private static final String POLICIES = "'assigned_policies':[{'name':'p','type':'security'}]";

  private final FakeXray server = FakeXray.start();
  private final FakeXrayHttp http = new FakeXrayHttp(server);

  @BeforeEach
  void seed() {
    server.seed(
        Kind.POLICIES,
        quoted("[{'name':'p','type':'security'},"
            + "{'name':'of-p1','type':'license','project_key':'p1'}]"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String watch(String generalData, String... members) {
    return "{'general_data':{" + generalData + "}," + String.join(",", members) + "}";
  }

  private static String watch() {
    return watch("'name':'w'", RESOURCES, POLICIES);
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
    void setsTheId() {
      HttpResponse<String> response = http.post(ROOT, watch());

      assertThat(response.statusCode()).isEqualTo(201);
      assertThat(json(response).path("info").asText()).isNotEmpty();
      assertThat(get("/w").at("/general_data/id").asText()).matches("[0-9a-f]{24}");
      assertThat(get("/w").at("/general_data/active").asBoolean()).isTrue();
      assertThat(get("/w").path("project_resources"))
          .isEqualTo(json("{" + RESOURCES + "}").path("project_resources"));
      assertThat(get("")).hasSize(1);
    }

    @Test
    void keepsThePatternsOfAResource() {
      String resources = "'project_resources':{'resources':[{'type':'all-repos','bin_mgr_id':"
          + "'default','include_patterns':['a/**'],'exclude_patterns':['b/**']}]}";

      http.post(ROOT, watch("'name':'w'", resources, POLICIES));

      assertThat(get("/w").path("project_resources"))
          .isEqualTo(json("{" + resources + "}").path("project_resources"));
    }

    @Test
    void takesAPolicyWithAnEmptyTypeByItsName() {
      String policies = "'assigned_policies':[{'name':'p','type':''}]";

      http.post(ROOT, watch("'name':'w'", RESOURCES, policies));

      assertThat(get("/w").path("assigned_policies"))
          .isEqualTo(json("{" + policies + "}").path("assigned_policies"));
    }

    @Test
    void refusesATakenName() {
      http.post(ROOT, watch());

      assertThat(error(http.post(ROOT, watch()))).isEqualTo("409 Watch already exists");
    }

    @Test
    void switchesOffWhatHasNoResourceOrPolicy() {
      http.post(ROOT, watch("'name':'a','active':true", RESOURCES));
      http.post(ROOT, watch("'name':'b','active':true", POLICIES));
      http.post(ROOT, watch("'name':'c','active':false", RESOURCES, POLICIES));

      assertThat(get("")).noneMatch(watch -> watch.at("/general_data/active").asBoolean(true));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{}",
          "{'general_data':{}}",
          "{'general_data':{'name':''}}",
          "{'general_data':{'name':'w','id':'1'}}",
          "{'general_data':{'name':'w','project_key':'p1'}}",
          "{'general_data':{'name':'w'},'assigned_policies':[{'name':'x','type':'security'}]}",
          "{'general_data':{'name':'w'},'assigned_policies':[{'name':'p','type':'license'}]}",
          "{'general_data':{'name':'w'},'assigned_policies':[{'name':'of-p1'}]}",
          "{'general_data':{'name':'w'},'project_resources':{'resources':[{}]}}",
          "{'general_data':{'name':'w'},'project_resources':{'resources':[{'type':'all-repos'}]}}"
        })
    void refuses(String body) {
      assertThat(error(http.post(ROOT, body))).startsWith("400 Got invalid watch");
      assertThat(server.stored(Kind.WATCHES)).isEmpty();
    }

    @Test
    void namesTheServerSetMember() {
      assertThat(error(http.post(ROOT, watch("'name':'w','id':'1'", RESOURCES))))
          .contains("general_data.id");
    }

    @Test
    void needsNoBinaryManagerForAProject() {
      String resources = "'project_resources':{'resources':[{'type':'project','name':'p1'}]}";

      assertThat(http.post(ROOT, watch("'name':'w'", resources)).statusCode()).isEqualTo(201);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "{",
          "[]",
          "{'general_data':[]}",
          "{'general_data':{'active':'true'}}",
          "{'assigned_policies':{}}",
          "{'project_resources':{'resources':{}}}",
          "{'project_resources':{'global_filters':{}}}",
          "{'project_resources':{'resources':[{'include_patterns':'a/**'}]}}",
          "{'project_resources':{'resources':[{'exclude_patterns':{}}]}}",
          "{'project_resources':{'resources':[{'project':1}]}}",
          "{'ticket_profile':1}"
        })
    void refusesWhatItCannotRead(String body) {
      assertThat(error(http.post(ROOT, body))).isEqualTo("415 Failed to parse request");
    }
  }

  @Nested
  class Update {
    @Test
    void replacesEverythingButNameIdAndProject() {
      server.seed(
          Kind.WATCHES,
          quoted("{'general_data':{'id':1234,'name':'w','description':'old','project_key':'p1',"
              + "'active':true},'watch_recipients':['a@example.com']}"));

      HttpResponse<String> response =
          http.put(ROOT + "/w", watch("'name':'other'", RESOURCES, POLICIES));

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(get("/w"))
          .isEqualTo(json(
              watch("'id':1234,'project_key':'p1','name':'w','active':true", RESOURCES, POLICIES)));
    }

    @Test
    void needsNoName() {
      http.post(ROOT, watch());

      assertThat(http.put(ROOT + "/w", watch("", RESOURCES)).statusCode()).isEqualTo(200);
      assertThat(get("/w").at("/general_data/active").asBoolean(true)).isFalse();
    }

    @Test
    void missesWhatIsNotThere() {
      assertThat(error(http.put(ROOT + "/w", watch()))).isEqualTo("404 Watch w was not found");
    }
  }

  @Nested
  class Delete {
    @Test
    void says() {
      http.post(ROOT, watch());

      assertThat(json(http.delete(ROOT + "/w")).path("info").asText()).contains("w");
      assertThat(http.delete(ROOT + "/w").statusCode()).isEqualTo(404);
    }
  }

  @Nested
  class Projects {
    @Test
    void seeOnlyTheirWatches() {
      http.post(ROOT, watch());
      http.post(ROOT + "?projectKey=p1", watch("'name':'w1'", RESOURCES, POLICIES));

      assertThat(get("?projectKey=p1")).hasSize(1);
      assertThat(get("")).hasSize(2);
      assertThat(get("/w1").at("/general_data/project_key").asText()).isEqualTo("p1");
      assertThat(http.get(ROOT + "/w?projectKey=p1").statusCode()).isEqualTo(404);
    }

    @Test
    void mayUseTheirPolicies() {
      String policies = "'assigned_policies':[{'name':'of-p1','type':'license'}]";

      assertThat(http.post(ROOT + "?projectKey=p1", watch("'name':'w'", RESOURCES, policies))
              .statusCode())
          .isEqualTo(201);
      assertThat(http.delete("/xray/api/v2/policies/of-p1").statusCode()).isEqualTo(400);
    }
  }

  @Nested
  class Assign {
    @Test
    void saysForEachWatchWhatCameOfIt() {
      http.post(ROOT, watch("'name':'new watch'", RESOURCES));
      http.post(ROOT, watch("'name':'old'", RESOURCES, POLICIES));

      HttpResponse<String> response =
          http.post("/xray/api/v1/policies/p/assign", "{'watches':['new watch','old','ghost']}");

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(json(response))
          .isEqualTo(json("{'result':{'new watch':'Policy assigned successfully to Watch',"
              + "'old':'Policy was already assigned to Watch',"
              + "'ghost':'Watch was not found'}}"));
      assertThat(get("/new%20watch").path("assigned_policies"))
          .isEqualTo(json("{" + POLICIES + "}").path("assigned_policies"));
    }

    @Test
    void failsForAWatchThatCannotSeeThePolicy() {
      http.post(ROOT, watch());

      assertThat(json(http.post("/xray/api/v1/policies/of-p1/assign", "{'watches':['w']}"))
              .at("/result/w")
              .asText())
          .isEqualTo("Error Assigning Policy to Watch");
    }

    @Test
    void missesThePolicy() {
      assertThat(http.post("/xray/api/v1/policies/x/assign", "{'watches':[]}").statusCode())
          .isEqualTo(404);
    }
  }

  @Nested
  class Apply {
    @Test
    void isAccepted() {
      http.post(ROOT, watch());

      HttpResponse<String> response =
          http.post("/xray/api/v1/applyWatch", "{'watch_names':['w'],'date_range':{}}");

      assertThat(response.statusCode()).isEqualTo(202);
      assertThat(response.body()).isEmpty();
    }

    @Test
    void missesTheWatch() {
      assertThat(http.post("/xray/api/v1/applyWatch", "{'watch_names':['w']}").statusCode())
          .isEqualTo(404);
    }

    @Test
    void needsWatches() {
      assertThat(http.post("/xray/api/v1/applyWatch", "{}").statusCode()).isEqualTo(400);
    }
  }
}
