package io.github.xrayclient.diagnostics.block;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.report.JsonReport;
import io.github.xrayclient.diagnostics.report.TextReport;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testsupport.Thorough;
import java.io.IOException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Servers send an empty text for an id, a name or a word that an object does not have. An
 * explanation is then the one of an object without the field.
 */
class EmptyTextsTest {
  private static final String REFUSAL =
      "Package acme-widgets:3.6.1 download was blocked by JFrog Packages Curation service due to the"
          + " following policies violated {npm-young,younger than 7 days,Released 2 days ago,Use 3.5}.";

  /** Objects with every id, name and word of the API, except the names that identify them. */
  private static final Map<Kind, String> FULL = Map.of(
      Kind.POLICIES,
      "{'name':'p','type':'security','project_key':'dev','author':'ann','description':'d','rules':"
          + "[{'name':'r','priority':1,'criteria':{'min_severity':'High','package_name':'a',"
          + "'package_type':'npm','package_versions':['1'],'vulnerability_ids':['CVE-1']},"
          + "'actions':{'block_download':{'active':true},'mails':['a@acme.example']}}]}",
      Kind.WATCHES,
      "{'general_data':{'id':'1','name':'w','active':true,'project_key':'dev'},"
          + "'project_resources':{'resources':[{'type':'repository','name':'libs',"
          + "'bin_mgr_id':'default','repo_type':'local','project':'dev','build_repo':'b',"
          + "'include_patterns':['a/**'],'exclude_patterns':['x/**'],'filters':["
          + "{'type':'package-type','value':'maven'},{'type':'regex','value':'jar'},"
          + "{'type':'mime-type','value':'application/java-archive'}]},"
          + "{'type':'project','name':'qa','bin_mgr_id':'eu'}]},"
          + "'assigned_policies':[{'name':'p','type':'security'}],'watch_recipients':['a@b.example']}",
      Kind.REPOSITORIES,
      "{'key':'libs','rclass':'local','packageType':'maven','projectKey':'dev','xrayIndex':true}",
      Kind.INDEXED_REPOSITORIES,
      "{'bin_mgr_id':'default','indexed_repos':[{'name':'libs','type':'local','pkg_type':'Maven'}],"
          + "'non_indexed_repos':[]}",
      Kind.STORED_FILES,
      "{'repo':'libs','path':'a/b.jar','mimeType':'application/java-archive','properties':{}}",
      Kind.VIOLATIONS,
      "{'violation_id':'v','issue_id':'XRAY-1','type':'Security','severity':'High','watch_name':'w',"
          + "'created':'2026-03-30T05:45:52Z','summary':'s','description':'d',"
          + "'impacted_artifacts':['default/libs/a/b.jar'],'infected_components':['gav://a:b:1'],"
          + "'fix_versions':['2'],'violation_details_url':'https://acme.example/v',"
          + "'properties':[{'cve':'CVE-1'}],"
          + "'matched_policies':[{'policy':'p','rule':'r','is_blocking':true}]}",
      Kind.IGNORE_RULES,
      "{'id':'0a','author':'ann','notes':'n','project_key':'dev','is_expired':false,"
          + "'ignore_filters':{'vulnerabilities':['XRAY-1'],'cves':['CVE-1'],'watches':['w'],"
          + "'policies':['p'],'artifacts':[{'name':'b.jar','version':'1','path':'libs/a/'}],"
          + "'components':[{'name':'gav://a:b','version':'1'}]}}",
      Kind.CURATION_POLICIES,
      "{'id':'7','name':'npm-young','enabled':true,'scope':'specific_repos','policy_action':'block',"
          + "'condition_id':'21','condition':{'id':'21','name':'younger than 7 days',"
          + "'condition_template_id':'isImmature','risk_type':'operational'},"
          + "'repo_include':['npm-remote'],'group_include':['staff'],'decision_owners':['deciders'],"
          + "'waiver_request_config':'manual','waivers':[{'id':'1','pkg_type':'npm',"
          + "'pkg_name':'acme-widgets','all_versions':false,'pkg_versions':['1'],"
          + "'justification':'j','created_by':'ann'}],'label_waivers':[{'id':'1','label':'ok',"
          + "'justification':'j','created_by':'ann'}]}",
      Kind.AUDIT_EVENTS,
      "{'id':174,'created_at':'" + earlier() + "','action':'blocked','package_type':'npm',"
          + "'package_name':'acme-widgets','package_version':'3.6.1','package_url':'u',"
          + "'reason':'r','curated_repository_name':'npm-remote',"
          + "'curated_repository_server_name':'s','curated_project':'dev','username':'dev-1',"
          + "'user_mail':'m','origin_repository_name':'npm','origin_repository_server_name':'s',"
          + "'origin_project':'dev','public_repo_url':'u','public_repo_name':'n',"
          + "'policies':[{'policy_name':'npm-young','policy_id':'7','condition_name':'c',"
          + "'condition_category':'k'}]}",
      Kind.WAIVER_REQUESTS,
      "{'id':42,'status':'pending','pkg_type':'npm','pkg_name':'acme-widgets',"
          + "'pkg_version':'3.6.1','repo_key':'npm-remote','reason':'r'}");

  /** Fields without which an object does not exist. */
  private static final List<String> IDENTITY = List.of(
      "POLICIES/name",
      "POLICIES/rules/0/name",
      "WATCHES/general_data/name",
      "WATCHES/project_resources/resources/0/type",
      "WATCHES/project_resources/resources/0/filters/0/type",
      "WATCHES/project_resources/resources/0/filters/1/type",
      "WATCHES/project_resources/resources/0/filters/2/type",
      "WATCHES/project_resources/resources/1/type",
      "WATCHES/assigned_policies/0/name",
      "REPOSITORIES/key",
      "INDEXED_REPOSITORIES/bin_mgr_id",
      "INDEXED_REPOSITORIES/indexed_repos/0/name",
      "STORED_FILES/repo",
      "STORED_FILES/path",
      "VIOLATIONS/violation_id",
      "IGNORE_RULES/id",
      "CURATION_POLICIES/id",
      "CURATION_POLICIES/name",
      "CURATION_POLICIES/condition/id",
      "CURATION_POLICIES/waivers/0/id",
      "CURATION_POLICIES/label_waivers/0/id");

  private static String earlier() {
    return Instant.now().minusSeconds(60).truncatedTo(ChronoUnit.SECONDS).toString();
  }

  private static JsonNode json(String text) {
    try {
      return XrayClient.jsonMapper().readTree(text.replace('\'', '"'));
    } catch (IOException e) {
      throw new IllegalStateException(text, e);
    }
  }

  private static List<String> texts(String path, JsonNode node) {
    List<String> found = new ArrayList<>();
    if (node.isTextual()) {
      found.add(path);
    }
    node.properties()
        .forEach(field -> found.addAll(texts(path + "/" + field.getKey(), field.getValue())));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      found.addAll(texts(path + "/" + i, node.get(i)));
    }
    return found;
  }

  /** Every place, or a quarter of the places of each kind in the normal build. */
  static Stream<Arguments> places() {
    int step = Thorough.count(4, 1);
    return new TreeMap<>(FULL).entrySet().stream().flatMap(kind -> {
      List<String> paths = texts("", json(kind.getValue()));
      paths.removeIf(path -> IDENTITY.contains(kind.getKey() + path));
      return IntStream.range(0, paths.size())
          .filter(index -> index % step == 0)
          .mapToObj(index -> Arguments.of(kind.getKey(), paths.get(index)));
    });
  }

  /** A platform with all objects; one place has this text, or nothing if the text is null. */
  private static Platform with(Kind kind, String path, TextNode text) {
    Platform platform = new Platform();
    FULL.forEach((each, full) -> {
      JsonNode object = json(full);
      if (each == kind) {
        set(object, JsonPointer.compile(path), text);
      }
      platform.server.seed(each, object.toString());
    });
    return platform;
  }

  private static void set(JsonNode object, JsonPointer at, TextNode text) {
    JsonNode holder = object.at(at.head());
    if (holder.isArray()) {
      ArrayNode list = (ArrayNode) holder;
      list.remove(at.last().getMatchingIndex());
      if (text != null) {
        list.insert(at.last().getMatchingIndex(), text);
      }
    } else if (text == null) {
      ((ObjectNode) holder).remove(at.last().getMatchingProperty());
    } else {
      ((ObjectNode) holder).set(at.last().getMatchingProperty(), text);
    }
  }

  private static List<String> explained(Kind kind, String path, TextNode text) {
    List<String> all = new ArrayList<>();
    try (Platform platform = with(kind, path, text)) {
      List<BlockExplanation> explanations = new ArrayList<>();
      explanations.add(platform.explain());
      explanations.addAll(platform.downloads().explain(REFUSAL));
      BlockingSetup setup = BlockingSetup.of(platform.xray);
      all.add(TextReport.of(explanations));
      all.add(JsonReport.lines(explanations));
      all.add(JsonReport.tree(setup.audit()).toString());
      all.add(JsonReport.tree(setup.whatCovers("libs")).toString());
      all.replaceAll(report -> report.replace(platform.server.url(), "URL"));
    }
    return all;
  }

  @ParameterizedTest(name = "{0} {1}")
  @MethodSource("places")
  void areExplainedLikeAbsentOnes(Kind kind, String path) {
    List<String> absent = explained(kind, path, null);
    assertThat(explained(kind, path, TextNode.valueOf(""))).isEqualTo(absent);
    assertThat(explained(kind, path, TextNode.valueOf(" "))).isEqualTo(absent);
  }
}
