package io.github.xrayclient.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class FakeXrayRequestsTest {
  private static final String PING = "/xray/api/v1/system/ping";
  private static final String POLICIES = "/xray/api/v2/policies";

  private final FakeXray server = FakeXray.start();
  private final FakeXrayHttp http = new FakeXrayHttp(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void areRecordedAsTheyArrive() {
    http.send(http.request("/x/a%2Fb%20%C3%A4?n=a+b%26&n=2&e&f=").header("X-Trace", "7"));
    http.post(POLICIES, "{'name':'ä'}");

    assertThat(server.requests()).hasSize(2);
    RecordedRequest get = server.requests().get(0);
    assertThat(get.method()).isEqualTo("GET");
    assertThat(get.path()).isEqualTo("/x/a%2Fb%20%C3%A4");
    assertThat(get.query()).isEqualTo("n=a+b%26&n=2&e&f=");
    assertThat(get.queryParameter("n")).contains("a b&");
    assertThat(get.queryParameter("e")).contains("");
    assertThat(get.queryParameter("f")).contains("");
    assertThat(get.queryParameter("g")).isEmpty();
    assertThat(get.header("x-trace")).contains("7");
    assertThat(get.header("X-Other")).isEmpty();
    assertThat(get.body()).isEmpty();
    assertThat(get.json().isMissingNode()).isTrue();
    RecordedRequest post = server.requests().get(1);
    assertThat(post.query()).isEmpty();
    assertThat(post.body()).isEqualTo("{\"name\":\"ä\"}");
    assertThat(post.json().path("name").asText()).isEqualTo("ä");
    assertThat(post).hasToString("POST " + POLICIES);
  }

  @Test
  void canHaveABodyThatIsNotJson() {
    http.post(POLICIES, "{");

    RecordedRequest request = server.requests().get(0);

    assertThatIllegalStateException().isThrownBy(request::json).withMessageContaining("POST");
  }

  @Test
  void areRecordedWhenTheyFailToo() {
    server.failNext(500, 1);
    http.get(POLICIES);
    http.get("/nowhere");

    assertThat(server.requests()).hasSize(2);
  }

  @Test
  void canBeForgotten() {
    http.get(PING);

    server.clearRequests();

    assertThat(server.requests()).isEmpty();
  }

  @Test
  void showNoCredential() {
    http.send(http.request(PING).header("Authorization", "Bearer secret"));

    assertThat(server.requests().get(0).toString()).doesNotContain("secret");
  }
}
