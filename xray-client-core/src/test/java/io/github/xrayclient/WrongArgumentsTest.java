package io.github.xrayclient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.github.xrayclient.auth.AccessToken;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.auth.OidcExchange;
import io.github.xrayclient.ci.GitLab;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.CallOptions;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.ignorerule.IgnoreFilters;
import io.github.xrayclient.ignorerule.IgnoreRuleDraft;
import io.github.xrayclient.policy.CvssScore;
import io.github.xrayclient.policy.PolicyDraft;
import io.github.xrayclient.policy.PolicyType;
import io.github.xrayclient.testsupport.Clients;
import io.github.xrayclient.value.IgnoreRuleId;
import io.github.xrayclient.value.Retry;
import io.github.xrayclient.value.Severity;
import io.github.xrayclient.watch.WatchDraft;
import io.github.xrayclient.watch.WatchFilter;
import io.github.xrayclient.watch.WatchResource;
import io.github.xrayclient.watch.WatchResourceType;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A wrong argument is refused before any request, by its name, its value and what is allowed. */
class WrongArgumentsTest {
  private static final Duration NEGATIVE = Duration.ofSeconds(-1);

  private static Arguments call(String message, Function<XrayClient, ?> call) {
    return arguments(message, call);
  }

  static Stream<Arguments> names() {
    return Stream.of(
        call("name must not be blank, but was ''", xray -> xray.policies().get("")),
        call("name must not be blank, but was ' \\t'", xray -> xray.watches().find(" \t")),
        call(
            "name must not be '.' or '..', but was '..'",
            xray -> xray.policies().get("..")),
        call(
            "name must not contain control characters, but has \\n at index 1",
            xray -> xray.policies().edit("a\nb", change -> {})),
        call(
            "name must not contain an unpaired surrogate, but was 'a\\ud800'",
            xray -> xray.watches().get("a\ud800")),
        call("key must not be blank, but was ''", xray -> xray.policies().inProject("")),
        call("key must not be blank, but was ' '", xray -> xray.violations().inProject(" ")),
        call("key must not be blank, but was ''", xray -> xray.repositories().get("")),
        call(
            "binaryManagerId must not be '.' or '..', but was '.'",
            xray -> xray.repositories().indexed(".")),
        call(
            "path must consist of names other than '.' and '..', separated by single slashes, but was"
                + " 'a//b'",
            xray -> xray.repositories().file("libs", "/a//b")),
        call(
            "id must not be blank, but was ''",
            xray -> xray.ignoreRules().get(IgnoreRuleId.of(""))),
        call(
            "name (component_name) must not be blank, but was ''",
            xray -> xray.ignoreRules().list().component("")),
        call(
            "severity must not be blank, but was ''",
            xray -> xray.violations().list().everything().minSeverity(Severity.of(""))),
        call("name must not be blank, but was ''", xray -> WatchDraft.named("")),
        call("regex must not be blank, but was ''", xray -> WatchFilter.path("")),
        call(
            "id in arguments must not be blank, but was ''",
            xray -> xray.call("GET", "/xray/api/v1/things/{id}", "")),
        call(
            "value of query parameter q must not contain control characters, but has \\u0007 at index 0",
            xray -> xray.call("GET", "/x").query("q", "\u0007")));
  }

  static Stream<Arguments> collections() {
    Instant now = Instant.EPOCH;
    return Stream.of(
        call(
            "watches must not be empty; give at least one",
            xray -> xray.policies().assign("p", List.of())),
        call(
            "watches[1] must not be blank, but was ''",
            xray -> xray.policies().assign("p", List.of("w", ""))),
        call("watches[0] must not contain control characters, but has \\r at index 1", xray -> {
          xray.watches().applyToExisting(List.of("w\r"), now, now);
          return "";
        }),
        call(
            "until must not be before from, but until was 1969-12-31T23:59:59Z and from was"
                + " 1970-01-01T00:00:00Z",
            xray -> {
              xray.watches().applyToExisting(List.of("w"), now, now.minusSeconds(1));
              return "";
            }),
        call(
            "patterns[1] must not be blank, but was ' '",
            xray -> WatchResource.allRepositories().include("a", " ")),
        call(
            "policy \"p\": rules is empty; add a rule",
            xray -> PolicyDraft.named("p", PolicyType.SECURITY).build()),
        call(
            "filters (ignore_filters) must not be empty; set at least one filter",
            xray -> IgnoreRuleDraft.of(IgnoreFilters.builder().build(), "why")),
        call(
            "policy \"p\" has no rule \"r\"; its rules are []",
            xray -> PolicyDraft.named("p", PolicyType.SECURITY).dropRule("r")),
        call(
            "watch \"w\" has no resource of type build with the name \"b\"; its resources are"
                + " [all-repos All Repositories]",
            xray -> WatchDraft.named("w")
                .addResource(WatchResource.allRepositories())
                .dropResource(WatchResourceType.BUILD, "b")));
  }

  static Stream<Arguments> numbers() {
    return Stream.of(
        call(
            "pageSize must be at least 1, but was 0",
            xray -> xray.ignoreRules().list().pageSize(0)),
        call(
            "offset must not be negative, but was -1",
            xray -> xray.ignoreRules().list().offset(-1)),
        call(
            "pageNumber must be at least 1, but was 0",
            xray -> xray.ignoreRules().list().page(0)),
        call(
            "pages to prefetch must be between 0 and 100, but was 101",
            xray -> xray.ignoreRules().list().prefetch(101)),
        call(
            "retries must be between 0 and 100, but was -1",
            xray -> RetryPolicy.defaults().retries(-1)),
        call("times must be between 0 and 100, but was 101", xray -> Retry.times(101)),
        call(
            "maxAnswerBytes must be at least 1, but was 0",
            xray -> XrayClient.builder().maxAnswerBytes(0)),
        call("score must be a number, but was 'x\\n'", xray -> CvssScore.of("x\n")));
  }

  static Stream<Arguments> durations() {
    RetryPolicy policy = RetryPolicy.defaults();
    return Stream.of(
        call(
            "timeout must be positive and at most 1 day, but was PT0S",
            xray -> CallOptions.none().timeout(Duration.ZERO)),
        call(
            "connectTimeout must be positive and at most 1 day, but was PT-1S",
            xray -> XrayClient.builder().connectTimeout(NEGATIVE)),
        call("first must not be negative, but was PT-1S", xray -> policy.waits(NEGATIVE, NEGATIVE)),
        call(
            "longest must not be less than first, which is PT1S, but was PT0S",
            xray -> policy.waits(Duration.ofSeconds(1), Duration.ZERO)),
        call(
            "longestRetryAfter must not be negative, but was PT-1S",
            xray -> policy.longestRetryAfter(NEGATIVE)));
  }

  static Stream<Arguments> requests() {
    return Stream.of(
        call(
            "method must consist of capital letters, such as GET, but was 'get'",
            xray -> ApiRequest.of("get", URI.create("http://localhost/"))),
        call("path must begin with a slash, but was 'x'", xray -> xray.call("GET", "x")),
        call(
            "path and arguments must fit together: '/x/{id}' needs one argument for each {…}, but was"
                + " given 0",
            xray -> xray.call("GET", "/x/{id}")),
        call(
            "contentType must be a type such as text/plain, but was 'x'",
            xray -> xray.call("POST", "/x").body("text", "x")),
        call("provider must not be blank, but was ' '", xray -> Credentials.oidc(" ", () -> "t")),
        call(
            "key must not be blank, but was ''",
            xray -> OidcExchange.of("ci", () -> "t").projectKey("")),
        call(
            "name must not be subject_token, since the client sets this field itself",
            xray -> OidcExchange.of("ci", () -> "t").field("subject_token", "x")),
        call(
            "serverId must not be blank, but was ' '",
            xray -> XrayClient.builder().cliProfile(" ", Map.of())),
        call("variable must not be blank, but was ''", xray -> GitLab.idTokens("", Map.of())),
        call(
            "the base URL must have a port between 1 and 65535, but had 70000",
            xray -> XrayClient.builder().baseUrl("http://localhost:70000")));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource({"names", "collections", "numbers", "durations", "requests"})
  void areNamed(String message, Function<XrayClient, ?> call) {
    try (XrayClient xray = Clients.sendingNothing()) {
      assertThatIllegalArgumentException().isThrownBy(() -> call.apply(xray)).withMessage(message);
    }
  }

  @Test
  void areCutIfTheyAreLong() {
    try (XrayClient xray = Clients.sendingNothing()) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> xray.repositories().file("libs", "a//" + "x".repeat(5_000)))
          .satisfies(e -> assertThat(e.getMessage()).hasSizeLessThan(250).endsWith("xxx…'"));
    }
  }

  @Test
  void areNotShownIfTheyAreSecret() {
    String secret = "a-secret\n";

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Credentials.bearer(secret))
        .withMessage(
            "token has a control character, such as a line end, at index 8; remove that character"
                + " (the value is not shown, since it is secret)");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> AccessToken.of(secret))
        .withMessageStartingWith("token has a control character")
        .withMessageNotContaining("a-secret");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Credentials.basic("user", " "))
        .withMessage(
            "password must not be blank; give a value, or use Credentials.anonymous() to send no credentials");
  }
}
