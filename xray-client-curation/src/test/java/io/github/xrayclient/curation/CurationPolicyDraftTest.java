package io.github.xrayclient.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.curation.value.WaiverRequestConfig;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CurationPolicyDraftTest {
  private static CurationPolicyDraft.Builder draft() {
    return CurationPolicyDraft.named("no-malware", ConditionId.of("1"));
  }

  private static JsonNode body(UnaryOperator<CurationPolicyDraft.Builder> changes) {
    return RoundTrip.write(changes.apply(draft()).build());
  }

  private static JsonNode json(String text) {
    return Fixtures.parse(text.replace('\'', '"'));
  }

  @Nested
  class Body {
    @Test
    void isTheSampleRequest() {
      JsonNode body = body(draft -> draft
          .allRepositoriesExcept("sandbox-npm-remote")
          .notifyEmails(List.of("sec-team@example.com")));

      assertThat(body).isEqualTo(Fixtures.json("policies/POST_policies_request.json"));
    }

    @Test
    void ofTheShortestDraftHasWhatTheServerDemandsAndNothingElse() {
      assertThat(body(draft -> draft))
          .isEqualTo(json("{'name':'no-malware','scope':'all_repos','policy_action':'block',"
              + "'condition_id':'1','waiver_request_config':'forbidden'}"));
    }

    @Test
    void ofTheLongestDraftHasEveryField() {
      JsonNode body = body(draft -> draft
          .packageTypes(PackageType.NPM, PackageType.PYPI)
          .action(PolicyAction.DRY_RUN)
          .conditionId(ConditionId.of("40"))
          .notifyEmails(List.of("a@b.example", "c@d.example"))
          .waiverRequestConfig(WaiverRequestConfig.MANUAL)
          .decisionOwners(List.of("deciders"))
          .blockFromCache(true)
          .shareWithFederation(true)
          .addWaiver(NewPackageWaiver.allVersions(PackageType.NPM, "left-pad", "vendored"))
          .addWaiver(NewPackageWaiver.versions(PackageType.MAVEN, "g:a", List.of("1", "2"), "old"))
          .addLabelWaiver(NewLabelWaiver.of("approved", "by the board")));

      assertThat(body)
          .isEqualTo(json("{'name':'no-malware','scope':'pkg_types','pkg_types_include':['npm',"
              + "'PyPI'],'policy_action':'dry_run','condition_id':'40','notify_emails':['a@b.example','c@d.example'],"
              + "'waiver_request_config':'manual','decision_owners':['deciders'],"
              + "'block_from_cache':true,'share_with_federation':true,'waivers':["
              + "{'pkg_type':'npm','pkg_name':'left-pad','all_versions':true,"
              + "'justification':'vendored'},{'pkg_type':'Maven','pkg_name':'g:a',"
              + "'all_versions':false,'pkg_versions':['1','2'],'justification':'old'}],"
              + "'label_waivers':[{'label':'approved','justification':'by the board'}]}"));
    }

    @Test
    void keepsASwitchThatIsSaidToBeOff() {
      JsonNode body = body(draft -> draft.blockFromCache(false).shareWithFederation(false));

      assertThat(body.path("block_from_cache").isBoolean()).isTrue();
      assertThat(body.path("share_with_federation").isBoolean()).isTrue();
    }

    @Test
    void leavesOutEveryEmptyList() {
      JsonNode body = body(draft -> draft
          .allRepositoriesExcept()
          .notifyEmails(List.of())
          .groups(List.of())
          .excludedGroups(List.of())
          .decisionOwners(List.of()));

      assertThat(body).isEqualTo(body(draft -> draft));
    }

    @Test
    void hasTheListOfTheLastScopeOnly() {
      JsonNode body = body(draft ->
          draft.allRepositoriesExcept("x").packageTypes(PackageType.GO).onlyRepositories("a", "b"));

      assertThat(body)
          .isEqualTo(json("{'name':'no-malware','scope':'specific_repos','repo_include':['a','b'],"
              + "'policy_action':'block','condition_id':'1','waiver_request_config':'forbidden'}"));
    }

    @Test
    void takesCollectionsLikeSingleValues() {
      assertThat(body(draft -> draft.onlyRepositories(Set.of("a"))))
          .isEqualTo(body(draft -> draft.onlyRepositories("a")));
      assertThat(body(draft -> draft.allRepositoriesExcept(List.of("a", "b"))))
          .isEqualTo(body(draft -> draft.allRepositoriesExcept("a", "b")));
      assertThat(body(draft -> draft.packageTypes(Set.of(PackageType.GO))))
          .isEqualTo(body(draft -> draft.packageTypes(PackageType.GO)));
    }

    @Test
    void ofRepositoriesIsNotSharedWhateverTheOrderOfCalls() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> body(draft -> draft.shareWithFederation(true).onlyRepositories("a")))
          .withMessageContaining("shareWithFederation");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> body(draft -> draft.onlyRepositories("a").shareWithFederation(true)))
          .withMessageContaining("shareWithFederation");
    }

    @Test
    void keepsWordsThatTheLibraryDoesNotKnow() {
      JsonNode body = body(draft -> draft
          .packageTypes(PackageType.of("Cargo"), PackageType.of("NPM"))
          .action(PolicyAction.of("warn")));

      assertThat(body.path("pkg_types_include")).isEqualTo(json("['Cargo','NPM']"));
      assertThat(body.path("policy_action").asText()).isEqualTo("warn");
    }
  }

  @Nested
  class Draft {
    @Test
    void isNotChangedByItsBuilderLater() {
      CurationPolicyDraft.Builder builder = draft();
      CurationPolicyDraft first = builder.build();
      JsonNode before = RoundTrip.write(first);

      builder
          .addWaiver(NewPackageWaiver.allVersions(PackageType.NPM, "x", "why"))
          .action(PolicyAction.DRY_RUN);

      assertThat(RoundTrip.write(first)).isEqualTo(before);
      assertThat(RoundTrip.write(builder.build()).path("waivers")).hasSize(1);
    }

    @Test
    void isNotChangedByTheListItWasMadeFrom() {
      List<String> owners = new ArrayList<>(List.of("deciders"));
      CurationPolicyDraft.Builder builder = draft().decisionOwners(owners);

      owners.clear();

      assertThat(RoundTrip.write(builder.build()).path("decision_owners")).hasSize(1);
    }

    @Test
    void saysItsNameAndNoAddresses() {
      CurationPolicyDraft draft = draft().notifyEmails(List.of("a@b.example")).build();

      assertThat(draft.name()).isEqualTo("no-malware");
      assertThat(draft.toString()).contains("no-malware").doesNotContain("a@b.example");
    }
  }

  @Nested
  class Refuses {
    private void refused(String argument, UnaryOperator<CurationPolicyDraft.Builder> change) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> change.apply(draft()).build())
          .withMessageContaining(argument);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\t", "a\u0000b"})
    void aNameThatIsNone(String name) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CurationPolicyDraft.named(name, ConditionId.of("1")))
          .withMessageContaining("name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one", "1 ", "-1", "1.0", "\u0661", "1\n"})
    void aConditionIdThatIsNotMadeOfDigits(String id) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CurationPolicyDraft.named("n", ConditionId.of(id)))
          .withMessageContaining("conditionId")
          .withMessageNotContaining("\n");
      refused("id (condition_id)", draft -> draft.conditionId(ConditionId.of(id)));
    }

    @Test
    void aManualPolicyWithoutAnybodyToDecide() {
      refused("decisionOwners", draft -> draft.waiverRequestConfig(WaiverRequestConfig.MANUAL));
      refused(
          "decisionOwners",
          draft -> draft.decisionOwners(List.of()).waiverRequestConfig(WaiverRequestConfig.MANUAL));
    }

    @Test
    void aScopeWithoutItsList() {
      refused("repositories", draft -> draft.onlyRepositories());
      refused("types", draft -> draft.packageTypes());
    }

    @Test
    void blankElementsOfLists() {
      refused("repositories", draft -> draft.onlyRepositories("a", " "));
      refused("repositories", draft -> draft.allRepositoriesExcept(""));
      refused("types", draft -> draft.packageTypes(PackageType.of("")));
      refused("groups", draft -> draft.groups(List.of("")));
      refused("groups", draft -> draft.excludedGroups(List.of("")));
      refused("groups", draft -> draft.decisionOwners(List.of("")));
      refused("addresses", draft -> draft.notifyEmails(List.of("")));
      refused("action", draft -> draft.action(PolicyAction.of("")));
      refused(
          "config (waiver_request_config)",
          draft -> draft.waiverRequestConfig(WaiverRequestConfig.of(" ")));
    }
  }
}
