package io.github.xrayclient.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayConflictException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.RecordedRequest;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.value.Severity;
import io.github.xrayclient.value.UpdateNote;
import io.github.xrayclient.value.UpdateResult;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Creates and updates against a server that behaves. */
class PolicyWriteTest {
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
    return PolicyDraft.named(name, PolicyType.SECURITY).addRule(rule("r")).build();
  }

  private static Rule rule(String name) {
    Criteria criteria = Criteria.builder().minSeverity(Severity.HIGH).build();
    return Rule.builder().name(name).criteria(criteria).build();
  }

  private void given(JsonNode policies) {
    server.seed(Kind.POLICIES, policies.toString());
  }

  private List<String> requests() {
    List<String> requests = new ArrayList<>();
    server.requests().forEach(request -> requests.add(request.toString()));
    return requests;
  }

  private RecordedRequest last(String method) {
    RecordedRequest last = null;
    for (RecordedRequest request : server.requests()) {
      last = request.method().equals(method) ? request : last;
    }
    assertThat(last).as("a " + method).isNotNull();
    return last;
  }

  private JsonNode stored(String name) {
    for (JsonNode policy : server.stored(Kind.POLICIES)) {
      if (policy.path("name").asText().equals(name)) {
        return policy;
      }
    }
    throw new AssertionError("no policy " + name);
  }

  @Nested
  class Create {
    @Test
    void sendsTheDraftAndReadsThePolicy() {
      Policy policy = policies.create(draft("p"));

      assertThat(policy.name()).isEqualTo("p");
      assertThat(policy.author()).hasValue("admin");
      assertThat(policy.rules()).extracting(Rule::name).containsExactly("r");
      assertThat(requests()).containsExactly("POST " + ROOT, "GET " + ROOT + "/p");
      assertThat(last("POST").header("Content-Type")).hasValue("application/json");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {"a/b", "50% off", "why?", "#1", "a b", "Größe 界 🙂", "a+b", "..x", "\"q\"", "{n}"
        })
    void takesAnyNameAndFindsItAgain(String name) {
      Policy policy = policies.create(draft(name));

      assertThat(policy.name()).isEqualTo(name);
      policies.edit(name, update -> update.description("d"));
      assertThat(stored(name).path("description").asText()).isEqualTo("d");
      policies.delete(name);
      assertThat(policies.find(name)).isEmpty();
    }

    @Test
    void throwsForATakenName() {
      policies.create(draft("p"));
      server.clearRequests();

      assertThatExceptionOfType(XrayConflictException.class)
          .isThrownBy(() -> policies.create(draft("p")))
          .withMessageEndingWith(ROOT + " answered 409: Policy already exists");
      assertThat(requests()).containsExactly("POST " + ROOT);
    }

    @Test
    void saysThatFailPullRequestOfKeptRulesMayBeOffNow() {
      policies.create(draft("p"));

      UpdateResult<Policy> result = policies.edit("p", update -> update.description("d"));

      assertThat(result.notes()).singleElement().satisfies(note -> {
        assertThat(note.kind()).isEqualTo(UpdateNote.Kind.MAY_BE_CLEARED);
        assertThat(note.objects()).containsExactly("r");
        assertThat(note.text())
            .contains("if fail_pull_request was set for rule \"r\", the update has cleared it");
      });
    }

    @Test
    void saysThatFailPullRequestOfARenamedRuleMayBeOffNow() {
      policies.create(draft("p"));

      UpdateResult<Policy> result = policies.edit(
          "p",
          update ->
              update.changeRule("r", rule -> rule.toBuilder().name("renamed").build()));

      assertThat(result.notes())
          .singleElement()
          .asString()
          .contains("for rule \"renamed\", the update has cleared it");
    }

    @Test
    void saysNothingOfFailPullRequestWhereNoRuleWithItCanHaveBeenThere() {
      policies.create(draft("p"));

      UpdateResult<Policy> result =
          policies.edit("p", update -> update.dropRule("r").addRule(rule("other")));

      assertThat(result.value().rules()).extracting(Rule::name).containsExactly("other");
      assertThat(result.notes()).isEmpty();
    }

    @Test
    void goesToTheProject() {
      Policy policy = policies.inProject("p1").create(draft("p"));

      assertThat(policy.projectKey()).hasValue("p1");
      assertThat(requests())
          .containsExactly("POST " + ROOT + "?projectKey=p1", "GET " + ROOT + "/p?projectKey=p1");
    }
  }

  @Nested
  class Update {
    @Test
    void isAPutAndAGetAndLosesNothing() {
      given(THREE);
      for (JsonNode before : THREE) {
        String name = before.path("name").asText();
        Policy policy = policies.get(name);
        server.clearRequests();

        UpdateResult<Policy> result = policies.update(PolicyUpdate.of(policy).build());

        assertThat(requests())
            .containsExactly("PUT " + ROOT + "/" + name, "GET " + ROOT + "/" + name);
        assertThat(result.unexpectedChanges()).isEmpty();
        assertThat(result.unsentFields()).isEmpty();
        ObjectNode after = stored(name).deepCopy();
        after.set("modified", before.path("modified"));
        assertThat(Fixtures.withoutEmpty(after)).isEqualTo(Fixtures.withoutEmpty(before));
        assertThat(result.value().modified()).isNotEqualTo(policy.modified());
      }
    }

    @Test
    void throwsForAPolicyThatIsGone() {
      given(THREE);
      PolicyUpdate update = PolicyUpdate.of(policies.get("op-risk")).build();
      policies.delete("op-risk");

      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> policies.update(update));
    }

    @Test
    void saysThatFailPullRequestCannotBeSeen() {
      policies.create(draft("p"));
      Actions actions = Actions.builder()
          .failPullRequest(FailPullRequest.builder().active(true).build())
          .build();

      UpdateResult<Policy> result = policies.edit(
          "p",
          update ->
              update.changeRule("r", rule -> rule.toBuilder().actions(actions).build()));

      assertThat(
              last("PUT").json().at("/rules/0/actions/fail_pull_request/active").asBoolean())
          .isTrue();
      assertThat(result.unexpectedChanges()).isEmpty();
      assertThat(result.notes()).singleElement().satisfies(note -> {
        assertThat(note.kind()).isEqualTo(UpdateNote.Kind.NOT_VERIFIABLE);
        assertThat(note.objects()).containsExactly("r");
        assertThat(note.text()).contains("fail_pull_request was sent for rule \"r\"");
      });
    }

    @Test
    void goesToTheProject() {
      Policies inProject = policies.inProject("p1");
      Policy policy = inProject.create(draft("p"));
      server.clearRequests();

      inProject.update(PolicyUpdate.of(policy).description("d").build());

      assertThat(requests())
          .containsExactly("PUT " + ROOT + "/p?projectKey=p1", "GET " + ROOT + "/p?projectKey=p1");
      assertThat(stored("p").path("project_key").asText()).isEqualTo("p1");
      assertThat(stored("p").path("description").asText()).isEqualTo("d");
    }
  }
}
