package io.github.xrayclient.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.value.Retry;
import io.github.xrayclient.value.Severity;
import io.github.xrayclient.value.UpdateResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Reading, changing and writing while somebody else does the same. */
class PolicyEditTest {
  private static final String ROOT = "/xray/api/v2/policies";
  private static final JsonNode THREE = Fixtures.json("policies/GET_policies_three-types_200.json");

  private final FakeXray server = FakeXray.start();
  private final XrayClient xray = XrayClient.builder()
      .baseUrl(server.url())
      .credentials(Credentials.anonymous())
      .build();
  private final Policies policies = xray.policies();

  @AfterEach
  void stop() {
    xray.close();
    server.close();
  }

  private static PolicyDraft draft(String name) {
    Criteria criteria = Criteria.builder().minSeverity(Severity.HIGH).build();
    return PolicyDraft.named(name, PolicyType.SECURITY)
        .addRule(Rule.builder().name("r").criteria(criteria).build())
        .build();
  }

  private void given(JsonNode policies) {
    server.seed(Kind.POLICIES, policies.toString());
  }

  private List<String> requests() {
    List<String> requests = new ArrayList<>();
    server.requests().forEach(request -> requests.add(request.toString()));
    return requests;
  }

  private JsonNode stored(String name) {
    for (JsonNode policy : server.stored(Kind.POLICIES)) {
      if (policy.path("name").asText().equals(name)) {
        return policy;
      }
    }
    throw new AssertionError("no policy " + name);
  }

  @Test
  void looksTwiceBeforeItWrites() {
    given(THREE);

    UpdateResult<Policy> result =
        policies.edit("sec-high", update -> update.dropRule("low-notify"));

    assertThat(result.value().rules()).extracting(Rule::name).containsExactly("high-block");
    String one = ROOT + "/sec-high";
    assertThat(requests()).containsExactly("GET " + one, "GET " + one, "PUT " + one, "GET " + one);
  }

  @Test
  void givesBothVersionsAndSendsNothingWhenSomebodyElseWasFaster() {
    given(THREE);
    assertThatExceptionOfType(XrayConcurrentChangeException.class)
        .isThrownBy(() -> policies.edit("sec-high", update -> {
          given(Fixtures.parse(THREE.get(0).toString().replace("High and up", "theirs")));
          update.description("mine");
        }))
        .satisfies(e -> {
          assertThat(e.expected())
              .map(before -> ((Policy) before).description().orElseThrow())
              .hasValue("High and up");
          assertThat(e.actual())
              .map(now -> ((Policy) now).description().orElseThrow())
              .hasValue("theirs");
          assertThat(e.method()).isEqualTo("PUT");
          assertThat(e.uri()).hasToString(server.url() + ROOT + "/sec-high");
        })
        .withMessageContaining("nothing was sent")
        .withMessageContaining("Retry.times");
    assertThat(server.requests()).noneMatch(request -> request.method().equals("PUT"));
  }

  @Test
  void beginsAgainOnTheFreshPolicyAsOftenAsAllowed() {
    policies.create(draft("p"));
    List<String> seen = new ArrayList<>();

    UpdateResult<Policy> result = policies.edit(
        "p",
        update -> {
          seen.add(update.base().description().orElse(""));
          if (seen.size() <= 2) {
            policies.edit("p", other -> other.description("other " + seen.size()));
          }
          update.addRule(rule("mine"));
        },
        Retry.times(2));

    assertThat(seen).containsExactly("", "other 1", "other 2");
    assertThat(result.value().description()).hasValue("other 2");
    assertThat(result.value().rules()).extracting(Rule::name).containsExactly("r", "mine");
    assertThat(result.unexpectedChanges()).isEmpty();
  }

  @Test
  void givesUpWhenTheRetriesAreUsedUp() {
    policies.create(draft("p"));
    List<String> calls = new ArrayList<>();

    assertThatExceptionOfType(XrayConcurrentChangeException.class)
        .isThrownBy(() -> policies.edit(
            "p",
            update -> {
              calls.add("call");
              policies.edit("p", other -> other.description("o" + calls.size()));
              update.description("mine");
            },
            Retry.times(1)));
    assertThat(calls).hasSize(2);
    assertThat(stored("p").path("description").asText()).isEqualTo("o2");
  }

  @Test
  void passesOnWhatTheFunctionThrowsAndSendsNothing() {
    policies.create(draft("p"));
    IllegalStateException mine = new IllegalStateException("changed my mind");
    server.clearRequests();

    assertThatThrownBy(() -> policies.edit(
            "p",
            update -> {
              throw mine;
            },
            Retry.times(5)))
        .isSameAs(mine);
    assertThat(requests()).containsExactly("GET " + ROOT + "/p");
  }

  @Test
  void sendsNothingIfNothingChanges() {
    policies.create(draft("p"));
    server.clearRequests();

    UpdateResult<Policy> untouched = policies.edit("p", update -> {});
    UpdateResult<Policy> same =
        policies.edit("p", update -> update.changeRule("r", rule -> rule).description(""));

    assertThat(untouched.isSent()).isFalse();
    assertThat(untouched.value()).isEqualTo(same.value());
    assertThat(same.isSent()).isFalse();
    assertThat(requests()).containsExactly("GET " + ROOT + "/p", "GET " + ROOT + "/p");
  }

  @Test
  void sendsWhatNoServerReturnsThoughItCannotBeCompared() {
    policies.create(draft("p"));
    Actions actions = Actions.builder()
        .failPullRequest(FailPullRequest.builder().active(false).build())
        .build();

    UpdateResult<Policy> result = policies.edit(
        "p",
        update ->
            update.changeRule("r", rule -> rule.toBuilder().actions(actions).build()));

    assertThat(result.isSent()).isTrue();
  }

  @Test
  void sendsWhatAnswersLeaveOpen() {
    Criteria banned = Criteria.builder().addBannedLicense("GPL-3.0").build();
    policies.create(PolicyDraft.named("l", PolicyType.LICENSE)
        .addRule(Rule.builder().name("r").criteria(banned).build())
        .build());
    Criteria strict = banned.toBuilder().allowUnknown(false).build();

    UpdateResult<Policy> result = policies.edit(
        "l",
        update ->
            update.changeRule("r", rule -> rule.toBuilder().criteria(strict).build()));

    assertThat(result.isSent()).isTrue();
    assertThat(result.value().rules().get(0).criteria()).hasValue(strict);
  }

  @Test
  void sendsAnUpdateThatChangesNothing() {
    policies.create(draft("p"));
    PolicyUpdate update = PolicyUpdate.of(policies.get("p")).build();

    assertThat(policies.update(update).isSent()).isTrue();
    assertThat(requests()).contains("PUT " + ROOT + "/p");
  }

  @Test
  void goesToTheProject() {
    Policies inProject = policies.inProject("p1");
    inProject.create(draft("p"));
    server.clearRequests();

    inProject.edit("p", update -> update.description("d"));

    assertThat(requests()).hasSize(4).allMatch(request -> request.endsWith("?projectKey=p1"));
  }

  private Rule rule(String name) {
    return Rule.builder()
        .name(name)
        .criteria(Criteria.builder().minSeverity(Severity.LOW).build())
        .build();
  }
}
