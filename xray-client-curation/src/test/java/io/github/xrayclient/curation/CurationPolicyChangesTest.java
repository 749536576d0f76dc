package io.github.xrayclient.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.LabelWaiverId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.PackageWaiverId;
import io.github.xrayclient.curation.value.PolicyAction;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import io.github.xrayclient.value.FieldChange;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class CurationPolicyChangesTest {
  private static final CurationPolicy ELEVEN = policy("policies/GET_{id}_200.json");
  private static final CurationPolicy NEWER = policy("policies/GET_{id}_newer-fields_200.json");

  private static CurationPolicy policy(String fixture) {
    return RoundTrip.read(Fixtures.json(fixture), CurationPolicy.class);
  }

  private static CurationPolicyUpdate.Builder update() {
    return CurationPolicyUpdate.of(ELEVEN);
  }

  @Nested
  class OfNothing {
    @Test
    void areEmptyAndKeepEveryWaiver() {
      CurationPolicyChanges changes = update().build().changes();

      assertThat(changes.isEmpty()).isTrue();
      assertThat(changes.fields()).isEmpty();
      assertThat(changes.keptWaivers()).isEqualTo(ELEVEN.waivers());
      assertThat(changes.keptLabelWaivers()).isEqualTo(ELEVEN.labelWaivers());
      assertThat(changes).hasToString("keeps 2 package waivers and 1 label waiver");
    }

    @Test
    void areEmptyForEveryPolicyOfTheSamples() {
      for (JsonNode json : Fixtures.json("policies/GET_policies_200.json").path("data")) {
        CurationPolicy policy = RoundTrip.read(json, CurationPolicy.class);

        assertThat(CurationPolicyUpdate.of(policy).build().changes().isEmpty()).isTrue();
      }
      CurationPolicy numeric = policy("policies/GET_{id}_numeric-ids_200.json");
      assertThat(CurationPolicyUpdate.of(numeric).build().changes().isEmpty()).isTrue();
    }

    @Test
    void areEmptyWhenFieldsAreSetToWhatTheyAre() {
      CurationPolicyChanges changes = update()
          .name(ELEVEN.name())
          .action(PolicyAction.BLOCK)
          .allRepositoriesExcept()
          .notifyEmails(List.of("someone@example.com"))
          .reenable()
          .build()
          .changes();

      assertThat(changes.isEmpty()).isTrue();
    }
  }

  @Nested
  class OfFields {
    @Test
    void goFromOldToNew() {
      CurationPolicyChanges changes = update()
          .name("renamed")
          .action(PolicyAction.DRY_RUN)
          .conditionId(ConditionId.of("3"))
          .onlyRepositories("a", "b")
          .notifyEmails(List.of())
          .decisionOwners(List.of("deciders", "board"))
          .blockFromCache(true)
          .build()
          .changes();

      assertThat(changes.isEmpty()).isFalse();
      assertThat(changes.fields())
          .extracting(FieldChange::toString)
          .containsExactlyInAnyOrder(
              "name: no mal all repos → renamed",
              "policy_action: block → dry_run",
              "condition_id: 1 → 3",
              "scope: all_repos → specific_repos",
              "repo_include: not set → [\"a\",\"b\"]",
              "notify_emails: [\"someone@example.com\"] → not set",
              "decision_owners: [\"deciders\"] → [\"deciders\",\"board\"]",
              "block_from_cache: not set → true");
    }

    @Test
    void nameTheListThatIsLeftOut() {
      CurationPolicyChanges changes =
          CurationPolicyUpdate.of(NEWER).packageTypes(PackageType.NPM).build().changes();

      assertThat(changes.fields())
          .extracting(FieldChange::toString)
          .containsExactlyInAnyOrder(
              "scope: specific_groups → pkg_types",
              "pkg_types_include: not set → [\"npm\"]",
              "group_include: [\"dev-team\"] → not set");
    }

    @Test
    void sayThatAPolicyIsSwitchedOnThatMayBeOff() {
      CurationPolicy unknown = ELEVEN.toBuilder().enabled(Optional.empty()).build();
      CurationPolicyChanges changes =
          CurationPolicyUpdate.of(unknown).reenable().build().changes();

      assertThat(changes.isEmpty()).isFalse();
      assertThat(changes.fields()).extracting(FieldChange::field).containsExactly("enabled");
    }

    @Test
    void ofAPolicyThatIsOffSayThatItIsSwitchedOn() {
      CurationPolicy off = ELEVEN.toBuilder().enabled(false).build();

      assertThat(CurationPolicyUpdate.of(off).reenable().build().changes().fields())
          .extracting(FieldChange::toString)
          .containsExactly("enabled: false → true");
      assertThat(CurationPolicyUpdate.of(off).build().changes().isEmpty()).isTrue();
    }

    @Test
    void neverNameWhatTheServerSets() {
      String all = update().name("renamed").build().changes().toString();

      assertThat(all).doesNotContain("created", "updated", "condition:", "id: 11");
    }
  }

  @Nested
  class OfWaivers {
    @Test
    void areTheKeptTheDroppedAndTheAddedOnesOfBothKinds() {
      CurationPolicyChanges changes = update()
          .dropWaiver(PackageWaiverId.of("1"))
          .addWaiver(NewPackageWaiver.allVersions(PackageType.NPM, "left-pad", "vendored"))
          .dropLabelWaiver(LabelWaiverId.of("1"))
          .addLabelWaiver(NewLabelWaiver.of("approved", "by the board"))
          .build()
          .changes();

      assertThat(changes.isEmpty()).isFalse();
      assertThat(changes.fields()).isEmpty();
      assertThat(changes.keptWaivers()).containsExactly(ELEVEN.waivers().get(1));
      assertThat(changes.droppedWaivers()).containsExactly(ELEVEN.waivers().get(0));
      assertThat(changes.addedWaivers())
          .extracting(NewPackageWaiver::packageName)
          .containsExactly("left-pad");
      assertThat(changes.keptLabelWaivers()).isEmpty();
      assertThat(changes.droppedLabelWaivers()).isEqualTo(ELEVEN.labelWaivers());
      assertThat(changes.addedLabelWaivers())
          .containsExactly(NewLabelWaiver.of("approved", "by the board"));
    }

    @Test
    void ofOneKindLeaveTheOtherOfTheSameIdAlone() {
      CurationPolicyChanges labels =
          update().dropLabelWaiver(LabelWaiverId.of("1")).build().changes();
      CurationPolicyChanges packages =
          update().dropWaiver(PackageWaiverId.of("1")).build().changes();

      assertThat(labels.keptWaivers()).hasSize(2);
      assertThat(labels.isEmpty()).isFalse();
      assertThat(packages.keptLabelWaivers()).hasSize(1);
      assertThat(packages.isEmpty()).isFalse();
    }

    @Test
    void areAddedToAPolicyThatHadNone() {
      CurationPolicyChanges changes = CurationPolicyUpdate.of(NEWER)
          .addLabelWaiver(NewLabelWaiver.of("approved", "by the board"))
          .build()
          .changes();

      assertThat(changes.isEmpty()).isFalse();
      assertThat(changes.keptWaivers()).isEmpty();
      assertThat(changes.addedLabelWaivers()).hasSize(1);
    }
  }

  @Nested
  class OfUnknownFields {
    @Test
    void nameThoseThatAreNotSent() {
      CurationPolicyChanges changes =
          CurationPolicyUpdate.of(NEWER).blockFromCache(false).build().changes();

      assertThat(changes.unsentFields()).containsExactly("future_field");
      assertThat(changes.fields())
          .extracting(FieldChange::toString)
          .containsExactly("block_from_cache: true → false");
      assertThat(changes.toString()).contains("does not send the unknown field future_field");
    }

    @Test
    void nameNoneThatIsCarried() {
      CurationPolicyChanges changes =
          CurationPolicyUpdate.of(NEWER).carryExtra("future_field").build().changes();

      assertThat(changes.unsentFields()).isEmpty();
      assertThat(changes.isEmpty()).isTrue();
    }
  }

  @Nested
  class Text {
    @Test
    void hasALineForEachChange() {
      String text = update()
          .action(PolicyAction.DRY_RUN)
          .dropWaiver(PackageWaiverId.of("1"))
          .dropWaiver(PackageWaiverId.of("2"))
          .addWaiver(NewPackageWaiver.versions(PackageType.PYPI, "six", List.of("1", "2"), "why"))
          .addWaiver(NewPackageWaiver.allVersions(PackageType.NPM, "left-pad", "vendored"))
          .dropLabelWaiver(LabelWaiverId.of("1"))
          .addLabelWaiver(NewLabelWaiver.of("approved", "by the board"))
          .build()
          .changes()
          .toString();

      assertThat(text.lines())
          .containsExactly(
              "policy_action: block → dry_run",
              "drops package waiver 1: npm jquery [3.7.1]",
              "drops package waiver 2: npm jquery all versions",
              "drops label waiver 1: Manual",
              "adds package waiver: PyPI six [1, 2]",
              "adds package waiver: npm left-pad all versions",
              "adds label waiver: approved",
              "keeps 0 package waivers and 0 label waivers");
    }
  }

  @Nested
  class ReplacedWaiver {
    @Test
    void isDroppedAndAddedAgainWithItsChange() {
      CurationPolicyUpdate update = update()
          .replaceWaiver(
              PackageWaiverId.of("1"), waiver -> waiver.withVersions(List.of("3.7.1", "3.8.0")))
          .build();

      assertThat(RoundTrip.write(update).path("waivers"))
          .isEqualTo(Fixtures.parse("[{\"id\":\"2\"},{\"pkg_type\":\"npm\","
              + "\"pkg_name\":\"jquery\",\"all_versions\":false,"
              + "\"pkg_versions\":[\"3.7.1\",\"3.8.0\"],"
              + "\"justification\":\"this is just an example\"}]"));
      assertThat(update.changes().droppedWaivers())
          .containsExactly(ELEVEN.waivers().get(0));
      assertThat(update.changes().addedWaivers())
          .isEqualTo(update.addedWaivers())
          .hasSize(1);
      assertThat(update.changes().keptLabelWaivers()).hasSize(1);
    }

    @Test
    void mustBeOfThePolicy() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> update().replaceWaiver(PackageWaiverId.of("9"), waiver -> waiver))
          .withMessageContaining("policy 11")
          .withMessageContaining("package waiver 9");
    }

    @Test
    void cannotBeReplacedTwice() {
      CurationPolicyUpdate.Builder once =
          update().replaceWaiver(PackageWaiverId.of("1"), waiver -> waiver.withJustification("x"));

      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> once.replaceWaiver(PackageWaiverId.of("1"), NewPackageWaiver::withAllVersions))
          .withMessageContaining("package waiver 1");
      assertThat(once.build().addedWaivers()).hasSize(1);
    }
  }
}
