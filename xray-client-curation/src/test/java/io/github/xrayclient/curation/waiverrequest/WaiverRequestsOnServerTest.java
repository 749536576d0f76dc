package io.github.xrayclient.curation.waiverrequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayConcurrentChangeException;
import io.github.xrayclient.error.XrayConflictException;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Fault;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.RecordedRequest;
import io.github.xrayclient.testsupport.Clients;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class WaiverRequestsOnServerTest {
  private static final String PATH = "/xray/api/v1/curation/waiver_requests";
  private static final WaiverRequestDraft DRAFT = WaiverRequestDraft.of(
          PackageType.NPM, "acme-widgets", "3.6.1")
      .repositoryKey("npm-remote")
      .reason("needed for release")
      .build();

  private final FakeXray server = FakeXray.start().version("3.140.0");
  private final XrayClient xray = Clients.once(server.url());
  private final XrayClient somebodyElse = Clients.once(server.url());
  private final WaiverRequests requests = Curation.of(xray).waiverRequests();
  private final WaiverRequests theirs = Curation.of(somebodyElse).waiverRequests();

  @AfterEach
  void stop() {
    xray.close();
    somebodyElse.close();
    server.close();
  }

  private WaiverRequest find(WaiverRequestId id) {
    return requests.find(id).orElseThrow();
  }

  private List<String> methods() {
    return server.requests().stream().map(RecordedRequest::method).collect(Collectors.toList());
  }

  private long posts() {
    return methods().stream().filter("POST"::equals).count();
  }

  private void seed(int id, String more) {
    server.seed(
        Kind.WAIVER_REQUESTS,
        "{\"id\":" + id + ",\"pkg_type\":\"npm\",\"pkg_name\":\"acme-widgets\","
            + "\"pkg_version\":\"3.6.1\",\"repo_key\":\"npm-remote\",\"requesters\":[{\"user\":\"a\","
            + "\"justification\":\"needed for release\"}]," + more + "}");
  }

  @Nested
  class ARequest {
    @Test
    void isMadeListedApprovedForSomeDaysAndFound() {
      WaiverRequestId id = requests.create(DRAFT).id().orElseThrow();

      WaiverRequest pending = requests.list().first().orElseThrow();
      assertThat(pending.id()).isEqualTo(id);
      assertThat(pending.isFor(DRAFT)).isTrue();
      assertThat(pending.reasons()).containsExactly("needed for release");
      assertThat(pending.closedAt()).isEmpty();

      requests.approve(id, "time boxed", 30);

      WaiverRequest approved = find(id);
      assertThat(approved.status()).hasValue(WaiverRequestStatus.APPROVED);
      assertThat(requests.list().stream()).isEmpty();
      Instant closed = approved.closedAt().orElseThrow().toInstant().orElseThrow();
      assertThat(approved.waiverExpiry().orElseThrow().toInstant())
          .hasValue(closed.plus(Duration.ofDays(30)));
    }

    @Test
    void isReadByItsId() {
      WaiverRequestId id = requests.create(DRAFT).id().orElseThrow();
      requests.reject(id, "no");

      assertThat(requests.get(id)).isEqualTo(find(id));
      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> requests.get(WaiverRequestId.of(4711)))
          .withMessageContaining("no waiver request has the id 4711")
          .satisfies(missing -> assertThat(missing.statusCode()).isEqualTo(404));
      assertThat(requests.find(WaiverRequestId.of(4711))).isEmpty();
    }

    @Test
    void isRejected() {
      WaiverRequestId id = requests.create(DRAFT).id().orElseThrow();

      requests.reject(id, "upgrade available");

      assertThat(find(id).status()).hasValue(WaiverRequestStatus.REJECTED);
      assertThat(find(id).waiverExpiry()).isEmpty();
    }

    @Test
    void forTheSameJoinsTheFirst() {
      WaiverRequestId first = requests.create(DRAFT).id().orElseThrow();

      WaiverRequestId second =
          theirs.create(DRAFT.toBuilder().reason("same").build()).id().orElseThrow();

      assertThat(second).isEqualTo(first);
      assertThat(find(first).reasons()).containsExactly("needed for release", "same");
      assertThat(requests.list().total()).isEqualTo(1);
    }

    @Test
    void isNotDecidedTwice() {
      WaiverRequestId id = requests.create(DRAFT).id().orElseThrow();
      theirs.reject(id, "no");
      server.clearRequests();

      assertThatExceptionOfType(XrayConflictException.class)
          .isThrownBy(() -> requests.approve(id, "yes"))
          .withMessageContaining("is already decided");
      assertThat(methods()).containsExactly("POST");
      assertThat(find(id).status()).hasValue(WaiverRequestStatus.REJECTED);
    }

    @Test
    void thatIsNotThereCannotBeDecided() {
      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> requests.approve(WaiverRequestId.of(987), "yes"))
          .withMessageContaining("987");
    }

    @Test
    void forAnUnknownRepositoryIsRefusedWithHelp() {
      server.seed(Kind.REPOSITORIES, "{\"key\":\"npm-remote\"}");

      requests.create(DRAFT);
      assertThatExceptionOfType(XrayBadRequestException.class)
          .isThrownBy(
              () -> requests.create(DRAFT.toBuilder().repositoryKey("npm").build()))
          .withMessageContaining(
              "repository with key 'npm' not found; use the key of the curated remote");
    }

    @Test
    void byAUserWithoutTheRightIsRefused() {
      server.forbid(PATH);

      assertThatExceptionOfType(XrayForbiddenException.class)
          .isThrownBy(() -> requests.create(DRAFT));
      assertThat(methods()).containsExactly("POST");
    }
  }

  @Nested
  class AListing {
    @Test
    void isWalkedOverPagesInEveryStatus() {
      IntStream.rangeClosed(1, 25).forEach(id -> seed(id, "\"status\":\"pending\""));
      IntStream.rangeClosed(26, 37).forEach(id -> seed(id, "\"status\":\"approved\""));
      seed(38, "\"status\":\"rejected\"");
      server.pageCap(10);

      assertThat(requests.list().inEveryStatus())
          .extracting(request -> request.id().wire())
          .containsExactlyElementsOf(
              IntStream.rangeClosed(1, 38).mapToObj(String::valueOf).collect(Collectors.toList()));
      assertThat(server.requests())
          .hasSize(3 + 2 + 1)
          .allSatisfy(request -> assertThat(request.queryParameter("offset")).isEmpty());
    }

    @Test
    void missesNothingThatIsDecidedMeanwhile() {
      IntStream.rangeClosed(1, 30).forEach(id -> seed(id, "\"status\":\"pending\""));

      List<String> ids = requests
          .list()
          .pageSize(10)
          .inEveryStatus()
          .peek(request -> decide(request.id()))
          .map(request -> request.id().wire())
          .collect(Collectors.toList());

      assertThat(ids)
          .containsExactlyInAnyOrderElementsOf(
              IntStream.rangeClosed(1, 30).mapToObj(String::valueOf).collect(Collectors.toList()));
    }

    private void decide(WaiverRequestId id) {
      if (id.equals(WaiverRequestId.of(3))) {
        IntStream.of(1, 2, 12, 29).forEach(each -> theirs.approve(WaiverRequestId.of(each), "y"));
        theirs.reject(WaiverRequestId.of(25), "n");
      }
    }
  }

  @Nested
  class ACreationWithoutAnAnswer {
    @ParameterizedTest
    @EnumSource(
        value = Fault.class,
        names = {"LOST_ANSWER", "TRUNCATED_BODY"})
    void isRecognizedAsDone(Fault fault) {
      server.failNext(fault, 1);

      WaiverRequestId id = requests.create(DRAFT).id().orElseThrow();

      assertThat(find(id).isFor(DRAFT)).isTrue();
      assertThat(posts()).isEqualTo(1);
      assertThat(server.stored(Kind.WAIVER_REQUESTS)).hasSize(1);
    }

    @Test
    void thatJoinedAnotherIsRecognizedAsDone() {
      WaiverRequestId first =
          theirs.create(DRAFT.toBuilder().reason("mine").build()).id().orElseThrow();
      server.clearRequests();
      server.failNext(Fault.LOST_ANSWER, 1);

      assertThat(requests.create(DRAFT).id()).hasValue(first);
      assertThat(methods()).containsExactly("POST", "GET");
    }

    @Test
    void isThrownAndNotSentTwiceWhenItHadNoEffect() {
      theirs.create(DRAFT.toBuilder().reason("mine").build());
      theirs.create(DRAFT.toBuilder().packageVersion("1").build());
      server.clearRequests();
      server.failNext(Fault.CONNECTION_RESET, 1);

      XrayException e = catchThrowableOfType(XrayException.class, () -> requests.create(DRAFT));

      assertThat(e.method()).isEqualTo("POST");
      assertThat(methods()).containsExactly("POST", "GET", "GET");
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504})
    void fromAGatewayIsThrownAndNotSentTwice(int status) {
      server.failNext(status, 1);

      XrayException e = catchThrowableOfType(XrayException.class, () -> requests.create(DRAFT));

      assertThat(e).hasMessageContaining(String.valueOf(status));
      assertThat(methods()).containsExactly("POST", "GET", "GET");
      assertThat(server.stored(Kind.WAIVER_REQUESTS)).isEmpty();
    }

    @Test
    void isNotTakenForDoneBecauseOfAnApprovalOfLastMonth() {
      seed(5, "\"status\":\"approved\",\"created_at\":\"2025-01-12T10:00:00Z\"");
      server.failNext(Fault.CONNECTION_RESET, 1);

      assertThatExceptionOfType(XrayException.class)
          .isThrownBy(() -> requests.create(DRAFT))
          .satisfies(e -> assertThat(e.method()).isEqualTo("POST"));
      assertThat(posts()).isEqualTo(1);
    }

    @Test
    void isRecognizedAsDoneWhenAPolicyApprovedItByItself() {
      seed(6, "\"status\":\"approved\",\"created_at\":\"" + Instant.now() + "\"");
      server.failNext(Fault.CONNECTION_RESET, 1);

      assertThat(requests.create(DRAFT).id()).hasValue(WaiverRequestId.of(6));
    }

    @Test
    void thatCannotBeLookedAfterKeepsItsOwnFailure() {
      server.failNext(Fault.LOST_ANSWER, 1).failNext(403, 1);

      XrayException e = catchThrowableOfType(XrayException.class, () -> requests.create(DRAFT));

      assertThat(e.method()).isEqualTo("POST");
      assertThat(e.getSuppressed()).singleElement().isInstanceOf(XrayForbiddenException.class);
    }
  }

  @Nested
  class ADecisionWithoutAnAnswer {
    private final WaiverRequestId id = theirs.create(DRAFT).id().orElseThrow();

    @ParameterizedTest
    @EnumSource(
        value = Fault.class,
        names = {"LOST_ANSWER", "TRUNCATED_BODY"})
    void isRecognizedAsDone(Fault fault) {
      server.failNext(fault, 1);
      requests.approve(id, "time boxed", 3);

      WaiverRequestId other =
          theirs.create(DRAFT.toBuilder().packageName("other").build()).id().orElseThrow();
      server.failNext(fault, 1);
      requests.reject(other, "no");

      assertThat(find(id).status()).hasValue(WaiverRequestStatus.APPROVED);
      assertThat(find(other).status()).hasValue(WaiverRequestStatus.REJECTED);
      assertThat(posts()).isEqualTo(4);
    }

    @Test
    void isThrownAndNotSentTwiceWhenItHadNoEffect() {
      server.failNext(Fault.CONNECTION_RESET, 1);

      XrayException e = catchThrowableOfType(XrayException.class, () -> requests.reject(id, "no"));

      assertThat(e.method()).isEqualTo("POST");
      assertThat(e).isNotInstanceOf(XrayConcurrentChangeException.class);
      assertThat(methods()).containsExactly("POST", "POST", "GET");
      assertThat(find(id).status()).hasValue(WaiverRequestStatus.PENDING);
    }

    @ParameterizedTest
    @ValueSource(ints = {502, 504})
    void fromAGatewayIsThrownAndNotSentTwice(int status) {
      server.failNext(status, 1);

      assertThatExceptionOfType(XrayException.class)
          .isThrownBy(() -> requests.approve(id, "yes"))
          .withMessageContaining(String.valueOf(status));
      assertThat(methods()).containsExactly("POST", "POST", "GET");
    }

    @Test
    void thatSomebodyDecidedOtherwiseSaysSo() {
      theirs.reject(id, "no");
      server.failNext(Fault.CONNECTION_RESET, 1);

      XrayConcurrentChangeException e = catchThrowableOfType(
          XrayConcurrentChangeException.class, () -> requests.approve(id, "yes"));

      assertThat(e.actual()).hasValue(find(id));
      assertThat(find(id).status()).hasValue(WaiverRequestStatus.REJECTED);
    }

    @Test
    void onWhatIsNowhereToBeFoundSaysThatTooAndSendsNothingAgain() {
      server.clearRequests();
      server.failNext(Fault.CONNECTION_RESET, 1);

      XrayConcurrentChangeException e = catchThrowableOfType(
          XrayConcurrentChangeException.class,
          () -> requests.approve(WaiverRequestId.of(987), "yes"));

      assertThat(e.actual()).isEmpty();
      assertThat(methods()).containsExactly("POST", "GET", "GET", "GET");
    }
  }
}
