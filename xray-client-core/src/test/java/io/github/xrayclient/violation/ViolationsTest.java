package io.github.xrayclient.violation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testsupport.ExtrasWalker;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import io.github.xrayclient.value.Direction;
import io.github.xrayclient.value.Severity;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class ViolationsTest {
  private static final String ANSWER = "violations/POST_violations_200.json";

  private FakeXray fake;
  private XrayClient xray;

  @BeforeEach
  void start() {
    fake = FakeXray.start();
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

  @Test
  void areReadWithEveryFieldAndWrittenBack() {
    JsonNode json = Fixtures.json(ANSWER).get("violations").get(0);
    Violation violation = RoundTrip.read(json, Violation.class);

    assertThat(ExtrasWalker.over(violation).unknown()).isEmpty();
    assertThat(RoundTrip.write(violation)).isEqualTo(json);
    assertThat(violation.matchedPolicies().get(0).blocking()).contains(true);
  }

  @Test
  void areReadUnderTheOtherNameOfTheirArtifacts() {
    Violation violation =
        RoundTrip.read(Fixtures.parse("{\"impact_artifacts\":[\"default/r/p\"]}"), Violation.class);

    assertThat(violation.impactedArtifacts()).containsExactly("default/r/p");
  }

  @Nested
  class Listing {
    @Test
    void sendsItsFiltersAndThePageNumber() {
      assertThat(xray
              .violations()
              .inProject("alpha")
              .list()
              .watch("w")
              .artifact("libs", "a/b.jar")
              .artifact("libs-cache", "a/b.jar")
              .createdFrom(Instant.parse("2026-01-01T00:00:00Z"))
              .type(ViolationType.OPERATIONAL_RISK)
              .minSeverity(Severity.HIGH)
              .cve("CVE-1")
              .issue("XRAY-1")
              .nameContains("n")
              .includeDetails()
              .pageSize(7)
              .stream())
          .isEmpty();

      assertThat(fake.requests()).singleElement().satisfies(request -> {
        assertThat(request.query()).isEqualTo("projectKey=alpha");
        assertThat(request.json())
            .isEqualTo(Fixtures.parse("{\"filters\":{\"watch_name\":\"w\",\"resources\":"
                + "{\"artifacts\":[{\"repo\":\"libs\",\"path\":\"a/b.jar\"},"
                + "{\"repo\":\"libs-cache\",\"path\":\"a/b.jar\"}]},"
                + "\"created_from\":\"2026-01-01T00:00:00+00:00\","
                + "\"violation_type\":\"Operational_Risk\",\"min_severity\":\"High\","
                + "\"cve_id\":\"CVE-1\",\"issue_id\":\"XRAY-1\",\"name_contains\":\"n\","
                + "\"include_details\":true},"
                + "\"pagination\":{\"order_by\":\"created\",\"direction\":\"asc\",\"limit\":7,"
                + "\"offset\":1}}"));
      });
    }

    @Test
    void walksOverPagesThatAreCountedFromOne() {
      ArrayNode seeds = new ObjectMapper().createArrayNode();
      for (int i = 0; i < 23; i++) {
        seeds
            .addObject()
            .put("violation_id", "v-" + i)
            .put("watch_name", "w")
            .put("created", String.format("2026-01-01T00:00:%02dZ", i));
      }
      fake.seed(FakeXray.Kind.VIOLATIONS, seeds.toString());

      assertThat(xray.violations().list().watch("w").includeDetails().pageSize(10).stream()
              .map(violation -> violation.violationId().orElseThrow().wire())
              .collect(Collectors.toList()))
          .hasSize(23)
          .doesNotHaveDuplicates();

      assertThat(fake.requests())
          .extracting(request -> request.json().at("/pagination/offset").asInt())
          .containsExactly(1, 2, 3);

      ViolationQuery query = xray.violations().list().watch("w").pageSize(10);
      assertThat(query.page(1)).isEqualTo(query.page(1)).hasSameHashCodeAs(query.page(1));
      assertThat(query.page(1)).isNotEqualTo(query.page(2));
    }

    @Test
    void findsTheProofOfABlock() {
      fake.seed(
          FakeXray.Kind.VIOLATIONS, Fixtures.json(ANSWER).get("violations").toString());

      assertThat(xray.violations()
              .list()
              .artifact("libs-local", "com/acme/app.jar")
              .includeDetails()
              .first())
          .hasValueSatisfying(violation -> assertThat(violation.matchedPolicies())
              .anyMatch(matched -> matched.blocking().orElse(false)));
    }

    @Test
    void ofEverythingIsAskedForByItsName() {
      assertThat(xray.violations().list().everything().cve("CVE-1").stream()).isEmpty();

      assertThat(fake.requests())
          .singleElement()
          .satisfies(request -> assertThat(request.json().get("filters").toString())
              .isEqualTo("{\"cve_id\":\"CVE-1\"}"));
    }

    @Test
    void beginsWithAnyOfTheFiltersThatLimitIt() {
      ViolationScope scope = xray.violations().list();
      Instant time = Instant.parse("2026-01-01T00:00:00Z");

      List<ViolationQuery> queries =
          List.of(scope.watch("w"), scope.artifact("r", "p"), scope.createdFrom(time));
      queries.forEach(ViolationQuery::first);

      assertThat(fake.requests())
          .extracting(request -> request.json().get("filters"))
          .containsExactly(
              Fixtures.parse("{\"watch_name\":\"w\"}"),
              Fixtures.parse("{\"resources\":{\"artifacts\":[{\"repo\":\"r\",\"path\":\"p\"}]}}"),
              Fixtures.parse("{\"created_from\":\"2026-01-01T00:00:00+00:00\"}"));
    }

    @Test
    void includesViolationsOfTheLastSecondUpToTheFraction() {
      fake.seed(
          FakeXray.Kind.VIOLATIONS,
          "[{'violation_id':'a','created':'2026-01-01T12:00:00.1Z'},"
              .concat("{'violation_id':'b','created':'2026-01-01T12:00:00.9Z'},")
              .concat("{'violation_id':'c','created':'2026-01-01T12:00:00.901Z'}]")
              .replace('\'', '"'));

      assertThat(xray
              .violations()
              .list()
              .createdFrom(Instant.parse("2026-01-01T12:00:00.100Z"))
              .createdUntil(Instant.parse("2026-01-01T12:00:00.900Z"))
              .includeDetails()
              .stream()
              .map(violation -> violation.violationId().orElseThrow().wire()))
          .containsExactly("a", "b");
      assertThat(fake.requests().get(0).json().get("filters"))
          .isEqualTo(Fixtures.parse("{\"created_from\":\"2026-01-01T12:00:00.1+00:00\","
              + "\"created_until\":\"2026-01-01T12:00:00.9+00:00\",\"include_details\":true}"));
    }

    @Test
    void isSortedAsAsked() {
      xray.violations()
          .list()
          .watch("w")
          .orderBy(ViolationQuery.OrderBy.SEVERITY)
          .direction(Direction.DESCENDING)
          .first();

      assertThat(fake.requests().get(0).json().get("pagination"))
          .isEqualTo(Fixtures.parse(
              "{\"order_by\":\"severity\",\"direction\":\"desc\"," + "\"limit\":1,\"offset\":1}"));
    }

    @Test
    void byABlankWordIsRefusedBeforeAnyRequest() {
      ViolationQuery search = xray.violations().list().everything();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> search.type(ViolationType.of("")))
          .withMessageContaining("type must not be blank");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> search.minSeverity(Severity.of(" ")))
          .withMessageContaining("severity must not be blank");
      assertThat(fake.requests()).isEmpty();
    }

    @Test
    void isRepeatedAsTheReadThatItIs() {
      fake.failNext(503, 1);

      assertThat(xray.violations().list().watch("w").total()).isZero();

      assertThat(fake.requests()).hasSize(2);
    }
  }
}
