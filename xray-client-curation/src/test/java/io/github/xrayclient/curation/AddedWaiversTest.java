package io.github.xrayclient.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.LabelWaiverId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.PackageWaiverId;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import io.github.xrayclient.value.UpdateNote;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Waivers that are added although they are there already. */
class AddedWaiversTest {
  private static final CurationPolicy POLICY = RoundTrip.read(
      Fixtures.parse(("{'id':'11','name':'p','condition_id':'7','waivers':["
              + "{'id':'1','pkg_type':'NPM','pkg_name':'acme','all_versions':true,"
              + "'justification':'old'},"
              + "{'id':'2','pkg_type':'npm','pkg_name':'acme','all_versions':false,"
              + "'pkg_versions':['1.0','2.0'],'justification':'old'},"
              + "{'id':'3','pkg_type':'npm','pkg_name':'odd','all_versions':true,"
              + "'justification':'old','expires_at':'2030'},"
              + "{'id':'4','pkg_type':'npm','pkg_name':'beta','all_versions':false,"
              + "'pkg_versions':['1.0','2.0'],'justification':'old','expires_at':'2030'}],"
              + "'label_waivers':[{'id':'1','label':'trusted','justification':'old'},"
              + "{'id':'2','label':'odd','justification':'old','expires_at':'2030'}]}")
          .replace('\'', '"')),
      CurationPolicy.class);

  private static CurationPolicyUpdate.Builder update() {
    return CurationPolicyUpdate.of(POLICY);
  }

  private static NewPackageWaiver all(String name) {
    return NewPackageWaiver.allVersions(PackageType.NPM, name, "new");
  }

  private static NewPackageWaiver versions(String... versions) {
    return NewPackageWaiver.versions(PackageType.NPM, "acme", List.of(versions), "new");
  }

  @Nested
  class AreToldAndNotDoubled {
    @Test
    void ifThePackageIsExemptedInAllVersions() {
      CurationPolicyUpdate update = update().addWaiver(all("acme")).build();

      assertThat(update.addedWaivers()).isEmpty();
      assertThat(update.changes().isEmpty()).isTrue();
      assertThat(update.notes()).singleElement().satisfies(note -> {
        assertThat(note.kind()).isEqualTo(UpdateNote.Kind.PACKAGE_WAIVER_EXISTS);
        assertThat(note.objects()).containsExactly("1");
        assertThat(note.text())
            .isEqualTo("package waiver 1 already exempts all versions of npm acme, so it is kept"
                + " and no waiver is added");
      });
      assertThat(update.changes().notes()).isEqualTo(update.notes());
      assertThat(update.changes().toString()).contains("package waiver 1 already exempts");
      assertThat(RoundTrip.write(update).path("waivers"))
          .isEqualTo(
              Fixtures.parse("[{\"id\":\"1\"},{\"id\":\"2\"},{\"id\":\"3\"},{\"id\":\"4\"}]"));
    }

    @Test
    void whateverTheOrderOfVersions() {
      CurationPolicyUpdate update = update().addWaiver(versions("2.0", "1.0")).build();

      assertThat(update.addedWaivers()).isEmpty();
      assertThat(update.notes())
          .extracting(UpdateNote::text)
          .containsExactly("package waiver 2 already exempts the versions 2.0, 1.0 of npm acme, so"
              + " it is kept and no waiver is added");
    }

    @Test
    void ifTheLabelIsExempted() {
      CurationPolicyUpdate update =
          update().addLabelWaiver(NewLabelWaiver.of("trusted", "new")).build();

      assertThat(update.addedLabelWaivers()).isEmpty();
      assertThat(update.notes()).singleElement().satisfies(note -> {
        assertThat(note.kind()).isEqualTo(UpdateNote.Kind.LABEL_WAIVER_EXISTS);
        assertThat(note.objects()).containsExactly("1");
        assertThat(note.text()).contains("label waiver 1", "trusted");
      });
    }
  }

  @Nested
  class AreAdded {
    @ParameterizedTest
    @CsvSource({"1.0", "'1.0,2.0,3.0'", "'1.0,2.0-RC'", "'1.0,2.0-rc'"})
    void forOtherVersions(String versions) {
      CurationPolicyUpdate update =
          update().addWaiver(versions(versions.split(","))).build();

      assertThat(update.addedWaivers()).hasSize(1);
      assertThat(update.notes()).isEmpty();
    }

    @Test
    void withANoteIfTheVersionsMayBeExempted() {
      NewPackageWaiver some =
          NewPackageWaiver.versions(PackageType.NPM, "beta", List.of("2.0", "3.0"), "new");
      NewPackageWaiver other =
          NewPackageWaiver.versions(PackageType.NPM, "beta", List.of("3.0"), "new");

      assertThat(update().addWaiver(some).build().notes()).hasSize(1);
      assertThat(update().addWaiver(all("beta")).build().notes()).hasSize(1);
      assertThat(update().addWaiver(other).build().notes()).isEmpty();
    }

    @Test
    void forANameInAnotherCase() {
      assertThat(update().addWaiver(all("Acme")).build().addedWaivers()).hasSize(1);
      assertThat(update()
              .addLabelWaiver(NewLabelWaiver.of("Trusted", "new"))
              .build()
              .addedLabelWaivers())
          .hasSize(1);
    }

    @Test
    void ifTheOneThatIsThereMayExpire() {
      CurationPolicyUpdate update = update()
          .addWaiver(all("odd"))
          .addLabelWaiver(NewLabelWaiver.of("odd", "new"))
          .build();

      assertThat(update.addedWaivers()).hasSize(1);
      assertThat(update.addedLabelWaivers()).hasSize(1);
      assertThat(update.notes())
          .extracting(UpdateNote::kind, UpdateNote::objects)
          .containsExactly(
              tuple(UpdateNote.Kind.PACKAGE_WAIVER_MAY_EXIST, List.of("3")),
              tuple(UpdateNote.Kind.LABEL_WAIVER_MAY_EXIST, List.of("2")));
    }

    @Test
    void ifTheOneThatIsThereIsDropped() {
      CurationPolicyUpdate update = update()
          .addWaiver(all("acme"))
          .dropWaiver(PackageWaiverId.of("1"))
          .addLabelWaiver(NewLabelWaiver.of("trusted", "new"))
          .dropLabelWaiver(LabelWaiverId.of("1"))
          .build();

      assertThat(update.addedWaivers()).hasSize(1);
      assertThat(update.addedLabelWaivers()).hasSize(1);
      assertThat(update.notes()).isEmpty();
    }

    @Test
    void ifTheyReplaceTheOneThatIsThere() {
      CurationPolicyUpdate update = update()
          .replaceWaiver(PackageWaiverId.of("1"), waiver -> waiver.withJustification("better"))
          .build();

      assertThat(update.addedWaivers())
          .extracting(NewPackageWaiver::justification)
          .containsExactly("better");
      assertThat(update.changes().droppedWaivers()).hasSize(1);
    }
  }

  @Nested
  class AreOne {
    @Test
    void ifTheyAreAddedTwice() {
      CurationPolicyUpdate update = update()
          .addWaivers(List.of(all("b"), all("c"), all("b")))
          .addWaiver(NewPackageWaiver.allVersions(PackageType.of("NPM"), "b", "new"))
          .addLabelWaivers(List.of(NewLabelWaiver.of("x", "new"), NewLabelWaiver.of("x", "new")))
          .build();

      assertThat(update.addedWaivers()).containsExactly(all("b"), all("c"));
      assertThat(update.addedLabelWaivers()).containsExactly(NewLabelWaiver.of("x", "new"));
      assertThat(update.notes()).isEmpty();
    }

    @Test
    void inADraftToo() {
      CurationPolicyDraft draft = CurationPolicyDraft.named("p", ConditionId.of("7"))
          .addWaivers(List.of(all("b"), all("b")))
          .addLabelWaivers(List.of(NewLabelWaiver.of("x", "new"), NewLabelWaiver.of("x", "new")))
          .build();

      assertThat(draft.waivers()).containsExactly(all("b"));
      assertThat(draft.labelWaivers()).hasSize(1);
      assertThat(RoundTrip.write(draft).path("waivers")).hasSize(1);
    }
  }

  @Nested
  class AreRefused {
    @Test
    void ifTheyExemptTheSameForOtherReasons() {
      CurationPolicyUpdate.Builder update = update()
          .addWaiver(versions("3.0", "4.0"))
          .addWaiver(versions("4.0", "3.0").withJustification("later"));

      assertThatIllegalArgumentException()
          .isThrownBy(update::build)
          .withMessage("two new waivers exempt the versions 4.0, 3.0 of npm acme, with the"
              + " justifications 'new' and 'later'; add only one of them");
    }

    @Test
    void ifTheyAreForOneLabel() {
      CurationPolicyDraft.Builder draft = CurationPolicyDraft.named("p", ConditionId.of("7"))
          .addLabelWaivers(List.of(NewLabelWaiver.of("x", "new"), NewLabelWaiver.of("x", "later")));

      assertThatIllegalArgumentException()
          .isThrownBy(draft::build)
          .withMessage("two new waivers exempt packages with the label x, with the justifications"
              + " 'new' and 'later'; add only one of them");
    }

    @Test
    void besideACopiedOne() {
      CurationPolicy policy = POLICY.toBuilder()
          .waivers(POLICY.waivers().subList(0, 2))
          .labelWaivers(POLICY.labelWaivers().subList(0, 1))
          .build();

      assertThat(CurationPolicyDraft.like(policy)
              .addWaiver(all("acme").withJustification("old"))
              .build()
              .waivers())
          .hasSize(2);
      assertThatIllegalArgumentException()
          .isThrownBy(
              () -> CurationPolicyDraft.like(policy).addWaiver(all("acme")).build())
          .withMessageContaining(
              "all versions of npm acme, with the justifications 'old' and 'new'");
    }
  }

  @Test
  void thatWereCopiedStayThoughTheyExemptTheSame() {
    PackageWaiver first = POLICY.waivers().get(0);
    PackageWaiver second =
        first.toBuilder().id(PackageWaiverId.of("9")).justification("other").build();
    CurationPolicyDraft draft = CurationPolicyDraft.like(POLICY.toBuilder()
            .waivers(List.of(first, second))
            .labelWaivers(List.of())
            .build())
        .build();

    assertThat(draft.waivers())
        .extracting(NewPackageWaiver::justification)
        .containsExactly("old", "other");
    assertThat(RoundTrip.read(RoundTrip.write(draft), CurationPolicyDraft.class).waivers())
        .isEqualTo(draft.waivers());
  }

  @Test
  void stayInThePolicyAsItWillBe() {
    CurationPolicyUpdate update = update().name("q").addWaiver(all("acme")).build();

    assertThat(update.changed().name()).isEqualTo("q");
    assertThat(update.changed().waivers()).isEqualTo(POLICY.waivers());
    assertThat(update.changed().id()).isEqualTo(CurationPolicyId.of("11"));
  }
}
