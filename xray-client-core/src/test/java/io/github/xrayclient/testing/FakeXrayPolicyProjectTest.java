package io.github.xrayclient.testing;

import static io.github.xrayclient.testing.FakeXrayHttp.json;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeXrayPolicyProjectTest {
  private static final String ROOT = "/xray/api/v2/policies";

  private final FakeXray server = FakeXray.start();
  private final FakeXrayHttp http = new FakeXrayHttp(server);

  @AfterEach
  void stop() {
    server.close();
  }

  private static String policy(String name) {
    return "{'name':'" + name + "','type':'security','rules':[{'name':'r','criteria':{}}]}";
  }

  private JsonNode get(String path) {
    return json(http.get(ROOT + path));
  }

  @Test
  void seeTheirPoliciesAndTheGlobalOnes() {
    http.post(ROOT, policy("global"));
    http.post(ROOT + "?projectKey=p1", policy("one"));
    http.post(ROOT + "?projectKey=p2", policy("two"));

    assertThat(get("?projectKey=p1").findValuesAsText("name")).contains("global", "one");
    assertThat(get("?projectKey=p1")).hasSize(2);
    assertThat(get("")).hasSize(3);
    assertThat(get("/one").path("project_key").asText()).isEqualTo("p1");
    assertThat(get("/global").has("project_key")).isFalse();
    assertThat(http.get(ROOT + "/global?projectKey=p1").statusCode()).isEqualTo(200);
    assertThat(http.get(ROOT + "/two?projectKey=p1").statusCode()).isEqualTo(404);
  }

  @Test
  void haveNamesOfTheirOwn() {
    http.post(ROOT, policy("a"));

    assertThat(http.post(ROOT + "?projectKey=p1", policy("a")).statusCode()).isEqualTo(201);
    assertThat(http.post(ROOT + "?projectKey=p1", policy("a")).statusCode()).isEqualTo(409);
    assertThat(get("/a").has("project_key")).isFalse();
    assertThat(get("/a?projectKey=p1").path("project_key").asText()).isEqualTo("p1");
  }

  @Test
  void keepTheirPoliciesOnUpdate() {
    http.post(ROOT + "?projectKey=p1", policy("a"));

    http.put(ROOT + "/a?projectKey=p1", policy("a"));

    assertThat(get("/a").path("project_key").asText()).isEqualTo("p1");
    assertThat(http.put(ROOT + "/a?projectKey=p2", policy("a")).statusCode()).isEqualTo(404);
    assertThat(http.delete(ROOT + "/a?projectKey=p2").statusCode()).isEqualTo(404);
    assertThat(http.delete(ROOT + "/a?projectKey=p1").statusCode()).isEqualTo(200);
  }
}
