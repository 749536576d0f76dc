package io.github.xrayclient.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayConflictException;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.repository.RepositoryClass;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Fault;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.value.UpdateResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Creates and updates against a server that behaves or loses answers. */
class WatchWriteTest {
  private static final String ROOT = "/xray/api/v2/watches";

  private final FakeXray server = FakeXray.start();
  private final XrayClient xray = XrayClient.builder()
      .baseUrl(server.url())
      .credentials(Credentials.anonymous())
      .retryPolicy(RetryPolicy.none())
      .build();
  private final Watches watches = xray.watches();

  @BeforeEach
  void fill() {
    server.seed(Kind.POLICIES, "[{\"name\":\"p\",\"type\":\"security\"},{\"name\":\"q\"}]");
  }

  @AfterEach
  void stop() {
    xray.close();
    server.close();
  }

  private static WatchDraft draft(String name) {
    return WatchDraft.named(name)
        .addResource(WatchResource.repository("libs", RepositoryClass.LOCAL))
        .assign("p", PolicyType.SECURITY)
        .build();
  }

  private void given(String description) {
    String text = "{'general_data':{'id':'1','name':'w','description':'" + description
        + "','active':true,'project_key':'k','x':1},'project_resources':{'resources':[{'type':"
        + "'all-repos','filters':[{'type':'odd','value':[1]}]}],'y':2},'assigned_policies':"
        + "[{'name':'p','type':'security'},{'name':'q','n':1}],'ticket_generation':{'z':{}}}";
    server.seed(Kind.WATCHES, text.replace('\'', '"'));
  }

  private JsonNode stored() {
    assertThat(server.stored(Kind.WATCHES)).hasSize(1);
    return server.stored(Kind.WATCHES).get(0);
  }

  private List<String> requests() {
    List<String> requests = new ArrayList<>();
    server.requests().forEach(request -> requests.add(request.toString()));
    return requests;
  }

  private long sent(String method) {
    return requests().stream()
        .filter(request -> request.startsWith(method + " "))
        .count();
  }

  @Nested
  class Create {
    @Test
    void sendsTheDraftAndReadsTheWatch() {
      Watch watch = watches.create(draft("w"));

      assertThat(watch.generalData().id()).isPresent();
      assertThat(watch.generalData().active()).hasValue(true);
      assertThat(watch.resources()).hasSize(1);
      assertThat(requests()).containsExactly("POST " + ROOT, "GET " + ROOT + "/w");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a/b", "50% off", "why?", "#1", "a b", "Größe 界 🙂", "a+b", "{n}"})
    void takesAnyNameAndFindsItAgain(String name) {
      assertThat(watches.create(draft(name)).name()).isEqualTo(name);

      watches.edit(name, update -> update.description("d"));
      assertThat(stored().at("/general_data/description").asText()).isEqualTo("d");
      watches.delete(name);
      assertThat(watches.find(name)).isEmpty();
    }

    @Test
    void throwsForATakenName() {
      watches.create(draft("w"));

      assertThatExceptionOfType(XrayConflictException.class)
          .isThrownBy(() -> watches.create(draft("w")))
          .withMessageEndingWith(ROOT + " answered 409: Watch already exists");
    }

    @Test
    void isDoneWhenOnlyTheAnswerWasLost() {
      server.failNext(Fault.LOST_ANSWER, 1);

      assertThat(watches.create(draft("w")).name()).isEqualTo("w");
      assertThat(sent("POST")).isEqualTo(1);
    }

    @Test
    void goesToTheProject() {
      Watch watch = watches.inProject("k").create(draft("w"));

      assertThat(watch.generalData().projectKey()).hasValue("k");
      assertThat(requests())
          .containsExactly("POST " + ROOT + "?projectKey=k", "GET " + ROOT + "/w?projectKey=k");
    }
  }

  @Nested
  class Update {
    @Test
    void isAPutAndAGetAndLosesNothing() {
      given("old");
      JsonNode before = stored();
      Watch watch = watches.get("w");
      server.clearRequests();

      UpdateResult<Watch> result = watches.update(WatchUpdate.of(watch).build());

      assertThat(requests())
          .containsExactly("PUT " + ROOT + "/w?projectKey=k", "GET " + ROOT + "/w?projectKey=k");
      assertThat(result.unexpectedChanges()).isEmpty();
      assertThat(result.notes()).isEmpty();
      assertThat(result.value()).isEqualTo(watch);
      assertThat(Fixtures.withoutEmpty(stored())).isEqualTo(Fixtures.withoutEmpty(before));
    }

    @Test
    void saysThatTheServerSwitchedItOff() {
      given("old");

      UpdateResult<Watch> result =
          watches.edit("w", update -> update.unassign("p").unassign("q").unchecked());

      assertThat(result.unexpectedChanges()).singleElement().satisfies(change -> {
        assertThat(change.field()).isEqualTo("general_data.active");
        assertThat(change.from().orElseThrow().asBoolean()).isTrue();
        assertThat(change.to().orElseThrow().asBoolean()).isFalse();
      });
    }

    @ParameterizedTest
    @ValueSource(strings = {"LOST_ANSWER", "TRUNCATED_BODY"})
    void isAppliedOnceWhenItsAnswerIsLost(Fault fault) {
      given("old");
      Watch watch = watches.get("w");
      server.failNext(fault, 1);

      UpdateResult<Watch> result =
          watches.update(WatchUpdate.of(watch).description("new").build());

      assertThat(result.value().generalData().description()).hasValue("new");
      assertThat(sent("PUT")).isEqualTo(1);
    }

    @Test
    void isSentAgainWhenItNeverArrived() {
      given("old");
      Watch watch = watches.get("w");
      server.failNext(Fault.CONNECTION_RESET, 1);

      watches.update(WatchUpdate.of(watch).description("new").build());

      assertThat(stored().at("/general_data/description").asText()).isEqualTo("new");
      assertThat(sent("PUT")).isEqualTo(2);
    }
  }

  @Nested
  class Refusals {
    @Test
    void ofTheServerAreThrownInItsWords() {
      WatchDraft unknown = WatchDraft.named("w")
          .addResource(WatchResource.allRepositories())
          .assign("none", PolicyType.LICENSE)
          .build();

      assertThatExceptionOfType(XrayBadRequestException.class)
          .isThrownBy(() -> watches.create(unknown))
          .withMessageContaining("Got invalid watch: policy none was not found");
      assertThat(requests()).containsExactly("POST " + ROOT);
    }
  }
}
