package io.github.xrayclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.http.CallOptions;
import io.github.xrayclient.policy.Criteria;
import io.github.xrayclient.policy.PolicyUpdate;
import io.github.xrayclient.policy.Rule;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testsupport.Clients;
import io.github.xrayclient.value.FieldChange;
import io.github.xrayclient.value.Retry;
import io.github.xrayclient.value.Severity;
import io.github.xrayclient.watch.WatchResource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many threads edit the same objects through one client, without a single retry. */
@Timeout(60)
class EditsInOneClientTest {
  private static final int EDITS = 24;

  private final FakeXray server = FakeXray.start();
  private final XrayClient xray = Clients.once(server.url());
  private final ExecutorService threads = Executors.newFixedThreadPool(8);

  @BeforeEach
  void fill() {
    String rule = "{'name':'first','priority':1,'criteria':{'min_severity':'High'},'actions':{}}";
    server.seed(
        Kind.POLICIES,
        quoted("[{'name':'p','type':'security','rules':["
            + rule
            + "]},{'name':'q','type':'security','rules':["
            + rule
            + "]}]"));
    server.seed(
        Kind.WATCHES,
        quoted("{'general_data':{'name':'w','active':true},'project_resources':{'resources':"
            + "[{'type':'build','name':'first'}]},'assigned_policies':[{'name':'p','type':'security'},"
            + "{'name':'q','type':'security'}]}"));
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    xray.close();
    server.close();
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }

  /** The same client in turn as it is and with options of its own. */
  private XrayClient client(int number) {
    return number % 2 == 0
        ? xray
        : xray.withOptions(CallOptions.none().timeout(Duration.ofSeconds(30 + number)));
  }

  private static void addRule(PolicyUpdate.Builder update, String name) {
    Criteria criteria = Criteria.builder().minSeverity(Severity.LOW).build();
    update.addRule(Rule.builder().name(name).criteria(criteria).build());
  }

  private static void await(List<Future<?>> edits) throws Exception {
    for (Future<?> edit : edits) {
      edit.get();
    }
  }

  private List<String> names(JsonNode list) {
    List<String> names = new ArrayList<>();
    list.forEach(element -> names.add(element.path("name").asText()));
    return names;
  }

  @Test
  void ofAPolicyAreMadeOneAfterTheOther() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    List<Future<?>> edits = new ArrayList<>();
    for (int i = 0; i < EDITS; i++) {
      String name = "r" + i;
      XrayClient client = client(i);
      edits.add(threads.submit(() -> client.policies().edit("p", update -> {
        calls.incrementAndGet();
        addRule(update, name);
      })));
    }
    await(edits);

    assertThat(names(server.stored(Kind.POLICIES).get(0).path("rules"))).hasSize(EDITS + 1);
    assertThat(calls).hasValue(EDITS);
    assertThat(server.requests()).hasSize(4 * EDITS);
  }

  @Test
  void ofAWatchLoseNothingWhileAPolicyIsTakenOffIt() throws Exception {
    List<Future<?>> edits = new ArrayList<>();
    for (int i = 0; i < EDITS; i++) {
      String name = "b" + i;
      XrayClient client = client(i);
      edits.add(threads.submit(() ->
          client.watches().edit("w", update -> update.addResource(WatchResource.build(name)))));
      if (i == EDITS / 2) {
        edits.add(threads.submit(() -> xray.policies().deleteAndUnassign("p")));
      }
    }
    await(edits);

    JsonNode watch = server.stored(Kind.WATCHES).get(0);
    assertThat(names(watch.at("/project_resources/resources"))).hasSize(EDITS + 1);
    assertThat(names(watch.path("assigned_policies"))).containsExactly("q");
  }

  @Test
  void letAnEditOfTheSameObjectInsideComeFirst() {
    AtomicInteger calls = new AtomicInteger();

    xray.policies()
        .edit(
            "p",
            update -> {
              if (calls.incrementAndGet() == 1) {
                xray.policies().edit("p", inner -> addRule(inner, "inner"));
              }
              addRule(update, "outer");
            },
            Retry.times(1));

    assertThat(names(server.stored(Kind.POLICIES).get(0).path("rules")))
        .containsExactly("first", "inner", "outer");
  }

  @Test
  void tellOfAnEditOfTheSameObjectInsideWithoutARetry() {
    assertThatExceptionOfType(XrayConcurrentChangeException.class)
        .isThrownBy(() -> xray.policies().edit("p", update -> {
          xray.policies().edit("p", inner -> addRule(inner, "inner"));
          addRule(update, "outer");
        }))
        .withMessageContaining("rules[inner] should be absent, but is {\"name\":\"inner\"")
        .satisfies(e ->
            assertThat(e.changes()).extracting(FieldChange::field).containsExactly("rules[inner]"));
  }
}
