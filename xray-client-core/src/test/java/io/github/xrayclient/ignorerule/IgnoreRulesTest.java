package io.github.xrayclient.ignorerule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayBadRequestException;
import io.github.xrayclient.error.XrayNotFoundException;
import io.github.xrayclient.error.XrayReadBackException;
import io.github.xrayclient.error.XrayTransportException;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.paging.Page;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.RecordedRequest;
import io.github.xrayclient.testsupport.ExtrasWalker;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import io.github.xrayclient.value.Direction;
import io.github.xrayclient.value.IgnoreRuleId;
import io.github.xrayclient.violation.Violation;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoreRulesTest {
  private static final String LIST = "ignorerules/GET_ignore_rules_200.json";
  private static final IgnoreRuleId ALIVE = IgnoreRuleId.of("2b0c7d8e-5a11-4f5e-9d0b-0c2f6f1e9a77");
  private static final IgnoreRuleId DELETED =
      IgnoreRuleId.of("77e1b0aa-1111-4222-8333-444455556666");

  private FakeXray fake;
  private XrayClient xray;
  private IgnoreRules rules;

  @BeforeEach
  void start() {
    fake = FakeXray.start().seed(FakeXray.Kind.IGNORE_RULES, Fixtures.text(LIST));
    xray = XrayClient.builder()
        .baseUrl(fake.url())
        .credentials(Credentials.anonymous())
        .build();
    rules = xray.ignoreRules();
  }

  @AfterEach
  void stop() {
    xray.close();
    fake.close();
  }

  @Test
  void areReadWithEveryFieldAndBothSpellingsOfHyphens() {
    for (JsonNode json : Fixtures.json(LIST).get("data")) {
      IgnoreRule rule = RoundTrip.read(json, IgnoreRule.class);
      ExtrasWalker walker = ExtrasWalker.over(rule);

      assertThat(walker.unknown()).isEmpty();
      assertThat(walker.visited()).isGreaterThan(1);
      assertThat(RoundTrip.write(rule).toString()).isEqualTo(hyphens(json).toString());
      assertThat(rule.filters().orElseThrow().releaseBundles()).hasSize(1);
    }
  }

  /** The library writes hyphens, whichever was read, and in the order of its fields. */
  private static JsonNode hyphens(JsonNode json) {
    String text = json.toString().replace("release_bundles", "release-bundles");
    return RoundTrip.write(RoundTrip.read(Fixtures.parse(text), IgnoreRule.class));
  }

  @Nested
  class Listing {
    @Test
    void passesOverDeletedRules() {
      assertThat(rules.list().stream().map(IgnoreRule::id)).containsExactly(ALIVE);
    }

    @Test
    void findsTheFirstRuleBehindDeletedOnesByOneRequest() {
      fake.seed(
          FakeXray.Kind.IGNORE_RULES,
          IntStream.range(0, 30)
              .mapToObj(i -> "{\"id\":\"" + i + "\",\"created\":\"2001-01-01T00:00:00Z\","
                  + "\"deleted_by\":\"admin\",\"ignore_filters\":{\"cves\":[\"any\"]}}")
              .collect(Collectors.joining(",", "[", "]")));
      int before = fake.requests().size();

      assertThat(rules.list().first().map(IgnoreRule::id)).hasValue(ALIVE);
      assertThat(fake.requests()).hasSize(before + 1);

      rules.list().includeDeleted().first();
      assertThat(fake.requests().get(before + 1).query()).endsWith("num_of_rows=1&page_num=1");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "'deleted_at':'0001-01-01T00:00:00Z','deleted_by':''",
          "'deleted_at':-62135596800",
          "'deleted_at':0",
          "'deleted_at':''"
        })
    void givesRulesWhoseTimeOfDeletionIsNever(String never) {
      fake.seed(
          FakeXray.Kind.IGNORE_RULES,
          ("[{'id':'kept','created':'2001-01-01T00:00:00Z'," + never
                  + ",'ignore_filters':{'cves':['any']}}]")
              .replace('\'', '"'));

      assertThat(rules.list().stream().map(IgnoreRule::id)).contains(IgnoreRuleId.of("kept"));
    }

    @Test
    void passesOverARuleWhoseTimeOfDeletionIsInAnotherForm() {
      fake.seed(
          FakeXray.Kind.IGNORE_RULES,
          "[{\"id\":\"gone\",\"deleted_at\":\"31.01.2026\",\"ignore_filters\":{\"cves\":[\"any\"]}}]");

      assertThat(rules.list().stream().map(IgnoreRule::id)).doesNotContain(IgnoreRuleId.of("gone"));
    }

    @Test
    void givesDeletedRulesTooIfAsked() {
      assertThat(rules.list().includeDeleted().stream().map(IgnoreRule::id))
          .containsExactlyInAnyOrder(ALIVE, DELETED);
    }

    @Test
    void sendsItsFilters() {
      List<IgnoreRule> found = rules
          .inProject("alpha")
          .list()
          .watch("prod-watch")
          .cve("CVE-2021-44228")
          .expiresAfter(Instant.parse("2026-01-01T00:00:00Z"))
          .stream()
          .collect(Collectors.toList());

      assertThat(found).isEmpty();
      RecordedRequest request = fake.requests().get(0);
      assertThat(request.query())
          .isEqualTo(
              "order_by=created&direction=asc&projectKey=alpha&watch=prod-watch&cve=CVE-2021-44228"
                  + "&expires_after=2026-01-01T00%3A00%3A00%2B00%3A00"
                  + "&num_of_rows=100&page_num=1");
    }

    @Test
    void sendsTimesWithTheirFractionOfASecond() {
      rules
          .list()
          .expiresAfter(Instant.parse("2026-01-01T00:00:00.001Z"))
          .expiresBefore(Instant.parse("2026-01-01T00:00:00.9Z"))
          .first();

      RecordedRequest request = fake.requests().get(0);
      assertThat(request.queryParameter("expires_after")).hasValue("2026-01-01T00:00:00.001+00:00");
      assertThat(request.queryParameter("expires_before")).hasValue("2026-01-01T00:00:00.9+00:00");
    }

    @Test
    void sendsEachFilterUnderTheNameOfTheServer() {
      IgnoreRuleQuery all = rules.list();
      Instant time = Instant.parse("2026-01-01T00:00:00Z");
      Map<String, IgnoreRuleQuery> queries = new TreeMap<>(Map.ofEntries(
          Map.entry("vulnerability=XRAY-1", all.vulnerability("XRAY-1")),
          Map.entry("license=MIT", all.license("MIT")),
          Map.entry("policy=p", all.policy("p")),
          Map.entry("component_name=npm%3A%2F%2Fx", all.component("npm://x")),
          Map.entry("component_version=1", all.componentVersion("1")),
          Map.entry("artifact_name=a", all.artifact("a")),
          Map.entry("artifact_version=2", all.artifactVersion("2")),
          Map.entry("artifact_path=%2Fb%2F", all.artifactPath("/b/")),
          Map.entry("build_name=c", all.build("c")),
          Map.entry("build_version=3", all.buildVersion("3")),
          Map.entry("release_bundle_name=d", all.releaseBundle("d")),
          Map.entry("release_bundle_version=4", all.releaseBundleVersion("4")),
          Map.entry("docker_layer=e", all.dockerLayer("e")),
          Map.entry("git_repository=f", all.gitRepository("f")),
          Map.entry("expires_before=2026-01-01T00%3A00%3A00%2B00%3A00", all.expiresBefore(time)),
          Map.entry("exposures_scanner=EXP-1", all.exposureScanner("EXP-1")),
          Map.entry("exposures_category=secrets", all.exposureCategory(ExposureCategory.SECRETS)),
          Map.entry("exposures_file_path=%2Fg", all.exposureFilePath("/g")),
          Map.entry("exposures_fingerprint=h", all.exposureFingerprint("h")),
          Map.entry("new_filter=i", all.filter("new_filter", "i"))));

      queries.values().forEach(query -> query.stream().forEach(rule -> {}));

      assertThat(fake.requests())
          .extracting(RecordedRequest::query)
          .containsExactlyElementsOf(queries.keySet().stream()
              .map(filter ->
                  "order_by=created&direction=asc&" + filter + "&num_of_rows=100&page_num=1")
              .collect(Collectors.toList()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"projectKey", "order_by", "direction", "num_of_rows", "page_num"})
    void refusesAFilterThatWouldReplaceAnotherSetting(String parameter) {
      IgnoreRuleQuery query = rules.inProject("alpha").list();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> query.filter(parameter, "x"))
          .withMessageMatching("parameter must not be " + parameter + "; use [a-zA-Z().]+");
    }

    @Test
    void appliesTheFiltersThatServersDoNotHave() {
      fake.seed(
          FakeXray.Kind.IGNORE_RULES,
          Fixtures.text("ignorerules/GET_ignore_rules_every-filter_200.json"));
      fake.seed(
          FakeXray.Kind.IGNORE_RULES,
          "[{\"id\":\"risk\",\"ignore_filters\":{\"operational_risk\":[\"any\"]}},"
              + "{\"id\":\"gone\",\"deleted_by\":\"admin\","
              + "\"ignore_filters\":{\"repositories\":[\"libs-local\"]}},"
              + "{\"id\":\"path\",\"ignore_filters\":{\"artifacts\":["
              + "{\"name\":\"a\",\"path\":\"/default/libs/com/\"}]}}]");
      IgnoreRuleQuery all = rules.list();

      assertThat(all.repository("docker-local"))
          .extracting(rule -> rule.id().wire())
          .containsExactlyInAnyOrder("5a1d0c52-6d0f-4a2e-8a0e-0d8f5b1f2c11", "rule-1");
      assertThat(all.repository("libs"))
          .extracting(rule -> rule.id().wire())
          .containsExactly("path");
      assertThat(all.operationalRisk())
          .extracting(rule -> rule.id().wire())
          .containsExactly("risk");
      assertThat(all.repository("libs-local")).extracting(IgnoreRule::id).containsExactly(ALIVE);
      assertThat(all.repository("libs-local").includeDeleted()).hasSize(2);
      assertThat(all.includeDeleted().repository("libs-local")).hasSize(2);
      assertThat(all.matching(IgnoreRule::isDeleted).matching(rule -> true)).isEmpty();
      assertThat(all.includeDeleted().matching(IgnoreRule::isDeleted)).hasSize(2);
      assertThat(all.matching(rule -> rule.notes().isPresent()).operationalRisk())
          .isEmpty();
    }

    @Test
    void isSortedAsAsked() {
      IgnoreRuleQuery all = rules.list().includeDeleted();
      List<IgnoreRule> byId =
          all.orderBy(IgnoreRuleQuery.OrderBy.ID).stream().collect(Collectors.toList());

      assertThat(byId).hasSize(2);
      assertThat(all.orderBy(IgnoreRuleQuery.OrderBy.ID).direction(Direction.DESCENDING))
          .containsExactly(byId.get(1), byId.get(0));
    }

    @Test
    void leavesDeletedRulesOutOfASinglePageToo() {
      Page<IgnoreRule> page = rules.list().pageSize(10).page(1);

      assertThat(page.items()).extracting(IgnoreRule::id).containsExactly(ALIVE);
      assertThat(page.total()).hasValue(2); // as the server counts
    }

    @Test
    void countsOnlyTheRulesThatItLists() {
      assertThat(rules.list().total()).isEqualTo(1);
      assertThat(rules.list().includeDeleted().total()).isEqualTo(2);
      assertThat(rules.list().includeDeleted().matching(IgnoreRule::isDeleted).total())
          .isEqualTo(1);
    }

    @Test
    void goesOnWhereTheServerCapsPages() {
      for (int i = 0; i < 12; i++) {
        rules.create(draft("watch-" + i));
      }
      fake.pageCap(5);
      fake.clearRequests();

      assertThat(rules.list().stream()).hasSize(13);

      assertThat(fake.requests()).hasSize(3);
    }

    @Test
    void refusesABlankFilterBeforeAnyRequest() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> rules.list().watch(" "))
          .withMessageContaining("watch");
      assertThat(fake.requests()).isEmpty();
    }
  }

  @Nested
  class Getting {
    @Test
    void readsADeletedRuleAsGone() {
      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> rules.get(DELETED))
          .withMessageContaining("deleted");
      assertThat(rules.find(DELETED)).isEmpty();
      assertThat(rules.find(IgnoreRuleId.of("nobody"))).isEmpty();
      assertThat(rules.get(ALIVE).notes()).contains("false positive");
    }
  }

  @Nested
  class Creating {
    @Test
    void takesTheIdFromTheSentence() {
      IgnoreRule created = rules.inProject("alpha").create(draft("w"));

      assertThat(created.projectKey()).contains("alpha");
      assertThat(created.filters().orElseThrow().watches()).containsExactly("w");
      RecordedRequest post = fake.requests().get(0);
      assertThat(post.query()).isEqualTo("projectKey=alpha");
      assertThat(post.body())
          .isEqualTo(
              "{\"notes\":\"why\",\"ignore_filters\":{\"cves\":[\"CVE-1\"],\"watches\":[\"w\"]}}");
    }

    @Test
    void sendsWhenItExpires() {
      rules.create(IgnoreRuleDraft.of(IgnoreFilters.builder().addCve("CVE-1").build(), "why")
          .expiresAt(Instant.parse("2030-05-01T10:00:00.5Z"))
          .build());

      assertThat(fake.requests().get(0).json().get("expires_at").asText())
          .isEqualTo("2030-05-01T10:00:00.500Z");
    }

    @Test
    void refusesADraftThatIgnoresNothingBeforeAnyRequest() {
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> IgnoreRuleDraft.of(IgnoreFilters.builder().build(), "why").build())
          .withMessageContaining("ignore_filters");
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> IgnoreRuleDraft.of(IgnoreFilters.builder().addCve("any").build(), " ")
                  .build())
          .withMessageContaining("notes");
    }

    @Test
    void refusesADraftOfWhichNobodyToldTheEnd() {
      IgnoreRuleDraft.Builder draft =
          IgnoreRuleDraft.of(IgnoreFilters.builder().addCve("CVE-1").build(), "why");

      assertThatIllegalArgumentException()
          .isThrownBy(draft::build)
          .withMessage(
              "expiresAt (expires_at) is not set; call expiresAt(..), or neverExpires() for"
                  + " a rule that stays until it is deleted");
      assertThat(draft.neverExpires().build().expiresAt()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"2000-01-01T00:00:00Z", "2025-12-31T23:59:59.999Z"})
    void refusesAnExpiryInThePastBeforeAnyRequest(String end) {
      IgnoreRuleDraft past = IgnoreRuleDraft.of(
              IgnoreFilters.builder().addCve("CVE-1").build(), "why")
          .expiresAt(Instant.parse(end))
          .build();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> rules.create(past))
          .withMessageStartingWith(
              "draft.expiresAt (expires_at) must be in the future, but was " + end + ", and it is ")
          .withMessageEndingWith("; set another time, or call neverExpires()");
      assertThat(fake.requests()).isEmpty();
    }

    @Test
    void refusesABuildWithoutProjectInTheRuleOfAProject() {
      IgnoreRuleDraft draft = IgnoreRuleDraft.of(
              IgnoreFilters.builder()
                  .addCve("CVE-1")
                  .addBuild(IgnoreTarget.of("ci"))
                  .build(),
              "why")
          .neverExpires()
          .build();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> rules.inProject("alpha").create(draft))
          .withMessageStartingWith("draft.filters (ignore_filters) has the build \"ci\" without a"
              + " project, which servers allow only in global rules");
      assertThat(fake.requests()).isEmpty();
      assertThat(rules.create(draft).filters().orElseThrow().builds()).hasSize(1);
    }

    @Test
    void coversAViolationAndNoMore() {
      Violation violation = RoundTrip.read(
          Fixtures.json("violations/POST_violations_kinds_200.json").at("/violations/0"),
          Violation.class);

      IgnoreRule rule = rules.create(
          IgnoreRuleDraft.of(violation, "ACME-17", Instant.parse("2099-01-01T00:00:00Z"))
              .build());

      assertThat(rule.expiresAt().map(Object::toString)).hasValue("2099-01-01T00:00:00Z");
      assertThat(rules
              .list()
              .watch("prod-watch")
              .cve("CVE-2025-90001")
              .component("gav://com.acme:lib"))
          .extracting(IgnoreRule::id)
          .containsExactly(rule.id());
    }

    @Test
    void saysTheCauseOfARefusalWithoutThePlacesInTheServer() {
      String body = Fixtures.text("ignorerules/POST_ignore_rules_build-project_400.json");
      try (XrayClient refused = XrayClient.builder()
          .baseUrl("https://acme.example")
          .credentials(Credentials.anonymous())
          .transport(request -> new ApiResponse(
              400,
              Map.of("Content-Type", List.of("application/json")),
              body.getBytes(StandardCharsets.UTF_8)))
          .build()) {
        assertThatExceptionOfType(XrayBadRequestException.class)
            .isThrownBy(() -> refused.ignoreRules().create(draft("w")))
            .withMessage("POST https://acme.example/xray/api/v1/ignore_rules answered 400: ignore"
                + " rule validation error: failed validating source filter; Caused by: build ignore"
                + " filter with no project is allowed only for global ignore rule without project"
                + " filters")
            .satisfies(e -> assertThat(e.body()).contains("--- at"));
      }
    }

    @Test
    void saysWhatTheServerRefuses() {
      fake.failNext(400, 1);

      assertThatExceptionOfType(XrayBadRequestException.class)
          .isThrownBy(() -> rules.create(draft("w")));
    }

    @ParameterizedTest
    @EnumSource(names = {"LOST_ANSWER", "TRUNCATED_BODY"})
    void isFoundWithoutASecondPostWhenTheAnswerIsLost(FakeXray.Fault fault) {
      rules.create(draft("other"));
      fake.failNext(fault, 1);

      IgnoreRule created = rules.create(expiring("w"));

      assertThat(created.filters().orElseThrow().watches()).containsExactly("w");
      assertThat(posts()).isEqualTo(2);
      assertThat(fake.stored(FakeXray.Kind.IGNORE_RULES)).hasSize(4);
    }

    @Test
    void isFoundInItsProjectWhenTheAnswerIsLost() {
      fake.failNext(FakeXray.Fault.LOST_ANSWER, 1);

      IgnoreRule created = rules.inProject("alpha").create(draft("w"));

      assertThat(created.projectKey()).contains("alpha");
      assertThat(posts()).isEqualTo(1);
    }

    @Test
    void isReportedAsUnknownIfItIsNotThereAfterwards() {
      fake.seed(
          FakeXray.Kind.IGNORE_RULES,
          "{\"id\":\"1\",\"notes\":\"another reason\",\"created\":\"2001-01-01T00:00:00Z\","
              + "\"ignore_filters\":{\"cves\":[\"CVE-1\"],\"watches\":[\"w\"]}}");
      fake.failNext(FakeXray.Fault.CONNECTION_RESET, 1);

      assertThatExceptionOfType(XrayTransportException.class)
          .isThrownBy(() -> rules.create(draft("w")));

      assertThat(posts()).isEqualTo(1);
    }

    @Test
    void isRefusedWithAnExpiryInAYearThatServersDoNotKnow() {
      IgnoreRuleDraft.Builder draft = IgnoreRuleDraft.of(draft("w").filters(), "why");

      assertThatIllegalArgumentException()
          .isThrownBy(() -> draft.expiresAt(Instant.MAX))
          .withMessageStartingWith("time (expires_at) must be in the years 0 to 9999, but was +1");
      assertThat(draft.expiresAt(Instant.parse("9999-12-31T23:59:59Z")).build().expiresAt())
          .isPresent();
    }

    @ParameterizedTest
    @ValueSource(ints = {403, 429, 503})
    void saysThatItWasDoneWhenOnlyReadingFails(int status) {
      Interceptor failure = (request, next) -> {
        ApiResponse answer = next.send(request);
        if (request.method().equals("POST")) {
          fake.failNext(status, 1);
        }
        return answer;
      };
      try (XrayClient busy = XrayClient.builder()
          .baseUrl(fake.url())
          .credentials(Credentials.anonymous())
          .retryPolicy(RetryPolicy.none())
          .addInterceptor(failure)
          .build()) {
        assertThatExceptionOfType(XrayReadBackException.class)
            .isThrownBy(() -> busy.ignoreRules().create(draft("w")))
            .withMessageStartingWith("POST " + fake.url())
            .withMessageContaining(" was stored, but reading it back failed: GET ")
            .withMessageContaining("answered " + status)
            .satisfies(e -> assertThat(rules.list().watch("w"))
                .singleElement()
                .satisfies(rule -> assertThat(e).hasMessageContaining("ignore rule " + rule.id())));
      }
    }
  }

  @Nested
  class Deleting {
    @Test
    void leavesARuleThatIsReadAsGone() {
      rules.delete(ALIVE);

      assertThat(rules.find(ALIVE)).isEmpty();
      assertThat(rules.list().stream()).isEmpty();
    }

    @Test
    void succeedsWhenTheAnswerIsLost() {
      fake.failNext(FakeXray.Fault.LOST_ANSWER, 1);

      rules.delete(ALIVE);

      assertThat(rules.find(ALIVE)).isEmpty();
    }

    @Test
    void ofAnUnknownRuleIsAnError() {
      assertThatExceptionOfType(XrayNotFoundException.class)
          .isThrownBy(() -> rules.delete(IgnoreRuleId.of("nobody")));
    }
  }

  private long posts() {
    return fake.requests().stream()
        .filter(request -> request.method().equals("POST"))
        .count();
  }

  private static IgnoreRuleDraft expiring(String watch) {
    return IgnoreRuleDraft.of(draft(watch).filters(), "why")
        .expiresAt(Instant.parse("2099-01-01T00:00:00.5Z"))
        .build();
  }

  private static IgnoreRuleDraft draft(String watch) {
    return IgnoreRuleDraft.of(
            IgnoreFilters.builder().addCve("CVE-1").addWatch(watch).build(), "why")
        .neverExpires()
        .build();
  }
}
