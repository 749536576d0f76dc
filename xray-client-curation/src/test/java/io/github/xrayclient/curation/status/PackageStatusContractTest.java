package io.github.xrayclient.curation.status;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.testsupport.ExtrasWalker;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PackageStatusContractTest {
  private static final String BLOCKED = "packagestatus/POST_all_repos_blocked_200.json";
  private static final String MIXED = "packagestatus/POST_all_repos_mixed_200.json";

  private static PackageStatus read(JsonNode json) {
    return RoundTrip.read(json, PackageStatus.class);
  }

  private static PackageStatus parse(String json) {
    return read(Fixtures.parse(json.replace('\'', '"')));
  }

  @Nested
  class Samples {
    @ParameterizedTest
    @ValueSource(strings = {BLOCKED, MIXED})
    void areKnownToTheLastFieldAndComeBackAsTheyWere(String fixture) {
      PackageStatus status = read(Fixtures.json(fixture));

      ExtrasWalker walker = ExtrasWalker.over(status);
      assertThat(walker.unknown()).isEmpty();
      assertThat(walker.visited()).isPositive();
      assertThat(Fixtures.withoutEmpty(RoundTrip.write(status)))
          .isEqualTo(Fixtures.withoutEmpty(Fixtures.json(fixture)));
      assertThat(status.toBuilder().build()).isEqualTo(status);
    }

    @Test
    void areReadFieldByField() {
      PackageStatus status = read(Fixtures.json(BLOCKED));

      assertThat(status.summary()).hasValueSatisfying(summary -> {
        assertThat(summary.totalApproved()).hasValue(0);
        assertThat(summary.totalBlocked()).hasValue(2);
      });
      RepositoryStatus first = status.repositories().get(0);
      assertThat(first.repository()).hasValue("npm-remote");
      assertThat(first.action()).hasValue(PackageAction.BLOCKED);
      assertThat(first.reason()).hasValue("Policy violations");
      StatusPolicy policy = first.policies().get(0);
      assertThat(policy.policyName()).hasValue("npm-malicious");
      assertThat(policy.conditionName()).hasValue("Malicious package");
      assertThat(policy.explanation())
          .hasValue("Package version acme-widgets:3.6.1 is known as malicious");
      assertThat(policy.remediation()).hasValue("Choose another package");
      assertThat(status.policies()).hasSize(3).startsWith(policy);
    }

    @Test
    void keepUnknownFieldsAndWords() {
      ObjectNode json = Fixtures.json(MIXED).deepCopy();
      json.putObject("more").put("a", 1);
      ((ObjectNode) json.at("/summary")).put("total_pending", 3);
      ((ObjectNode) json.at("/repositories/0")).put("action", "deferred").put("since", "today");
      ((ObjectNode) json.at("/repositories/1/policies/0")).put("policy_id", 7);

      PackageStatus status = read(json);

      assertThat(status.repositories().get(0).action()).hasValue(PackageAction.of("deferred"));
      assertThat(Fixtures.withoutEmpty(RoundTrip.write(status)))
          .isEqualTo(Fixtures.withoutEmpty(json));
    }
  }

  @Nested
  class Verdict {
    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "BLOCKED | {'summary':{'total_approved':0,'total_blocked':2}}",
          "ALLOWED | {'summary':{'total_approved':1,'total_blocked':0}}",
          "MIXED | {'summary':{'total_approved':1,'total_blocked':1}}",
          "UNKNOWN | {'summary':{'total_approved':0,'total_blocked':0}}",
          "UNKNOWN | {'summary':{}}",
          "BLOCKED | {'summary':{'total_blocked':1}}",
          "BLOCKED | {'summary':{'total_approved':'0','total_blocked':'2'}}",
          "BLOCKED | {'summary':null,'repositories':[{'action':'Blocked'}]}",
          "ALLOWED | {'repositories':[{'action':'APPROVED'}]}",
          "MIXED | {'repositories':[{'action':'approved'},{'action':'blocked'}]}",
          "UNKNOWN | {'repositories':[{'action':'deferred'},{}]}",
          "MIXED | {'summary':{'total_approved':1},'repositories':[{'action':'blocked'}]}",
        })
    void followsFromTotalsAndRepositories(PackageVerdict verdict, String json) {
      PackageStatus status = parse(json);

      assertThat(status.verdict()).isEqualTo(verdict);
      assertThat(status.hasDetails()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
        delimiter = '|',
        quoteCharacter = '`',
        value = {
          "UNKNOWN | {'summary':'fine'}",
          "UNKNOWN | {'repositories':7}",
          "UNKNOWN | {'repositories':{'a':{'action':'approved'}}}",
          "UNKNOWN | {'summary':{'total_approved':1,'total_blocked':[]}}",
          "UNKNOWN | {'summary':{'total_approved':1},'repositories':[{'action':{}}]}",
          "BLOCKED | {'summary':{'total_approved':[],'total_blocked':1}}",
          "BLOCKED | {'summary':true,'repositories':[{'action':'blocked'}]}",
        })
    void isNeverAnApprovalIfAFieldThatDecidesCannotBeRead(PackageVerdict verdict, String json) {
      PackageStatus status = parse(json);

      assertThat(status.verdict()).isEqualTo(verdict);
      assertThat(status.hasDetails()).isTrue();
      assertThat(RoundTrip.write(status)).isEqualTo(Fixtures.parse(json.replace('\'', '"')));
    }

    @Test
    void isAllowedWithoutDetailsIfNothingIsKnown() {
      PackageStatus status = PackageStatus.builder().build();

      assertThat(status.verdict()).isEqualTo(PackageVerdict.ALLOWED);
      assertThat(status.hasDetails()).isFalse();
    }
  }
}
