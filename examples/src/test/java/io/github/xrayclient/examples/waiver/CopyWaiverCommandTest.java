package io.github.xrayclient.examples.waiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.examples.CommandLineFixture;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.RecordedRequest;
import org.junit.jupiter.api.Test;

class CopyWaiverCommandTest extends CommandLineFixture {
  @Test
  void addsTheWaiverToTheOtherPolicyAndLeavesTheFirstAlone() {
    JsonNode before = curationPolicy("11");

    assertThat(onServer("copy-waiver", "--from", "11", "--waiver", "1", "--to", "12"))
        .isZero();

    JsonNode original = before.get("waivers").get(0);
    JsonNode copy = curationPolicy("12").get("waivers").get(0);
    for (String field : new String[] {"pkg_type", "pkg_name", "pkg_versions", "justification"}) {
      assertThat(copy.get(field)).as(field).isEqualTo(original.get(field));
    }
    assertThat(curationPolicy("11")).isEqualTo(before);
  }

  @Test
  void showsWhatItWouldChangeOnADryRun() {
    JsonNode before = curationPolicy("12");

    assertThat(onServer("copy-waiver", "--from", "11", "--waiver", "1", "--to", "12", "--dry-run"))
        .isZero();

    assertThat(out.toString()).contains("adds package waiver: npm jquery");
    assertThat(curationPolicy("12")).isEqualTo(before);
  }

  @Test
  void refusesFieldsThatTheLibraryDoesNotKnowUnlessTheyAreNamed() {
    ObjectNode policy = (ObjectNode) curationPolicy("11");
    ((ObjectNode) policy.get("waivers").get(0)).put("expires_at", "2030").put("seats", 3);
    fake.seed(FakeXray.Kind.CURATION_POLICIES, policy.toString());
    JsonNode before = curationPolicy("12");

    assertThat(onServer("copy-waiver", "--from", "11", "--waiver", "1", "--to", "12"))
        .isEqualTo(2);

    assertThat(err.toString())
        .contains(
            "waiver 1 has the fields expires_at, seats, which this version of the library does"
                + " not know and cannot copy; to copy the waiver without them, add --drop-field"
                + " expires_at --drop-field seats");
    assertThat(curationPolicy("12")).isEqualTo(before);

    assertThat(onServer(
            "copy-waiver",
            "--from",
            "11",
            "--waiver",
            "1",
            "--to",
            "12",
            "--drop-field",
            "seats",
            "--drop-field",
            "expires_at"))
        .isZero();
    assertThat(curationPolicy("12").get("waivers")).hasSize(1);
    assertThat(curationPolicy("12").toString()).doesNotContain("expires_at", "seats");
  }

  @Test
  void copiesLabelWaivers() {
    ObjectNode policy = (ObjectNode) curationPolicy("11");
    policy
        .putArray("label_waivers")
        .addObject()
        .put("id", "5")
        .put("label", "vetted")
        .put("justification", "seen")
        .put("expires_at", "2030");
    fake.seed(FakeXray.Kind.CURATION_POLICIES, policy.toString());

    assertThat(onServer("copy-waiver", "--from", "11", "--label-waiver", "5", "--to", "12"))
        .isEqualTo(2);
    assertThat(err.toString()).contains("waiver 5 has the field", "--drop-field expires_at");

    String[] copy = {
      "copy-waiver",
      "--from",
      "11",
      "--label-waiver",
      "5",
      "--to",
      "12",
      "--drop-field",
      "expires_at"
    };
    assertThat(onServer(copy)).isZero();
    assertThat(curationPolicy("12").get("label_waivers").get(0).get("label").asText())
        .isEqualTo("vetted");
  }

  @Test
  void namesAWaiverThatThePolicyDoesNotHave() {
    assertThat(onServer("copy-waiver", "--from", "11", "--waiver", "77", "--to", "12"))
        .isEqualTo(2);
    assertThat(err.toString())
        .contains("policy 11 has no package waiver 77; who-waived --policy 11 lists its waivers");
  }

  @Test
  void changesNothingIfItIsRepeated() {
    assertThat(
            onServer("copy-waiver", "--from", "11", "--waiver", "2", "--waiver", "1", "--to", "12"))
        .as(err.toString())
        .isZero();
    JsonNode before = curationPolicy("12");
    fake.clearRequests();
    err.getBuffer().setLength(0);

    assertThat(onServer(
            "copy-waiver",
            "--from",
            "malicious-packages-with-waivers",
            "--waiver",
            "2",
            "--to",
            "malicious-npm-packages"))
        .isZero();

    assertThat(fake.requests()).extracting(RecordedRequest::method).containsOnly("GET");
    assertThat(curationPolicy("12")).isEqualTo(before);
    assertThat(err.toString())
        .contains("Policy 12 (malicious-npm-packages) was not changed: package waiver")
        .contains("already exempts all versions of npm jquery");
  }
}
