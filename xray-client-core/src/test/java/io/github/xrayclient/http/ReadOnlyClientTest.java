package io.github.xrayclient.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.XrayClientBuilder;
import io.github.xrayclient.auth.AccessToken;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayReadOnlyException;
import io.github.xrayclient.policy.Criteria;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.policy.PolicyDraft;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.policy.Rule;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.value.IgnoreRuleId;
import io.github.xrayclient.value.Severity;
import io.github.xrayclient.watch.WatchDraft;
import io.github.xrayclient.watch.WatchResource;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that reads only. */
class ReadOnlyClientTest {
  private static final String POLICIES = "/xray/api/v2/policies";
  private static final String NAME = "Test_policy";

  private final FakeXray fake = FakeXray.start()
      .seed(FakeXray.Kind.POLICIES, Fixtures.text("policies/GET_policies_three-types_200.json"));
  private final AtomicInteger tokens = new AtomicInteger();
  private final XrayClient xray = builder().build();

  private XrayClientBuilder builder() {
    return XrayClient.builder()
        .baseUrl(fake.url())
        .credentials(
            Credentials.refreshing(() -> AccessToken.once("token-" + tokens.incrementAndGet())))
        .readOnly();
  }

  @AfterEach
  void stop() {
    xray.close();
    fake.close();
  }

  private static PolicyDraft draft() {
    return PolicyDraft.named("new", PolicyType.SECURITY)
        .addRule(Rule.builder()
            .name("r")
            .criteria(Criteria.builder().minSeverity(Severity.HIGH).build())
            .build())
        .build();
  }

  private Policy first() {
    return xray.policies().list().get(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"POST", "PUT", "PATCH", "DELETE", "PURGE", "TRACE"})
  void refusesAWriteOfAnyMethodBeforeATokenIsAskedFor(String method) {
    ApiCall<ApiResponse> call = xray.call(method, POLICIES + "/{name}", NAME);

    assertThatExceptionOfType(XrayReadOnlyException.class)
        .isThrownBy(call::send)
        .withMessageStartingWith(
            method + " " + fake.url() + POLICIES + "/" + NAME + " was not sent")
        .withMessageContaining("without readOnly()")
        .satisfies(e -> {
          assertThat(e.method()).isEqualTo(method);
          assertThat(e.uri()).isEqualTo(URI.create(fake.url() + POLICIES + "/" + NAME));
        });
    assertThat(fake.requests()).isEmpty();
    assertThat(tokens).hasValue(0);
  }

  @ParameterizedTest
  @ValueSource(strings = {"PUT", "PATCH", "DELETE"})
  void refusesAWriteThatIsMarkedAsRead(String method) {
    assertThatExceptionOfType(XrayReadOnlyException.class)
        .isThrownBy(() -> xray.call(method, POLICIES).readOnly().send());
    assertThat(fake.requests()).isEmpty();
  }

  @Test
  void letsReadsPass(@TempDir Path directory) {
    xray.policies().list();
    xray.violations().list().everything().first();
    xray.artifacts().status("libs", "a.jar");
    xray.call("GET", POLICIES).download(directory.resolve("policies.json"));

    assertThat(fake.requests())
        .extracting(request -> request.method())
        .containsExactly("GET", "POST", "POST", "GET");
    assertThat(directory.resolve("policies.json")).isNotEmptyFile();
  }

  @Test
  void refusesTheDownloadOfAWrite(@TempDir Path directory) {
    Path file = directory.resolve("answer");

    assertThatExceptionOfType(XrayReadOnlyException.class)
        .isThrownBy(() -> xray.call("POST", POLICIES).download(file));
    assertThat(file).doesNotExist();
    assertThat(fake.requests()).isEmpty();
  }

  @Test
  void failsTheFutureOfAWrite() {
    assertThatExceptionOfType(CompletionException.class)
        .isThrownBy(() -> xray.call("DELETE", POLICIES).sendAsync().join())
        .withCauseInstanceOf(XrayReadOnlyException.class);
  }

  @Test
  void staysSoWithSpecialOptions() {
    CallOptions options =
        CallOptions.none().timeout(Duration.ofSeconds(9)).retryPolicy(RetryPolicy.none());

    assertThatExceptionOfType(XrayReadOnlyException.class)
        .isThrownBy(() -> xray.withOptions(options).call("PUT", POLICIES).send());
    assertThatExceptionOfType(XrayReadOnlyException.class)
        .isThrownBy(() -> xray.call("PUT", POLICIES).options(options).send());
    assertThat(fake.requests()).isEmpty();
  }

  @Test
  void refusesWhatAnInterceptorTurnedIntoAWrite() {
    try (XrayClient client = builder()
        .addInterceptor((request, next) -> next.send(ApiRequest.of("DELETE", request.uri())))
        .build()) {
      assertThatExceptionOfType(XrayReadOnlyException.class)
          .isThrownBy(() -> client.policies().list())
          .satisfies(e -> assertThat(e.method()).isEqualTo("DELETE"));
    }
    assertThat(fake.requests()).isEmpty();
    assertThat(tokens).hasValue(0);
  }

  @Test
  void refusesBeforeACallersInterceptorListenerOrTransportHearsOfIt() {
    AtomicInteger heard = new AtomicInteger();
    try (XrayClient client = builder()
        .addInterceptor((request, next) -> {
          heard.incrementAndGet();
          return next.send(request);
        })
        .addListener(new CallListener() {
          @Override
          public void onAttempt(AttemptEvent event) {
            heard.incrementAndGet();
          }
        })
        .build()) {
      assertThatExceptionOfType(XrayReadOnlyException.class)
          .isThrownBy(() -> client.policies().create(draft()));
    }
    assertThat(heard).hasValue(0);
  }

  static Stream<Named<Consumer<XrayClient>>> writesOfServices() {
    return Stream.of(
        Named.of("create", xray -> xray.policies().create(draft())),
        Named.of("delete", xray -> xray.policies().delete(NAME)),
        Named.of("assign", xray -> xray.policies().assign(NAME, List.of("w"))),
        Named.of(
            "create a watch",
            xray -> xray.watches()
                .create(WatchDraft.named("w")
                    .addResource(WatchResource.allRepositories())
                    .assign(NAME, PolicyType.SECURITY)
                    .build())),
        Named.of("delete a watch", xray -> xray.watches().delete("w")),
        Named.of("delete a rule", xray -> xray.ignoreRules().delete(IgnoreRuleId.of("1"))));
  }

  @ParameterizedTest
  @MethodSource("writesOfServices")
  void refusesTheWritesOfServices(Consumer<XrayClient> write) {
    assertThatExceptionOfType(XrayReadOnlyException.class).isThrownBy(() -> write.accept(xray));
    assertThat(fake.requests()).isEmpty();
  }

  @Test
  void refusesAnEditAfterItsReads() {
    String name = first().name();
    List<JsonNode> before = fake.stored(FakeXray.Kind.POLICIES);

    assertThatExceptionOfType(XrayReadOnlyException.class)
        .isThrownBy(() -> xray.policies().edit(name, update -> update.description("changed")))
        .withNoCause()
        .satisfies(e -> assertThat(e.method()).isEqualTo("PUT"));
    assertThat(fake.requests()).allMatch(request -> request.method().equals("GET"));
    assertThat(fake.stored(FakeXray.Kind.POLICIES)).isEqualTo(before);
  }

  @Test
  void saysThatItIsReadOnly() {
    assertThat(xray)
        .hasToString("XrayClient(" + fake.url() + ", Credentials(bearer tokens), read-only)");
  }
}
