package io.github.xrayclient.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.remedy.Remediable;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Fault;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.value.Severity;
import io.github.xrayclient.watch.Watch;
import io.github.xrayclient.watch.WatchDraft;
import io.github.xrayclient.watch.WatchResource;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A global policy and one of a project with the same name are never taken for each other. */
class PolicyNamesakesTest {
  private final FakeXray server = FakeXray.start();
  private final XrayClient xray = XrayClient.builder()
      .baseUrl(server.url())
      .credentials(Credentials.anonymous())
      .retryPolicy(RetryPolicy.none())
      .build();
  private final Policies global = xray.policies();
  private final Policies project = global.inProject("k");

  @BeforeEach
  void fill() {
    global.create(draft());
  }

  @AfterEach
  void stop() {
    xray.close();
    server.close();
  }

  private static PolicyDraft draft() {
    Criteria criteria = Criteria.builder().minSeverity(Severity.HIGH).build();
    return PolicyDraft.named("p", PolicyType.SECURITY)
        .addRule(Rule.builder().name("r").criteria(criteria).build())
        .build();
  }

  private static List<String> namesInRemedy(Throwable refused) {
    return ((Remediable) refused).remedy().orElseThrow().arguments();
  }

  private static WatchDraft watch(String name) {
    return WatchDraft.named(name)
        .addResource(WatchResource.allRepositories())
        .assign("p", PolicyType.SECURITY)
        .build();
  }

  private List<String> watchesWithThePolicy() {
    return xray.watches().list().stream()
        .filter(watch -> !watch.assignedPolicies().isEmpty())
        .map(Watch::name)
        .collect(Collectors.toList());
  }

  @Test
  void areNotWhatALostCreateMade() {
    server.failNext(Fault.CONNECTION_RESET, 1);

    assertThatExceptionOfType(XrayTransportException.class)
        .isThrownBy(() -> project.create(draft()));
    assertThat(server.stored(Kind.POLICIES)).hasSize(1);
  }

  @Test
  void areNotWhatALostDeleteLeft() {
    project.create(draft());
    server.failNext(Fault.LOST_ANSWER, 1);

    project.delete("p");

    assertThat(server.stored(Kind.POLICIES))
        .singleElement()
        .satisfies(left -> assertThat(left.has("project_key")).isFalse());
  }

  @Test
  void ofProjectsAreOnWatchesOfTheProjectOnly() {
    project.create(draft());
    xray.watches().create(watch("global"));
    xray.watches().inProject("j").create(watch("other"));
    xray.watches().inProject("k").create(watch("own"));

    assertThat(project.deleteAndUnassign("p")).containsExactly("own");

    assertThat(watchesWithThePolicy()).containsExactly("global", "other");
    assertThat(global.find("p")).isPresent();
  }

  @Test
  void thatAreGlobalLeaveProjectsTheirOwn() {
    project.create(draft());
    xray.watches().create(watch("global"));
    xray.watches().inProject("j").create(watch("other"));
    xray.watches().inProject("k").create(watch("own"));

    assertThat(global.deleteAndUnassign("p")).containsExactly("global", "other");

    assertThat(watchesWithThePolicy()).containsExactly("own");
    assertThat(server.stored(Kind.POLICIES))
        .singleElement()
        .satisfies(left -> assertThat(left.path("project_key").asText()).isEqualTo("k"));
  }

  private static PolicyUpdate described(Policy policy) {
    return PolicyUpdate.of(policy).description("new").build();
  }

  private Map<String, String> descriptions() {
    return server.stored(Kind.POLICIES).stream()
        .collect(Collectors.toMap(
            policy -> policy.path("project_key").asText(),
            policy -> policy.path("description").asText()));
  }

  @Test
  void ofProjectsAreUpdatedInTheirProject() {
    project.create(draft());
    Policy ofProject = global.list().stream()
        .filter(policy -> policy.projectKey().isPresent())
        .findFirst()
        .orElseThrow();

    Policy now = global.update(described(ofProject)).value();

    assertThat(now.projectKey()).hasValue("k");
    assertThat(descriptions()).containsOnly(Map.entry("", ""), Map.entry("k", "new"));
  }

  @Test
  void areNotUpdatedByTheServiceOfAnotherProject() {
    project.create(draft());
    int before = server.requests().size();

    assertThatIllegalArgumentException()
        .isThrownBy(() -> global.inProject("other").update(described(project.get("p"))))
        .withMessage("policy \"p\" is in project \"k\", not in project \"other\"; use"
            + " policies().inProject(\"k\")")
        .satisfies(refused -> assertThat(namesInRemedy(refused)).containsExactly("k"));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> project.update(described(global.get("p"))))
        .withMessage("policy \"p\" is global, not in project \"k\"; use policies()")
        .satisfies(refused -> assertThat(namesInRemedy(refused)).isEmpty());
    assertThat(server.requests().subList(before, server.requests().size()))
        .allMatch(request -> request.toString().startsWith("GET "));
  }

  @Test
  void thatAreGlobalAreNotEditedInAProject() {
    assertThatExceptionOfType(XrayNotFoundException.class)
        .isThrownBy(() -> project.edit("p", update -> update.description("new")))
        .withMessageContaining("the server answered with the policy of this name that is global");
    assertThat(descriptions()).containsOnly(Map.entry("", ""));
    assertThat(server.requests()).noneMatch(request -> request.toString().startsWith("PUT "));
  }

  @Test
  void thatAreGlobalAreNotUnassignedInAProject() {
    xray.watches().create(watch("global"));

    assertThatExceptionOfType(XrayNotFoundException.class)
        .isThrownBy(() -> project.deleteAndUnassign("p"));
    assertThat(watchesWithThePolicy()).containsExactly("global");
  }
}
