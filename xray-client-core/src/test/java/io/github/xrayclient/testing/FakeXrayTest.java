package io.github.xrayclient.testing;

import static io.github.xrayclient.testing.FakeXrayHttp.json;
import static io.github.xrayclient.testing.FakeXrayHttp.quoted;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FakeXrayTest {
  private static final String PING = "/xray/api/v1/system/ping";
  private static final String VERSION = "/xray/api/v1/system/version";
  private static final String POLICIES = "/xray/api/v2/policies";

  private final FakeXray server = FakeXray.start();
  private final FakeXrayHttp http = new FakeXrayHttp(server);

  @AfterEach
  void stop() {
    server.close();
  }

  @Nested
  class Server {
    @Test
    void answersPing() {
      assertThat(json(http.get(PING))).isEqualTo(json("{'status':'pong'}"));
      assertThat(server.url()).matches("http://127\\.0\\.0\\.1:[0-9]+");
    }

    @Test
    void tellsTheVersionItIsGiven() {
      assertThat(json(http.get(VERSION)).path("xray_version").asText()).isEqualTo("3.116.0");

      server.version("3.149.2");

      assertThat(json(http.get(VERSION)).path("xray_version").asText()).isEqualTo("3.149.2");
    }

    @Test
    void doesNotKnowOtherPaths() {
      HttpResponse<String> response = http.get("/xray/api/v3/policies");

      assertThat(response.statusCode()).isEqualTo(404);
      assertThat(json(response).at("/errors/0/status").asInt()).isEqualTo(404);
      assertThat(json(response).at("/errors/0/message").asText()).isNotEmpty();
    }

    @Test
    void refusesOtherMethods() {
      HttpResponse<String> response = http.delete(POLICIES);

      assertThat(response.statusCode()).isEqualTo(405);
      assertThat(response.headers().firstValue("Allow")).contains("GET, POST");
      assertThat(json(response).at("/errors/0/status").asInt()).isEqualTo(405);
    }

    @Test
    void isGoneAfterClose() {
      http.get(PING);

      server.close();

      assertThatThrownBy(() -> http.get(PING)).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void keepsNoJvmFromEndingIfLeftOpen() {
      http.get(PING);

      assertThat(Thread.getAllStackTraces().keySet())
          .filteredOn(thread -> thread.getName().equals("HTTP-Dispatcher"))
          .isNotEmpty()
          .allMatch(Thread::isDaemon);
    }

    @Test
    void servesManyThreads() throws Exception {
      int threads = 200;
      int requestsEach = 100;
      server.seed(Kind.POLICIES, "[]");
      List<Future<Integer>> results = new ArrayList<>();
      ExecutorService executor = Executors.newFixedThreadPool(threads);
      for (int i = 0; i < threads; i++) {
        results.add(executor.submit(() -> okAnswers(requestsEach)));
      }

      int answered = 0;
      for (Future<Integer> result : results) {
        answered += result.get();
      }
      executor.shutdown();

      assertThat(answered).isEqualTo(threads * requestsEach);
      // The JDK's client repeats a request if the connection ends before it has the answer.
      assertThat(server.requests().size()).isBetween(answered, answered + threads);
    }

    private int okAnswers(int requests) {
      int ok = 0;
      for (int i = 0; i < requests; i++) {
        ok += http.get(POLICIES).statusCode() == 200 ? 1 : 0;
      }
      return ok;
    }
  }

  @Nested
  class Token {
    @ParameterizedTest
    @ValueSource(strings = {"Bearer other", "Basic secret", "secret", "bearer secret"})
    void refusesAnythingElse(String header) {
      server.requireToken("secret");

      HttpResponse<String> response =
          http.send(http.request(POLICIES).header("Authorization", header));

      assertThat(response.statusCode()).isEqualTo(401);
      assertThat(json(response).at("/errors/0/status").asInt()).isEqualTo(401);
      assertThat(json(response).at("/errors/0/message").asText()).isNotEmpty();
    }

    @Test
    void refusesNoneAtAll() {
      server.requireToken("secret");

      assertThat(http.get(POLICIES).statusCode()).isEqualTo(401);
      assertThat(http.get("/nowhere").statusCode()).isEqualTo(401);
    }

    @Test
    void letsItIn() {
      server.requireToken("secret");

      assertThat(http.send(http.request(POLICIES).header("Authorization", "Bearer secret"))
              .statusCode())
          .isEqualTo(200);
    }

    @Test
    void isNotNeededForPingAndVersion() {
      server.requireToken("secret");

      assertThat(http.get(PING).statusCode()).isEqualTo(200);
      assertThat(http.get(VERSION).statusCode()).isEqualTo(200);
    }
  }

  @Nested
  class Seed {
    @ParameterizedTest
    @ValueSource(
        strings = {
          "{'id':'7','name':'a'}",
          "[{'id':'7','name':'a'}]",
          "{'data':[{'id':'7','name':'a'}],'meta':{'total_count':1}}",
          "{'conditions':[{'id':'7','name':'a'}]}"
        })
    void takesEachShape(String text) {
      server.seed(Kind.CONDITIONS, quoted(text));

      assertThat(server.stored(Kind.CONDITIONS)).containsExactly(json("{'id':'7','name':'a'}"));
    }

    @Test
    void takesAnEmptyListing() {
      server.seed(Kind.CURATION_POLICIES, quoted("{'data':null,'meta':{'total_count':0}}"));

      assertThat(server.stored(Kind.CURATION_POLICIES)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "",
          "{",
          "7",
          "'a'",
          "[7]",
          "{}",
          "[{'name':'a'}]",
          "{'id':null}",
          "[{'id':'1'}] x"
        })
    void refusesTheRest(String text) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> server.seed(Kind.CURATION_POLICIES, quoted(text)));
    }

    @Test
    void putsInAllOrNothing() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> server.seed(Kind.POLICIES, quoted("[{'name':'a'},{'type':'b'}]")));

      assertThat(server.stored(Kind.POLICIES)).isEmpty();
    }

    @Test
    void replacesWhatIsThere() {
      server.seed(Kind.POLICIES, quoted("[{'name':'a'},{'name':'b'}]"));

      server.seed(Kind.POLICIES, quoted("{'name':'a','type':'license'}"));

      assertThat(server.stored(Kind.POLICIES))
          .containsExactly(json("{'name':'a','type':'license'}"), json("{'name':'b'}"));
    }

    @Test
    void keepsIdsAndDigitsAsGiven() {
      String text = quoted("{'id':7,'name':'a','param_values':[{'param_id':'x','value':7.0}]}");

      server.seed(Kind.CONDITIONS, text);

      assertThat(http.get("/xray/api/v1/curation/conditions/7").body()).isEqualTo(text);
    }

    @Test
    void isHandedOutInCopies() {
      server.seed(Kind.POLICIES, quoted("{'name':'a'}"));

      ((ObjectNode) server.stored(Kind.POLICIES).get(0)).put("name", "b");

      assertThat(server.stored(Kind.POLICIES)).containsExactly(json("{'name':'a'}"));
    }
  }

  @Nested
  class Repositories {
    private static final String ROOT = "/artifactory/api/repositories/";

    @Test
    void areFoundByKey() {
      server.seed(Kind.REPOSITORIES, quoted("{'key':'npm-remote','rclass':'remote'}"));

      assertThat(json(http.get(ROOT + "npm-remote")).path("rclass").asText()).isEqualTo("remote");
    }

    @Test
    void areMissedInArtifactorysWords() {
      HttpResponse<String> response = http.get(ROOT + "none");

      assertThat(response.statusCode()).isEqualTo(400);
      assertThat(json(response).at("/errors/0/status").asInt()).isEqualTo(400);
    }
  }
}
