package io.github.xrayclient.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.curation.value.PackageWaiverId;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Waivers with fields that the library does not know, one of which may be an expiry. */
class UnknownWaiverFieldsTest {
  private static final String PACKAGE = "{'id':'7','pkg_type':'npm','pkg_name':'left-pad',"
      + "'all_versions':true,'justification':'why','created_by':'ann',"
      + "'created_at':'2025-03-12T16:26:10+02:00'";
  private static final String LABEL = "{'id':'8','label':'ok','justification':'why',"
      + "'created_by':'ann','created_at':'2025-03-12T16:26:10+02:00'";

  private static PackageWaiver waiver(String more) {
    return RoundTrip.read(json(PACKAGE + more + "}"), PackageWaiver.class);
  }

  private static LabelWaiver label(String more) {
    return RoundTrip.read(json(LABEL + more + "}"), LabelWaiver.class);
  }

  private static JsonNode json(String text) {
    return Fixtures.parse(text.replace('\'', '"'));
  }

  @Nested
  class Copy {
    @Test
    void isRefusedAndTheFieldsAreNamed() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> NewPackageWaiver.like(waiver(",'scope':['a'],'expires_at':'2030'")))
          .withMessage(
              "waiver 7 has the fields expires_at, scope, which this version of the library"
                  + " does not know and cannot copy; to copy the waiver without them, call"
                  + " droppingUnknownFields(\"expires_at\", \"scope\") first");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> NewLabelWaiver.like(label(",'expires_at':'2030'")))
          .withMessageStartingWith("waiver 8 has the field expires_at, which")
          .withMessageEndingWith("without it, call droppingUnknownFields(\"expires_at\") first");
    }

    @Test
    void isOneLineWhateverTheNamesHold() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> NewPackageWaiver.like(waiver(",'a\\nb\\u202e':1")))
          .withMessageContaining("the field a\\nb\\u202e, which");
    }

    @Test
    void isMadeWithoutTheFieldsThatMayBeDropped() {
      PackageWaiver waiver = waiver(",'scope':['a'],'expires_at':'2030'");

      JsonNode copy = RoundTrip.write(
          NewPackageWaiver.like(waiver.droppingUnknownFields("expires_at", "scope")));

      assertThat(copy)
          .isEqualTo(json("{'pkg_type':'npm','pkg_name':'left-pad','all_versions':true,"
              + "'justification':'why'}"));
      assertThat(RoundTrip.write(NewLabelWaiver.like(label(",'x':1").droppingUnknownFields("x"))))
          .isEqualTo(json("{'label':'ok','justification':'why'}"));
    }

    @Test
    void isRefusedForEachFieldThatMayNotBeDropped() {
      PackageWaiver waiver = waiver(",'scope':['a'],'expires_at':'2030'");

      assertThatIllegalArgumentException()
          .isThrownBy(() -> NewPackageWaiver.like(waiver.droppingUnknownFields("scope", "expiry")))
          .withMessageContaining("waiver 7 has the field expires_at, which");
    }

    @Test
    void mayDropFieldsThatAWaiverDoesNotHave() {
      PackageWaiver waiver = waiver("");

      assertThat(waiver.droppingUnknownFields("expires_at")).isEqualTo(waiver);
      assertThat(label("").droppingUnknownFields("expires_at")).isEqualTo(label(""));
    }

    @ParameterizedTest
    @ValueSource(strings = {"justification", "pkg_name", "created_by", "id", "updated_at", " "})
    void cannotDropWhatIsKnown(String name) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> waiver(",'x':1").droppingUnknownFields("x", name));
    }

    @Test
    void tellsPackagesFromLabels() {
      assertThat(waiver(",'label':'x'").unknownFields()).containsExactly("label");
      assertThat(label(",'pkg_versions':['1']").unknownFields()).containsExactly("pkg_versions");
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          ",'updated_by':'tom','updated_at':'2025-03-12T16:26:10+02:00'",
          ",'expires_at':null",
          ",'expires_at':''",
          ",'scope':[]",
          ",'scope':{}"
        })
    void losesNothingOfWhatServersSetAndOfWhatIsEmpty(String more) {
      assertThat(waiver(more).unknownFields()).isEmpty();
      assertThat(NewPackageWaiver.like(waiver(more))).isEqualTo(NewPackageWaiver.like(waiver("")));
      assertThat(NewLabelWaiver.like(label(more))).isEqualTo(NewLabelWaiver.like(label("")));
    }

    @ParameterizedTest
    @ValueSource(strings = {",'x':false", ",'x':0", ",'x':' '", ",'x':[null]", ",'x':{'y':null}"})
    void isRefusedForValuesThatMayMeanSomething(String more) {
      assertThat(waiver(more).unknownFields()).containsExactly("x");
      assertThat(label(more).unknownFields()).containsExactly("x");
    }
  }

  @Nested
  class Replacement {
    private final CurationPolicy policy = RoundTrip.read(
        json("{'id':'11','name':'p','waivers':[" + PACKAGE + ",'expires_at':'2030'},"
            + PACKAGE.replace("'7'", "'9'").replace("left-pad", "right-pad") + "}]}"),
        CurationPolicy.class);
    private final PackageWaiverId id = PackageWaiverId.of("7");

    @Test
    void isRefusedAndTheFieldsAreNamed() {
      CurationPolicyUpdate.Builder update = CurationPolicyUpdate.of(policy);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> update.replaceWaiver(id, waiver -> waiver.withJustification("new")))
          .withMessageContaining("waiver 7 has the field expires_at");
      assertThat(update.build().changes().isEmpty()).isTrue();
    }

    @Test
    void isMadeWithoutTheFieldsThatMayBeDropped() {
      CurationPolicyUpdate update = CurationPolicyUpdate.of(policy)
          .droppingUnknownFields("expires_at", "another")
          .replaceWaiver(id, waiver -> waiver.withJustification("new"))
          .replaceWaiver(PackageWaiverId.of("9"), waiver -> waiver.withJustification("new"))
          .build();

      assertThat(RoundTrip.write(update).path("waivers"))
          .containsExactly(
              json("{'pkg_type':'npm','pkg_name':'left-pad','all_versions':true,"
                  + "'justification':'new'}"),
              json("{'pkg_type':'npm','pkg_name':'right-pad','all_versions':true,"
                  + "'justification':'new'}"));
    }

    @Test
    void cannotDropWhatIsKnown() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CurationPolicyUpdate.of(policy).droppingUnknownFields("justification"))
          .withMessageStartingWith("justification is a field that this library knows");
    }

    @Test
    void isNotNeededToKeepTheWaiver() {
      assertThat(RoundTrip.write(CurationPolicyUpdate.of(policy).build()).path("waivers"))
          .isEqualTo(json("[{'id':'7'},{'id':'9'}]"));
    }
  }

  @Nested
  class OfAPolicy {
    private final CurationPolicy policy = RoundTrip.read(
        json("{'id':'11','name':'p','condition_id':'1','waivers':[" + PACKAGE
            + ",'pkg_versions':{'x':1},'expires_at':'2030'},"
            + PACKAGE.replace("'7'", "'9'").replace("'all_versions':true", "'pkg_versions':['1']")
            + "}]}"),
        CurationPolicy.class);

    @Test
    void mayBeDroppedIfTheyCouldNotBeReadInOneWaiver() {
      JsonNode waivers = RoundTrip.write(CurationPolicyDraft.like(policy)
              .droppingUnknownFields("pkg_versions")
              .droppingUnknownFields("expires_at")
              .build())
          .path("waivers");

      assertThat(waivers).hasSize(2);
      assertThat(waivers.get(0).has("pkg_versions")).isFalse();
      assertThat(waivers.get(1).path("pkg_versions")).isEqualTo(json("['1']"));
    }

    @Test
    void mayBeDroppedBeforeAWaiverIsReplaced() {
      CurationPolicyUpdate update = CurationPolicyUpdate.of(policy)
          .droppingUnknownFields("pkg_versions", "expires_at")
          .replaceWaiver(PackageWaiverId.of("7"), waiver -> waiver.withJustification("new"))
          .replaceWaiver(PackageWaiverId.of("9"), waiver -> waiver.withJustification("new"))
          .build();

      assertThat(update.addedWaivers()).hasSize(2);
      assertThat(update.addedWaivers().get(1).packageVersions()).containsExactly("1");
    }

    @Test
    void cannotBeDroppedIfTheyCouldBeReadInEachWaiver() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CurationPolicyDraft.like(policy).droppingUnknownFields("pkg_name"))
          .withMessageContaining("pkg_name is a field that this library knows");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> CurationPolicyUpdate.of(policy).droppingUnknownFields("pkg_name"))
          .withMessageContaining("pkg_name is a field that this library knows");
    }
  }
}
