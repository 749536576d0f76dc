package io.github.xrayclient.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.XrayClientBuilder;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Fault;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.RecordedRequest;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.Thorough;
import io.github.xrayclient.value.UpdateResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Updates and deletions of which the answer does not come. */
@Timeout(30)
class CurationLostAnswerTest {
  private static final CurationPolicyId ELEVEN = CurationPolicyId.of("11");

  private final FakeXray server = FakeXray.start();
  private final AtomicBoolean hasty = new AtomicBoolean();
  private final List<Runnable> afterTheFirstWrite = new ArrayList<>();
  private final XrayClient xray = client()
      .addInterceptor((request, next) -> {
        if (request.method().equals("GET")) {
          List<Runnable> now = List.copyOf(afterTheFirstWrite);
          afterTheFirstWrite.clear();
          now.forEach(Runnable::run);
        }
        return next.send(
            !request.isReadOnly() && hasty.getAndSet(false)
                ? request.withTimeout(Duration.ofMillis(700))
                : request);
      })
      .build();
  private final XrayClient somebodyElse = client().build();
  private final CurationPolicies policies = Curation.of(xray).policies();
  private final CurationPolicies theirs = Curation.of(somebodyElse).policies();

  private XrayClientBuilder client() {
    return XrayClient.builder()
        .baseUrl(server.url())
        .credentials(Credentials.anonymous())
        .retryPolicy(RetryPolicy.defaults().waits(Duration.ZERO, Duration.ZERO));
  }

  @BeforeEach
  void fill() {
    server.seed(Kind.CURATION_POLICIES, Fixtures.text("policies/GET_policies_200.json"));
  }

  @AfterEach
  void stop() {
    xray.close();
    somebodyElse.close();
    server.close();
  }

  private static CurationPolicyUpdate withWaiver(CurationPolicy policy, String name) {
    return CurationPolicyUpdate.of(policy)
        .addWaiver(NewPackageWaiver.allVersions(PackageType.NPM, name, "vendored"))
        .build();
  }

  private CurationPolicyUpdate withWaiver(String name) {
    CurationPolicyUpdate update = withWaiver(policies.get(ELEVEN), name);
    server.clearRequests();
    return update;
  }

  private long waiversNamed(String name) {
    JsonNode stored = server.stored(Kind.CURATION_POLICIES).stream()
        .filter(policy -> policy.path("id").asText().equals("11"))
        .findFirst()
        .orElseThrow();
    long number = 0;
    for (JsonNode waiver : stored.path("waivers")) {
      number += waiver.path("pkg_name").asText().equals(name) ? 1 : 0;
    }
    return number;
  }

  /** The next request runs into this fault, and gives up soon if it stalls. */
  private void failNext(Fault fault) {
    hasty.set(fault == Fault.STALLED_HEADERS || fault == Fault.STALLED_BODY);
    server.failNext(fault, 1);
  }

  private List<String> methods() {
    return server.requests().stream().map(RecordedRequest::method).collect(Collectors.toList());
  }

  @Nested
  class AnUpdate {
    @ParameterizedTest
    @EnumSource(
        value = Fault.class,
        names = {"LOST_ANSWER", "TRUNCATED_BODY", "STALLED_BODY"})
    void thatTookEffectIsDoneOnce(Fault fault) {
      CurationPolicyUpdate update = withWaiver("left-pad");
      failNext(fault);

      UpdateResult<CurationPolicy> result = policies.update(update);

      assertThat(result.unexpectedChanges()).isEmpty();
      assertThat(methods()).containsExactly("PUT", "GET");
      assertThat(waiversNamed("left-pad")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource(
        value = Fault.class,
        names = {"CONNECTION_RESET", "STALLED_HEADERS"})
    void thatTookNoEffectIsSentAgain(Fault fault) {
      CurationPolicyUpdate update = withWaiver("left-pad");
      failNext(fault);

      UpdateResult<CurationPolicy> result = policies.update(update);

      assertThat(result.unexpectedChanges()).isEmpty();
      assertThat(methods()).containsExactly("PUT", "GET", "PUT");
      assertThat(waiversNamed("left-pad")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504})
    void thatAGatewayAnsweredIsSentAgain(int status) {
      CurationPolicyUpdate update = withWaiver("left-pad");
      server.failNext(status, 1);

      policies.update(update);

      assertThat(methods()).containsExactly("PUT", "GET", "PUT");
      assertThat(waiversNamed("left-pad")).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 503})
    void thatTheServerAnsweredIsNotSentAgain(int status) {
      CurationPolicyUpdate update = withWaiver("left-pad");
      server.failNext(status, 1);

      XrayApiException e =
          catchThrowableOfType(XrayApiException.class, () -> policies.update(update));

      assertThat(e.statusCode()).isEqualTo(status);
      assertThat(methods()).containsExactly("PUT");
    }

    @Test
    void thatChangesNothingIsDoneByLooking() {
      CurationPolicyUpdate update =
          CurationPolicyUpdate.of(policies.get(ELEVEN)).build();
      server.clearRequests();
      failNext(Fault.CONNECTION_RESET);

      assertThat(policies.update(update).unexpectedChanges()).isEmpty();

      assertThat(methods()).containsExactly("PUT", "GET");
    }

    @Test
    void thatMetAChangeBySomebodyElseSaysSoWithBothVersions() {
      CurationPolicyUpdate update = withWaiver("left-pad");
      failNext(Fault.CONNECTION_RESET);
      afterTheFirstWrite.add(() -> theirs.update(withWaiver(theirs.get(ELEVEN), "right-pad")));

      XrayConcurrentChangeException e =
          catchThrowableOfType(XrayConcurrentChangeException.class, () -> policies.update(update));

      assertThat(e.expected()).hasValue(update.base());
      assertThat(e.actual()).hasValue(theirs.get(ELEVEN));
      assertThat(waiversNamed("left-pad")).isZero();
      assertThat(waiversNamed("right-pad")).isEqualTo(1);
    }

    @Test
    void thatTookEffectBeforeAChangeBySomebodyElseIsNotSentAgain() {
      CurationPolicyUpdate update = withWaiver("left-pad");
      failNext(Fault.LOST_ANSWER);
      afterTheFirstWrite.add(() -> theirs.update(withWaiver(theirs.get(ELEVEN), "right-pad")));

      assertThat(catchThrowable(() -> policies.update(update)))
          .isInstanceOf(XrayConcurrentChangeException.class);

      assertThat(waiversNamed("left-pad")).isEqualTo(1);
      assertThat(waiversNamed("right-pad")).isEqualTo(1);
    }

    @Test
    void ofAPolicyThatSomebodyElseDeletedKeepsItsOwnFailure() {
      CurationPolicyUpdate update = withWaiver("left-pad");
      failNext(Fault.CONNECTION_RESET);
      afterTheFirstWrite.add(() -> theirs.delete(ELEVEN));

      XrayTransportException e =
          catchThrowableOfType(XrayTransportException.class, () -> policies.update(update));

      assertThat(e.method()).isEqualTo("PUT");
      assertThat(e.getSuppressed()).singleElement().isInstanceOf(XrayNotFoundException.class);
    }

    @Test
    void thatCannotBeLookedAfterKeepsItsOwnFailure() {
      CurationPolicyUpdate update = withWaiver("left-pad");
      failNext(Fault.LOST_ANSWER);
      server.failNext(403, 1);

      XrayTransportException e =
          catchThrowableOfType(XrayTransportException.class, () -> policies.update(update));

      assertThat(e.method()).isEqualTo("PUT");
      assertThat(e.getSuppressed()).singleElement().isInstanceOf(XrayApiException.class);
      assertThat(methods()).containsExactly("PUT", "GET");
    }
  }

  static IntStream runs() {
    return IntStream.range(0, Thorough.count(40, 400));
  }

  @ParameterizedTest
  @MethodSource("runs")
  void endsDoneOnceUnderAnySeriesOfFaults(int run) {
    SplittableRandom random = new SplittableRandom(run);
    Fault[] faults = {Fault.LOST_ANSWER, Fault.CONNECTION_RESET, Fault.TRUNCATED_BODY};
    int updates = 1 + random.nextInt(4);
    for (int i = 0; i < updates; i++) {
      CurationPolicyUpdate update = withWaiver("pad-" + i);
      int failures = random.nextInt(3);
      for (int f = 0; f < failures; f++) {
        if (random.nextInt(3) == 0) {
          server.failNext(random.nextBoolean() ? 502 : 504, 1);
        } else {
          failNext(faults[random.nextInt(faults.length)]);
        }
      }

      UpdateResult<CurationPolicy> result = policies.update(update);

      assertThat(result.unexpectedChanges()).as("run %d, update %d", run, i).isEmpty();
      for (int done = 0; done <= i; done++) {
        assertThat(waiversNamed("pad-" + done)).as("run %d, update %d", run, i).isEqualTo(1);
      }
      // what was ordered and not needed must not hit the next update
      for (int f = 0; f < 4; f++) {
        Throwable unused = catchThrowable(() -> somebodyElse
            .call("GET", "/xray/api/v1/system/ping")
            .retryPolicy(RetryPolicy.none())
            .send());
      }
    }
  }

  @Nested
  class ADeletion {
    private void isGone() {
      assertThat(server.stored(Kind.CURATION_POLICIES))
          .noneMatch(policy -> policy.path("id").asText().equals("11"));
    }

    @ParameterizedTest
    @EnumSource(
        value = Fault.class,
        names = {"LOST_ANSWER", "TRUNCATED_BODY", "CONNECTION_RESET", "STALLED_HEADERS"})
    void endsDone(Fault fault) {
      failNext(fault);

      policies.delete(ELEVEN);

      isGone();
    }

    @Test
    void ofWhatWasNeverThereIsNotDone() {
      assertThat(catchThrowable(() -> policies.delete(CurationPolicyId.of("987"))))
          .isInstanceOf(XrayNotFoundException.class);

      assertThat(server.requests())
          .extracting(RecordedRequest::toString)
          .containsExactly(
              "DELETE /xray/api/v1/curation/policies/987", "GET /xray/api/v1/system/version");
    }
  }
}
