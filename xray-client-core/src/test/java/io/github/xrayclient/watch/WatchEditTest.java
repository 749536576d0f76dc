package io.github.xrayclient.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Fault;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.value.Retry;
import io.github.xrayclient.value.UpdateResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Editing, deleting and applying watches, also when somebody else does the same. */
class WatchEditTest {
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
  class Edit {
    @Test
    void looksTwiceBeforeItWritesAllInTheProject() {
      given("old");

      watches.inProject("k").edit("w", update -> update.active(false));

      String one = " " + ROOT + "/w?projectKey=k";
      assertThat(requests()).containsExactly("GET" + one, "GET" + one, "PUT" + one, "GET" + one);
      assertThat(stored().at("/general_data/active").asBoolean()).isFalse();
      assertThat(stored().at("/general_data/project_key").asText()).isEqualTo("k");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void sendsWhatAnswersLeaveOpen(boolean active) {
      String text = "[{'general_data':{'name':'w'},'project_resources':{'resources':"
          + "[{'type':'all-repos'}]},'assigned_policies':[{'name':'p'}]}]";
      server.seed(Kind.WATCHES, text.replace('\'', '"'));

      UpdateResult<Watch> result = watches.edit("w", update -> update.active(active));

      assertThat(result.isSent()).isTrue();
      assertThat(result.unexpectedChanges()).isEmpty();
      assertThat(stored().at("/general_data/active").asBoolean()).isEqualTo(active);
    }

    @Test
    void givesBothVersionsAndSendsNothingWhenSomebodyElseWasFaster() {
      given("old");

      assertThatExceptionOfType(XrayConcurrentChangeException.class)
          .isThrownBy(() -> watches.edit("w", update -> {
            given("theirs");
            update.description("mine");
          }))
          .satisfies(e -> {
            assertThat(e.expected())
                .map(before -> ((Watch) before).generalData().description().orElse(""))
                .hasValue("old");
            assertThat(e.actual())
                .map(now -> ((Watch) now).generalData().description().orElse(""))
                .hasValue("theirs");
          });
      assertThat(sent("PUT")).isZero();
    }

    @Test
    void sendsNothingIfNothingChanges() {
      given("old");
      server.clearRequests();

      assertThat(watches.edit("w", update -> {}).isSent()).isFalse();
      assertThat(watches.edit("w", update -> update.description("old")).isSent())
          .isFalse();

      assertThat(server.requests())
          .hasSize(2)
          .allMatch(request -> request.method().equals("GET"));
      assertThat(watches.update(WatchUpdate.of(watches.get("w")).build()).isSent())
          .isTrue();
    }

    @Test
    void beginsAgainOnTheFreshWatch() {
      given("old");
      List<String> seen = new ArrayList<>();

      watches.edit(
          "w",
          update -> {
            seen.add(update.base().generalData().description().orElse(""));
            if (seen.size() <= 3) {
              given("other " + seen.size());
            }
            update.unassign("q");
          },
          Retry.times(3));

      assertThat(seen).containsExactly("old", "other 1", "other 2", "other 3");
      assertThat(stored().at("/general_data/description").asText()).isEqualTo("other 3");
      assertThat(stored().path("assigned_policies").findValuesAsText("name")).containsExactly("p");
    }
  }

  @Nested
  class Delete {
    @Test
    void isOneRequestInTheProject() {
      given("old");

      watches.inProject("k").delete("w");

      assertThat(requests()).containsExactly("DELETE " + ROOT + "/w?projectKey=k");
      assertThat(server.stored(Kind.WATCHES)).isEmpty();
    }

    @Test
    void throwsForAWatchThatIsNotThere() {
      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> watches.delete("none"));
    }

    @Test
    void isDoneWhenOnlyTheAnswerWasLost() {
      given("old");
      server.failNext(Fault.LOST_ANSWER, 1);

      watches.delete("w");

      assertThat(sent("DELETE")).isEqualTo(1);
    }
  }

  @Nested
  class ApplyToExisting {
    private final Instant from = Instant.parse("2026-01-01T00:00:00.999Z");
    private final Instant until = Instant.parse("2026-02-01T12:30:05Z");

    @Test
    void sendsNamesAndTimes() {
      given("old");

      watches.inProject("k").applyToExisting(List.of("w"), from, until);

      assertThat(server.requests()).singleElement().satisfies(request -> {
        assertThat(request).hasToString("POST /xray/api/v1/applyWatch?projectKey=k");
        assertThat(request.json())
            .isEqualTo(
                Fixtures.parse(
                    "{\"watch_names\":[\"w\"],\"date_range\":{\"start_date\":"
                        + "\"2026-01-01T00:00:00.999+00:00\",\"end_date\":\"2026-02-01T12:30:05+00:00\"}}"));
      });
    }

    @Test
    void refusesWhatMeansNothing() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> watches.applyToExisting(List.of(), from, until))
          .withMessageContaining("watches must not be empty");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> watches.applyToExisting(List.of("w", ""), from, until))
          .withMessageContaining("watches");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> watches.applyToExisting(List.of("w"), until, from))
          .withMessageContaining("until must not be before from, but until was ");
      assertThat(requests()).isEmpty();
    }

    @Test
    void throwsForAWatchThatIsNotThere() {
      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> watches.applyToExisting(List.of("none"), from, until));
    }
  }
}
