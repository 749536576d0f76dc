package io.github.xrayclient.policy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.internal.write.NamedWriteContract;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.value.Retry;
import io.github.xrayclient.value.Severity;
import io.github.xrayclient.value.UpdateNote;
import io.github.xrayclient.value.UpdateResult;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Creates, updates and edits of policies on a server that works. */
class PolicyWriteTest extends NamedWriteContract<Policies, Policy, PolicyUpdate.Builder> {
  private static final String ROOT = "/xray/api/v2/policies";

  private final Policies policies = xray.policies();

  PolicyWriteTest() {
    super(Kind.POLICIES, "Policy", ROOT, "/description");
  }

  @Override
  protected Policies service() {
    return policies;
  }

  @Override
  protected Policies inProject(String projectKey) {
    return policies.inProject(projectKey);
  }

  @Override
  protected Policy create(Policies service, String name) {
    return service.create(PolicyDraft.named(name, PolicyType.SECURITY)
        .description("old")
        .addRule(rule("p"))
        .addRule(rule("q"))
        .build());
  }

  @Override
  protected Optional<Policy> find(Policies service, String name) {
    return service.find(name);
  }

  @Override
  protected UpdateResult<Policy> update(
      Policies service, Policy policy, Consumer<PolicyUpdate.Builder> change) {
    PolicyUpdate.Builder update = PolicyUpdate.of(policy);
    change.accept(update);
    return service.update(update.build());
  }

  @Override
  protected UpdateResult<Policy> edit(
      Policies service, String name, Consumer<PolicyUpdate.Builder> change) {
    return service.edit(name, change);
  }

  @Override
  protected UpdateResult<Policy> edit(
      String name, Consumer<PolicyUpdate.Builder> change, Retry retry) {
    return policies.edit(name, change, retry);
  }

  @Override
  protected void delete(Policies service, String name) {
    service.delete(name);
  }

  @Override
  protected String nameOf(Policy policy) {
    return policy.name();
  }

  @Override
  protected String descriptionOf(Object policy) {
    return ((Policy) policy).description().orElse("");
  }

  @Override
  protected List<String> partsOf(Policy policy) {
    return policy.rules().stream().map(Rule::name).collect(Collectors.toList());
  }

  @Override
  protected Policy baseOf(PolicyUpdate.Builder update) {
    return update.base();
  }

  @Override
  protected void describe(PolicyUpdate.Builder update, String description) {
    update.description(description);
  }

  @Override
  protected void drop(PolicyUpdate.Builder update, String rule) {
    update.dropRule(rule);
  }

  private static Rule rule(String name) {
    Criteria criteria = Criteria.builder().minSeverity(Severity.HIGH).build();
    return Rule.builder().name(name).criteria(criteria).build();
  }

  /** A policy with one rule and without a description. */
  private static PolicyDraft draft(String name) {
    return PolicyDraft.named(name, PolicyType.SECURITY).addRule(rule("r")).build();
  }

  @Test
  void createdPoliciesHaveAnAuthorAndTheirProject() {
    Policy policy = policies.inProject("p1").create(draft("p"));

    assertThat(policy.author()).hasValue("admin");
    assertThat(policy.projectKey()).hasValue("p1");
  }

  @Test
  void anUpdateLosesNothing() {
    JsonNode three = Fixtures.json("policies/GET_policies_three-types_200.json");
    server.seed(Kind.POLICIES, three.toString());
    for (JsonNode before : three) {
      String name = before.path("name").asText();
      Policy policy = policies.get(name);
      server.clearRequests();

      UpdateResult<Policy> result = policies.update(PolicyUpdate.of(policy).build());

      assertThat(requests())
          .containsExactly("PUT " + ROOT + "/" + name, "GET " + ROOT + "/" + name);
      assertThat(result.unexpectedChanges()).isEmpty();
      assertThat(result.unsentFields()).isEmpty();
      ObjectNode after = stored(name).deepCopy();
      after.set("modified", before.path("modified"));
      assertThat(Fixtures.withoutEmpty(after)).isEqualTo(Fixtures.withoutEmpty(before));
      assertThat(result.value().modified()).isNotEqualTo(policy.modified());
    }
  }

  @Test
  void anEditThatSetsTheSameRuleAndAnEmptyDescriptionIsNotSent() {
    policies.create(draft("p"));

    UpdateResult<Policy> same =
        policies.edit("p", update -> update.changeRule("r", rule -> rule).description(""));

    assertThat(same.isSent()).isFalse();
  }

  @Test
  void aRetriedEditAddsItsRuleToTheFreshPolicy() {
    policies.create(draft("p"));

    UpdateResult<Policy> result = policies.edit(
        "p",
        update -> {
          if (update.base().description().isEmpty()) {
            policies.edit("p", other -> other.description("theirs"));
          }
          update.addRule(rule("mine"));
        },
        Retry.times(1));

    assertThat(result.value().description()).hasValue("theirs");
    assertThat(partsOf(result.value())).containsExactly("r", "mine");
  }

  @Test
  void sendsWhatNoServerReturnsThoughItCannotBeCompared() {
    policies.create(draft("p"));
    Actions actions = Actions.builder()
        .failPullRequest(FailPullRequest.builder().active(false).build())
        .build();

    UpdateResult<Policy> result = policies.edit(
        "p",
        update ->
            update.changeRule("r", rule -> rule.toBuilder().actions(actions).build()));

    assertThat(result.isSent()).isTrue();
  }

  @Test
  void sendsWhatAnswersLeaveOpen() {
    Criteria banned = Criteria.builder().addBannedLicense("GPL-3.0").build();
    policies.create(PolicyDraft.named("l", PolicyType.LICENSE)
        .addRule(Rule.builder().name("r").criteria(banned).build())
        .build());
    Criteria strict = banned.toBuilder().allowUnknown(false).build();

    UpdateResult<Policy> result = policies.edit(
        "l",
        update ->
            update.changeRule("r", rule -> rule.toBuilder().criteria(strict).build()));

    assertThat(result.isSent()).isTrue();
    assertThat(result.value().rules().get(0).criteria()).hasValue(strict);
  }

  @Test
  void saysThatFailPullRequestOfKeptRulesMayBeOffNow() {
    policies.create(draft("p"));

    UpdateResult<Policy> result = policies.edit("p", update -> update.description("d"));

    assertThat(result.notes()).singleElement().satisfies(note -> {
      assertThat(note.kind()).isEqualTo(UpdateNote.Kind.MAY_BE_CLEARED);
      assertThat(note.objects()).containsExactly("r");
      assertThat(note.text())
          .contains("if fail_pull_request was set for rule \"r\", the update has cleared it");
    });
  }

  @Test
  void saysThatFailPullRequestOfARenamedRuleMayBeOffNow() {
    policies.create(draft("p"));

    UpdateResult<Policy> result = policies.edit(
        "p",
        update ->
            update.changeRule("r", rule -> rule.toBuilder().name("renamed").build()));

    assertThat(result.notes())
        .singleElement()
        .asString()
        .contains("for rule \"renamed\", the update has cleared it");
  }

  @Test
  void saysNothingOfFailPullRequestWhereNoRuleWithItCanHaveBeenThere() {
    policies.create(draft("p"));

    UpdateResult<Policy> result =
        policies.edit("p", update -> update.dropRule("r").addRule(rule("other")));

    assertThat(result.value().rules()).extracting(Rule::name).containsExactly("other");
    assertThat(result.notes()).isEmpty();
  }

  @Test
  void saysThatFailPullRequestCannotBeSeen() {
    policies.create(draft("p"));
    Actions actions = Actions.builder()
        .failPullRequest(FailPullRequest.builder().active(true).build())
        .build();

    UpdateResult<Policy> result = policies.edit(
        "p",
        update ->
            update.changeRule("r", rule -> rule.toBuilder().actions(actions).build()));

    assertThat(requests("PUT")
            .get(0)
            .json()
            .at("/rules/0/actions/fail_pull_request/active")
            .asBoolean())
        .isTrue();
    assertThat(result.unexpectedChanges()).isEmpty();
    assertThat(result.notes()).singleElement().satisfies(note -> {
      assertThat(note.kind()).isEqualTo(UpdateNote.Kind.NOT_VERIFIABLE);
      assertThat(note.objects()).containsExactly("r");
      assertThat(note.text()).contains("fail_pull_request was sent for rule \"r\"");
    });
  }
}
