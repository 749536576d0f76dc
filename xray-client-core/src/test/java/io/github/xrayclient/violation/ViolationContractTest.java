package io.github.xrayclient.violation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testsupport.ExtrasWalker;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import io.github.xrayclient.value.ComponentId;
import io.github.xrayclient.value.IgnoreRuleId;
import io.github.xrayclient.value.Severity;
import io.github.xrayclient.value.Timestamp;
import io.github.xrayclient.violation.detail.ApplicabilityDetails;
import io.github.xrayclient.violation.detail.ApplicabilityStatus;
import io.github.xrayclient.violation.detail.CveDetails;
import io.github.xrayclient.violation.detail.CweDetails;
import io.github.xrayclient.violation.detail.ExtendedInformation;
import io.github.xrayclient.violation.detail.FindingCwe;
import io.github.xrayclient.violation.detail.FindingDetails;
import io.github.xrayclient.violation.detail.FindingExplanation;
import io.github.xrayclient.violation.detail.IgnoreRuleInfo;
import io.github.xrayclient.violation.detail.OperationalRiskDetails;
import io.github.xrayclient.violation.detail.SeverityReason;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The rows of all listings of violations are read with every field. */
class ViolationContractTest {
  private static final List<String> SAMPLES = List.of(
      "POST_violations_200",
      "POST_violations_kinds_200",
      "POST_violations_without-details_200",
      "GET_ignored_{watch}_200",
      "POST_ignored_200");

  static Stream<JsonNode> rows() {
    return SAMPLES.stream().flatMap(sample -> rows(sample).stream());
  }

  private static List<JsonNode> rows(String sample) {
    JsonNode json = Fixtures.json("violations/" + sample + ".json");
    List<JsonNode> rows = new ArrayList<>();
    json.path(json.has("data") ? "data" : "violations").forEach(rows::add);
    return rows;
  }

  private static List<Violation> read(String sample) {
    return rows(sample).stream()
        .map(row -> RoundTrip.read(row, Violation.class))
        .collect(Collectors.toList());
  }

  private static Violation read(String sample, int index) {
    return read(sample).get(index);
  }

  @ParameterizedTest
  @MethodSource("rows")
  void areReadWithoutUnknownFieldsAndWrittenBack(JsonNode row) {
    Violation violation = RoundTrip.read(row, Violation.class);

    assertThat(ExtrasWalker.over(violation).unknown()).isEmpty();
    assertThat(Fixtures.withoutEmpty(RoundTrip.write(violation)))
        .isEqualTo(Fixtures.withoutEmpty(usual(row)));
  }

  /** The row under the names that the library writes. */
  private static JsonNode usual(JsonNode row) {
    ObjectNode usual = row.deepCopy();
    rename(usual, "impact_artifacts", "impacted_artifacts");
    rename(usual, "ignore_rule_details", "ignore_rule_info");
    return usual;
  }

  private static void rename(ObjectNode object, String from, String to) {
    JsonNode value = object.remove(from);
    if (value != null) {
      object.set(to, value);
    }
  }

  @ParameterizedTest
  @MethodSource("rows")
  void keepUnknownFieldsEverywhere(JsonNode row) {
    JsonNode more = RoundTrip.withUnknownMembers(row);
    if (more.has("properties")) { // the names of its fields are ids of weaknesses
      more.path("properties").forEach(cve -> ((ObjectNode) cve).remove("cwe_details"));
    }

    assertThat(Fixtures.withoutEmpty(RoundTrip.write(RoundTrip.read(more, Violation.class))))
        .isEqualTo(Fixtures.withoutEmpty(usual(more)));
  }

  @Test
  void areReadUnderTheNamesOfOlderServers() {
    String json = "{'infected_component':'npm://a:1','properties':[{'Cve':'CVE-1','Cwe':['CWE-2'],"
        + "'CvssV2':'2.0','CvssV3':'3.0'}]}";

    Violation violation = RoundTrip.read(Fixtures.parse(json.replace('\'', '"')), Violation.class);

    assertThat(violation.infectedComponents()).containsExactly(ComponentId.of("npm://a:1"));
    assertThat(violation.properties())
        .containsExactly(CveDetails.builder()
            .cve("CVE-1")
            .addCwe("CWE-2")
            .cvssV2("2.0")
            .cvssV3("3.0")
            .build());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'infected_component':['npm://a:1'],'infected_components':[]}",
        "{'infected_component':'npm://a:1','infected_components':['npm://a:1']}",
        "{'infected_component':'','infected_components':['npm://a:1']}",
        "{'infected_component':null,'infected_components':'npm://a:1'}",
      })
  void haveTheirComponentsUnderEitherName(String json) {
    Violation violation = RoundTrip.read(Fixtures.parse(json.replace('\'', '"')), Violation.class);

    assertThat(violation.components()).containsExactly(ComponentId.of("npm://a:1"));
  }

  @Nested
  class Kinds {
    @Test
    void followFromTheFields() {
      assertThat(read("POST_violations_kinds_200"))
          .extracting(Violation::kind)
          .containsExactly(
              ViolationKind.SECURITY,
              ViolationKind.LICENSE,
              ViolationKind.OPERATIONAL_RISK,
              ViolationKind.SECRET,
              ViolationKind.SAST,
              ViolationKind.SECURITY);
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '~',
        value = {
          "{'type':'License','details':{'id':'EXP-1-2'},'sast_details':{}} | SAST",
          "{'type':'License','details':{'id':'EXP-1-2'}} | SECRET",
          "{'type':'Security','details':{'id':'REQ-1'}} | EXPOSURE",
          "{'type':'Security','details':{}} | EXPOSURE",
          "{'type':'security','details':null} | SECURITY",
          "{'type':'LICENSE'} | LICENSE",
          "{'type':'operational_risk'} | OPERATIONAL_RISK",
          "{'type':'Malicious'} | UNKNOWN",
          "{} | UNKNOWN",
        })
    void areDecidedByTheFindingFirst(String json, ViolationKind kind) {
      Violation violation =
          RoundTrip.read(Fixtures.parse(json.replace('\'', '"')), Violation.class);

      assertThat(violation.kind()).isEqualTo(kind);
    }
  }

  @Nested
  class Details {
    @Test
    void ofVulnerabilitiesAreTyped() {
      Violation violation = read("POST_violations_kinds_200", 0);

      assertThat(violation.violationId()).contains(ViolationId.of("5f0000000000000000000001"));
      assertThat(violation.provider()).contains("JFrog");
      assertThat(violation.componentPhysicalPaths()).containsExactly("WEB-INF/lib/lib-1.0.jar");
      assertThat(violation.impactedArtifacts())
          .containsExactly("default/libs-local/com/acme/app/2.0/app-2.0.war");
      assertThat(violation.cves()).containsExactly("CVE-2025-90001");
      assertThat(violation.properties().get(0).cweDetails())
          .isEqualTo(Map.of(
              "CWE-502",
              CweDetails.builder().name("Deserialization of Untrusted Data").build()));
      assertThat(violation.extendedInformation().flatMap(ExtendedInformation::remediation))
          .hasValueSatisfying(text -> assertThat(text).contains("Call `safe()` instead."));
      assertThat(violation.applicabilityDetails())
          .containsExactly(ApplicabilityDetails.builder()
              .componentId(ComponentId.of("gav://com.acme:app:2.0"))
              .sourceComponentId(ComponentId.of("gav://com.acme:lib:1.0"))
              .vulnerabilityId("CVE-2025-90001")
              .result(ApplicabilityStatus.UNDETERMINED)
              .build());
      assertThat(violation.matchedPolicies().get(0).blockingMask()).contains(1);
    }

    @Test
    void ofResearchSayWhetherAReasonIsGood() {
      ExtendedInformation research =
          read("POST_violations_without-details_200", 0).extendedInformation().orElseThrow();

      assertThat(research.researchSeverity()).contains(Severity.MEDIUM);
      assertThat(research.researchSeverityReasons())
          .extracting(SeverityReason::positive)
          .containsExactly(Optional.of(true), Optional.of(false));
    }

    @Test
    void ofContextualAnalysisShowWhereTheCodeIsUsed() {
      Violation violation = read("POST_violations_without-details_200", 2);

      assertThat(violation.applicabilityDetails().get(0).result())
          .contains(ApplicabilityStatus.of("Applicable"));
      assertThat(violation.applicability().get(0).applicable()).contains(true);
      assertThat(violation.applicability().get(0).evidence().get(0).rows())
          .containsExactly(
              List.of("usr/app/index.js", "parse(input)", "12", "call with outside input"));
    }

    @Test
    void ofAnOperationalRiskAreTyped() {
      assertThat(read("POST_violations_kinds_200", 2).operationalRisk())
          .contains(OperationalRiskDetails.builder()
              .risk(Severity.HIGH)
              .riskReason("End of life")
              .endOfLife(true)
              .endOfLifeMessage("No longer maintained")
              .latestVersion("3.2.0")
              .newerVersions(14)
              .cadence(new BigDecimal("0.5"))
              .commits(0L)
              .committers(0)
              .released(Timestamp.of("2019-05-01T00:00:00Z"))
              .build());
    }

    @Test
    void ofASecretNameItsScannerAndItsFile() {
      Violation violation = read("POST_violations_kinds_200", 3);
      FindingDetails secret = violation.exposureDetails().orElseThrow();

      assertThat(secret.scannerId()).contains("EXP-1527");
      assertThat(secret.cwe().flatMap(FindingCwe::id)).contains("CWE-798");
      assertThat(secret.findings().flatMap(FindingExplanation::explanation))
          .contains("A key was found");
      assertThat(violation.infectedFilePaths()).containsExactly("usr/app/config.env");
      assertThat(violation.lineNumber()).contains(3);
    }

    @ParameterizedTest
    @CsvSource({"EXP-1527-00007,EXP-1527", "EXP-1527,EXP-1527", "EXP-,", "EXP,", "REQ-1-2,", "'',"})
    void ofASecretNameItsScannerOnlyInItsForm(String id, String scanner) {
      assertThat(FindingDetails.builder().id(id).build().scannerId())
          .isEqualTo(Optional.ofNullable(scanner));
    }

    @Test
    void ofStaticAnalysisNameTheRuleAndTheGitRepository() {
      Violation violation = read("POST_violations_kinds_200", 4);

      assertThat(violation.sastDetails().flatMap(FindingDetails::abbreviation))
          .contains("js-demo-xss");
      assertThat(violation.impactedGitRepository()).contains("acme/shop");
      assertThat(violation.infectedComponents()).containsExactly(ComponentId.of(""));
      assertThat(violation.components()).isEmpty();
    }

    @Test
    void ofTheIgnoreRuleAreTheSameInEveryListing() {
      List<IgnoreRuleInfo> rules = Stream.of(
              read("POST_violations_kinds_200", 5),
              read("GET_ignored_{watch}_200", 0),
              read("POST_ignored_200", 0))
          .map(violation -> violation.ignoreRuleInfo().orElseThrow())
          .collect(Collectors.toList());

      assertThat(rules)
          .extracting(IgnoreRuleInfo::id)
          .containsOnly(Optional.of(IgnoreRuleId.of("2b0c7d8e-5a11-4f5e-9d0b-0c2f6f1e9a77")));
      assertThat(rules)
          .extracting(rule -> rule.created().flatMap(Timestamp::toInstant))
          .containsOnly(Optional.of(Instant.parse("2026-01-01T10:00:00Z")));
      assertThat(rules)
          .noneMatch(IgnoreRuleInfo::isDeleted)
          .noneMatch(rule -> rule.expired().orElse(false));
    }

    @Test
    void ofAnIgnoredViolationNameOneArtifact() {
      assertThat(read("POST_ignored_200", 0).impactedArtifact()).hasValueSatisfying(artifact -> {
        assertThat(artifact.name()).contains("app-2.0.war");
        assertThat(artifact.path()).contains("libs-local/com/acme/app/2.0/");
      });
    }
  }
}
