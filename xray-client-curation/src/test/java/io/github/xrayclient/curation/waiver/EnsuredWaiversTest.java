package io.github.xrayclient.curation.waiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.CurationPolicyUpdate;
import io.github.xrayclient.curation.CurationServer;
import io.github.xrayclient.curation.NewPackageWaiver;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.curation.value.PackageWaiverId;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import io.github.xrayclient.value.UpdateNote;
import io.github.xrayclient.value.UpdateResult;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Package waivers that are added only for what a policy does not exempt yet. */
class EnsuredWaiversTest {
  private static final CurationPolicy POLICY = RoundTrip.read(
      Fixtures.parse(("{'id':'11','name':'p','condition_id':'7','waivers':["
              + "{'id':'1','pkg_type':'NPM','pkg_name':'all','all_versions':true,"
              + "'justification':'old'},"
              + "{'id':'2','pkg_type':'npm','pkg_name':'some','all_versions':false,"
              + "'pkg_versions':['1.0','2.0'],'justification':'old'},"
              + "{'id':'3','pkg_type':'npm','pkg_name':'some','all_versions':false,"
              + "'pkg_versions':['3.0'],'justification':'older'},"
              + "{'id':'4','pkg_type':'npm','pkg_name':'odd','all_versions':true,"
              + "'justification':'old','expires_at':'2030'}]}")
          .replace('\'', '"')),
      CurationPolicy.class);

  private static CurationPolicyUpdate.Builder update() {
    return CurationPolicyUpdate.of(POLICY);
  }

  private static NewPackageWaiver all(String name) {
    return NewPackageWaiver.allVersions(PackageType.NPM, name, "new");
  }

  private static NewPackageWaiver versions(String name, String... versions) {
    return NewPackageWaiver.versions(PackageType.NPM, name, List.of(versions), "new");
  }

  private static void assertNote(CurationPolicyUpdate update, UpdateNote.Kind kind, String text) {
    assertThat(update.notes()).singleElement().satisfies(note -> {
      assertThat(note.kind()).isEqualTo(kind);
      assertThat(note.text()).isEqualTo(text);
    });
  }

  @Nested
  class AreNotAdded {
    @Test
    void ifTheSameWaiverWithTheSameReasonMayExpire() {
      CurationPolicyUpdate update = update()
          .ensureWaiver(NewPackageWaiver.allVersions(PackageType.NPM, "odd", "old"))
          .build();

      assertThat(update.changes().isEmpty()).isTrue();
      assertNote(
          update,
          UpdateNote.Kind.PACKAGE_WAIVER_MAY_EXIST,
          "package waiver 4 for all versions of npm odd has the same justification, so no waiver is"
              + " added; it has fields that this library does not know (expires_at), so if it is no"
              + " longer in force, drop it first or give another justification");
    }

    @Test
    void ifAWaiverOfAllVersionsIsThere() {
      CurationPolicyUpdate update =
          update().ensureWaiver(versions("all", "9.9")).build();

      assertThat(update.changes().isEmpty()).isTrue();
      assertNote(
          update,
          UpdateNote.Kind.PACKAGE_WAIVER_EXISTS,
          "package waiver 1 already exempts the version 9.9 of npm all, so it is kept and no waiver"
              + " is added");
    }

    @Test
    void ifSeveralWaiversExemptTheVersions() {
      CurationPolicyUpdate update =
          update().ensureWaiver(versions("some", "3.0", "1.0")).build();

      assertThat(update.changes().isEmpty()).isTrue();
      assertNote(
          update,
          UpdateNote.Kind.PACKAGE_WAIVER_EXISTS,
          "package waivers 2, 3 already exempt the versions 3.0, 1.0 of npm some, so no waiver is"
              + " added");
      assertThat(update.notes().get(0).objects()).containsExactly("2", "3");
    }

    @Test
    void ifTheSameWaiverIsThere() {
      assertThat(update().ensureWaivers(List.of(all("all"))).build().changes().isEmpty())
          .isTrue();
    }
  }

  @Nested
  class AreAdded {
    @Test
    void forTheOtherVersionsOnly() {
      CurationPolicyUpdate update =
          update().ensureWaiver(versions("some", "4.0", "2.0", "5.0")).build();

      assertThat(update.addedWaivers()).containsExactly(versions("some", "4.0", "5.0"));
      assertNote(
          update,
          UpdateNote.Kind.PACKAGE_WAIVER_REDUCED,
          "package waiver 2 already exempts some of the versions 4.0, 2.0, 5.0 of npm some, so a"
              + " waiver is added for the versions 4.0, 5.0 of npm some only");
    }

    @Test
    void forAllVersionsBesideSome() {
      CurationPolicyUpdate update = update().ensureWaiver(all("some")).build();

      assertThat(update.addedWaivers()).containsExactly(all("some"));
      assertThat(update.notes()).isEmpty();
    }

    @Test
    void inFullByAddWaiver() {
      NewPackageWaiver wanted = versions("some", "2.0", "5.0");

      assertThat(update().addWaiver(wanted).build().addedWaivers()).containsExactly(wanted);
    }

    @Test
    void ifTheWaiverThatIsThereIsDropped() {
      CurationPolicyUpdate update = update()
          .dropWaiver(PackageWaiverId.of("1"))
          .ensureWaiver(versions("all", "1.0"))
          .build();

      assertThat(update.addedWaivers()).hasSize(1);
      assertThat(update.notes()).isEmpty();
    }

    @Test
    void ifTheWaiverThatIsThereMayExpire() {
      CurationPolicyUpdate update =
          update().ensureWaiver(versions("odd", "1.0")).build();

      assertThat(update.addedWaivers()).hasSize(1);
      assertNote(
          update,
          UpdateNote.Kind.PACKAGE_WAIVER_MAY_EXIST,
          "package waiver 4 may already exempt npm odd, but has fields that this library does not"
              + " know (expires_at), so a waiver is added beside it");
    }
  }

  @Test
  void areWrittenOnceWhenAnEditIsRepeated() {
    try (CurationServer server = new CurationServer()) {
      CurationPolicyId id = CurationPolicyId.of("11");
      List<NewPackageWaiver> wanted = List.of(all("one"), versions("two", "1.0", "2.0"));
      int before = server.policy("11").path("waivers").size();

      server.policies.edit(id, update -> update.ensureWaivers(wanted));
      server.fake.clearRequests();
      UpdateResult<CurationPolicy> again = server.policies.edit(
          id, update -> update.ensureWaivers(wanted).ensureWaiver(versions("one", "7.0")));

      assertThat(again.isSent()).isFalse();
      assertThat(again.notes())
          .extracting(UpdateNote::kind)
          .containsOnly(UpdateNote.Kind.PACKAGE_WAIVER_EXISTS)
          .hasSize(3);
      assertThat(server.methods()).containsExactly("GET");
      assertThat(server.policy("11").path("waivers")).hasSize(before + 2);
    }
  }
}
