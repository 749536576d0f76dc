package io.github.xrayclient.ignorerule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.github.xrayclient.testsupport.Fixtures;
import io.github.xrayclient.testsupport.RoundTrip;
import io.github.xrayclient.value.IgnoreRuleId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IgnoreFilterChecksTest {
  private static final String LAYER =
      "0503825856099e6adb39c8297af09547f69684b7016b7f3680ed801aa310baaa";

  private static IgnoreFilters filters(String json) {
    return RoundTrip.read(
        Fixtures.parse(json.replace('\'', '"').replace("LAYER", LAYER)), IgnoreFilters.class);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "{'watches':['w'],'components':[{'name':'npm://x'}]} | no filter says what is ignored; set vulnerabilities, cves, licenses, operational_risk, exposures or sast",
        "{'watches':['w'],'exposures':{}} | no filter says what is ignored",
        "{'cves':['CVE-1',' ']} | cves[1] must not be blank, but was \" \"",
        "{'cves':['CVE-1'],'watches':['']} | watches[0] must not be blank",
        "{'exposures':{'scanners':['EXP-1',''],'categories':['secrets']}} | exposures.scanners[1] must not be blank",
        "{'sast':{'rule':['r'],'file_path':['a','b','']}} | sast.file_path[2] must not be blank",
        "{'cves':['CVE-1'],'licenses':['MIT']} | cves and licenses exclude each other; make a rule for each",
        "{'vulnerabilities':['XRAY-1'],'licenses':['any']} | vulnerabilities and licenses exclude each other",
        "{'cves':['any'],'operational_risk':['any']} | cves and operational_risk exclude each other",
        "{'vulnerabilities':['XRAY-1'],'operational_risk':['any']} | vulnerabilities and operational_risk exclude each other",
        "{'licenses':['any'],'operational_risk':['any']} | licenses and operational_risk exclude each other",
        "{'cves':['CVE-1'],'exposures':{'scanners':['EXP-1']}} | cves and exposures exclude each other",
        "{'cves':['CVE-1'],'sast':{'rule':['r']}} | cves and sast exclude each other",
        "{'exposures':{'scanners':['EXP-1']},'sast':{'rule':['r']}} | exposures and sast exclude each other",
        "{'vulnerabilities':['any'],'watches':['w']} | vulnerabilities is \"any\", so cves must be \"any\", too; set both",
        "{'vulnerabilities':['Any'],'cves':['CVE-1']} | vulnerabilities is \"any\", so cves must be",
        "{'operational_risk':['High']} | operational_risk must be \"any\", but was [High]",
        "{'cves':['C'],'components':[{'name':'lodash'}]} | components[0].name must begin with the type of the component, such as npm://lodash, but was \"lodash\"",
        "{'cves':['C'],'components':[{'name':'npm://a'},{'name':'npm://lodash:4.17.19'}]} | components[1].name must not contain the version, but was \"npm://lodash:4.17.19\"; set the version as version",
        "{'cves':['C'],'components':[{'name':'gav://g:a:1.0'}]} | components[0].name must not contain the version",
        "{'cves':['C'],'components':[{'name':'docker://acme/alpine:3.9'}]} | components[0].name must not contain the version",
        "{'cves':['C'],'components':[{'version':'1'}]} | components[0] has no name; set it",
        "{'cves':['C'],'artifacts':[{'name':'*.jar'}]} | artifacts[0].name must be an exact name, but was \"*.jar\"; servers support no patterns here",
        "{'cves':['C'],'artifacts':[{'name':'a','path':'libs/com'}]} | artifacts[0].path must end with a slash, but was \"libs/com\"",
        "{'cves':['C'],'artifacts':[{'path':'libs/com/'}]} | artifacts[0] has no name",
        "{'cves':['C'],'projects':['p'],'builds':[{'name':'b'}]} | builds[0] has no project, which it needs in a rule that is limited to projects; set the project of the build",
        "{'cves':['C'],'builds':[{'version':'1'}]} | builds[0] has no name",
        "{'cves':['C'],'release-bundles':[{'version':'1'}]} | release-bundles[0] has no name",
        "{'cves':['C'],'release_bundles_v2':[{'name':'rb'}]} | release_bundles_v2[0].name must begin with releaseBundleV2://, but was \"rb\"",
        "{'cves':['C'],'docker-layers':['sha256:LAYER']} | docker-layers must be 64 hexadecimal digits without \"sha256:\", but has \"sha256:",
        "{'cves':['C'],'docker-layers':['aa']} | docker-layers must be 64 hexadecimal digits",
        "{'exposures':{'file_path':['etc/x']}} | exposures.file_path must begin with a slash, but has \"etc/x\""
      })
  void refuseWhatServersRefuse(String json, String problem) {
    IgnoreRuleDraft.Builder draft = IgnoreRuleDraft.of(filters(json), "why").neverExpires();

    assertThatIllegalArgumentException()
        .isThrownBy(draft::build)
        .withMessageStartingWith("ignore_filters: " + problem)
        .withMessageEndingWith(" (call unchecked() if your server accepts it)");
    assertThat(draft.unchecked().build().filters()).isEqualTo(filters(json));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{'cves':['CVE-1'],'vulnerabilities':['XRAY-1']}",
        "{'vulnerabilities':['any'],'cves':['any'],'components':[{'name':'npm://x','version':'1'}]}",
        "{'cves':['any'],'licenses':['any'],'git_repositories':['acme/shop']}",
        "{'operational_risk':['any'],'artifacts':[{'name':'gav://g:a','version':'2.0.0'}]}",
        "{'licenses':['any'],'builds':[{'name':'b'}],'components':[{'name':'docker://alpine'}],'docker-layers':['LAYER']}",
        "{'cves':['C'],'components':[{'name':'gav://g:a'},{'name':'go://github.com/acme/x'},{'name':'npm://@a/b'},{'name':'alpine://3.9:libssl1.1'},{'name':'docker://acme.example:5000/shop'},{'name':'any'}]}",
        "{'cves':['C'],'artifacts':[{'name':'a.jar','version':'1','path':'/libs/com/'}]}",
        "{'cves':['C'],'projects':['p'],'builds':[{'name':'b','project':'p'}]}",
        "{'cves':['C'],'release_bundles_v2':[{'name':'releaseBundleV2://rb','version':'1'}]}",
        "{'exposures':{'categories':['secrets'],'file_path':['/etc/x']}}",
        "{'sast':{'rule':['any']}}",
        "{'new_objective':['x']}"
      })
  void acceptWhatServersAccept(String json) {
    assertThat(IgnoreRuleDraft.of(filters(json), "why").neverExpires().build().filters())
        .isEqualTo(filters(json));
  }

  @Test
  void doNotConcernFiltersThatWereCopied() {
    IgnoreRule rule = IgnoreRule.builder()
        .id(IgnoreRuleId.of("1"))
        .notes("why")
        .filters(filters("{'watches':['w']}"))
        .build();

    assertThat(IgnoreRuleDraft.like(rule).build().filters().watches()).containsExactly("w");
    assertThatIllegalArgumentException()
        .isThrownBy(() ->
            IgnoreRuleDraft.like(rule).filters(filters("{'watches':['v']}")).build())
        .withMessageContaining("no filter says what is ignored");
  }

  @Test
  void areNotRepeatedWhenADraftIsRead() {
    IgnoreRuleDraft draft = IgnoreRuleDraft.of(filters("{'watches':['w']}"), "why")
        .neverExpires()
        .unchecked()
        .build();

    assertThat(RoundTrip.read(RoundTrip.write(draft), IgnoreRuleDraft.class)).isEqualTo(draft);
  }
}
