package io.github.xrayclient.curation.waiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.tuple;

import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.CurationPolicyUpdate;
import io.github.xrayclient.curation.CurationServer;
import io.github.xrayclient.curation.LabelWaiver;
import io.github.xrayclient.curation.NewPackageWaiver;
import io.github.xrayclient.curation.PackageWaiver;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.LabelWaiverId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.PackageWaiverId;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import io.github.xrayclient.value.UpdateNote;
import io.github.xrayclient.value.UpdateResult;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Waivers that are deleted if they are there. */
class DroppedWaiversTest {
  private static final CurationPolicy POLICY = RoundTrip.read(
      Fixtures.parse(("{'id':'11','name':'p','condition_id':'7','waivers':["
              + "{'id':'1','pkg_type':'NPM','pkg_name':'all','all_versions':true,"
              + "'justification':'old'},"
              + "{'id':'2','pkg_type':'npm','pkg_name':'some','all_versions':false,"
              + "'pkg_versions':['1.0','2.0'],'justification':'old'},"
              + "{'id':'3','pkg_type':'npm','pkg_name':'some','all_versions':false,"
              + "'pkg_versions':['3.0'],'justification':'older'},"
              + "{'id':'4','pkg_type':'npm','pkg_name':'odd','all_versions':false,"
              + "'pkg_versions':['1.0','2.0'],'justification':'old','expires_at':'2030'}],"
              + "'label_waivers':[{'id':'1','label':'trusted','justification':'old'},"
              + "{'id':'2','label':'other','justification':'old'}]}")
          .replace('\'', '"')),
      CurationPolicy.class);

  private static CurationPolicyUpdate.Builder update() {
    return CurationPolicyUpdate.of(POLICY);
  }

  @Nested
  class ById {
    @Test
    void areDeleted() {
      CurationPolicyUpdate update = update()
          .dropWaiverIfPresent(PackageWaiverId.of("1"))
          .dropLabelWaiverIfPresent(LabelWaiverId.of("2"))
          .build();

      assertThat(update.changes().droppedWaivers())
          .extracting(PackageWaiver::id)
          .containsExactly(PackageWaiverId.of("1"));
      assertThat(update.changes().droppedLabelWaivers())
          .extracting(LabelWaiver::id)
          .containsExactly(LabelWaiverId.of("2"));
      assertThat(update.notes()).isEmpty();
    }

    @Test
    void areToldIfTheyAreNotThere() {
      CurationPolicyUpdate update = update()
          .dropWaiverIfPresent(PackageWaiverId.of("9"))
          .dropLabelWaiverIfPresent(LabelWaiverId.of("3"))
          .build();

      assertThat(update.changes().isEmpty()).isTrue();
      assertThat(update.notes())
          .extracting(UpdateNote::kind, UpdateNote::objects, UpdateNote::text)
          .containsExactly(
              tuple(
                  UpdateNote.Kind.NO_PACKAGE_WAIVER,
                  List.of("9"),
                  "policy 11 has no package waiver 9; its package waivers are [1, 2, 3, 4]"),
              tuple(
                  UpdateNote.Kind.NO_LABEL_WAIVER,
                  List.of("3"),
                  "policy 11 has no label waiver 3; its label waivers are [1, 2]"));
    }
  }

  @Nested
  class OfAPackage {
    @Test
    void areAllDeleted() {
      CurationPolicyUpdate update =
          update().dropWaiversOf(PackageType.of("Npm"), "some").build();

      assertThat(update.changes().droppedWaivers())
          .extracting(PackageWaiver::id)
          .containsExactly(PackageWaiverId.of("2"), PackageWaiverId.of("3"));
      assertThat(update.addedWaivers()).isEmpty();
      assertThat(update.notes()).isEmpty();
    }

    @Test
    void mayBeDroppedByTheirIdsBefore() {
      CurationPolicyUpdate update = update()
          .dropWaiver(PackageWaiverId.of("2"))
          .dropLabelWaiver(LabelWaiverId.of("1"))
          .dropWaiversOf(PackageType.NPM, "some")
          .dropLabelWaiversOf("trusted")
          .build();

      assertThat(update.changes().droppedWaivers()).hasSize(2);
      assertThat(update.changes().droppedLabelWaivers()).hasSize(1);
    }

    @Test
    void areToldIfThereAreNone() {
      CurationPolicyUpdate update =
          update().dropWaiversOf(PackageType.PYPI, "some").build();

      assertThat(update.changes().isEmpty()).isTrue();
      assertThat(update.notes())
          .extracting(UpdateNote::kind, UpdateNote::objects, UpdateNote::text)
          .containsExactly(tuple(
              UpdateNote.Kind.NO_PACKAGE_WAIVER,
              List.of("some"),
              "policy 11 has no package waiver for PyPI some"));
    }
  }

  @Nested
  class OfSomeVersions {
    private CurationPolicyUpdate.Builder drop(String name, String... versions) {
      return update().dropWaiversOf(PackageType.NPM, name, List.of(versions));
    }

    @Test
    void keepTheirOtherVersions() {
      CurationPolicyUpdate update = drop("some", "2.0", "3.0").build();

      assertThat(update.changes().droppedWaivers())
          .extracting(PackageWaiver::id)
          .containsExactly(PackageWaiverId.of("2"), PackageWaiverId.of("3"));
      assertThat(update.addedWaivers())
          .containsExactly(
              NewPackageWaiver.versions(PackageType.of("npm"), "some", List.of("1.0"), "old"));
      assertThat(update.notes()).isEmpty();
    }

    @Test
    void areToldIfNoWaiverExemptsThem() {
      CurationPolicyUpdate update = drop("some", "3.0", "8.0").build();

      assertThat(update.changes().droppedWaivers()).hasSize(1);
      assertThat(update.addedWaivers()).isEmpty();
      assertThat(update.notes())
          .extracting(UpdateNote::text)
          .containsExactly("policy 11 has no package waiver for npm some 8.0");
    }

    @Test
    void cannotBeTakenOutOfAWaiverOfAllVersions() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> drop("all", "1.0"))
          .withMessage("package waiver 1 exempts all versions of all, so single versions cannot be"
              + " taken out of it; delete the whole waiver, and add one for the versions that stay"
              + " exempt");
    }

    @Test
    void areNotTakenOutOfAWaiverThatCannotBeCopied() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> drop("odd", "1.0"))
          .withMessageContaining("expires_at");
      assertThat(update()
              .droppingUnknownFields("expires_at")
              .dropWaiversOf(PackageType.NPM, "odd", List.of("1.0"))
              .build()
              .addedWaivers())
          .hasSize(1);
      assertThat(drop("odd", "2.0", "1.0").build().changes().droppedWaivers()).hasSize(1);
    }
  }

  @Nested
  class OfALabel {
    @Test
    void areDeleted() {
      assertThat(update().dropLabelWaiversOf("trusted").build().changes().droppedLabelWaivers())
          .extracting(LabelWaiver::id)
          .containsExactly(LabelWaiverId.of("1"));
    }

    @Test
    void areToldIfThereAreNone() {
      CurationPolicyUpdate update = update().dropLabelWaiversOf("Trusted").build();

      assertThat(update.changes().isEmpty()).isTrue();
      assertThat(update.notes())
          .extracting(UpdateNote::kind, UpdateNote::text)
          .containsExactly(tuple(
              UpdateNote.Kind.NO_LABEL_WAIVER,
              "policy 11 has no label waiver for the label Trusted"));
    }
  }

  @Test
  void areDeletedOnceWhenAnEditIsRepeated() {
    try (CurationServer server = new CurationServer()) {
      server.addWaiver("11", "900", "acme");
      CurationPolicyId id = CurationPolicyId.of("11");

      UpdateResult<CurationPolicy> first =
          server.policies.edit(id, update -> update.dropWaiversOf(PackageType.NPM, "acme"));
      server.fake.clearRequests();
      UpdateResult<CurationPolicy> again =
          server.policies.edit(id, update -> update.dropWaiversOf(PackageType.NPM, "acme"));

      assertThat(first.isSent()).isTrue();
      assertThat(again.isSent()).isFalse();
      assertThat(again.notes())
          .extracting(UpdateNote::kind)
          .containsExactly(UpdateNote.Kind.NO_PACKAGE_WAIVER);
      assertThat(server.methods()).containsExactly("GET");
    }
  }
}
