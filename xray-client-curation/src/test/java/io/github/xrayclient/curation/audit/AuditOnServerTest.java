package io.github.xrayclient.curation.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.error.XrayApiException;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.paging.PagedIterator;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.RecordedRequest;
import io.github.xrayclient.testsupport.Clients;
import io.github.xrayclient.testsupport.RoundTrip;
import io.github.xrayclient.value.Direction;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(30)
class AuditOnServerTest {
  private static final Instant START = Instant.parse("2026-03-01T00:00:00Z");
  private static final Instant END = START.plus(Duration.ofDays(40));

  private final FakeXray server = FakeXray.start();
  private final XrayClient xray = Clients.repeating(server.url());
  private final CurationAudit audit = Curation.of(xray).audit();
  private final AuditQuery fortyDays = audit.list().createdFrom(START).createdUntil(END);

  @AfterEach
  void stop() {
    xray.close();
    server.close();
  }

  private void seed(int id, Instant at, String more) {
    server.seed(
        Kind.AUDIT_EVENTS,
        ("{'id':" + id + ",'created_at':'" + at.truncatedTo(ChronoUnit.SECONDS) + "'" + more + "}")
            .replace('\'', '"'));
  }

  /** An event each hour of the forty days, with both ends. */
  private void seedHours() {
    IntStream.rangeClosed(0, 960)
        .forEach(hour -> seed(hour + 1, START.plus(Duration.ofHours(hour)), ""));
  }

  private static List<Integer> ids(Stream<AuditEvent> events) {
    return events.map(event -> Integer.valueOf(event.id().wire())).collect(Collectors.toList());
  }

  private static List<Integer> range(int first, int last) {
    return IntStream.rangeClosed(first, last).boxed().collect(Collectors.toList());
  }

  private static List<Integer> backwards(int first, int last) {
    return IntStream.rangeClosed(first, last)
        .map(id -> first + last - id)
        .boxed()
        .collect(Collectors.toList());
  }

  @Nested
  class AWalk {
    @ParameterizedTest
    @ValueSource(ints = {50, 144, 145, 2000})
    void overFortyDaysGivesEachEventOnce(int cap) {
      seedHours();
      server.pageCap(cap);

      assertThat(ids(fortyDays.stream())).isEqualTo(backwards(1, 961));
      assertThat(ids(fortyDays.direction(Direction.ASCENDING).stream())).isEqualTo(range(1, 961));
    }

    @Test
    void makesOneRequestAPage() {
      seedHours();

      assertThat(fortyDays.stream().count()).isEqualTo(961);
      assertThat(server.requests()).hasSize(7);

      server.clearRequests();
      assertThat(fortyDays.pageSize(50).stream().count()).isEqualTo(961);
      assertThat(server.requests()).hasSize(6 * 3 + 2);
    }

    @Test
    void givesEventsOfAWindowsBoundOnce() {
      Instant bound = START.plus(Duration.ofDays(6));
      for (int i = 0; i < 10; i++) {
        seed(i + 1, bound.minusSeconds(5).plusSeconds(i), "");
      }

      assertThat(ids(fortyDays.direction(Direction.ASCENDING).stream())).isEqualTo(range(1, 10));
      assertThat(ids(fortyDays.stream())).isEqualTo(backwards(1, 10));
    }

    @Test
    void isNotLedAstrayByEventsThatArriveMeanwhile() {
      seedHours();
      List<Integer> got = new ArrayList<>();

      for (AuditEvent event : fortyDays.pageSize(10)) {
        int id = Integer.parseInt(event.id().wire());
        if (id <= 961 && id % 10 == 1) {
          seed(1000 + id, END, "");
          seed(2000 + id, END.plusSeconds(5), "");
        }
        if (id <= 961) {
          got.add(id);
        }
      }

      assertThat(got).isEqualTo(backwards(1, 961));
    }

    @Test
    void survivesFailuresThatMayBeRepeated() {
      seedHours();
      server.failNext(503, 2).failNext(FakeXray.Fault.TRUNCATED_BODY, 1);

      assertThat(fortyDays.stream().count()).isEqualTo(961);
    }

    @Test
    void overAnEmptyAuditIsEmpty() {
      assertThat(fortyDays.stream()).isEmpty();
      assertThat(audit.list().stream()).isEmpty();
    }

    @Test
    void withoutTheRightSaysSo() {
      server.forbid("/xray/api/v1/curation/audit");

      assertThatExceptionOfType(XrayForbiddenException.class)
          .isThrownBy(() -> fortyDays.iterator().hasNext());
    }

    @Test
    void readsRealEventsAndDryRunsApart() {
      seed(1, START, "");
      seed(2, START, ",'dry_run':true");

      assertThat(ids(fortyDays.stream())).containsExactly(1);
      assertThat(ids(fortyDays.dryRun().stream())).containsExactly(2);
    }
  }

  @Nested
  class APlaceInTheListing {
    private final Instant bound = START.plus(Duration.ofDays(6)); // where two windows meet

    /** Some on each side of the bound, and some that both windows have. */
    private void seedAroundTheBound() {
      seedHours();
      for (int id = 1001; id <= 1004; id++) {
        seed(id, bound, "");
      }
    }

    @Test
    void isCountedOverAllPartsOfTheSpanWithoutCountingAnEventTwice() {
      seedAroundTheBound();

      assertThat(fortyDays.total()).isEqualTo(965).isEqualTo(fortyDays.stream().count());
    }

    @Test
    void isCountedWithAFilterByReading() {
      seedAroundTheBound();

      assertThat(
              fortyDays.matching(event -> event.id().wire().startsWith("100")).total())
          .isEqualTo(5); // 100 and 1001 to 1004
    }

    @Test
    void takesOneRequestForTheTotalOfAShortSpan() {
      seedHours();

      assertThat(audit.list().createdFrom(START).createdUntil(bound).total()).isEqualTo(145);

      assertThat(server.requests())
          .singleElement()
          .satisfies(request ->
              assertThat(request.query()).contains("include_total=true", "num_of_rows=1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"asc", "desc"})
    void canBeTheBeginningOfAnotherWalk(String direction) {
      seedAroundTheBound();
      AuditQuery query = fortyDays.pageSize(70).direction(Direction.of(direction));
      List<Integer> all = ids(query.stream());
      assertThat(all).hasSize(965);

      for (int offset : List.of(0, 1, 69, 144, 145, 146, 148, 149, 150, 288, 500, 820, 964, 965)) {
        assertThat(ids(query.offset(offset).stream()))
            .as("offset %d", offset)
            .isEqualTo(all.subList(offset, 965));
      }
      assertThat(query.offset(970).stream()).isEmpty();
    }

    @Test
    void isWhatTheIteratorSaysWhereverItIsLeft() {
      seedAroundTheBound();
      AuditQuery query =
          fortyDays.pageSize(50).matching(event -> !event.id().wire().endsWith("7"));
      List<Integer> got = new ArrayList<>();

      long offset = 0;
      for (boolean more = true; more; ) {
        PagedIterator<AuditEvent> iterator = query.offset(offset).iterator();
        for (int i = 0; i < 110 && iterator.hasNext(); i++) {
          got.add(Integer.valueOf(iterator.next().id().wire()));
        }
        more = iterator.hasNext();
        offset = iterator.offset();
      }

      assertThat(got).isEqualTo(ids(query.stream()));
    }

    @Test
    void isAskedForAtOnceInAShortSpan() {
      seedHours();

      assertThat(ids(audit.list().createdFrom(START).createdUntil(bound).offset(140).stream()))
          .isEqualTo(backwards(1, 5));

      assertThat(server.requests())
          .singleElement()
          .satisfies(request -> assertThat(request.query()).endsWith("&offset=140"));
    }

    @Test
    void canBeThePageOfANumber() {
      seedAroundTheBound();
      List<Integer> all = ids(fortyDays.stream());

      assertThat(ids(fortyDays.pageSize(10).page(1).items().stream()))
          .isEqualTo(all.subList(0, 10));
      assertThat(ids(fortyDays.pageSize(100).page(9).items().stream()))
          .isEqualTo(all.subList(800, 900));
      assertThat(fortyDays.pageSize(100).page(11).items()).isEmpty();
    }

    @Test
    void readsNoMoreThanItsOwnEventsIfTheyAreFiltered() {
      seedHours();
      AuditQuery even =
          fortyDays.pageSize(10).matching(event -> Integer.parseInt(event.id().wire()) % 2 == 0);

      assertThat(ids(even.page(1).items().stream())).containsExactly(960, 958, 956, 954, 952);
      assertThat(server.requests()).hasSize(1);

      assertThat(ids(even.page(2).items().stream())).containsExactly(950, 948, 946, 944, 942);
      assertThat(server.requests()).hasSize(3); // one of them counts the events of the first part
    }

    @Test
    void isEmptyAfterOneRequestIfNoneOfItsEventsMatches() {
      seedHours();

      assertThat(fortyDays.packageName("left-pad").pageSize(10).page(1).items()).isEmpty();

      assertThat(server.requests()).hasSize(1);
    }

    @Test
    void isFirstOfWhatAFilterLeaves() {
      seedHours();

      assertThat(fortyDays.matching(event -> event.id().wire().equals("3")).first())
          .isPresent();

      assertThat(server.requests()).hasSize(7);
    }

    @Test
    void isFoundThoughARequestForItFails() {
      seedAroundTheBound();
      server.failNext(500, 1);
      PagedIterator<AuditEvent> iterator = fortyDays.offset(500).iterator();

      assertThatExceptionOfType(XrayApiException.class).isThrownBy(iterator::hasNext);

      List<Integer> rest = new ArrayList<>();
      iterator.forEachRemaining(event -> rest.add(Integer.valueOf(event.id().wire())));
      assertThat(rest).isEqualTo(ids(fortyDays.stream()).subList(500, 965));
    }

    @Test
    void canBeReachedWithPagesFetchedAhead() {
      seedAroundTheBound();

      assertThat(ids(fortyDays.pageSize(50).prefetch(2).stream()))
          .isEqualTo(ids(fortyDays.stream()));
    }
  }

  @Nested
  class WouldBlock {
    private final Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private int id;

    private void hit(String daysAgo, String name, String version, String repository, String user) {
      seed(
          ++id,
          now.minus(Duration.parse("P" + daysAgo + "D")).minusSeconds(60),
          ",'dry_run':true,'package_type':'npm','package_name':'" + name + "','package_version':'"
              + version + "','curated_repository_name':'" + repository + "','username':'" + user
              + "','policies':[{'policy_id':7,'dry_run':true}]");
    }

    private DryRunReport report(int days) {
      return audit.wouldBlock(CurationPolicyId.of(7), Duration.ofDays(days));
    }

    @Test
    void countsPackagesVersionsRepositoriesAndUsersTheMostFirst() {
      hit("1", "acme", "1.0", "npm-a", "ann");
      hit("2", "acme", "2.0", "npm-b", "bob");
      hit("9", "acme", "2.0", "npm-b", "bob");
      hit("3", "rare", "1", "npm-b", "");
      hit("3", "odd", "", "", "cy");
      hit("20", "old", "1", "npm-z", "zed");
      seed(90, now.minusSeconds(60), ",'dry_run':true,'policies':[{'policy_id':8}]");
      seed(91, now.minusSeconds(60), ",'policies':[{'policy_id':7}]");
      server.pageCap(2);

      DryRunReport report = report(10);

      assertThat(report.policy()).isEqualTo(CurationPolicyId.of(7));
      assertThat(Duration.between(
              report.createdFrom().toInstant().orElseThrow(),
              report.createdUntil().toInstant().orElseThrow()))
          .isEqualTo(Duration.ofDays(10));
      assertThat(report.downloads()).isEqualTo(5);
      assertThat(report.packages())
          .extracting(DryRunPackage::packageName)
          .containsExactly("acme", "odd", "rare");
      assertThat(report.repositories()).hasToString("{npm-b=3, npm-a=1}");
      assertThat(report.users()).hasToString("{bob=2, ann=1, anonymous=1, cy=1}");
      assertThat(RoundTrip.read(RoundTrip.write(report), DryRunReport.class)).isEqualTo(report);
      DryRunPackage most = report.packages().get(0);
      assertThat(most.packageType()).hasValue(PackageType.NPM);
      assertThat(most.downloads()).isEqualTo(3);
      assertThat(most.versions()).hasToString("{2.0=2, 1.0=1}");
      assertThat(most.repositories()).containsExactly("npm-a", "npm-b");
      assertThat(most.users()).containsExactly("ann", "bob");
      assertThat(most.lastSeen().orElseThrow().toInstant())
          .hasValue(now.minus(Duration.ofDays(1)).minusSeconds(60));
    }

    @Test
    void leavesOutWhatTheServerDoesNotKnow() {
      hit("3", "odd", "", "", "");
      seed(90, now.minusSeconds(60), ",'dry_run':true,'policies':[{'policy_id':7}]");

      DryRunReport report = report(7);

      assertThat(report.downloads()).isEqualTo(2);
      assertThat(report.repositories()).isEmpty();
      assertThat(report.users()).hasToString("{anonymous=2}");
      assertThat(report.packages()).extracting(DryRunPackage::packageName).contains("", "odd");
      assertThat(report.packages()).allSatisfy(one -> {
        assertThat(one.versions()).isEmpty();
        assertThat(one.repositories()).isEmpty();
        assertThat(one.users()).containsExactly("anonymous");
      });
    }

    @Test
    void countsAPackageOfTwoTypesTwice() {
      hit("1", "acme", "1", "r", "u");
      seed(
          50,
          now.minusSeconds(60),
          ",'dry_run':true,'package_type':'PyPI','package_name':'acme',"
              + "'policies':[{'policy_id':7}]");

      assertThat(report(7).packages()).hasSize(2);
    }

    @Test
    void isNothingOnAnEmptyAudit() {
      DryRunReport report = report(30);

      assertThat(report.downloads()).isZero();
      assertThat(report.packages()).isEmpty();
      assertThat(report.repositories()).isEmpty();
      assertThat(report.users()).isEmpty();
      assertThat(server.requests())
          .extracting(request -> request.queryParameter("dry_run"))
          .hasSize(6)
          .allSatisfy(dryRun -> assertThat(dryRun).hasValue("true"));
    }

    @Test
    void asksForTheTimeUntilNow() {
      report(3);

      RecordedRequest request = server.requests().get(0);
      assertThat(Instant.parse(request.queryParameter("created_at_end").orElseThrow()))
          .isBetween(now, now.plusSeconds(30));
    }
  }
}
