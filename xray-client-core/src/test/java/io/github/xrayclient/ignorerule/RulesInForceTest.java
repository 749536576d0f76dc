package io.github.xrayclient.ignorerule;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.RecordedRequest;
import io.github.xrayclient.value.IgnoreRuleId;
import io.github.xrayclient.value.Timestamp;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Rules that do already what another one would do. */
class RulesInForceTest {
  private static final Instant NOW = Instant.parse("2030-01-01T00:00:00Z");

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

  private static IgnoreFilters filters(String... cves) {
    return IgnoreFilters.builder().cves(List.of(cves)).addWatch("w").build();
  }

  private static IgnoreRule.Builder rule() {
    return IgnoreRule.builder().id(IgnoreRuleId.of("1"));
  }

  @Test
  void haveTheSameFiltersInAnyOrder() {
    IgnoreRule rule = xray.ignoreRules()
        .create(
            IgnoreRuleDraft.of(filters("CVE-1", "CVE-2"), "why").neverExpires().build());
    fake.clearRequests();

    assertThat(xray.ignoreRules().findInForce(filters("CVE-2", "CVE-1"))).contains(rule);
    assertThat(fake.requests())
        .singleElement()
        .extracting(RecordedRequest::toString)
        .asString()
        .contains("watch=w");
    assertThat(xray.ignoreRules().findInForce(filters("CVE-1"))).isEmpty();
    assertThat(xray.ignoreRules()
            .findInForce(IgnoreFilters.builder().cves(List.of("CVE-1", "CVE-2")).build()))
        .isEmpty();
  }

  @Test
  void haveNoProjectBesideTheirOwn() {
    List<String> projects = List.of("'beta'", "'alpha','beta'", "'alpha'");
    for (String names : projects) {
      fake.seed(
          FakeXray.Kind.IGNORE_RULES,
          String.format(
                  "{'id':'%s','notes':'why','project_key':'alpha','ignore_filters':"
                      + "{'cves':['CVE-1'],'watches':['w'],'projects':[%s]}}",
                  projects.indexOf(names), names)
              .replace('\'', '"'));
    }
    IgnoreRules alpha = xray.ignoreRules().inProject("alpha");

    assertThat(alpha.findInForce(filters("CVE-1")).map(IgnoreRule::id))
        .contains(IgnoreRuleId.of("2"));
    assertThat(alpha.findInForce(filters("CVE-2"))).isEmpty();
    alpha.delete(IgnoreRuleId.of("2"));
    assertThat(alpha.findInForce(filters("CVE-1"))).isEmpty();
  }

  @Test
  void wereNotDeleted() {
    IgnoreRule rule = xray.ignoreRules()
        .create(IgnoreRuleDraft.of(filters("CVE-1"), "why").neverExpires().build());
    xray.ignoreRules().delete(rule.id());

    assertThat(xray.ignoreRules().findInForce(filters("CVE-1"))).isEmpty();
  }

  @Test
  void haveNotExpired() {
    assertThat(rule().build().isInForceAt(NOW)).isTrue();
    assertThat(rule().expiresAt(Timestamp.of(NOW.plusSeconds(1))).build().isInForceAt(NOW))
        .isTrue();
    assertThat(rule().expiresAt(Timestamp.of(NOW)).build().isInForceAt(NOW)).isFalse();
    assertThat(rule().expired(true).build().isInForceAt(NOW)).isFalse();
    assertThat(rule().deletedBy("admin").build().isInForceAt(NOW)).isFalse();
  }
}
