package io.github.xrayclient.diagnostics.block.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.curation.waiverrequest.WaiverRequestDraft;
import io.github.xrayclient.diagnostics.block.PlatformFixture;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.NotChecked;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.CurationFinding.Kind;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.diagnostics.refusal.RefusalLog;
import io.github.xrayclient.testing.FakeXray;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A message, an address and the catalog may spell one package in several ways. */
class PackageSpellingTest extends PlatformFixture {
  private static final String SAME =
      "nuget | newtonsoft.json | 13.0.1 | NuGet | Newtonsoft.Json | 13.0.1";
  private static final String NUGET_VERSION = "nuget | acme | 1.0 | NuGet | Acme | 1.0.0";
  private static final String PYPI = "pypi | demo-pkg | 1.0 | PyPI | Demo_Pkg | 1.0";
  private static final String GO_VERSION =
      "go | github.com/Acme/lib | v1.2.0 | Go | github.com/Acme/lib | 1.2.0";
  private static final String NPM = "npm | jsonstream | 1.0 | npm | JSONStream | 1.0";
  private static final String NPM_WORDS = "npm | lodash-merge | 1.0 | npm | lodash.merge | 1.0";
  private static final String MAVEN = "maven | org.acme:App | 1.0 | Maven | org.acme:app | 1.0";
  private static final String GO_NAME =
      "go | github.com/Acme/lib | v1.2.0 | Go | github.com/acme/lib | v1.2.0";
  private static final String OTHER_VERSION = "nuget | acme | 1.0 | NuGet | acme | 10";

  private CurationRefusal refused(String type, String name, String version) {
    return explained(type, name, version)
        .refusal()
        .flatMap(BlockedDownload::curation)
        .orElseThrow();
  }

  private BlockExplanation explained(String type, String name, String version) {
    platform.put(
        FakeXray.Kind.REPOSITORIES,
        "{'key':'r','rclass':'remote','packageType':'" + type + "','curated':true}");
    BlockedDownload block = RefusalLog.parse("Package " + name + ":" + version
            + " download was blocked by JFrog Packages Curation service due to the following"
            + " policies violated {strict}.")
        .refusals()
        .get(0);
    CurationRefusal named = block.curation().orElseThrow().toBuilder()
        .packageName(name)
        .packageVersion(version)
        .build();
    return platform
        .downloads()
        .explain(block.toBuilder().curation(named).repository("r").build());
  }

  private void policy(String more) {
    platform.put(
        FakeXray.Kind.CURATION_POLICIES,
        "{'id':'1','name':'strict','enabled':true,'scope':'all_repos','policy_action':'block',"
            + "'condition_id':'1','condition':{'id':'1','name':'c'}" + more + "}");
  }

  private void event(String its, String named, String of) {
    platform.put(
        FakeXray.Kind.AUDIT_EVENTS,
        "{'id':1,'created_at':'" + Instant.now().minusSeconds(60)
            + "','action':'blocked','package_type':'" + its + "','package_name':'" + named
            + "','package_version':'" + of + "','curated_repository_name':'r'}");
  }

  private static List<Kind> kinds(CurationRefusal refusal) {
    return refusal.findings().stream().map(found -> found.kind()).collect(Collectors.toList());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        SAME + " | WAIVED",
        NUGET_VERSION + " | WAIVED",
        PYPI + " | WAIVED",
        GO_VERSION + " | WAIVED",
        NPM + " | WAIVER_FOR_SIMILAR_PACKAGE",
        NPM_WORDS + " |",
        MAVEN + " | WAIVER_FOR_SIMILAR_PACKAGE",
        GO_NAME + " | WAIVER_FOR_SIMILAR_PACKAGE",
        OTHER_VERSION + " | WAIVER_FOR_OTHER_VERSIONS",
      })
  void ofAWaiverIsComparedByTheRulesOfTheType(
      String type, String name, String version, String its, String named, String of, Kind kind) {
    policy(",'waivers':[{'id':'3','pkg_type':'" + its + "','pkg_name':'" + named
        + "','all_versions':false,'pkg_versions':['" + of + "'],'justification':'x'}]");

    assertThat(refused(type, name, version).policies().get(0).findings())
        .extracting(found -> found.kind())
        .isEqualTo(kind == null ? List.of() : List.of(kind));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        SAME + " | IN_AUDIT",
        NUGET_VERSION + " | IN_AUDIT",
        PYPI + " | IN_AUDIT",
        GO_VERSION + " | IN_AUDIT",
        NPM + " | NOT_IN_AUDIT",
        MAVEN + " | NOT_IN_AUDIT",
        OTHER_VERSION + " | NOT_IN_AUDIT",
      })
  void ofAnAuditEventIsComparedByTheRulesOfTheType(
      String type, String name, String version, String its, String named, String of, Kind kind) {
    policy("");
    event(its, named, of);

    assertThat(kinds(refused(type, name, version))).contains(kind);
  }

  @Test
  void ofARequestIsThatOfTheCatalogIfTheAuditHasIt() {
    policy("");
    event("NuGet", "Newtonsoft.Json", "13.0.0");

    WaiverRequestDraft draft =
        refused("nuget", "newtonsoft.json", "13.0").waiverRequest().orElseThrow();

    assertThat(draft.packageName()).isEqualTo("Newtonsoft.Json");
    assertThat(draft.packageVersion()).isEqualTo("13.0.0");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        SAME + " | true",
        NUGET_VERSION + " | true",
        PYPI + " | true",
        GO_VERSION + " | true",
        NPM + " | false",
        OTHER_VERSION + " | false",
      })
  void ofAWaiverRequestIsComparedByTheRulesOfTheType(
      String type, String name, String version, String its, String named, String of, boolean same) {
    policy("");
    platform.put(
        FakeXray.Kind.WAIVER_REQUESTS,
        "{'id':42,'status':'pending','pkg_type':'" + its + "','pkg_name':'" + named
            + "','pkg_version':'" + of + "','repo_key':'r'}");

    assertThat(kinds(refused(type, name, version)).contains(Kind.WAIVER_REQUEST_PENDING))
        .isEqualTo(same);
  }

  @ParameterizedTest
  @CsvSource({"999, false", "1000, true"})
  void ofAWaiverRequestIsNotCheckedBeyondTheFirstThousandOfTheType(int others, boolean isLimited) {
    policy("");
    for (int id = 1; id <= others; id++) {
      platform.put(
          FakeXray.Kind.WAIVER_REQUESTS,
          "{'id':" + id + ",'status':'pending','pkg_type':'PyPI','pkg_name':'other',"
              + "'pkg_version':'1.0','repo_key':'r'}");
    }

    assertThat(explained("pypi", "demo-pkg", "1.0").notChecked())
        .extracting(NotChecked::sentence)
        .filteredOn(sentence -> sentence.startsWith("Waiver requests"))
        .isEqualTo(
            isLimited
                ? List.of("Waiver requests for the package were not checked, because of the"
                    + " requests for packages of type pypi, only the first 1000 and those for the"
                    + " spelling in the refusal were read.")
                : List.of());
  }

  @Test
  void ofAWaiverRequestIsThatOfTheRefusalBeyondTheFirstThousandOfTheType() {
    policy("");
    for (int id = 1; id <= 1_001; id++) {
      platform.put(
          FakeXray.Kind.WAIVER_REQUESTS,
          "{'id':" + id + ",'status':'pending','pkg_type':'PyPI','pkg_name':'"
              + (id == 1_001 ? "demo-pkg" : "other") + "','pkg_version':'1.0','repo_key':'r'}");
    }

    assertThat(kinds(refused("pypi", "demo-pkg", "1.0"))).contains(Kind.WAIVER_REQUEST_PENDING);
  }
}
