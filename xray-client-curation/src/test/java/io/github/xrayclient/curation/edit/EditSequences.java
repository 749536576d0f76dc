package io.github.xrayclient.curation.edit;

import static io.github.xrayclient.curation.edit.PolicyAccount.waivers;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.CurationPolicies;
import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.CurationPolicyUpdate;
import io.github.xrayclient.curation.CurationServer;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.http.Transport;
import io.github.xrayclient.testing.FakeXray.Fault;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.value.Retry;
import io.github.xrayclient.value.UpdateResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * A policy in the hands of two clients of the library and of a third user, who knows the wire only
 * and comes in before any reading, but not between the last reading of an edit and its writing,
 * which no client can notice.
 */
final class EditSequences implements AutoCloseable {
  private static final int STEPS = 8;
  private static final CurationPolicyId ID = CurationPolicyId.of("50");
  private static final List<Fault> FAULTS =
      List.of(Fault.LOST_ANSWER, Fault.TRUNCATED_BODY, Fault.CONNECTION_RESET);

  private final CurationServer server = new CurationServer();
  private final List<XrayClient> clients = List.of(client(), client());
  private final List<CurationPolicies> policies = clients.stream()
      .map(client -> Curation.of(client).policies())
      .collect(Collectors.toUnmodifiableList());
  private final ThirdUser third = new ThirdUser(server);
  private SplittableRandom random;
  private PolicyAccount account;
  private Map<String, Integer> endings;
  private List<String> story;
  private CurationPolicy oldRead;
  private JsonNode old;
  private int words;

  /** Runs the sequence that follows from this number, and says how often what happened. */
  Map<String, Integer> run(int number) {
    SplittableRandom steps = new SplittableRandom(number);
    endings = new TreeMap<>();
    story = new ArrayList<>();
    words = 0;
    start();
    try {
      for (int i = 0; i < STEPS; i++) {
        random = steps.split(); // so that what one step takes does not move the next one
        step(policies.get(random.nextInt(2)));
      }
    } catch (RuntimeException | AssertionError e) {
      throw new AssertionError("sequence " + number + " after " + story + ": " + e.getMessage(), e);
    }
    return endings;
  }

  private void start() {
    server.fake.clearRequests();
    server.fake.seed(
        Kind.CURATION_POLICIES,
        "{\"id\":\"50\",\"created_by\":\"someone\",\"created_at\":\"2024-01-01T00:00:00+02:00\","
            + "\"updated_at\":\"2025-03-12T16:26:10+02:00\",\"enabled\":true,\"name\":\"start\","
            + "\"scope\":\"all_repos\",\"repo_exclude\":[\"x\"],\"policy_action\":\"block\","
            + "\"condition_id\":\"1\",\"notify_emails\":[\"a@b.example\"],"
            + "\"waiver_request_config\":\"forbidden\",\"block_from_cache\":true,"
            + "\"share_with_federation\":false,"
            + "\"label_waivers\":[{\"id\":\"1\",\"label\":\"first\",\"justification\":\"j\","
            + "\"created_by\":\"someone\",\"created_at\":\"2024-01-01T00:00:00.000Z\"}]}");
    server.addWaiver("50", "1", "first");
    account = new PolicyAccount(this::stored);
    oldRead = server.policies.get(ID);
    old = stored();
  }

  private void step(CurationPolicies client) {
    switch (random.nextInt(8)) {
      case 0:
        thirdUser();
        break;
      case 1:
        keepRead(client);
        break;
      case 2:
        updateFromOldRead(client);
        break;
      default:
        edit(client, random.nextInt(3));
    }
  }

  /** An edit, in the middle of which others come in, this often at most. */
  private void edit(CurationPolicies client, int others) {
    int[] calls = {0};
    boolean[] changes = {false};
    int retries = random.nextInt(3);
    attempt(
        "edit",
        true,
        () -> client.edit(
            ID,
            update -> {
              JsonNode read = stored();
              RandomChanges.Wanted wanted = RandomChanges.make(random, "w" + words++, update, read);
              changes[0] = account.changes(wanted.policy, read);
              if (calls[0]++ > 0) {
                count("edit made again");
              }
              if (calls[0] <= others) {
                intrude(client);
              }
              if (stored().equals(read)) {
                account.wants(wanted);
              }
            },
            Retry.times(retries)),
        () -> changes[0]);
  }

  private void intrude(CurationPolicies client) {
    if (random.nextBoolean()) {
      thirdUser();
    } else {
      edit(policies.get(1 - policies.indexOf(client)), 0);
    }
  }

  /** Remembers what it reads, for some later step. */
  private void keepRead(CurationPolicies client) {
    try {
      oldRead = client.get(ID);
      old = stored();
    } catch (XrayTransportException | XrayApiException e) {
      count("read failed");
    }
  }

  /**
   * The library promises no more than that it asks for exactly this: what changed since is written
   * over, and waivers that are newer than the reading go. Therefore there is {@code edit}.
   */
  private void updateFromOldRead(CurationPolicies client) {
    CurationPolicyUpdate.Builder update = CurationPolicyUpdate.of(oldRead);
    RandomChanges.Wanted wanted = RandomChanges.make(random, "w" + words++, update, old);
    Map<String, JsonNode> newer = waivers(stored());
    newer.keySet().removeAll(waivers(old).keySet());
    wanted.dropped.addAll(newer.keySet());
    account.wants(wanted);
    attempt(
        newer.isEmpty() ? "update" : "update over newer waivers",
        old.equals(stored()),
        () -> client.update(update.build()),
        () -> true);
  }

  /**
   * One write, whose ending must fit what the server holds then.
   *
   * @param changes whether it must be sent
   */
  private void attempt(
      String what,
      boolean fresh,
      Supplier<UpdateResult<CurationPolicy>> write,
      BooleanSupplier changes) {
    story.add(what);
    try {
      UpdateResult<CurationPolicy> result = write.get();
      assertThat(result.isSent()).as("is sent").isEqualTo(changes.getAsBoolean());
      if (result.isSent()) {
        account.made();
      } else {
        account.notMade();
      }
      assertThat(result.unexpectedChanges()).isEmpty();
      count(what + (result.isSent() ? " made" : " of nothing"));
    } catch (XrayConcurrentChangeException e) {
      assertThat(fresh && account.undisturbed()).as("false alarm: %s", e).isFalse();
      account.madeOrNot();
      count(what + " met a change");
    } catch (XrayBadRequestException e) {
      assertThat(what).as("%s", e).startsWith("update");
      assertThat(waivers(stored()).keySet().containsAll(waivers(old).keySet()))
          .as("refused without need: %s", e)
          .isFalse();
      account.notMade();
      count(what + " refused");
    } catch (XrayTransportException | XrayApiException e) {
      account.madeOrNot();
      count(what + " failed");
    }
  }

  private void thirdUser() {
    account.madeOrNot();
    story.add("third user");
    third.change("third-" + words++, random.nextBoolean());
    account.settle();
  }

  private XrayClient client() {
    return XrayClient.builder()
        .baseUrl(server.fake.url())
        .credentials(Credentials.anonymous())
        .retryPolicy(RetryPolicy.defaults().waits(Duration.ZERO, Duration.ZERO))
        .addInterceptor(this::disturb)
        .build();
  }

  private ApiResponse disturb(ApiRequest request, Transport next) {
    if (request.method().equals("GET") && random.nextInt(12) == 0) {
      thirdUser();
    }
    int chance = random.nextInt(20);
    if (chance < FAULTS.size()) {
      fail(request, FAULTS.get(chance).name());
      server.fake.failNext(FAULTS.get(chance), 1);
    } else if (chance < FAULTS.size() + 2) {
      int status = random.nextBoolean() ? 502 : 504;
      fail(request, String.valueOf(status));
      server.fake.failNext(status, 1);
    }
    return next.send(request);
  }

  private void fail(ApiRequest request, String how) {
    story.add(request.method() + " " + how);
    count(request.method() + " " + how);
  }

  private void count(String ending) {
    endings.merge(ending, 1, Integer::sum);
  }

  private JsonNode stored() {
    return server.policy("50");
  }

  @Override
  public void close() {
    clients.forEach(XrayClient::close);
    server.close();
  }
}
