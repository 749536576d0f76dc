package io.github.xrayclient.examples.waiver;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.examples.CommandLineFixture;
import io.github.xrayclient.testing.FakeXray;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UnwaiveCommandTest extends CommandLineFixture {
  @BeforeEach
  void seedWaivers() {
    ObjectNode policy = (ObjectNode) curationPolicy("12");
    policy.putArray("waivers");
    add(policy, "1", "npm", "a", "1.0", "2.0");
    add(policy, "2", "npm", "a", "3.0");
    add(policy, "3", "npm", "b");
    policy
        .putArray("label_waivers")
        .addObject()
        .put("id", "1")
        .put("label", "vetted")
        .put("justification", "seen");
    fake.seed(FakeXray.Kind.CURATION_POLICIES, policy.toString());
  }

  private static void add(
      ObjectNode policy, String id, String type, String name, String... versions) {
    ObjectNode waiver = policy
        .withArray("waivers")
        .addObject()
        .put("id", id)
        .put("pkg_type", type)
        .put("pkg_name", name)
        .put("all_versions", versions.length == 0)
        .put("justification", "old");
    for (String version : versions) {
      waiver.withArray("pkg_versions").add(version);
    }
  }

  private int unwaive(String options) {
    List<String> arguments = new ArrayList<>(List.of("unwaive", "--policy", "12"));
    arguments.addAll(List.of(options.split(" ")));
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
    fake.clearRequests();
    return onServer(arguments.toArray(new String[0]));
  }

  private long puts() {
    return fake.requests().stream()
        .filter(request -> request.method().equals("PUT"))
        .count();
  }

  private List<String> waivers() {
    List<String> waivers = new ArrayList<>();
    for (JsonNode waiver : curationPolicy("12").path("waivers")) {
      waivers.add(waiver.get("pkg_name").asText() + waiver.path("pkg_versions"));
    }
    return waivers;
  }

  @Test
  void deletesAllWaiversOfAPackage() {
    assertThat(unwaive("--type NPM --package a")).as(err.toString()).isZero();

    assertThat(waivers()).containsExactly("b");
    assertThat(puts()).isOne();
  }

  @Test
  void endsTheExemptionOfSomeVersions() {
    assertThat(unwaive("--type npm --package a --version 2.0 --version 3.0")).isZero();

    assertThat(waivers()).containsExactly("b", "a[\"1.0\"]");
    assertThat(puts()).isOne();
  }

  @Test
  void refusesToTakeAVersionOutOfAllVersions() {
    assertThat(unwaive("--type npm --package b --version 2.0")).isEqualTo(2);

    assertThat(err.toString()).contains("package waiver 3 exempts all versions of b");
    assertThat(puts()).isZero();
  }

  @Test
  void replacesNoWaiverWithUnknownFieldsUnlessTheyAreNamed() {
    ObjectNode policy = (ObjectNode) curationPolicy("12");
    ((ObjectNode) policy.get("waivers").get(0)).put("expires_at", "2030");
    fake.seed(FakeXray.Kind.CURATION_POLICIES, policy.toString());

    assertThat(unwaive("--type npm --package a --version 2.0")).isEqualTo(2);
    assertThat(err.toString())
        .contains("waiver 1 has the field expires_at", "add --drop-field expires_at");
    assertThat(unwaive("--type npm --package a --version 2.0 --drop-field expires_at"))
        .isZero();
    assertThat(waivers()).containsExactly("a[\"3.0\"]", "b", "a[\"1.0\"]");
    assertThat(unwaive("--type npm --package a")).isZero();
  }

  @Test
  void deletesSeveralWaiversByTheirIds() {
    assertThat(unwaive("--waiver 1 --waiver 3")).as(err.toString()).isZero();

    assertThat(waivers()).containsExactly("a[\"3.0\"]");
    assertThat(curationPolicy("12").get("label_waivers")).hasSize(1);
  }

  @Test
  void deletesTheWaiversOfALabel() {
    assertThat(unwaive("--label vetted")).isZero();

    assertThat(curationPolicy("12").has("label_waivers")).isFalse();
    assertThat(waivers()).hasSize(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--waiver 2",
        "--label-waiver 1",
        "--type npm --package a",
        "--type npm --package a --version 1.0",
        "--label vetted"
      })
  void changesNothingIfItIsRepeated(String options) {
    assertThat(unwaive(options)).isZero();
    assertThat(puts()).isOne();

    assertThat(unwaive(options)).isZero();

    assertThat(puts()).isZero();
    assertThat(err.toString().lines())
        .singleElement()
        .asString()
        .contains("was not changed: policy 12 has no ");
  }

  @Test
  void changesNothingOnADryRun() {
    assertThat(unwaive("--type npm --package a --dry-run")).isZero();

    assertThat(out.toString()).contains("drops package waiver 1", "drops package waiver 2");
    assertThat(puts()).isZero();
  }

  @Test
  void refusesIdsForSeveralPolicies() {
    assertThat(unwaive("--policy 11 --waiver 1")).isEqualTo(2);

    assertThat(err.toString()).contains("--policy is given 2 times");
    assertThat(fake.requests()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--waiver", "--label-waiver", "--label"})
  void refusesAnEmptyValue(String option) {
    assertThat(onServer("unwaive", "--policy", "11", option, "")).isEqualTo(2);

    assertThat(err.toString()).contains("must not be blank");
    assertThat(fake.requests()).noneMatch(request -> request.method().equals("PUT"));
  }
}
