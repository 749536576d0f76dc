package io.github.xrayclient.curation.waiver;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.curation.CurationPolicyUpdate;
import io.github.xrayclient.curation.CurationServer;
import io.github.xrayclient.curation.NewLabelWaiver;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.LabelWaiverId;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import io.github.xrayclient.value.UpdateNote;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** Label waivers that are added only if a policy has none for the label. */
class EnsuredLabelWaiversTest {
  private static final CurationPolicy POLICY = RoundTrip.read(
      Fixtures.parse(("{'id':'11','name':'p','condition_id':'7','label_waivers':["
              + "{'id':'1','label':'approved','justification':'old'},"
              + "{'id':'2','label':'odd','justification':'older','expires_at':'2030'},"
              + "{'id':'3','label':'odd','justification':'old','expires_at':'2030'},"
              + "{'id':'4','label':'both','justification':'old','expires_at':'2030'},"
              + "{'id':'5','label':'both','justification':'older'}]}")
          .replace('\'', '"')),
      CurationPolicy.class);

  private static CurationPolicyUpdate.Builder update() {
    return CurationPolicyUpdate.of(POLICY);
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
    void ifTheLabelIsExempt() {
      CurationPolicyUpdate update =
          update().ensureLabelWaiver(NewLabelWaiver.of("approved", "new")).build();

      assertThat(update.changes().isEmpty()).isTrue();
      assertNote(
          update,
          UpdateNote.Kind.LABEL_WAIVER_EXISTS,
          "label waiver 1 already exempts packages with the label approved, so it is kept and no"
              + " waiver is added");
    }

    @Test
    void ifOneOfSeveralWaiversHasOnlyKnownFields() {
      CurationPolicyUpdate update =
          update().ensureLabelWaiver(NewLabelWaiver.of("both", "old")).build();

      assertThat(update.changes().isEmpty()).isTrue();
      assertThat(update.notes().get(0).objects()).containsExactly("5");
    }

    @Test
    void ifAWaiverWithTheSameReasonMayExpire() {
      CurationPolicyUpdate update =
          update().ensureLabelWaivers(List.of(NewLabelWaiver.of("odd", "old"))).build();

      assertThat(update.changes().isEmpty()).isTrue();
      assertNote(
          update,
          UpdateNote.Kind.LABEL_WAIVER_MAY_EXIST,
          "label waiver 3 for packages with the label odd has the same justification, so no waiver"
              + " is added; it has fields that this library does not know (expires_at), so if it is"
              + " no longer in force, drop it first or give another justification");
    }
  }

  @Nested
  class AreAdded {
    @Test
    void ifTheWaiverWithTheSameReasonIsDropped() {
      NewLabelWaiver again = NewLabelWaiver.of("approved", "old");
      CurationPolicyUpdate update = update()
          .dropLabelWaiver(LabelWaiverId.of("1"))
          .ensureLabelWaiver(again)
          .build();

      assertThat(update.addedLabelWaivers()).containsExactly(again);
      assertThat(update.notes()).isEmpty();
    }

    @Test
    void ifAWaiverWithAnotherReasonMayExpire() {
      CurationPolicyUpdate update =
          update().ensureLabelWaiver(NewLabelWaiver.of("odd", "new")).build();

      assertThat(update.addedLabelWaivers()).hasSize(1);
      assertNote(
          update,
          UpdateNote.Kind.LABEL_WAIVER_MAY_EXIST,
          "label waiver 2 may already exempt packages with the label odd, but has fields that this"
              + " library does not know (expires_at), so a waiver is added beside it");
    }

    @Test
    void withTheSameReasonIfTheyNeedNotBeEnsured() {
      NewLabelWaiver again = NewLabelWaiver.of("odd", "old");

      assertThat(update().addLabelWaiver(again).build().addedLabelWaivers()).containsExactly(again);
    }
  }

  @Test
  void areWrittenOnceWhenAnEditIsRepeated() {
    try (CurationServer server = new CurationServer()) {
      CurationPolicyId id = CurationPolicyId.of("11");
      List<NewLabelWaiver> wanted = List.of(NewLabelWaiver.of("approved", "new"));

      server.policies.edit(id, update -> update.ensureLabelWaivers(wanted));
      server.fake.clearRequests();
      boolean sent =
          server.policies.edit(id, update -> update.ensureLabelWaivers(wanted)).isSent();

      assertThat(sent).isFalse();
      assertThat(server.methods()).containsExactly("GET");
    }
  }
}
