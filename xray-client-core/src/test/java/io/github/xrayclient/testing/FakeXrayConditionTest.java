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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FakeXrayConditionTest {
  private static final String ROOT = "/xray/api/v1/curation/conditions";
  private static final String TEMPLATE =
      "{'condition_template_id':'CVEName','name':'CVE','risk_type':'security',"
          + "'supported_pkg_types':['npm','PyPI'],"
          + "'params':[{'param_id':'cve_name'},{'param_id':'extra','is_optional':true}]}";
  private static final String BODY = "{'name':'one','condition_template_id':'CVEName',"
      + "'param_values':[{'param_id':'cve_name','value':'CVE-2021-44228'}]}";

  private final FakeXray server = FakeXray.start();
  private final FakeXrayHttp http = new FakeXrayHttp(server);

  @BeforeEach
  void seed() {
    server.seed(
        Kind.CONDITIONS,
        quoted("[{'id':'1','name':'Malicious package','is_custom':false,'risk_type':'security',"
            + "'supported_pkg_types':['npm','Docker']},"
            + "{'id':40,'name':'age','is_custom':true,'risk_type':'operational',"
            + "'condition_template_id':'isImmature','supported_pkg_types':['npm'],"
            + "'param_values':[]}]"));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static String error(HttpResponse<String> response) {
    assertThat(response.statusCode()).isEqualTo(400);
    return json(response).path("error").asText();
  }

  @Nested
  class Listing {
    @ParameterizedTest
    @CsvSource({
      "name=MALICIOUS, 1",
      "is_custom=true, 40",
      "condition_template_id=isImmature, 40",
      "risk_type=operational, 40",
      "supported_pkg_types=docker, 1"
    })
    void filters(String query, String expected) {
      JsonNode listing = json(http.get(ROOT + "?" + query));

      assertThat(listing.at("/meta/total_count").asInt()).isEqualTo(1);
      assertThat(listing.at("/data/0/id").asText()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"is_custom=x", "risk_type=x", "order_by=name"})
    void refusesWhatItCannotRead(String query) {
      assertThat(error(http.get(ROOT + "?" + query))).startsWith(query.split("=", 2)[0]);
    }
  }

  @Nested
  class Create {
    @Test
    void derivesFromTheTemplate() {
      server.seed(Kind.CONDITION_TEMPLATES, quoted(TEMPLATE));

      HttpResponse<String> response = http.post(ROOT, BODY);

      assertThat(response.statusCode()).isEqualTo(201);
      assertThat(json(response).path("id").asText()).isEqualTo("41");
      assertThat(json(response).path("is_custom").asBoolean()).isTrue();
      assertThat(json(response).path("risk_type").asText()).isEqualTo("security");
      assertThat(json(response).path("supported_pkg_types")).hasSize(2);
      assertThat(json(http.get(ROOT + "/41"))).isEqualTo(json(response));
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "{'condition_template_id':'CVEName','param_values':[]}",
          "{'name':'a','param_values':[]}",
          "{'name':'a','condition_template_id':'CVEName'}",
          "{'name':'a','condition_template_id':'CVEName','param_values':[]}",
          "{'name':'a','condition_template_id':'CVEName','param_values':[{'param_id':'x'}]}",
          "{'name':'a','condition_template_id':'None','param_values':[]}",
          "{'name':'a','condition_template_id':'CVEName','param_values':"
              + "[{'param_id':'cve_name','value':'x'},{'param_id':'other','value':1}]}"
        })
    void refuses(String body) {
      server.seed(Kind.CONDITION_TEMPLATES, quoted(TEMPLATE));

      assertThat(error(http.post(ROOT, body))).startsWith("condition is invalid: ");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"id", "is_custom", "created_at", "updated_by", "risk_type", "on_demand"})
    void refusesServerSetMembers(String member) {
      String body = BODY.replace("{'name'", "{'" + member + "':'x','name'");

      assertThat(error(http.post(ROOT, body))).contains(member);
    }
  }

  @Nested
  class Update {
    @Test
    void replacesEverythingButWhatTheServerSets() {
      HttpResponse<String> response =
          http.put(ROOT + "/40", "{'name':'new','param_values':[{'param_id':'x','value':7.0}]}");

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(json(response))
          .isEqualTo(json("{'id':40,'name':'new','param_values':[{'param_id':'x','value':7.0}],"
              + "'condition_template_id':'isImmature','is_custom':true,"
              + "'risk_type':'operational','supported_pkg_types':['npm'],"
              + "'updated_by':'admin','updated_at':'2025-03-12T16:26:11+02:00'}"));
    }

    @Test
    void refusesBuiltInOnesAndAnotherTemplate() {
      assertThat(error(http.put(ROOT + "/1", BODY))).contains("built-in");
      assertThat(error(http.put(ROOT + "/40", BODY))).contains("condition_template_id");
    }

    @Test
    void missesWhatIsNotThere() {
      assertThat(http.put(ROOT + "/9", BODY).statusCode()).isEqualTo(404);
    }
  }

  @Nested
  class Delete {
    @Test
    void answersNothing() {
      HttpResponse<String> response = http.delete(ROOT + "/40");

      assertThat(response.statusCode()).isEqualTo(200);
      assertThat(response.body()).isEmpty();
      assertThat(http.get(ROOT + "/40").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesWhatIsBuiltInOrUsed() {
      server.seed(Kind.CURATION_POLICIES, quoted("{'id':'1','name':'p','condition_id':'40'}"));

      assertThat(error(http.delete(ROOT + "/1"))).contains("built-in");
      assertThat(error(http.delete(ROOT + "/40"))).contains("used by a policy");
    }
  }

  @Nested
  class Templates {
    @Test
    void areListedWithoutPages() {
      server.seed(Kind.CONDITION_TEMPLATES, quoted(TEMPLATE));

      assertThat(json(http.get("/xray/api/v1/curation/condition_templates")))
          .isEqualTo(json("{'data':[" + TEMPLATE + "],'total_count':1}"));
    }
  }
}
