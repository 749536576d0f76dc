package io.github.xrayclient.watch;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.policy.Criteria;
import io.github.xrayclient.policy.PolicyDraft;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.policy.Rule;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.value.Severity;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A global watch and one of a project with the same name are never taken for each other. */
class WatchNamesakesTest {
  private final FakeXray server = FakeXray.start();
  private final XrayClient xray = XrayClient.builder()
      .baseUrl(server.url())
      .credentials(Credentials.anonymous())
      .build();
  private final Watches global = xray.watches();
  private final Watches project = global.inProject("k");

  @BeforeEach
  void fill() {
    Criteria criteria = Criteria.builder().minSeverity(Severity.HIGH).build();
    xray.policies()
        .create(PolicyDraft.named("p", PolicyType.SECURITY)
            .addRule(Rule.builder().name("r").criteria(criteria).build())
            .build());
    global.create(draft());
  }

  @AfterEach
  void stop() {
    xray.close();
    server.close();
  }

  private static WatchDraft draft() {
    return WatchDraft.named("w")
        .addResource(WatchResource.allRepositories())
        .assign("p", PolicyType.SECURITY)
        .build();
  }

  private static WatchUpdate described(Watch watch) {
    return WatchUpdate.of(watch).description("new").build();
  }

  private Map<String, String> descriptions() {
    return server.stored(Kind.WATCHES).stream()
        .map(watch -> watch.path("general_data"))
        .collect(Collectors.toMap(
            data -> data.path("project_key").asText(),
            data -> data.path("description").asText()));
  }

  @Test
  void ofProjectsAreUpdatedInTheirProject() {
    project.create(draft());
    Watch ofProject = global.list().stream()
        .filter(watch -> watch.generalData().projectKey().isPresent())
        .findFirst()
        .orElseThrow();

    Watch now = global.update(described(ofProject)).value();

    assertThat(now.generalData().projectKey()).hasValue("k");
    assertThat(descriptions()).containsOnly(Map.entry("", ""), Map.entry("k", "new"));
  }

  @Test
  void areNotUpdatedByTheServiceOfAnotherProject() {
    project.create(draft());

    assertThatIllegalArgumentException()
        .isThrownBy(() -> global.inProject("other").update(described(project.get("w"))))
        .withMessage("watch \"w\" is in project \"k\", not in project \"other\"; use"
            + " watches().inProject(\"k\")");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> project.update(described(global.get("w"))))
        .withMessage("watch \"w\" is global, not in project \"k\"; use watches()");
    assertThat(descriptions()).containsOnly(Map.entry("", ""), Map.entry("k", ""));
  }

  @Test
  void thatAreGlobalAreNotEditedInAProject() {
    assertThatExceptionOfType(XrayNotFoundException.class)
        .isThrownBy(() -> project.edit("w", update -> update.description("new")));
    assertThat(server.requests()).noneMatch(request -> request.toString().startsWith("PUT "));
  }
}
