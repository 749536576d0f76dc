package io.github.xrayclient.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.github.xrayclient.curation.condition.Condition;
import io.github.xrayclient.curation.condition.ConditionDraft;
import io.github.xrayclient.curation.condition.ConditionUpdate;
import io.github.xrayclient.curation.condition.VersionRange;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.PackageWaiverId;
import io.github.xrayclient.error.XrayForbiddenException;
import io.github.xrayclient.testing.FakeXray.Fault;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurationCornersTest {
  private final CurationServer server = new CurationServer();

  @AfterEach
  void stop() {
    server.close();
  }

  private static PackageWaiver waiver(String json) {
    return RoundTrip.read(Fixtures.parse(json.replace('\'', '"')), PackageWaiver.class);
  }

  @Test
  void likeDoesNotWidenAWaiverOfNoKnownVersions() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> NewPackageWaiver.like(
                waiver(
                    "{'id':'7','pkg_type':'npm','pkg_name':'n','all_versions':false,'justification':'j'}")));
  }

  @Test
  void likeDoesNotNarrowAWaiverOfAllVersions() {
    assertThat(NewPackageWaiver.like(waiver("{'id':'7','pkg_type':'npm','pkg_name':'n',"
                + "'all_versions':true,'pkg_versions':['1'],'justification':'j'}"))
            .allVersions())
        .isTrue();
  }

  @Test
  void replaceThatFailsKeepsTheWaiver() {
    CurationPolicyUpdate.Builder update =
        CurationPolicyUpdate.of(server.policies.get(CurationPolicyId.of("11")));
    assertThatThrownBy(() ->
        update.replaceWaiver(PackageWaiverId.of("1"), waiver -> waiver.withJustification("")));
    assertThat(update.build().changes().droppedWaivers()).isEmpty();
  }

  @Test
  void exactlyBeforeDoesNotBecomeAnOpenRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> VersionRange.exactly("1.0").before("2.0"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "\"[1.0,2.0],[3.0,4.0]\"",
        "\"(,1.0],[1.2,)\"",
        "\"[1.0,1.5,2.0]\"",
        "\"[1.0,2.0\"",
        "\"1.0,2.0)\"",
        "\"[1.0\\u0000]\"",
        "{\"gte\":\"1\",\"except\":[\"1.5\"]}",
        "{\"in\":[\"1\"],\"gte\":\"2\"}",
        "{\"gt\":\"1\",\"gte\":\"2\"}",
        "{\"gte\":{\"x\":1}}",
        "{\"in\":[{}]}"
      })
  void misreads(String value) {
    assertThat(VersionRange.read(Fixtures.parse(value))).isEmpty();
  }

  @Test
  void nullBoundsAreAbsent() {
    assertThat(VersionRange.read(Fixtures.parse("{\"gte\":null,\"gt\":\"1\"}")).orElseThrow())
        .containsExactly(VersionRange.after("1"));
  }

  @Test
  void nullAnyIsAbsent() {
    assertThat(VersionRange.read(Fixtures.parse("{\"any\":null,\"gte\":\"1\"}")).orElseThrow())
        .containsExactly(VersionRange.from("1"));
  }

  @Test
  void aStaleUpdateInsideEditLosesNoWaiver() {
    CurationPolicyId id = CurationPolicyId.of("11");
    CurationPolicy stale = server.policies.get(id);
    server.addWaiver("11", "901", "theirs");
    server.policies.edit(id, update -> CurationPolicyUpdate.of(stale).name("x"));
    assertThat(server.policy("11").path("waivers")).hasSize(3);
  }

  @Test
  void deleteHasHelpOn403() {
    server.fake.failNext(403, 1);
    assertThatExceptionOfType(XrayForbiddenException.class)
        .isThrownBy(() -> server.policies.delete(CurationPolicyId.of("11")))
        .withMessageContaining("MANAGE_POLICIES");
  }

  @Test
  void conditionUpdateLooksWhenTheAnswerIsLost() {
    Condition c = server.conditions.get(ConditionId.of("44"));
    server.fake.failNext(Fault.LOST_ANSWER, 1);
    assertThat(server
            .conditions
            .update(ConditionUpdate.of(c).name("x").build())
            .value()
            .name())
        .hasValue("x");
  }

  @Test
  void conditionUpdateTakesAnEmptyAnswer() {
    Condition c = server.conditions.get(ConditionId.of("44"));
    server.fake.failNext(Fault.EMPTY_BODY, 1);
    assertThat(server.conditions.update(ConditionUpdate.of(c).build()).value().name())
        .isPresent();
  }

  @Test
  void scorecardChecksAreWholeNumbers() {
    assertThat(RoundTrip.write(
                ConditionDraft.openSsf("n", Map.of("Maintained", 3.0), true).build())
            .toString())
        .contains("\"checkValue\":3}");
  }

  @Test
  void scorecardValueIsChecked() {
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            ConditionDraft.openSsf("n", Map.of("Maintained", Double.NaN), true).build())
        .withMessageContaining("checks");
  }

  @Test
  void scorecardValueOutOfRange() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () -> ConditionDraft.openSsf("n", Map.of("Maintained", 42.0), true).build());
  }

  @Test
  void draftIsImmutable() {
    ArrayNode list = JsonNodeFactory.instance.arrayNode().add("a");
    ConditionDraft draft =
        ConditionDraft.named("n", "BannedLabels").param("list_of_labels", list).build();
    list.add("b");
    assertThat(RoundTrip.write(draft).at("/param_values/0/value")).hasSize(1);
  }

  @Test
  void federationWithRepositoriesIsRefusedInEitherOrder() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CurationPolicyDraft.named("n", ConditionId.of("1"))
            .onlyRepositories("a")
            .shareWithFederation(true)
            .build())
        .withMessage("a policy for certain repositories cannot be shared with a federation;"
            + " shareWithFederation(true) cannot be combined with onlyRepositories(..); remove one"
            + " of them");
  }

  @Test
  void falseFederationIsNoChange() {
    CurationPolicy policy = RoundTrip.read(
        Fixtures.parse(
            "{\"id\":\"1\",\"name\":\"n\","
                + "\"scope\":\"specific_repos\",\"repo_include\":[\"a\"],\"share_with_federation\":false}"),
        CurationPolicy.class);
    assertThat(CurationPolicyUpdate.of(policy)
            .onlyRepositories("a")
            .build()
            .changes()
            .isEmpty())
        .isTrue();
  }

  @Test
  void paramValueExtrasSurvive() {
    Condition c = RoundTrip.read(
        Fixtures.parse(
            "{\"id\":\"1\",\"name\":\"n\",\"is_custom\":true,"
                + "\"condition_template_id\":\"T\",\"param_values\":[{\"param_id\":\"a\",\"value\":1,\"op\":\"x\"}]}"),
        Condition.class);
    assertThat(RoundTrip.write(ConditionUpdate.of(c).build())
            .at("/param_values/0/op")
            .asText())
        .isEqualTo("x");
  }

  @Test
  void paramWithoutValueSurvives() {
    Condition c = RoundTrip.read(
        Fixtures.parse(
            "{\"id\":\"1\",\"name\":\"n\",\"is_custom\":true,"
                + "\"condition_template_id\":\"T\",\"param_values\":[{\"param_id\":\"a\",\"value\":null}]}"),
        Condition.class);
    assertThat(RoundTrip.write(ConditionUpdate.of(c).build()).path("param_values"))
        .hasSize(1);
  }

  @Test
  void lostAnswerWithALostUnknownField() {
    server.fake.seed(
        Kind.CURATION_POLICIES, Fixtures.text("policies/GET_{id}_newer-fields_200.json"));
    CurationPolicyId id = CurationPolicyId.of("30");
    CurationPolicyUpdate u =
        CurationPolicyUpdate.of(server.policies.get(id)).name("x").build();
    server.fake.failNext(Fault.LOST_ANSWER, 1);
    assertThat(server.policies.update(u).value().name()).isEqualTo("x");
  }
}
