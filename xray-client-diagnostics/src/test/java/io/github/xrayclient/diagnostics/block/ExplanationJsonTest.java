package io.github.xrayclient.diagnostics.block;

import static io.github.xrayclient.diagnostics.block.Platform.BLOCK;
import static io.github.xrayclient.diagnostics.block.Platform.allRepositories;
import static io.github.xrayclient.diagnostics.block.Platform.matched;
import static io.github.xrayclient.diagnostics.block.Platform.refusal;
import static io.github.xrayclient.diagnostics.block.Platform.repository;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.RefusalLog;
import io.github.xrayclient.diagnostics.report.JsonReport;
import io.github.xrayclient.testing.FakeXray.Kind;
import org.junit.jupiter.api.Test;

/** Compares the whole JSON of explanations, with the order of its fields, with files. */
class ExplanationJsonTest extends PlatformFixture {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @Test
  void ofARuleThatBlocksOnBothSwitches() {
    platform
        .local("libs", "")
        .put(
            Kind.POLICIES,
            "{'name':'p','type':'security','project_key':'alpha','rules':[{'name':'r','priority':1,"
                + "'criteria':{'min_severity':'High','fix_version_dependant':true},"
                + "'actions':{'block_download':{'active':true,'unscanned':true}}}]}")
        .put(
            Kind.POLICIES,
            "{'name':'builds','type':'security','rules':[{'name':'r','priority':1,"
                + "'criteria':{'min_severity':'Low'},'actions':{'fail_build':true}}]}")
        .policy("q", BLOCK)
        .watch("w", "'active':true,'project_key':'alpha'", "p", repository("libs", "local"))
        .watch("ci", "builds", allRepositories())
        .watch("old", "'active':false", "q", allRepositories())
        .watch("npm", "q", allRepositories("{'type':'package-type','value':'npm'}"))
        .scan("libs", "a/b.jar", "NOT_SCANNED")
        .violation(
            "1",
            "w",
            matched("p", "'is_blocking':true"),
            ",'type':'Security','infected_components':['gav://a:b:1.0'],'fix_versions':['1.1'],"
                + "'violation_details_url':'https://acme.example/ui/1',"
                + "'properties':[{'cve':'CVE-2026-1'}]");
    String log = "building\n" + refusal("libs", "a/b.jar") + "\n" + refusal("libs", "a/b.jar");

    assertIs(
        "both-switches",
        platform
            .downloads()
            .inProject("alpha")
            .explain(RefusalLog.parse(log).refusals())
            .get(0));
  }

  @Test
  void ofAMemberOfAVirtualRepository() {
    platform
        .put(
            Kind.REPOSITORIES,
            "{'key':'all','rclass':'virtual','packageType':'maven','repositories':['libs','pypi']}")
        .local("libs", "")
        .remote("pypi")
        .policy("p", "'type':'license'", BLOCK)
        .watch("w", "p", repository("pypi", "remote"));

    assertIs("virtual-member", platform.explain("all", "x.whl"));
  }

  @Test
  void ofARefusalByCuration() {
    platform
        .put(
            Kind.CURATION_POLICIES,
            "[{'id':'7','name':'npm-young','enabled':true,'scope':'all_repos','policy_action':'block',"
                + "'condition_id':'21','condition':{'id':'21','name':'younger than 7 days'},"
                + "'waiver_request_config':'manual','decision_owners':['security']}]")
        .put(
            Kind.WAIVER_REQUESTS,
            "[{'id':42,'status':'pending','pkg_type':'npm','pkg_name':'acme-widgets',"
                + "'pkg_version':'3.6.1','repo_key':'npm-other'}]");

    assertIs(
        "curation",
        platform
            .downloads()
            .explain("Package acme-widgets:3.6.1 download was blocked by JFrog Packages Curation"
                + " service due to the following policies violated"
                + " {npm-young, younger than 7 days, Too young, Wait}.")
            .get(0));
  }

  @Test
  void ofARefusalThatDoesNotNameTheRepository() {
    platform.policy("p", BLOCK).watch("w", "p", allRepositories());

    assertIs(
        "no-repository",
        platform
            .downloads()
            .explain(BlockedDownload.builder()
                .kind(BlockedDownload.Kind.XRAY_BLOCK)
                .address("https://acme.example/downloads/a/b.jar")
                .status(403)
                .path("a/b.jar")
                .text("rejected")
                .build()));
  }

  @Test
  void ofARefusalWithoutAReason() {
    platform
        .put(
            Kind.REPOSITORIES,
            "{'key':'npm-remote','rclass':'remote','packageType':'npm','curated':true,"
                + "'xrayIndex':true}")
        .put(
            Kind.CURATION_POLICIES,
            "{'id':'7','name':'strict','enabled':true,'scope':'all_repos','policy_action':'block',"
                + "'condition_id':'1','condition':{'id':'1','name':'Malicious'}}")
        .put(
            Kind.PACKAGES,
            "{'id':'npm://bad:1.0','meets':[{'condition_id':'1','explanation':'known',"
                + "'remediation':'Choose another package'}]}");

    assertIs(
        "without-reason",
        platform
            .downloads()
            .explain("fetching\nnpm error 403 403 Forbidden - GET "
                + "https://acme.example/artifactory/api/npm/npm-remote/bad/-/bad-1.0.tgz")
            .get(0));
  }

  @Test
  void ofADownloadThatWasAskedForAgain() {
    platform
        .local("libs", "")
        .policy("p", BLOCK)
        .watch("w", "p", repository("libs", "local"))
        .violation("1", "w", matched("p", "'is_blocking':true"));
    String address = platform.server.url() + "/artifactory/libs/a/b.jar";

    assertIs(
        "asked-again",
        platform
            .downloads()
            .askAgain()
            .explain("403 Forbidden - GET " + address)
            .get(0));
  }

  @Test
  void ofARepository() {
    platform
        .local("libs", ",'projectKey':'alpha'")
        .policy("p", BLOCK)
        .watch("w", "'active':true,'project_key':'beta'", "p", allRepositories());

    assertIs(
        "repository",
        platform
            .downloads()
            .explain(RequestedArtifact.builder().repository("libs").build()));
  }

  private void assertIs(String file, BlockExplanation explanation) {
    String expected = Samples.text("../explanations/" + file + ".json")
        .replaceAll("\\bSERVER\\b", platform.xray.baseUrl().toString());
    assertThat(pretty(JsonReport.tree(explanation).toString())).isEqualTo(pretty(expected));
  }

  private static String pretty(String json) {
    try {
      return JSON.readTree(json).toPrettyString();
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(json, e);
    }
  }
}
