package io.github.xrayclient.diagnostics.migration;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers send an empty text for an id or a name that an object does not have. */
class MigrationEmptyTextsTest {
  /** Objects with every id, name and word of the API, except the names that identify them. */
  private static final Map<Kind, String> FULL = Map.of(
      Kind.CONDITIONS,
      "{'id':'2','is_custom':true,'name':'young','condition_template_id':'isImmature',"
          + "'created_by':'ann','updated_by':'ann','risk_type':'operational',"
          + "'supported_pkg_types':['npm'],"
          + "'param_values':[{'param_id':'package_age_days','value':7}]}",
      Kind.CURATION_POLICIES,
      "{'id':'3','name':'no young','scope':'all_repos','policy_action':'block','condition_id':'2',"
          + "'created_by':'ann','enabled':true,'repo_exclude':['a'],'group_include':['staff'],"
          + "'group_exclude':['guests'],'notify_emails':['a@acme.example'],"
          + "'waiver_request_config':'manual','decision_owners':['deciders'],"
          + "'waivers':[{'id':'4','pkg_type':'npm','pkg_name':'left-pad','all_versions':true,"
          + "'justification':'vendored','created_by':'ann'}],'label_waivers':[{'id':'5',"
          + "'label':'approved','justification':'seen','created_by':'ann'}]}",
      Kind.POLICIES,
      "{'name':'critical','type':'security','project_key':'dev','author':'ann','description':'d',"
          + "'rules':[{'name':'r','priority':1,'criteria':{'min_severity':'Critical'},'actions':"
          + "{'mails':['a@acme.example'],'webhooks':['hook'],'custom_severity':'High'}}]}",
      Kind.WATCHES,
      "{'general_data':{'id':'w1','name':'libs','description':'d','active':true,"
          + "'project_key':'dev'},'project_resources':{'resources':[{'type':'repository',"
          + "'name':'libs-local','bin_mgr_id':'art-eu','repo_type':'local','project':'dev',"
          + "'build_repo':'dev-build-info','include_patterns':['com/**'],'exclude_patterns':['a/**'],"
          + "'filters':[{'type':'regex','value':'.*'}]},"
          + "{'type':'project','name':'qa','bin_mgr_id':'default'}]},"
          + "'assigned_policies':[{'name':'critical','type':'security'}],"
          + "'watch_recipients':['a@acme.example'],'ticket_profile':'profile'}",
      Kind.IGNORE_RULES,
      "{'id':'0a','author':'ann','notes':'not reachable','project_key':'dev','is_expired':false,"
          + "'ignore_filters':{'cves':['CVE-2021-1'],'watches':['libs'],'policies':['critical'],"
          + "'projects':['dev'],'builds':[{'name':'b','version':'1','project':'dev'}],"
          + "'components':[{'name':'gav://a:b','version':'1'}],"
          + "'artifacts':[{'name':'n','version':'1','path':'p/'}]}}");

  /** Fields without which an object does not exist, or which the server requires. */
  private static final List<String> IDENTITY = List.of(
      "CONDITIONS/id",
      "CONDITIONS/name",
      "CONDITIONS/condition_template_id",
      "CONDITIONS/param_values/0/param_id",
      "CURATION_POLICIES/id",
      "CURATION_POLICIES/name",
      "CURATION_POLICIES/scope",
      "CURATION_POLICIES/policy_action",
      "CURATION_POLICIES/condition_id",
      "CURATION_POLICIES/waiver_request_config",
      "CURATION_POLICIES/waivers/0/id",
      "CURATION_POLICIES/waivers/0/pkg_type",
      "CURATION_POLICIES/waivers/0/pkg_name",
      "CURATION_POLICIES/waivers/0/justification",
      "CURATION_POLICIES/label_waivers/0/id",
      "CURATION_POLICIES/label_waivers/0/label",
      "CURATION_POLICIES/label_waivers/0/justification",
      "POLICIES/name",
      "POLICIES/type",
      "POLICIES/rules/0/name",
      "WATCHES/general_data/name",
      "WATCHES/project_resources/resources/0/type",
      "WATCHES/project_resources/resources/1/type",
      "WATCHES/project_resources/resources/0/filters/0/type",
      "WATCHES/assigned_policies/0/name",
      "IGNORE_RULES/id",
      "IGNORE_RULES/notes",
      "IGNORE_RULES/ignore_filters/builds/0/project"); // a rule of a project needs it

  @TempDir
  Path folder;

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
    if (node.isObject()) {
      node.properties()
          .forEach(field -> found.addAll(texts(path + "/" + field.getKey(), field.getValue())));
    }
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      found.addAll(texts(path + "/" + i, node.get(i)));
    }
    return found;
  }

  static Stream<Arguments> places() {
    return new TreeMap<>(FULL)
        .entrySet().stream()
            .flatMap(kind -> texts("", json(kind.getValue())).stream()
                .filter(path -> !IDENTITY.contains(kind.getKey() + path))
                .flatMap(path -> Stream.of(
                    Arguments.of(kind.getKey(), path, ""),
                    Arguments.of(kind.getKey(), path, " "))));
  }

  private static void set(JsonNode object, String path, String text) {
    JsonPointer at = JsonPointer.compile(path);
    JsonNode holder = object.at(at.head());
    if (holder.isArray()) {
      ((ArrayNode) holder).set(at.last().getMatchingIndex(), TextNode.valueOf(text));
    } else {
      ((ObjectNode) holder).put(at.last().getMatchingProperty(), text);
    }
  }

  private static Server with(Kind kind, String path, String text) {
    Server server = Server.withBuiltIn("1")
        .seed(
            Kind.POLICIES,
            "{'name':'critical','type':'security','rules':[{'name':'r',"
                + "'priority':1,'criteria':{'min_severity':'Low'},'actions':{}}]}");
    FULL.forEach((each, full) -> {
      JsonNode object = json(full);
      if (each == kind) {
        set(object, path, text);
      }
      server.fake.seed(each, object.toString());
    });
    return server;
  }

  private static Server empty() {
    return Server.withBuiltIn("71")
        .seed(Kind.INDEXED_REPOSITORIES, "{'bin_mgr_id':'default','indexed_repos':[]}");
  }

  @ParameterizedTest(name = "{0} {1} \"{2}\"")
  @MethodSource("places")
  void areMigratedLikeAbsentOnes(Kind kind, String path, String text) {
    Mapping mapping = Mapping.none()
        .binaryManager("art-eu", "default")
        .project("qa", "quality")
        .group("staff", "employees");
    try (Server source = with(kind, path, text);
        Server target = empty()) {
      Snapshot snapshot = source.migration().snapshot();
      snapshot.write(folder.resolve("export"));
      Migration migration = target.migration().mapping(mapping).unchecked();

      MigrationPlan plan = migration.plan(Snapshot.read(folder.resolve("export")));
      MigrationReport report = migration.apply(plan, Journal.at(folder.resolve("journal")));

      assertThat(report.isComplete()).as(report.toString()).isTrue();
      assertThat(migration.plan(snapshot).steps()).isEmpty();
      assertThat(plan.notes().stream()
              .filter(note -> note.kind() != PlanNote.Kind.MAY_BE_REFUSED) // these quote values
              .map(PlanNote::toString)
              .collect(Collectors.toList()))
          .noneMatch(note -> note.contains("\"\"") || note.contains("\" \""));
      assertThat(target.fake.requests())
          .noneMatch(request -> request.path().contains("//") || request.path().endsWith("/"));
    }
  }

  @Nested
  class Watch {
    @Test
    void withoutAnArtifactoryInstanceGetsTheUsualOne() {
      try (Server source = with(Kind.WATCHES, "/project_resources/resources/0/bin_mgr_id", "");
          Server target = empty()) {
        MigrationPlan plan = target.migration().plan(source.migration().snapshot());

        assertThat(plan.steps().stream()
                .filter(step -> step.object().kind() == ObjectKind.WATCHES)
                .map(step -> step.body().orElseThrow())
                .map(
                    body -> body.at("/project_resources/resources/0/bin_mgr_id").asText()))
            .containsExactly("default");
        assertThat(target.fake.requests())
            .anyMatch(request -> request.path().equals("/xray/api/v1/binMgr/default/repos"));
      }
    }

    @Test
    void ofAProjectIsInItsSnapshotIfTheServerSendsNoKey() {
      try (Server source = with(Kind.WATCHES, "/general_data/name", "libs");
          XrayClient xray = XrayClient.builder()
              .baseUrl(source.fake.url())
              .credentials(Credentials.anonymous())
              .addInterceptor((request, next) -> withoutKey(next.send(request)))
              .build()) {
        Snapshot snapshot = Migration.of(xray).inProject("dev").snapshot();

        assertThat(snapshot.keys())
            .contains(ObjectKey.of(ObjectKind.WATCHES, "libs").inProject("dev"));
      }
    }

    private ApiResponse withoutKey(ApiResponse answer) {
      String body = new String(answer.body(), StandardCharsets.UTF_8);
      return new ApiResponse(
          answer.statusCode(),
          answer.headers(),
          body.replace("\"project_key\":\"dev\"", "\"project_key\":\"\"")
              .getBytes(StandardCharsets.UTF_8));
    }
  }
}
