package io.github.xrayclient.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.LabelWaiverId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.PackageWaiverId;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.curation.value.WaiverRequestConfig;
import io.github.xrayclient.testsupport.Fixtures;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What an update sends, without a server. */
class CurationPolicyUpdateTest {
  private final CurationPolicy sample = read("policies/GET_{id}_200.json");
  private final CurationPolicy newer = read("policies/GET_{id}_newer-fields_200.json");

  private static CurationPolicy read(String fixture) {
    return policy(Fixtures.text(fixture));
  }

  private static CurationPolicy policy(String json) {
    try {
      return XrayClient.jsonMapper().readValue(json, CurationPolicy.class);
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode body(CurationPolicyUpdate update) {
    try {
      return Fixtures.parse(XrayClient.jsonMapper().writeValueAsString(update));
    } catch (JsonProcessingException e) {
      throw new AssertionError(e);
    }
  }

  private static JsonNode body(CurationPolicyUpdate.Builder update) {
    return body(update.build());
  }

  private static List<String> names(JsonNode object) {
    List<String> names = new ArrayList<>();
    object.fieldNames().forEachRemaining(names::add);
    return names;
  }

  @Nested
  class Unchanged {
    @Test
    void sendsTheEditableFieldsAndEveryWaiverById() {
      JsonNode body = body(CurationPolicyUpdate.of(sample));

      assertThat(body).isEqualTo(Fixtures.json("policies/PUT_{id}_unchanged_request.json"));
    }

    @Test
    void sendsNothingThatTheServerSets() {
      assertThat(names(body(CurationPolicyUpdate.of(sample))))
          .doesNotContain(
              "id", "created_by", "updated_by", "created_at", "updated_at", "enabled", "condition");
    }

    @Test
    void sendsTheSampleOfTheDocuments() {
      CurationPolicy policy = read("policies/PUT_{id}_200.json");

      JsonNode body = body(CurationPolicyUpdate.of(policy));

      assertThat(Fixtures.withoutEmpty(body))
          .isEqualTo(Fixtures.json("policies/PUT_{id}_request_sample.json"));
    }

    @Test
    void carriesTheFieldsOfNewerServers() {
      JsonNode body = body(CurationPolicyUpdate.of(newer));

      assertThat(body.path("block_from_cache").isBoolean()).isTrue();
      assertThat(body.path("block_from_cache").asBoolean()).isTrue();
      assertThat(body.path("share_with_federation").isBoolean()).isTrue();
      assertThat(body.path("share_with_federation").asBoolean()).isFalse();
      assertThat(body.path("group_include")).isEqualTo(Fixtures.parse("[\"dev-team\"]"));
    }

    @Test
    void carriesAGroupThatIsExcluded() {
      CurationPolicy policy = policy(
          "{\"id\":\"1\",\"name\":\"n\",\"scope\":\"specific_groups\",\"group_exclude\":[\"g\"]}");

      assertThat(body(CurationPolicyUpdate.of(policy)).path("group_exclude"))
          .isEqualTo(Fixtures.parse("[\"g\"]"));
    }

    @Test
    void doesNotSendUnknownFields() {
      assertThat(names(body(CurationPolicyUpdate.of(newer)))).doesNotContain("future_field");
    }

    @Test
    void sendsWhatTheServerSpelledAsItSpelledIt() {
      CurationPolicy policy = policy("{\"id\":\"1\",\"name\":\"n\",\"scope\":\"ALL_repos\","
          + "\"pkg_types_include\":[\"pypi\",\"Cargo\"],\"policy_action\":\"warn\","
          + "\"condition_id\":\"x7\",\"waiver_request_config\":\"Later\"}");

      assertThat(Fixtures.withoutEmpty(body(CurationPolicyUpdate.of(policy))))
          .isEqualTo(Fixtures.parse("{\"name\":\"n\",\"scope\":\"ALL_repos\","
              + "\"pkg_types_include\":[\"pypi\",\"Cargo\"],\"policy_action\":\"warn\","
              + "\"condition_id\":\"x7\",\"waiver_request_config\":\"Later\"}"));
    }

    @Test
    void sendsIdsAsTextsEvenIfTheyWereReadAsNumbers() {
      JsonNode body = body(CurationPolicyUpdate.of(read("policies/GET_{id}_numeric-ids_200.json")));

      assertThat(body.path("condition_id")).isEqualTo(Fixtures.parse("\"14\""));
    }
  }

  @Nested
  class Waivers {
    @Test
    void areAddedBesideThoseThatAreKept() {
      JsonNode body = body(CurationPolicyUpdate.of(sample)
          .addWaiver(NewPackageWaiver.versions(
              PackageType.NPM, "right-pad", List.of("2.0.0", "2.0.1"), "hotfix"))
          .addWaiver(NewPackageWaiver.allVersions(PackageType.PYPI, "tool", "ours"))
          .addLabelWaiver(NewLabelWaiver.of("approved", "by the board")));

      assertThat(Fixtures.withoutEmpty(body.path("waivers")))
          .isEqualTo(Fixtures.parse("[{\"id\":\"1\"},{\"id\":\"2\"},"
              + "{\"pkg_type\":\"npm\",\"pkg_name\":\"right-pad\",\"all_versions\":false,"
              + "\"pkg_versions\":[\"2.0.0\",\"2.0.1\"],\"justification\":\"hotfix\"},"
              + "{\"pkg_type\":\"PyPI\",\"pkg_name\":\"tool\",\"all_versions\":true,"
              + "\"justification\":\"ours\"}]"));
      assertThat(body.path("label_waivers"))
          .isEqualTo(Fixtures.parse(
              "[{\"id\":\"1\"},{\"label\":\"approved\",\"justification\":\"by the board\"}]"));
    }

    @Test
    void ofOnePackageAreDroppedWithoutTouchingLabelWaiversOfTheSameId() {
      JsonNode body = body(CurationPolicyUpdate.of(sample).dropWaiver(PackageWaiverId.of("1")));

      assertThat(body.path("waivers")).isEqualTo(Fixtures.parse("[{\"id\":\"2\"}]"));
      assertThat(body.path("label_waivers")).isEqualTo(Fixtures.parse("[{\"id\":\"1\"}]"));
    }

    @Test
    void ofOneLabelAreDroppedWithoutTouchingPackageWaiversOfTheSameId() {
      JsonNode body = body(CurationPolicyUpdate.of(sample).dropLabelWaiver(LabelWaiverId.of("1")));

      assertThat(body.path("waivers")).isEqualTo(Fixtures.parse("[{\"id\":\"1\"},{\"id\":\"2\"}]"));
      assertThat(body.has("label_waivers")).isTrue();
      assertThat(body.path("label_waivers")).isEmpty();
    }

    @Test
    void areSentAsAnEmptyListWhenTheLastOneIsDropped() {
      JsonNode body = body(CurationPolicyUpdate.of(sample)
          .dropWaiver(PackageWaiverId.of("1"))
          .dropWaiver(PackageWaiverId.of("2")));

      assertThat(body.path("waivers").isArray()).isTrue();
      assertThat(body.path("waivers")).isEmpty();
    }

    @Test
    void ofAnUnknownIdCannotBeDropped() {
      CurationPolicyUpdate.Builder update = CurationPolicyUpdate.of(sample);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> update.dropWaiver(PackageWaiverId.of("7")))
          .withMessageContainingAll("package waiver 7", "policy 11");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> update.dropLabelWaiver(LabelWaiverId.of("2")))
          .withMessageContainingAll("label waiver 2", "policy 11");
      assertThat(body(update)).isEqualTo(Fixtures.json("policies/PUT_{id}_unchanged_request.json"));
    }

    @Test
    void cannotBeDroppedTwice() {
      CurationPolicyUpdate.Builder update =
          CurationPolicyUpdate.of(sample).dropWaiver(PackageWaiverId.of("1"));

      assertThatIllegalArgumentException()
          .isThrownBy(() -> update.dropWaiver(PackageWaiverId.of("1")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\u2003", "a\u0000b"})
    void areRefusedWithoutATextToReadLater(String text) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> NewPackageWaiver.allVersions(PackageType.NPM, "p", text))
          .withMessageContaining("justification");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> NewPackageWaiver.allVersions(PackageType.NPM, text, "why"))
          .withMessageContaining("name");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> NewPackageWaiver.allVersions(PackageType.of(text), "p", "why"))
          .withMessageContaining("type");
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> NewPackageWaiver.versions(PackageType.NPM, "p", List.of("1", text), "why"))
          .withMessageContaining("version");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> NewLabelWaiver.of(text, "why"))
          .withMessageContaining("label");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> NewLabelWaiver.of("l", text))
          .withMessageContaining("justification");
    }

    @Test
    void ofNoVersionAreRefused() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> NewPackageWaiver.versions(PackageType.NPM, "p", List.of(), "why"))
          .withMessageContaining("versions");
    }
  }

  @Nested
  class Scope {
    private final CurationPolicy narrow =
        policy("{\"id\":\"1\",\"name\":\"n\",\"scope\":\"specific_repos\",\"repo_include\":[\"a\"],"
            + "\"policy_action\":\"block\",\"condition_id\":\"1\"}");
    private final CurationPolicy wide =
        policy("{\"id\":\"1\",\"name\":\"n\",\"scope\":\"all_repos\",\"repo_exclude\":[\"a\"],"
            + "\"policy_action\":\"block\",\"condition_id\":\"1\"}");

    @Test
    void movesToAllRepositoriesWithItsList() {
      JsonNode body = body(CurationPolicyUpdate.of(narrow).allRepositoriesExcept("b", "c"));

      assertThat(body.path("scope").asText()).isEqualTo("all_repos");
      assertThat(body.path("repo_exclude")).isEqualTo(Fixtures.parse("[\"b\",\"c\"]"));
      assertThat(body.path("repo_include")).isEmpty();
      assertThat(body.path("pkg_types_include")).isEmpty();
    }

    @Test
    void movesToSomeRepositoriesWithItsList() {
      JsonNode body = body(CurationPolicyUpdate.of(wide).onlyRepositories("b"));

      assertThat(body.path("scope").asText()).isEqualTo("specific_repos");
      assertThat(body.path("repo_include")).isEqualTo(Fixtures.parse("[\"b\"]"));
      assertThat(body.path("repo_exclude")).isEmpty();
      assertThat(body.path("pkg_types_include")).isEmpty();
    }

    @Test
    void movesToPackageTypesWithItsList() {
      JsonNode body = body(
          CurationPolicyUpdate.of(wide).packageTypes(PackageType.NPM, PackageType.of("Cargo")));

      assertThat(body.path("scope").asText()).isEqualTo("pkg_types");
      assertThat(body.path("pkg_types_include")).isEqualTo(Fixtures.parse("[\"npm\",\"Cargo\"]"));
      assertThat(body.path("repo_exclude")).isEmpty();
      assertThat(body.path("repo_include")).isEmpty();
    }

    @Test
    void canExcludeNothing() {
      JsonNode body = body(CurationPolicyUpdate.of(wide).allRepositoriesExcept());

      assertThat(body.has("repo_exclude")).isTrue();
      assertThat(body.path("repo_exclude")).isEmpty();
    }

    @Test
    void cannotCoverNothing() {
      CurationPolicyUpdate.Builder update = CurationPolicyUpdate.of(wide);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> update.onlyRepositories())
          .withMessageContaining("repositories");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> update.packageTypes())
          .withMessageContaining("types");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> update.onlyRepositories("a", " "))
          .withMessageContaining("repositories");
      assertThat(body(update).path("scope").asText()).isEqualTo("all_repos");
      assertThat(body(update).path("repo_exclude")).isEqualTo(Fixtures.parse("[\"a\"]"));
    }
  }

  @Nested
  class Changes {
    @Test
    void reachTheBody() {
      JsonNode body = body(CurationPolicyUpdate.of(sample)
          .name("renamed")
          .action(PolicyAction.DRY_RUN)
          .conditionId(ConditionId.of("21"))
          .waiverRequestConfig(WaiverRequestConfig.FORBIDDEN)
          .groups(List.of("in"))
          .excludedGroups(List.of("out"))
          .blockFromCache(true)
          .shareWithFederation(false));

      assertThat(body.path("name").asText()).isEqualTo("renamed");
      assertThat(body.path("policy_action").asText()).isEqualTo("dry_run");
      assertThat(body.path("condition_id")).isEqualTo(Fixtures.parse("\"21\""));
      assertThat(body.path("waiver_request_config").asText()).isEqualTo("forbidden");
      assertThat(body.path("group_include")).isEqualTo(Fixtures.parse("[\"in\"]"));
      assertThat(body.path("group_exclude")).isEqualTo(Fixtures.parse("[\"out\"]"));
      assertThat(body.path("block_from_cache")).isEqualTo(Fixtures.parse("true"));
      assertThat(body.path("share_with_federation")).isEqualTo(Fixtures.parse("false"));
    }

    @Test
    void ofTheConditionLeaveItsContentUnknown() {
      CurationPolicy policy = policy("{\"id\":\"1\",\"name\":\"n\",\"condition_id\":\"7\","
          + "\"condition\":{\"id\":\"7\",\"name\":\"c\"}}");
      CurationPolicyUpdate.Builder update = CurationPolicyUpdate.of(policy).name("m");

      assertThat(update.build().changed().condition()).isPresent().isEqualTo(policy.condition());
      assertThat(update.conditionId(ConditionId.of("8")).build().changed().condition())
          .isEmpty();
    }

    @Test
    void toNothingAreSentAsEmptyLists() {
      JsonNode body = body(CurationPolicyUpdate.of(sample)
          .notifyEmails(List.of())
          .waiverRequestConfig(WaiverRequestConfig.FORBIDDEN)
          .decisionOwners(List.of())
          .groups(List.of())
          .excludedGroups(List.of()));

      for (String list :
          List.of("notify_emails", "decision_owners", "group_include", "group_exclude")) {
        assertThat(body.path(list).isArray()).as(list).isTrue();
        assertThat(body.path(list)).as(list).isEmpty();
      }
    }

    @Test
    void doNotReachAnUpdateThatIsAlreadyBuilt() {
      CurationPolicyUpdate.Builder builder = CurationPolicyUpdate.of(sample);
      CurationPolicyUpdate first = builder.build();

      builder
          .name("later")
          .dropWaiver(PackageWaiverId.of("1"))
          .addLabelWaiver(NewLabelWaiver.of("l", "why"));

      assertThat(body(first)).isEqualTo(Fixtures.json("policies/PUT_{id}_unchanged_request.json"));
      assertThat(first.addedLabelWaivers()).isEmpty();
    }

    @Test
    void areRefusedWhenTheyAreBlank() {
      CurationPolicyUpdate.Builder update = CurationPolicyUpdate.of(sample);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> update.name(" "))
          .withMessageContaining("name");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> update.action(PolicyAction.of("")))
          .withMessageContaining("action");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> update.conditionId(ConditionId.of("1a")))
          .withMessageContaining("id (condition_id)");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> update.notifyEmails(List.of("a@b.example", "")))
          .withMessageContaining("addresses");
      assertThat(body(update)).isEqualTo(Fixtures.json("policies/PUT_{id}_unchanged_request.json"));
    }

    @Test
    void toManualNeedDecisionOwners() {
      CurationPolicy forbidden = read("policies/PUT_{id}_200.json");

      assertThatIllegalArgumentException()
          .isThrownBy(() -> CurationPolicyUpdate.of(forbidden)
              .waiverRequestConfig(WaiverRequestConfig.MANUAL)
              .build())
          .withMessageContaining("decisionOwners");
      assertThat(body(CurationPolicyUpdate.of(forbidden)
                  .waiverRequestConfig(WaiverRequestConfig.MANUAL)
                  .decisionOwners(List.of("deciders")))
              .path("decision_owners"))
          .isEqualTo(Fixtures.parse("[\"deciders\"]"));
    }

    @Test
    void cannotTakeTheOwnersFromAManualPolicy() {
      CurationPolicyUpdate.Builder update =
          CurationPolicyUpdate.of(sample).decisionOwners(List.of());

      assertThatIllegalArgumentException()
          .isThrownBy(update::build)
          .withMessageContaining("decisionOwners");
    }

    @Test
    void ofAManualPolicyThatWasReadWithoutOwnersAreStillPossible() {
      CurationPolicy odd =
          policy("{\"id\":\"1\",\"name\":\"n\",\"waiver_request_config\":\"manual\"}");

      assertThat(body(CurationPolicyUpdate.of(odd).name("m")).path("name").asText())
          .isEqualTo("m");
    }
  }

  @Nested
  class Reenable {
    @Test
    void isTheOnlyWayToSendEnabled() {
      JsonNode body = body(CurationPolicyUpdate.of(sample).reenable());

      assertThat(body.path("enabled")).isEqualTo(Fixtures.parse("true"));
    }
  }

  @Nested
  class ReplaceWaiver {
    private final CurationPolicy unjustified = policy("{'id':'1','name':'n','waivers':["
        .concat("{'id':'2','pkg_type':'npm','pkg_name':'acme','pkg_versions':['1.0']},"
            + "{'id':'3','pkg_type':'npm','pkg_name':'left-pad','justification':'why'}]}")
        .replace('\'', '"'));

    @Test
    void givesAWaiverTheJustificationThatItLacks() {
      CurationPolicyUpdate update = CurationPolicyUpdate.of(unjustified)
          .replaceWaiver(
              PackageWaiverId.of("2"),
              waiver -> waiver.withVersions(List.of("2.0")).withJustification("vendored"))
          .build();

      assertThat(update.addedWaivers())
          .containsExactly(
              NewPackageWaiver.versions(PackageType.NPM, "acme", List.of("2.0"), "vendored"));
    }

    @Test
    void givesAWaiverTheVersionsThatItLacks() {
      CurationPolicyUpdate update = CurationPolicyUpdate.of(unjustified)
          .replaceWaiver(PackageWaiverId.of("3"), waiver -> waiver.withVersions(List.of("1.0")))
          .build();

      assertThat(update.addedWaivers())
          .extracting(NewPackageWaiver::packageVersions)
          .containsExactly(List.of("1.0"));
    }

    @Test
    void namesAWaiverThatStillLacksIt() {
      CurationPolicyUpdate.Builder update = CurationPolicyUpdate.of(unjustified);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> update.replaceWaiver(PackageWaiverId.of("2"), waiver -> waiver))
          .withMessage("justification of package waiver 2 must not be blank, but was ''");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> update.replaceWaiver(PackageWaiverId.of("3"), waiver -> waiver))
          .withMessage("versions of package waiver 3 must not be empty; give at least one");
      assertThat(update.build().changes().isEmpty()).isTrue();
    }
  }

  @Nested
  class CarryExtra {
    @Test
    void sendsTheUnknownFieldAsItWasRead() {
      JsonNode body = body(CurationPolicyUpdate.of(newer).carryExtra("future_field"));

      assertThat(body.path("future_field")).isEqualTo(Fixtures.parse("{\"x\":1}"));
    }

    @Test
    void keepsANullANull() {
      CurationPolicy policy = policy("{\"id\":\"1\",\"name\":\"n\",\"future\":null}");

      JsonNode body = body(CurationPolicyUpdate.of(policy).carryExtra("future"));

      assertThat(names(body)).contains("future");
      assertThat(body.path("future").isNull()).isTrue();
    }

    @Test
    void refusesANameThatThePolicyDoesNotHave() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CurationPolicyUpdate.of(newer).carryExtra("futurefield"))
          .withMessageContainingAll("futurefield", "future_field");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "id",
          "created_by",
          "updated_by",
          "created_at",
          "updated_at",
          "enabled",
          "condition",
          "author",
          "created",
          "modified",
          "watches",
          "project_key"
        })
    void refusesWhatTheServerSetsEvenIfItIsAmongTheExtras(String name) {
      CurationPolicy smuggled =
          sample.toBuilder().putExtra(name, Fixtures.parse("\"x\"")).build();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> CurationPolicyUpdate.of(smuggled).carryExtra(name))
          .withMessageContaining(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"name", "waivers", "label_waivers", "scope"})
    void cannotReplaceAFieldThatHasAMethodOfItsOwn(String name) {
      CurationPolicy smuggled =
          sample.toBuilder().putExtra(name, Fixtures.parse("[]")).build();

      assertThatIllegalArgumentException()
          .isThrownBy(() -> CurationPolicyUpdate.of(smuggled).carryExtra(name))
          .withMessageContaining(name);
    }
  }

  @Nested
  class Text {
    @Test
    void namesThePolicyAndWhatIsSent() {
      assertThat(CurationPolicyUpdate.of(sample).build().toString())
          .startsWith("CurationPolicyUpdate of policy 11 {name=\"no mal all repos\", scope=")
          .contains("waivers=[{\"id\":\"1\"}");
    }
  }
}
