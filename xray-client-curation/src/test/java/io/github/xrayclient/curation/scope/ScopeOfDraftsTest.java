package io.github.xrayclient.curation.scope;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.CurationPolicyDraft;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.CurationScope;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The scope of a draft and its lists always agree. */
class ScopeOfDraftsTest {
  private static CurationPolicyDraft.Builder draft() {
    return CurationPolicyDraft.named("n", ConditionId.of("1"));
  }

  private static JsonNode body(UnaryOperator<CurationPolicyDraft.Builder> changes) {
    return RoundTrip.write(changes.apply(draft()).build());
  }

  private static JsonNode json(String text) {
    return Fixtures.parse(text.replace('\'', '"'));
  }

  @Nested
  class Groups {
    @Test
    void areAScopeOfTheirOwn() {
      CurationPolicyDraft draft = draft().groups("dev", "qa").build();

      assertThat(draft.scope()).hasValue(CurationScope.SPECIFIC_GROUPS);
      assertThat(draft.includedGroups()).containsExactly("dev", "qa");
      assertThat((Object) RoundTrip.write(draft))
          .isEqualTo(json("{'name':'n','scope':'specific_groups','group_include':['dev','qa'],"
              + "'policy_action':'block','condition_id':'1','waiver_request_config':'forbidden'}"));
    }

    @Test
    void mayAlsoBeExcluded() {
      JsonNode body = body(draft -> draft.excludedGroups("contractors"));

      assertThat(body.path("scope").asText()).isEqualTo("specific_groups");
      assertThat(body.path("group_exclude")).isEqualTo(json("['contractors']"));
      assertThat(body.has("group_include")).isFalse();
    }

    @Test
    void mayBeIncludedAndExcludedInEitherOrder() {
      assertThat(body(draft -> draft.groups("dev").excludedGroups("ops")))
          .isEqualTo(body(draft -> draft.excludedGroups(List.of("ops")).groups(List.of("dev"))));
    }

    @Test
    void replaceTheListsOfEarlierScopes() {
      JsonNode body = body(draft -> draft.onlyRepositories("a").groups("dev"));

      assertThat(body.has("repo_include")).isFalse();
      assertThat(body.path("scope").asText()).isEqualTo("specific_groups");
    }

    @Test
    void areReplacedByALaterScope() {
      JsonNode body =
          body(draft -> draft.groups("dev").excludedGroups("ops").packageTypes(PackageType.NPM));

      assertThat(body.path("scope").asText()).isEqualTo("pkg_types");
      assertThat(body.has("group_include")).isFalse();
      assertThat(body.has("group_exclude")).isFalse();
    }

    @Test
    void cannotBeRemovedWithoutAnotherScope() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> draft().groups("dev").groups(List.of()).build())
          .withMessage("the scope is specific_groups, but group_include and group_exclude are"
              + " empty; name what the policy covers with groups(..) or excludedGroups(..), or"
              + " choose another scope, for example with allRepositoriesExcept()");
    }

    @Test
    void cannotBeCombinedWithSharing() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> draft().groups("dev").shareWithFederation(true).build())
          .withMessageContaining("shareWithFederation(true)")
          .withMessageContaining("groups(..)");
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> draft().shareWithFederation(true).excludedGroups("dev").build())
          .withMessageContaining("shareWithFederation(true)");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'scope':'all_repos','group_include':['dev']                      | groups(..)",
        "'scope':'all_repos','group_exclude':['dev']                      | excludedGroups(..)",
        "'group_include':['dev']                                          | groups(..)",
        "'scope':'all_repos','repo_include':['a']                         | onlyRepositories(..)",
        "'repo_include':['a']                                             | onlyRepositories(..)",
        "'scope':'ALL_REPOS','pkg_types_include':['npm']                  | packageTypes(..)",
        "'scope':'specific_repos','repo_include':['a'],'repo_exclude':['b'] | allRepositoriesExcept(..)",
        "'scope':'specific_repos'                                         | onlyRepositories(..)",
        "'scope':'specific_repos','repo_include':['a'],'group_include':['d'] | groups(..)",
        "'scope':'pkg_types'                                              | packageTypes(..)",
        "'scope':'pkg_types','pkg_types_include':['npm'],'repo_include':['a'] | onlyRepositories(..)",
        "'scope':'specific_groups'                                        | groups(..)",
        "'scope':'specific_groups','group_include':['',' ']               | excludedGroups(..)"
      })
  void thatContradictsItsListsIsRefused(String fields, String remedy) {
    JsonNode json = json("{'name':'n','condition_id':'1'," + fields.strip() + "}");

    assertThatThrownBy(() -> RoundTrip.read(json, CurationPolicyDraft.class))
        .hasMessageContaining(remedy);
  }

  @Test
  void thatWasCopiedIsCheckedOnlyIfItWasChanged() {
    CurationPolicy policy = RoundTrip.read(
        json("{'id':'1','name':'n','condition_id':'1','scope':'all_repos',"
            + "'group_include':['dev']}"),
        CurationPolicy.class);

    JsonNode copy = RoundTrip.write(CurationPolicyDraft.like(policy).build());
    assertThat(copy.path("scope").asText()).isEqualTo("all_repos");
    assertThat(copy.path("group_include")).hasSize(1);
    assertThatThrownBy(() -> RoundTrip.read(copy.deepCopy(), CurationPolicyDraft.class))
        .hasMessageContaining(
            "the scope is all_repos, which contradicts group_include; call groups(..) or"
                + " allRepositoriesExcept(..), which set the scope and empty the lists of other"
                + " scopes");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> CurationPolicyDraft.like(policy)
            .groups(List.of())
            .groups("ops")
            .groups(List.of())
            .build())
        .withMessageContaining("group_include and group_exclude are empty");
    assertThat(CurationPolicyDraft.like(policy).groups("dev").build().scope())
        .hasValue(CurationScope.SPECIFIC_GROUPS);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "'scope':'by_weather','group_include':['dev'],'repo_include':['a']",
        "'scope':'pkg_types','pkg_types_include':['npm'],'repo_exclude':['a']",
        "'scope':'Specific_Groups','group_exclude':['dev']",
        "'scope':'all_repos','group_include':[''],'repo_include':[]"
      })
  void thatMayBeRightIsNotRefused(String fields) {
    JsonNode json = json("{'name':'n','condition_id':'1'," + fields + "}");

    CurationPolicyDraft draft = RoundTrip.read(json, CurationPolicyDraft.class);

    assertThat(RoundTrip.write(draft).path("scope")).isEqualTo(json.path("scope"));
  }
}
