package io.github.xrayclient.curation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewPackageWaiverTest {
  private static final NewPackageWaiver SOME =
      NewPackageWaiver.versions(PackageType.PYPI, "requests", List.of("1.0", "2.0"), "why");

  private static PackageWaiver waiver(String json) {
    return RoundTrip.read(Fixtures.parse(json.replace('\'', '"')), PackageWaiver.class);
  }

  private static JsonNode json(String text) {
    return Fixtures.parse(text.replace('\'', '"'));
  }

  @Nested
  class Like {
    @Test
    void copiesTheContentAndNothingThatTheServerSet() {
      NewPackageWaiver copy =
          NewPackageWaiver.like(waiver("{'id':'7','pkg_type':'pypi','pkg_name':'requests',"
              + "'all_versions':false,'pkg_versions':['1.0','2.0'],'justification':'why',"
              + "'created_by':'admin','created_at':'2025-03-12T16:26:10+02:00'}"));

      assertThat(RoundTrip.write(copy))
          .isEqualTo(json("{'pkg_type':'pypi','pkg_name':'requests','all_versions':false,"
              + "'pkg_versions':['1.0','2.0'],'justification':'why'}"));
    }

    @Test
    void copiesAWaiverOfAllVersions() {
      NewPackageWaiver copy =
          NewPackageWaiver.like(waiver("{'id':'7','pkg_type':'npm','pkg_name':'n',"
              + "'all_versions':true,'justification':'why'}"));

      assertThat(RoundTrip.write(copy))
          .isEqualTo(json(
              "{'pkg_type':'npm','pkg_name':'n','all_versions':true," + "'justification':'why'}"));
    }

    @ParameterizedTest
    @CsvSource({"pkg_type,packageType", "pkg_name,packageName", "justification,justification"})
    void saysWhatTheServerDidNotSay(String missing, String said) {
      JsonNode read = json("{'id':'7','pkg_type':'npm','pkg_name':'n','all_versions':true,"
          + "'justification':'why'}");
      ((ObjectNode) read).remove(missing);

      assertThatIllegalArgumentException()
          .isThrownBy(() -> NewPackageWaiver.like(RoundTrip.read(read, PackageWaiver.class)))
          .withMessageContaining(said)
          .withMessageContaining("package waiver 7");
    }
  }

  @Nested
  class Copies {
    @Test
    void haveOtherVersions() {
      assertThat(RoundTrip.write(SOME.withVersions(List.of("3.0"))))
          .isEqualTo(json("{'pkg_type':'PyPI','pkg_name':'requests','all_versions':false,"
              + "'pkg_versions':['3.0'],'justification':'why'}"));
      assertThat(SOME.packageVersions()).containsExactly("1.0", "2.0");
    }

    @Test
    void haveAllVersionsAndNoListBeside() {
      assertThat(RoundTrip.write(SOME.withAllVersions()))
          .isEqualTo(json("{'pkg_type':'PyPI','pkg_name':'requests','all_versions':true,"
              + "'justification':'why'}"));
      assertThat(SOME.withAllVersions().withVersions(List.of("1.0", "2.0"))).isEqualTo(SOME);
    }

    @Test
    void haveAnotherJustificationAndTheSameVersions() {
      assertThat(SOME.withJustification("since").justification()).isEqualTo("since");
      assertThat(SOME.withJustification("since").withJustification("why")).isEqualTo(SOME);
      assertThat(SOME.withAllVersions().withJustification("since").allVersions())
          .isTrue();
    }

    @Test
    void areNotChangedByTheListTheyWereMadeFrom() {
      List<String> versions = new ArrayList<>(List.of("1.0"));
      NewPackageWaiver waiver = SOME.withVersions(versions);

      versions.add("9.9");

      assertThat(waiver.packageVersions()).containsExactly("1.0");
    }

    @Test
    void areRefusedWithoutContent() {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SOME.withVersions(List.of()))
          .withMessageContaining("versions");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SOME.withVersions(List.of("1", " ")))
          .withMessageContaining("versions");
      assertThatIllegalArgumentException()
          .isThrownBy(() -> SOME.withJustification(" "))
          .withMessageContaining("justification");
    }
  }

  @Nested
  class WaivesVersion {
    private final CurationPolicy policy = RoundTrip.read(
        json("{'id':'1','name':'n','waivers':["
            + "{'id':'1','pkg_type':'npm','pkg_name':'some','all_versions':false,"
            + "'pkg_versions':['1.0','2.0']},"
            + "{'id':'2','pkg_type':'Maven','pkg_name':'g:every','all_versions':true},"
            + "{'id':'3','pkg_type':'npm','pkg_name':'none','all_versions':false},"
            + "{'id':'4','pkg_type':'npm','pkg_name':'unsaid'},"
            + "{'id':'5','pkg_name':'untyped','all_versions':true},"
            + "{'id':'6','pkg_type':'npm','all_versions':true}],"
            + "'label_waivers':[{'id':'1','label':'labelled'}]}"),
        CurationPolicy.class);

    @ParameterizedTest
    @CsvSource({
      "npm,some,1.0,true",
      "NPM,some,2.0,true",
      "npm,some,1.0.0,false",
      "npm,some,1,false",
      "npm,Some,1.0,false",
      "PyPI,some,1.0,false",
      "maven,g:every,0.0.1,true",
      "maven,every,0.0.1,false",
      "npm,none,1.0,false",
      "npm,unsaid,1.0,false",
      "npm,untyped,1.0,false",
      "npm,labelled,1.0,false"
    })
    void goesByTypeWithoutCaseAndByExactNameAndVersion(
        String type, String name, String version, boolean waived) {
      assertThat(policy.waivesVersion(PackageType.of(type), name, version)).isEqualTo(waived);
    }

    @Test
    void isNoFieldOfThePolicy() {
      assertThat(RoundTrip.write(policy).has("waivesVersion")).isFalse();
    }
  }
}
