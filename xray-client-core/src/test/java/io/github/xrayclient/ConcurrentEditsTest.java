package io.github.xrayclient;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.policy.Criteria;
import io.github.xrayclient.policy.PolicyUpdate;
import io.github.xrayclient.policy.Rule;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testsupport.Thorough;
import io.github.xrayclient.value.Retry;
import io.github.xrayclient.value.Severity;
import io.github.xrayclient.watch.WatchResource;
import io.github.xrayclient.watch.WatchResourceType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two clients edit the same objects; some edits happen inside the function of another one, so that
 * they come between its reading and its writing. What an edit added stays until an edit drops it.
 */
class ConcurrentEditsTest {
  private static final int EDITS = 8;
  private static final int DEEPEST = 3;

  private final FakeXray server = FakeXray.start();
  private final List<XrayClient> clients = List.of(client(), client());
  private final Set<String> names = new TreeSet<>(Set.of("first"));
  private int added;

  private XrayClient client() {
    return XrayClient.builder()
        .baseUrl(server.url())
        .credentials(Credentials.anonymous())
        .build();
  }

  @BeforeEach
  void fill() {
    server.seed(
        Kind.POLICIES,
        quoted("{'name':'p','type':'security','x':{'y':[1.50,null]},'rules':[{'name':'first',"
            + "'priority':1,'z':1,'criteria':{'min_severity':'all severities','q':{}},"
            + "'actions':{'block_download':{'active':true,'mode':'soft'}}}]}"));
    server.seed(
        Kind.WATCHES,
        quoted("{'general_data':{'id':'1','name':'w','active':true,'x':1},'project_resources':"
            + "{'y':2,'resources':[{'type':'build','name':'first','z':{'a':null}}]},"
            + "'assigned_policies':[{'name':'p','b':1}],'ticket_generation':{'c':[]}}"));
  }

  @AfterEach
  void stop() {
    clients.forEach(XrayClient::close);
    server.close();
  }

  private static String quoted(String json) {
    return json.replace('\'', '"');
  }

  static IntStream rounds() {
    return IntStream.range(0, Thorough.count(8, 80));
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void ofAPolicyLoseNoChange(int round) {
    JsonNode before = server.stored(Kind.POLICIES).get(0);
    Random random = new Random(round);

    for (int i = 0; i < EDITS; i++) {
      edit(random, 1, this::editPolicy);
    }

    JsonNode after = server.stored(Kind.POLICIES).get(0);
    assertThat(namesIn(after.path("rules"))).containsExactlyInAnyOrderElementsOf(names);
    assertThat(after.path("x")).isEqualTo(before.path("x"));
    for (JsonNode rule : after.path("rules")) {
      if (rule.path("name").asText().equals("first")) {
        assertThat(rule).isEqualTo(before.at("/rules/0"));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("rounds")
  void ofAWatchLoseNoChange(int round) {
    JsonNode before = server.stored(Kind.WATCHES).get(0);
    Random random = new Random(round);

    for (int i = 0; i < EDITS; i++) {
      edit(random, 1, this::editWatch);
    }

    JsonNode after = server.stored(Kind.WATCHES).get(0);
    JsonNode resources = after.at("/project_resources/resources");
    assertThat(namesIn(resources)).containsExactlyInAnyOrderElementsOf(names);
    assertThat(resources.get(0)).isEqualTo(before.at("/project_resources/resources/0"));
    assertThat(after.path("general_data")).isEqualTo(before.path("general_data"));
    assertThat(after.path("ticket_generation")).isEqualTo(before.path("ticket_generation"));
    assertThat(after.at("/project_resources/y").asInt()).isEqualTo(2);
    assertThat(after.path("assigned_policies")).isEqualTo(before.path("assigned_policies"));
  }

  private static List<String> namesIn(JsonNode list) {
    List<String> names = new ArrayList<>();
    list.forEach(element -> names.add(element.path("name").asText()));
    return names;
  }

  /** One edit by either client, and maybe others inside its function, each time it is called. */
  private void edit(Random random, int depth, BiConsumer<XrayClient, Change> editor) {
    XrayClient client = clients.get(random.nextInt(2));
    Change change = new Change(random.nextInt(3) == 0, "n" + added++, () -> {
      if (depth < DEEPEST && random.nextInt(3) == 0) {
        edit(random, depth + 1, editor);
      }
    });
    editor.accept(client, change);
    change.commit(names);
  }

  private void editPolicy(XrayClient client, Change change) {
    client
        .policies()
        .edit(
            "p",
            update -> {
              List<String> there = new ArrayList<>();
              update.base().rules().forEach(rule -> there.add(rule.name()));
              changePolicy(update, change, change.decide(there));
            },
            Retry.times(50));
  }

  private static void changePolicy(PolicyUpdate.Builder update, Change change, boolean drops) {
    if (drops) {
      update.dropRule(change.dropped);
    } else {
      Criteria criteria = Criteria.builder().minSeverity(Severity.LOW).build();
      update.addRule(Rule.builder().name(change.name).criteria(criteria).build());
    }
  }

  private void editWatch(XrayClient client, Change change) {
    client
        .watches()
        .edit(
            "w",
            update -> {
              List<String> there = new ArrayList<>();
              update.base().resources().forEach(build -> there.add(build.name().orElseThrow()));
              if (change.decide(there)) {
                update.dropResource(WatchResourceType.BUILD, change.dropped);
              } else {
                update.addResource(WatchResource.build(change.name));
              }
            },
            Retry.times(50));
  }

  /** What one edit does: adds a name, or drops the latest of those that are there. */
  private static final class Change {
    private final boolean wantsToDrop;
    private final String name;
    private final Runnable meanwhile;
    private String dropped = "";

    Change(boolean wantsToDrop, String name, Runnable meanwhile) {
      this.wantsToDrop = wantsToDrop;
      this.name = name;
      this.meanwhile = meanwhile;
    }

    /** Whether to drop, decided anew for each version that is read. */
    boolean decide(List<String> there) {
      boolean drops = wantsToDrop && there.size() > 1;
      dropped = drops ? there.get(there.size() - 1) : "";
      meanwhile.run();
      return drops;
    }

    void commit(Set<String> names) {
      if (dropped.isEmpty()) {
        assertThat(names.add(name)).isTrue();
      } else {
        assertThat(names.remove(dropped)).isTrue();
      }
    }
  }
}
