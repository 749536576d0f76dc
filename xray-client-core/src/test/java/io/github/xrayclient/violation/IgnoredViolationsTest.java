package io.github.xrayclient.violation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.node.TextNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.error.XrayReadOnlyException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.value.Direction;
import io.github.xrayclient.value.Timestamp;
import io.github.xrayclient.violation.IgnoredViolationQuery.OrderBy;
import io.github.xrayclient.violation.detail.IgnoreRuleInfo;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class IgnoredViolationsTest {
  private static final ViolationId ID = ViolationId.of("5f0000000000000000000006");

  private FakeXray fake;
  private XrayClient xray;

  @BeforeEach
  void start() {
    fake = FakeXray.start()
        .seed(FakeXray.Kind.VIOLATIONS, Fixtures.text("violations/POST_violations_kinds_200.json"));
    xray = XrayClient.builder()
        .baseUrl(fake.url())
        .credentials(Credentials.anonymous())
        .build();
  }

  @AfterEach
  void stop() {
    xray.close();
    fake.close();
  }

  private void seedIgnored(int number) {
    fake.seed(
        FakeXray.Kind.VIOLATIONS,
        IntStream.range(0, number)
            .mapToObj(i -> "{'violation_id':'v" + i + "','watch_name':'big',"
                + "'ignore_rule_info':{'id':'r'}}")
            .collect(Collectors.joining(",", "[", "]"))
            .replace('\'', '"'));
  }

  @Nested
  class Searching {
    @Test
    void saysWhoIgnoresAViolationAndUntilWhen() {
      assertThat(xray.violations().ignored().watch("prod-watch").stream())
          .singleElement()
          .satisfies(violation -> {
            IgnoreRuleInfo rule = violation.ignoreRuleInfo().orElseThrow();
            assertThat(violation.violationId()).contains(ID);
            assertThat(rule.author()).contains("admin");
            assertThat(rule.expiresAt().flatMap(Timestamp::toInstant))
                .contains(Instant.parse("2026-12-31T00:00:00Z"));
            assertThat(violation.impactedArtifact().orElseThrow().path())
                .contains("libs-local/com/acme/app/2.0/");
          });
    }

    @Test
    void sendsFiltersInTheBodyAndPagesInTheUrl() {
      IgnoredViolationQuery query = xray.violations()
          .inProject("alpha")
          .ignored()
          .watch("w1")
          .watch("w2")
          .policy("p")
          .project("alpha")
          .vulnerability("XRAY-1")
          .cve("CVE-1")
          .license("GPL-3.0")
          .component("npm://a")
          .component("npm://b", "1.0")
          .artifact("c.jar")
          .artifact("d.jar", "2.0")
          .build("ci", "7")
          .releaseBundle("rb", "3")
          .releaseBundleV2("releaseBundleV2://rb", "4")
          .dockerLayer("ab")
          .gitRepository("acme/shop")
          .filter("operational_risk", Fixtures.parse("[\"any\"]"))
          .filter("x_word", TextNode.valueOf("y"))
          .orderBy(OrderBy.SEVERITY)
          .direction(Direction.DESCENDING)
          .pageSize(10);
      assertThat(fake.requests()).isEmpty();
      fake.failNext(500, 1);

      assertThatExceptionOfType(XrayApiException.class).isThrownBy(() -> query.page(3));

      assertThat(fake.requests()).singleElement().satisfies(request -> {
        assertThat(request.method()).isEqualTo("POST");
        assertThat(request.path()).isEqualTo("/xray/api/v1/violations/ignored");
        assertThat(request.query())
            .isEqualTo("projectKey=alpha&order_by=severity&direction=desc&limit=10&offset=3");
        assertThat(request.json())
            .isEqualTo(Fixtures.parse(
                ("{'watches':['w1','w2'],'policies':['p'],'projects':['alpha'],'vulnerabilities':['XRAY-1'],"
                        + "'cves':['CVE-1'],'licenses':['GPL-3.0'],"
                        + "'components':[{'name':'npm://a'},{'name':'npm://b','version':'1.0'}],"
                        + "'artifacts':[{'name':'c.jar'},{'name':'d.jar','version':'2.0'}],"
                        + "'builds':[{'name':'ci','version':'7'}],"
                        + "'release-bundles':[{'name':'rb','version':'3'}],"
                        + "'release_bundles_v2':[{'name':'releaseBundleV2://rb','version':'4'}],"
                        + "'docker-layers':['ab'],'git_repositories':['acme/shop'],"
                        + "'operational_risk':['any'],'x_word':'y'}")
                    .replace('\'', '"')));
      });
    }

    @Test
    void addsToAListThatWasGivenAsJson() {
      xray.violations()
          .ignored()
          .filter("watches", Fixtures.parse("[\"a\"]"))
          .watch("b")
          .total();

      assertThat(fake.requests().get(0).json())
          .isEqualTo(Fixtures.parse("{\"watches\":[\"a\",\"b\"]}"));
    }

    @Test
    void addsToAValueThatWasGivenAsJson() {
      fake.failNext(500, 1);

      assertThatExceptionOfType(XrayApiException.class)
          .isThrownBy(() -> xray.violations()
              .ignored()
              .filter("watches", TextNode.valueOf("a"))
              .watch("b")
              .total());

      assertThat(fake.requests().get(0).json())
          .isEqualTo(Fixtures.parse("{\"watches\":[\"a\",\"b\"]}"));
    }

    @Test
    void findsByEachFilter() {
      assertThat(xray.violations().ignored().cve("CVE-2025-90002").total()).isEqualTo(1);
      assertThat(xray.violations().ignored().cve("CVE-2025-90001").total()).isZero();
      assertThat(
              xray.violations().ignored().component("gav://com.acme:lib", "1.0").first())
          .isPresent();
      assertThat(xray.violations()
              .ignored()
              .artifact("app-2.0.war")
              .policy("lic-banned")
              .first())
          .isEmpty();
    }

    @Test
    void walksOverAllPages() {
      seedIgnored(25);

      assertThat(xray.violations().ignored().watch("big").pageSize(10).stream()
              .map(violation -> violation.violationId().orElseThrow().wire()))
          .hasSize(25)
          .doesNotHaveDuplicates();
      assertThat(fake.requests())
          .extracting(request -> request.queryParameter("offset").orElse(""))
          .containsExactly("1", "2", "3");
    }

    @Test
    void isRepeatedAsTheReadThatItIsAndAllowedToAReadOnlyClient() {
      fake.failNext(503, 1);
      try (XrayClient readOnly = XrayClient.builder()
          .baseUrl(fake.url())
          .credentials(Credentials.anonymous())
          .readOnly()
          .build()) {
        assertThat(readOnly.violations().ignored().total()).isEqualTo(1);
      }
      assertThat(fake.requests()).hasSize(2);
    }

    @Test
    void namesTheVersionOnAnOlderServer() {
      fake.version("3.10.0").failNext(404, 1);

      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> xray.violations().ignored().total())
          .withMessageContaining("3.11");
    }
  }

  @Nested
  class OfAWatch {
    @Test
    void areReadWithTheirComponents() {
      assertThat(xray.violations().ignoredOfWatch("prod-watch").stream())
          .singleElement()
          .satisfies(violation -> {
            assertThat(violation.components()).hasSize(1);
            assertThat(violation
                    .ignoreRuleInfo()
                    .flatMap(IgnoreRuleInfo::created)
                    .flatMap(Timestamp::toInstant))
                .contains(Instant.parse("2026-01-01T10:00:00Z"));
          });
    }

    @Test
    void areAskedForByTheNameInThePath() {
      xray.violations()
          .ignoredOfWatch("a/b c")
          .orderBy(OrderBy.SEVERITY)
          .pageSize(7)
          .page(2);

      assertThat(fake.requests()).singleElement().satisfies(request -> {
        assertThat(request.method()).isEqualTo("GET");
        assertThat(request.path()).isEqualTo("/xray/api/v1/violations/ignored/a%2Fb%20c");
        assertThat(request.query()).isEqualTo("order_by=severity&limit=7&offset=2");
      });
    }

    @Test
    void areWalkedOverAllPages() {
      seedIgnored(23);

      assertThat(xray.violations().ignoredOfWatch("big").pageSize(10).stream()).hasSize(23);
      assertThat(xray.violations().ignoredOfWatch("big").total()).isEqualTo(23);
      assertThat(xray.violations().ignoredOfWatch("none").stream()).isEmpty();
    }
  }

  @Nested
  class Restoring {
    @Test
    void makesViolationsCountAgain() {
      xray.violations().restore(List.of(ID));

      assertThat(xray.violations().ignored().stream()).isEmpty();
      assertThat(xray.violations()
              .list()
              .everything()
              .issue("XRAY-301002")
              .includeDetails()
              .first()
              .orElseThrow()
              .matchedPolicies())
          .noneMatch(matched -> matched.ignored().orElse(true));
      assertThat(fake.requests().get(0).json())
          .isEqualTo(Fixtures.json("violations/POST_restore_request.json"));
    }

    @Test
    void takesUpTo500Ids() {
      seedIgnored(501);
      List<ViolationId> ids = IntStream.range(0, 501)
          .mapToObj(i -> ViolationId.of("v" + i))
          .collect(Collectors.toList());

      assertThatIllegalArgumentException()
          .isThrownBy(() -> xray.violations().restore(ids))
          .withMessage("ids must have at most 500 elements, which is the limit of servers, but had"
              + " 501; call restore(..) several times");
      assertThat(fake.requests()).isEmpty();

      xray.violations().restore(ids.subList(0, 500));
      assertThat(xray.violations().ignored().watch("big").total()).isEqualTo(1);
    }

    @Test
    void needsAnIdBeforeAnyRequest() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> xray.violations().restore(List.of()))
          .withMessage("ids must not be empty; give at least one");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> xray.violations().restore(List.of(ID, ViolationId.of(" "))))
          .withMessage("ids[1] must not be blank, but was ' '");
      assertThat(fake.requests()).isEmpty();
    }

    @Test
    void succeedsIfTheAnswerIsLostButNoneIsIgnoredAnyMore() {
      fake.failNext(FakeXray.Fault.LOST_ANSWER, 1);

      xray.violations().restore(List.of(ID));

      assertThat(fake.requests())
          .extracting(request -> request.path().replaceFirst(".*/", ""))
          .containsExactly("restore", "violations");
    }

    @Test
    void failsIfTheAnswerIsLostAndTheViolationsAreNotFound() {
      fake.failNext(FakeXray.Fault.LOST_ANSWER, 1);

      assertThatExceptionOfType(XrayTransportException.class)
          .isThrownBy(() -> xray.violations().restore(List.of(ID, ViolationId.of("gone"))));
    }

    @Test
    void looksInTheProjectIfTheAnswerIsLost() {
      fake.failNext(FakeXray.Fault.LOST_ANSWER, 1);

      xray.violations().inProject("alpha").restore(List.of(ID));

      assertThat(fake.requests())
          .extracting(request -> request.queryParameter("projectKey").orElse(""))
          .containsExactly("alpha", "alpha");
    }

    @Test
    void failsIfTheGatewayGaveUpAndTheServerDoesNotSayWhetherTheViolationIsIgnored() {
      fake.seed(
          FakeXray.Kind.VIOLATIONS,
          "[{\"violation_id\":\"x\",\"watch_name\":\"w\",\"matched_policies\":[{\"policy\":\"p\"}]}]");
      fake.failNext(502, 1);

      assertThatExceptionOfType(XrayApiException.class)
          .isThrownBy(() -> xray.violations().restore(List.of(ViolationId.of("x"))));
    }

    @Test
    void failsIfTheConnectionBreaksAndTheViolationIsStillIgnored() {
      fake.failNext(FakeXray.Fault.CONNECTION_RESET, 1);

      assertThatExceptionOfType(XrayTransportException.class)
          .isThrownBy(() -> xray.violations().restore(List.of(ID)))
          .satisfies(e -> assertThat(e.isRequestSent()).isTrue());
      assertThat(fake.requests())
          .extracting(request -> request.path().replaceFirst(".*/", ""))
          .containsExactly("restore", "violations");
    }

    @Test
    void reportsWhatTheServerRefuses() {
      fake.failNext(400, 1);

      assertThatExceptionOfType(XrayBadRequestException.class)
          .isThrownBy(() -> xray.violations().restore(List.of(ID)));
    }

    @Test
    void isRefusedByAReadOnlyClient() {
      try (XrayClient readOnly = XrayClient.builder()
          .baseUrl(fake.url())
          .credentials(Credentials.anonymous())
          .readOnly()
          .build()) {
        assertThatExceptionOfType(XrayReadOnlyException.class)
            .isThrownBy(() -> readOnly.violations().restore(List.of(ID)));
      }
      assertThat(fake.requests()).isEmpty();
    }
  }
}
