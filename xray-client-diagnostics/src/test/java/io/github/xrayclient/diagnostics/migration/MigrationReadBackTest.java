package io.github.xrayclient.diagnostics.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Writes of a migration that take effect, after which the server does not let the object be read.
 */
class MigrationReadBackTest {
  private static final String POLICY = "{'name':'critical','type':'security','rules':[{'name':"
      + "'first','priority':1,'criteria':{'min_severity':'%s'},'actions':{}}]}";

  private final AtomicReference<String> failsAfter = new AtomicReference<>("");
  private final Server source = new Server().seed(Kind.POLICIES, String.format(POLICY, "High"));
  private final Server target = new Server();
  private final XrayClient client = XrayClient.builder()
      .baseUrl(target.fake.url())
      .credentials(Credentials.anonymous())
      .retryPolicy(RetryPolicy.none())
      .addInterceptor((request, next) -> {
        ApiResponse answer = next.send(request);
        if (request.method().equals(failsAfter.get())) {
          failsAfter.set("");
          target.fake.failNext(403, 1);
        }
        return answer;
      })
      .build();

  @TempDir
  Path folder;

  @AfterEach
  void stop() {
    client.close();
    source.close();
    target.close();
  }

  private Journal journal() {
    return Journal.at(folder.resolve("plan.journal"));
  }

  private long writes() {
    return target.fake.requests().stream()
        .filter(request -> !request.method().equals("GET"))
        .count();
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT"})
  void areToldAsStoredAndNotMadeAgain(String method) {
    if (method.equals("PUT")) {
      target.seed(Kind.POLICIES, String.format(POLICY, "Low"));
    }
    MigrationPlan plan = Migration.of(client).plan(source.migration().snapshot());
    failsAfter.set(method);

    MigrationReport report = Migration.of(client).apply(plan, journal());

    assertThat(report.isComplete()).isFalse();
    assertThat(report.toString())
        .contains("policy \"critical\" was stored, but reading it back failed: GET http");
    assertThat(report.results().get(0).notes())
        .extracting(StepNote::kind)
        .containsExactly(StepNote.Kind.NOT_VERIFIED);

    assertThat(Migration.of(client).apply(plan, journal()).isComplete()).isTrue();
    assertThat(writes()).isEqualTo(1);
  }

  @Test
  void areNotDoneIfTheServerAcceptsThemAndChangesNothing() {
    target.seed(Kind.POLICIES, String.format(POLICY, "Low"));
    try (XrayClient ignored = XrayClient.builder()
        .baseUrl(target.fake.url())
        .credentials(Credentials.anonymous())
        .addInterceptor((request, next) -> request.method().equals("PUT")
            ? new ApiResponse(200, Map.of(), new byte[0])
            : next.send(request))
        .build()) {
      MigrationPlan plan = Migration.of(ignored).plan(source.migration().snapshot());

      MigrationReport report = Migration.of(ignored).apply(plan, journal());

      assertThat(report.results()).singleElement().satisfies(result -> {
        assertThat(result.outcome()).isEqualTo(StepResult.Outcome.FAILED);
        assertThat(result.notes())
            .extracting(StepNote::kind)
            .containsExactly(StepNote.Kind.WITHOUT_EFFECT);
        assertThat(result.notes().get(0).text())
            .isEqualTo("the server accepted the request to update policy \"critical\", but did not"
                + " change the object");
      });
    }
  }

  @Test
  void areToldOfByARollbackToo() {
    target.seed(Kind.POLICIES, String.format(POLICY, "Low"));
    MigrationPlan plan = Migration.of(client).plan(source.migration().snapshot());
    Migration.of(client).apply(plan, journal());
    failsAfter.set("PUT");

    MigrationReport report = Migration.of(client).rollBack(journal());

    assertThat(report.toString())
        .contains("policy \"critical\" was stored, but reading it back failed: GET http");
    assertThat(Migration.of(client).rollBack(journal()).isComplete()).isTrue();
    assertThat(writes()).isEqualTo(2);
  }
}
