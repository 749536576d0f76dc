package io.github.xrayclient.ignorerule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import io.github.xrayclient.violation.Violation;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The narrowest rule that ignores a violation. */
class NarrowestRuleTest {
  private static final Instant END = Instant.parse("2099-01-01T00:00:00Z");

  private static final int CVE = 0;
  private static final int LICENSE = 1;
  private static final int RISK = 2;
  private static final int SECRET = 3;
  private static final int SAST = 4;

  private static ObjectNode row(int kind) {
    return Fixtures.json("violations/POST_violations_kinds_200.json")
        .at("/violations/" + kind)
        .deepCopy();
  }

  private static IgnoreRuleDraft draft(JsonNode row) {
    return IgnoreRuleDraft.of(RoundTrip.read(row, Violation.class), "ACME-1", END)
        .build();
  }

  private static JsonNode filters(JsonNode row) {
    return RoundTrip.write(draft(row)).path("ignore_filters");
  }

  private static JsonNode json(String text) {
    return Fixtures.parse(text.replace('\'', '"'));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "0 | {'cves':['CVE-2025-90001'],'policies':['sec-critical-block'],'watches':['prod-watch'],"
            + "'components':[{'name':'gav://com.acme:lib','version':'1.0'}],"
            + "'artifacts':[{'name':'app-2.0.war'}]}",
        "1 | {'licenses':['GPL-3.0'],'policies':['lic-banned'],'watches':['prod-watch'],"
            + "'components':[{'name':'npm://demo-copyleft','version':'2.0.0'}],"
            + "'artifacts':[{'name':'shop-1.0.0.tgz'}]}",
        "2 | {'operational_risk':['any'],'policies':['op-risk'],'watches':['prod-watch'],"
            + "'components':[{'name':'nuget://acme.old','version':'1.0.0'}],"
            + "'artifacts':[{'name':'Acme.Old.1.0.0.nupkg'}]}",
        "3 | {'exposures':{'scanners':['EXP-1527'],'file_path':['/usr/app/config.env']},"
            + "'policies':['secrets'],'watches':['prod-watch'],"
            + "'artifacts':[{'name':'shop','version':'v3'}]}",
        "4 | {'sast':{'rule':['js-demo-xss'],'file_path':['src/view.js']},"
            + "'policies':['sast-policy'],'watches':['git-watch'],'git_repositories':['acme/shop']}"
      })
  void namesWhatWasFoundByWhomAndWhere(int kind, String expected) {
    assertThat(filters(row(kind))).isEqualTo(json(expected));
  }

  @Test
  void hasNotesAndAnExpiry() {
    IgnoreRuleDraft draft = draft(row(CVE));

    assertThat(draft.notes()).isEqualTo("ACME-1");
    assertThat(draft.expiresAt().orElseThrow().toInstant()).hasValue(END);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> IgnoreRuleDraft.of(RoundTrip.read(row(CVE), Violation.class), " ", END))
        .withMessageStartingWith("notes must not be blank");
  }

  @Test
  void namesTheVulnerabilityIfItHasNoCve() {
    ObjectNode row = row(CVE).set("properties", json("[{'cve':''}]"));

    assertThat(filters(row).path("vulnerabilities")).isEqualTo(json("['XRAY-301001']"));
    assertThat(filters(row).has("cves")).isFalse();
  }

  @Test
  void namesThePoliciesThatBlockOrElseAll() {
    JsonNode two = json("[{'policy':'p','is_blocking':true},{'policy':'q','is_blocking':false},"
        + "{'policy':'p','is_blocking':true}]");
    JsonNode none = json("[{'policy':'p'},{'policy':'q','is_blocking':false}]");

    assertThat(filters(row(CVE).set("matched_policies", two)).path("policies"))
        .isEqualTo(json("['p']"));
    assertThat(filters(row(CVE).set("matched_policies", none)).path("policies"))
        .isEqualTo(json("['p','q']"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "default/libs/com/acme/a.jar | [{'name':'a.jar'}]",
        "libs/a.jar | [{'name':'a.jar'}]",
        "default/docker-local/alpine3.9/latest/ | [{'name':'alpine3.9','version':'latest'}]",
        "default/docker-local/acme/shop/v3/manifest.json | [{'name':'acme/shop','version':'v3'}]",
        "default/docker-local/shop/v3/list.manifest.json | [{'name':'shop','version':'v3'}]",
        "a.jar | [{'name':'a.jar'}]"
      })
  void namesAFileByItsNameAndAnImageByItsTag(String location, String artifacts) {
    ObjectNode row = row(CVE);
    row.remove("impact_artifacts");
    row.putArray("impacted_artifacts").add(location).add(location);

    assertThat(filters(row).path("artifacts")).isEqualTo(json(artifacts));
  }

  @Test
  void splitsTheVersionFromTheNameOfASystemPackage() {
    ObjectNode row = row(CVE);
    row.putArray("infected_components").add("alpine://3.9:libssl1.1:1.1.1g-r0").add("");

    assertThat(filters(row).path("components"))
        .isEqualTo(json("[{'name':'alpine://3.9:libssl1.1','version':'1.1.1g-r0'}]"));
  }

  @Test
  void canBeWidenedByTheCaller() {
    IgnoreRuleDraft narrow = draft(row(CVE));

    IgnoreFilters wider = narrow.filters().toBuilder().artifacts(List.of()).build();
    IgnoreRuleDraft draft = IgnoreRuleDraft.of(wider, "ACME-1").neverExpires().build();

    assertThat(draft.filters().artifacts()).isEmpty();
    assertThat(draft.filters().components()).hasSize(1);
    assertThat(draft.expiresAt()).isEmpty();
  }

  @Nested
  class IsRefused {
    private void refused(JsonNode row, String words) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> draft(row))
          .withMessageStartingWith("violation ")
          .withMessageContaining("does not have what the narrowest ignore rule needs: ")
          .withMessageContaining(words)
          .withMessageEndingWith(
              "make the filters yourself, and use IgnoreRuleDraft.of(filters, notes)");
    }

    @Test
    void forAViolationWithoutDetails() {
      JsonNode row =
          Fixtures.json("violations/POST_violations_without-details_200.json").at("/violations/0");

      refused(row, "matched_policies is empty; list violations with includeDetails(), or");
    }

    @ParameterizedTest
    @ValueSource(strings = {"watch_name", "matched_policies"})
    void withoutAWatchOrPolicies(String field) {
      refused(row(CVE).without(field), field + " is");
    }

    @Test
    void withoutWhatWasFound() {
      ObjectNode unnamed = row(CVE).without(List.of("properties", "issue_id"));
      refused(unnamed, "issue_id is missing");
      refused(row(LICENSE).without("issue_id"), "issue_id is missing");
      refused(row(SECRET).without("infected_file_path"), "infected_file_path is empty");
      refused(row(SAST).without("infected_file_path"), "infected_file_path is empty");
      refused(
          row(SAST).set("sast_details", json("{'id':'1'}")),
          "sast_details.abbreviation is missing");
    }

    @Test
    void forAnExposureThatRulesCannotName() {
      refused(
          row(SECRET).set("details", json("{'id':'REQ-1','abbreviation':'REQ.SW'}")),
          "it is not known how an ignore rule names a violation of the kind EXPOSURE");
      refused(row(CVE).without("type"), "of the kind UNKNOWN");
    }

    @Test
    void ifItWouldCoverEverythingThatTheWatchFinds() {
      List<String> places =
          List.of("infected_components", "impact_artifacts", "impacted_artifacts");
      refused(row(CVE).without(places), "it names no component, artifact or Git repository");
      refused(row(RISK).without("infected_components"), "it does not name both a component and");
      refused(row(RISK).without("impacted_artifacts"), "it does not name both a component and");
    }

    @Test
    void withTheIdOfTheViolationInTheMessage() {
      refused(row(LICENSE).without("issue_id"), "violation 5f0000000000000000000002 does not");
      refused(row(CVE).without(List.of("violation_id", "watch_name")), "violation XRAY-301001 ");
    }
  }
}
