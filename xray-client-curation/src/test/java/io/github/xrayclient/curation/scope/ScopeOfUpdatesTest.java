package io.github.xrayclient.curation.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.CurationPolicies;
import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.CurationPolicyDraft;
import io.github.xrayclient.curation.CurationPolicyUpdate;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.CurationScope;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The scope of an update moves together with its lists, and what was read is carried. */
class ScopeOfUpdatesTest {
  private static final CurationPolicyId THIRTY = CurationPolicyId.of("30");

  private final FakeXray server = FakeXray.start()
      .seed(Kind.CURATION_POLICIES, Fixtures.text("policies/GET_{id}_newer-fields_200.json"));
  private final XrayClient xray = XrayClient.builder()
      .baseUrl(server.url())
      .credentials(Credentials.anonymous())
      .build();
  private final CurationPolicies policies = Curation.of(xray).policies();

  @AfterEach
  void stop() {
    xray.close();
    server.close();
  }

  private static CurationPolicy policy(String fields) {
    return RoundTrip.read(
        Fixtures.parse(
            ("{'id':'1','name':'n','condition_id':'1','policy_action':'block'," + fields + "}")
                .replace('\'', '"')),
        CurationPolicy.class);
  }

  private static JsonNode body(CurationPolicyUpdate.Builder update) {
    return RoundTrip.write(update.build());
  }

  @Test
  void groupsAreCarriedThroughAnUpdateOfSomethingElse() {
    policies.edit(THIRTY, update -> update.name("renamed"));

    JsonNode stored = server.stored(Kind.CURATION_POLICIES).get(0);
    assertThat(stored.path("scope").asText()).isEqualTo("specific_groups");
    assertThat(stored.path("group_include")).isEqualTo(Fixtures.parse("[\"dev-team\"]"));
    assertThat(stored.path("name").asText()).isEqualTo("renamed");
  }

  @Test
  void groupsCanBeReplaced() {
    CurationPolicy changed = policies
        .edit(THIRTY, update -> update.groups("qa").excludedGroups("ops"))
        .value();

    assertThat(changed.includedGroups()).containsExactly("qa");
    assertThat(changed.excludedGroups()).containsExactly("ops");
    assertThat(changed.scope()).hasValue(CurationScope.SPECIFIC_GROUPS);
  }

  @Test
  void groupsCanBecomeTheScope() {
    CurationPolicy all =
        policies.create(CurationPolicyDraft.named("all", ConditionId.of("1")).build());

    CurationPolicy changed =
        policies.edit(all.id(), update -> update.groups("dev")).value();

    assertThat(changed.scope()).hasValue(CurationScope.SPECIFIC_GROUPS);
    assertThat(changed.includedGroups()).containsExactly("dev");
  }

  @Test
  void groupsOfADraftReachTheServer() {
    CurationPolicy created = policies.create(
        CurationPolicyDraft.named("g", ConditionId.of("1")).groups("dev").build());

    assertThat(created.scope()).hasValue(CurationScope.SPECIFIC_GROUPS);
    assertThat(policies.get(created.id()).includedGroups()).containsExactly("dev");
  }

  @Test
  void anotherScopeEmptiesTheGroups() {
    CurationPolicy changed =
        policies.edit(THIRTY, update -> update.onlyRepositories("a")).value();

    assertThat(changed.scope()).hasValue(CurationScope.SPECIFIC_REPOSITORIES);
    assertThat(changed.includedGroups()).isEmpty();
  }

  @Test
  void aContradictionThatWasReadIsSentBack() {
    CurationPolicy odd = policy("'scope':'all_repos','group_include':['dev']");

    JsonNode body = body(CurationPolicyUpdate.of(odd).name("renamed"));

    assertThat(body.path("scope").asText()).isEqualTo("all_repos");
    assertThat(body.path("group_include")).hasSize(1);
  }

  @Test
  void sharingThatTheScopeDoesNotAllowIsSentBackAsRead() {
    CurationPolicy odd =
        policy("'scope':'specific_repos','repo_include':['a'],'share_with_federation':true");

    JsonNode body = body(CurationPolicyUpdate.of(odd).name("renamed"));

    assertThat(body.path("share_with_federation").asBoolean()).isTrue();
  }

  @Test
  void aContradictionThatTheCallerMakesIsRefused() {
    CurationPolicy groups = policy("'scope':'specific_groups','group_include':['dev']");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> CurationPolicyUpdate.of(groups).groups(List.of()).build())
        .withMessageContaining("group_include and group_exclude are empty");
    assertThat(body(CurationPolicyUpdate.of(groups).groups(List.of()).allRepositoriesExcept())
            .path("scope")
            .asText())
        .isEqualTo("all_repos");
  }

  @Test
  void aSharedPolicyForGroupsIsNoLongerShared() {
    CurationPolicy shared = policy("'scope':'all_repos','share_with_federation':true");

    assertThat(body(CurationPolicyUpdate.of(shared).groups("dev")).has("share_with_federation"))
        .isFalse();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CurationPolicyUpdate.of(shared)
            .shareWithFederation(true)
            .groups("dev")
            .build())
        .withMessageContaining("groups(..)");
  }

  @Test
  void aScopeInOtherCaseIsTheSameScope() {
    CurationPolicy capital = policy("'scope':'Specific_Groups','group_include':['dev']");

    assertThat(CurationPolicyUpdate.of(capital).groups("dev").build().changes().isEmpty())
        .isTrue();
    assertThat(body(CurationPolicyUpdate.of(capital).onlyRepositories("a")).has("group_include"))
        .isFalse();
  }

  @Test
  void aPolicyStaysSharedIfItsLastScopeAllowsThat() {
    CurationPolicy shared = policy("'scope':'all_repos','share_with_federation':true");
    CurationPolicyUpdate.Builder update = CurationPolicyUpdate.of(shared).onlyRepositories("a");

    assertThat(body(update).has("share_with_federation")).isFalse();
    assertThat(
            body(update.allRepositoriesExcept()).path("share_with_federation").asBoolean())
        .isTrue();
    assertThat(RoundTrip.write(CurationPolicyDraft.like(shared)
                .groups("dev")
                .allRepositoriesExcept()
                .build())
            .path("share_with_federation")
            .asBoolean())
        .isTrue();
  }
}
