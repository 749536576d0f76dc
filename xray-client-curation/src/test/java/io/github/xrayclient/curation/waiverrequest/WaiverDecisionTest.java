package io.github.xrayclient.curation.waiverrequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.CurationServer;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testsupport.RoundTrip;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Decisions and requests that are repeated. */
class WaiverDecisionTest {
  private static final WaiverRequestId ID = WaiverRequestId.of("7");

  private final CurationServer server = new CurationServer();
  private final WaiverRequests requests = Curation.of(server.xray).waiverRequests();

  @BeforeEach
  void seed() {
    server.fake.seed(
        Kind.WAIVER_REQUESTS,
        ("[{'id':7,'status':'pending','requesters':[{'user':'ann','justification':'needed now'}],"
                + "'repo_key':'npm-remote','pkg_type':'npm','pkg_name':'acme','pkg_version':'1.0',"
                + "'policies':[{'id':'11','name':'p','can_approve':true}]},"
                + "{'id':8,'status':'pending','repo_key':'npm-remote','pkg_type':'npm',"
                + "'pkg_name':'bare','pkg_version':'1.0'}]")
            .replace('\'', '"'));
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private long posts() {
    return server.methods().stream().filter("POST"::equals).count();
  }

  @Test
  void isItsBody() {
    assertThat(RoundTrip.write(WaiverDecision.approve("fine", 30)).toString())
        .isEqualTo("{\"status\":\"approved\",\"justification\":\"fine\",\"duration_days\":30}");
    assertThat(RoundTrip.write(WaiverDecision.reject("no")).toString())
        .isEqualTo("{\"status\":\"rejected\",\"justification\":\"no\"}");
  }

  @Test
  void equalsOneWithTheSameContent() {
    assertThat(WaiverDecision.approve("fine", 30))
        .isEqualTo(WaiverDecision.approve("fine", 30))
        .isNotEqualTo(WaiverDecision.approve("fine"));
  }

  @Test
  void needsAJustificationAndAtLeastOneDay() {
    assertThatIllegalArgumentException().isThrownBy(() -> WaiverDecision.reject(" "));
    assertThatIllegalArgumentException()
        .isThrownBy(() -> WaiverDecision.approve("fine", 0))
        .withMessage("days must be at least 1, but was 0");
  }

  @Nested
  class Ensured {
    @Test
    void isSentOnce() {
      assertThat(requests.ensureDecided(ID, WaiverDecision.approve("fine"))).isTrue();
      assertThat(server.lastBody("POST").path("status").asText()).isEqualTo("approved");

      assertThat(requests.ensureDecided(ID, WaiverDecision.approve("fine", 3))).isFalse();

      assertThat(posts()).isOne();
    }

    @Test
    void isSentIfTheRequestsCannotBeListed() {
      server.fake.failNext(403, 1);

      assertThat(requests.ensureDecided(ID, WaiverDecision.reject("no"))).isTrue();

      assertThat(posts()).isOne();
    }
  }

  @Nested
  class Pending {
    private WaiverRequestDraft draft(String name, String reason) {
      return WaiverRequestDraft.of(PackageType.NPM, name, "1.0")
          .repositoryKey("npm-remote")
          .reason(reason)
          .build();
    }

    @Test
    void isFoundByPackageAndReason() {
      assertThat(requests.findPending(draft("acme", "needed now")))
          .map(WaiverRequest::id)
          .contains(ID);
      assertThat(requests.findPending(draft("bare", "whatever"))).isPresent();
      assertThat(requests.findPending(draft("acme", "another reason"))).isEmpty();
      assertThat(requests.findPending(draft("other", "needed now"))).isEmpty();
      assertThat(posts()).isZero();
    }
  }

  @Nested
  class Listed {
    private List<String> ids(WaiverRequestQuery query) {
      return query.stream().map(request -> request.id().wire()).collect(Collectors.toList());
    }

    @Test
    void byRequesterAndPolicy() {
      WaiverRequestQuery all = requests.list();

      assertThat(ids(all.requestedBy("ANN"))).containsExactly("7", "8"); // 8 names no requester
      assertThat(ids(all.requestedBy("bob"))).containsExactly("8");
      assertThat(ids(all.blockedBy(CurationPolicyId.of("11")))).containsExactly("7", "8");
      assertThat(ids(all.blockedBy(CurationPolicyId.of("12")))).containsExactly("8");
    }
  }
}
