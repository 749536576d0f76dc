package io.github.xrayclient.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Fault;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testsupport.Fixtures;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Deleting policies, also those in use, and assigning them. */
class PolicyDeleteTest {
  private final FakeXray server = FakeXray.start();
  private final XrayClient xray = XrayClient.builder()
      .baseUrl(server.url())
      .credentials(Credentials.anonymous())
      .retryPolicy(RetryPolicy.defaults().waits(Duration.ZERO, Duration.ZERO))
      .build();
  private final Policies policies = xray.policies();

  @BeforeEach
  void fill() {
    policies("{'name':'p','type':'security','rules':[{'name':'r','criteria':{},'actions':{}}]}");
    policies("{'name':'q','type':'license','rules':[{'name':'r','criteria':{},'actions':{}}]}");
  }

  @AfterEach
  void stop() {
    xray.close();
    server.close();
  }

  private void policies(String json) {
    server.seed(Kind.POLICIES, json.replace('\'', '"'));
  }

  private void watch(String name, String project, String assigned) {
    String text = "{'general_data':{'name':'" + name + "','active':true,'project_key':'" + project
        + "'},'project_resources':{'resources':[{'type':'all-repos','x':1}]},'assigned_policies':["
        + assigned + "],'watch_recipients':['a@example.com'],'future':{'y':2}}";
    server.seed(Kind.WATCHES, text.replace("'project_key':''", "'z':0").replace('\'', '"'));
  }

  private JsonNode watch(String name) {
    for (JsonNode watch : server.stored(Kind.WATCHES)) {
      if (watch.at("/general_data/name").asText().equals(name)) {
        return watch;
      }
    }
    throw new AssertionError("no watch " + name);
  }

  private long sent(String method) {
    return server.requests().stream()
        .filter(request -> request.method().equals(method))
        .count();
  }

  @Nested
  class Delete {
    @Test
    void ofAPolicyInUseNamesTheWatches() {
      watch("w1", "", "{'name':'p','type':'security'}");
      watch("w2", "k", "{'name':'p'},{'name':'q'}");
      watch("other", "", "{'name':'q','type':'license'}");

      assertThatExceptionOfType(XrayBadRequestException.class)
          .isThrownBy(() -> policies.delete("p"))
          .satisfies(e -> assertThat(e.messages())
              .containsExactly("Failed to delete Policy p : Policy is assigned to 2 watches"))
          .withMessageContaining("answered 400: Failed to delete Policy p")
          .withMessageContaining("[w1, w2]")
          .withMessageContaining("deleteAndUnassign")
          .withCauseInstanceOf(XrayBadRequestException.class);
      assertThat(server.stored(Kind.POLICIES)).hasSize(2);
    }

    @Test
    void ofAPolicyInUseNamesTheFirstOfManyWatches() {
      for (int i = 100; i < 150; i++) {
        watch("w" + i, "", "{'name':'p','type':'security'}");
      }

      assertThatExceptionOfType(XrayBadRequestException.class)
          .isThrownBy(() -> policies.delete("p"))
          .withMessageContaining("[w100, w101,")
          .withMessageContaining("w119] and 30 more; remove it from them");
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504})
    void isSentAgainWhenNothingHappened(int status) {
      server.failNext(status, 1);

      policies.delete("p");

      assertThat(sent("DELETE")).isEqualTo(2);
      assertThat(policies.find("p")).isEmpty();
    }

    @Test
    void isSentAgainAfterABrokenConnection() {
      server.failNext(Fault.CONNECTION_RESET, 1);

      policies.delete("p");

      assertThat(sent("DELETE")).isEqualTo(2);
      assertThat(policies.find("p")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503, 403, 400})
    void isNotSentAgainAfterAnAnswer(int status) {
      server.failNext(status, 1);

      assertThatExceptionOfType(XrayApiException.class)
          .isThrownBy(() -> policies.delete("p"))
          .satisfies(e -> assertThat(e.statusCode()).isEqualTo(status));
      assertThat(sent("DELETE")).isEqualTo(1);
    }
  }

  @Nested
  class DeleteAndUnassign {
    @Test
    void takesItOffTheWatchesAndTouchesNothingElse() {
      watch("w1", "", "{'name':'p','type':'security'},{'name':'q','type':'license','n':1}");
      watch("w2", "k", "{'name':'p'},{'name':'q'}");
      watch("w3", "", "{'name':'q','type':'license'}");
      JsonNode w1 = watch("w1");
      JsonNode w3 = watch("w3");

      List<String> names = policies.deleteAndUnassign("p");

      assertThat(names).containsExactly("w1", "w2");
      assertThat(policies.find("p")).isEmpty();
      assertThat(watch("w1").at("/assigned_policies"))
          .isEqualTo(Fixtures.parse("[{\"name\":\"q\",\"type\":\"license\",\"n\":1}]"));
      assertThat(watch("w1").path("general_data")).isEqualTo(w1.path("general_data"));
      assertThat(watch("w1").path("future")).isEqualTo(w1.path("future"));
      assertThat(watch("w1").path("watch_recipients")).isEqualTo(w1.path("watch_recipients"));
      assertThat(watch("w1").at("/project_resources/resources/0/x").asInt()).isEqualTo(1);
      assertThat(watch("w2").path("assigned_policies").findValuesAsText("name"))
          .containsExactly("q");
      assertThat(watch("w3")).isEqualTo(w3);
      assertThat(sent("PUT")).isEqualTo(2);
    }

    @Test
    void goesToTheProjectOfEachWatch() {
      watch("w2", "k", "{'name':'p'},{'name':'q'}");

      policies.deleteAndUnassign("p");

      assertThat(server.requests())
          .filteredOn(request -> request.method().equals("PUT"))
          .singleElement()
          .hasToString("PUT /xray/api/v2/watches/w2?projectKey=k");
    }

    @Test
    void takesTheLastPolicyOffAnActiveWatchToo() {
      watch("w1", "", "{'name':'p','type':'security'}");

      assertThat(policies.deleteAndUnassign("p")).containsExactly("w1");

      assertThat(watch("w1").path("assigned_policies")).isEmpty();
      assertThat(watch("w1").at("/general_data/active").asBoolean()).isFalse();
    }

    @Test
    void deletesAPolicyThatNobodyUses() {
      assertThat(policies.deleteAndUnassign("p")).isEmpty();

      assertThat(policies.find("p")).isEmpty();
    }

    @Test
    void throwsForAPolicyThatIsNotThereAndTouchesNoWatch() {
      watch("w1", "", "{'name':'none','type':'security'}");

      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> policies.deleteAndUnassign("none"));
      assertThat(sent("PUT")).isZero();
      assertThat(watch("w1").path("assigned_policies")).hasSize(1);
    }
  }

  @Nested
  class Assign {
    @Test
    void givesAnAnswerForEachWatch() {
      watch("new", "", "{'name':'q'}");
      watch("old", "", "{'name':'p'}");

      List<Assignment> answers = policies.assign("p", List.of("new", "old", "ghost"));

      assertThat(answers).extracting(Assignment::watch).containsExactly("new", "old", "ghost");
      assertThat(answers).extracting(Assignment::isAssigned).containsExactly(true, true, false);
      assertThat(answers)
          .extracting(Assignment::answer)
          .containsExactly(
              "Policy assigned successfully to Watch",
              "Policy was already assigned to Watch",
              "Watch was not found");
      assertThat(answers.get(2)).hasToString("ghost: Watch was not found");
      assertThat(server.requests()).singleElement().satisfies(request -> {
        assertThat(request).hasToString("POST /xray/api/v1/policies/p/assign");
        assertThat(request.body()).isEqualTo("{\"watches\":[\"new\",\"old\",\"ghost\"]}");
      });
    }

    @Test
    void refusesNoWatchAndABlankOne() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> policies.assign("p", List.of()))
          .withMessageContaining("watches must not be empty");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> policies.assign("p", List.of("w", " ")))
          .withMessageContaining("watches");
      assertThat(server.requests()).isEmpty();
    }

    @Test
    void throwsForAPolicyThatIsNotThere() {
      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> policies.assign("none", List.of("w")));
    }

    @Test
    void isNotSentAgainWhenItsAnswerIsLost() {
      watch("new", "", "{'name':'q'}");
      server.failNext(Fault.LOST_ANSWER, 1);

      assertThatExceptionOfType(XrayTransportException.class)
          .isThrownBy(() -> policies.assign("p", List.of("new")));
      assertThat(sent("POST")).isEqualTo(1);
    }
  }
}
