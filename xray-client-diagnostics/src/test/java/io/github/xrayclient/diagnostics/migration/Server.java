package io.github.xrayclient.diagnostics.migration;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/** An embedded server with a client; texts of JSON are written with apostrophes. */
public final class Server implements AutoCloseable {
  public final FakeXray fake = FakeXray.start();
  private final AtomicInteger left = new AtomicInteger(-1);
  private Runnable before = () -> {};
  private Runnable after = () -> {};
  public final XrayClient xray = XrayClient.builder()
      .baseUrl(fake.url())
      .credentials(Credentials.anonymous())
      .retryPolicy(RetryPolicy.none())
      .addInterceptor((request, next) -> {
        boolean now = left.getAndDecrement() == 0;
        if (now) {
          before.run();
        }
        ApiResponse response = next.send(request);
        if (now) {
          after.run();
        }
        return response;
      })
      .build();

  /** A server with the built-in condition that every server has, by this id. */
  public static Server withBuiltIn(String id) {
    return new Server()
        .seed(
            Kind.CONDITIONS,
            "{'id':'" + id
                + "','is_custom':false,'risk_type':'security','name':'Malicious package',"
                + "'supported_pkg_types':['npm']}");
  }

  /** One object of each kind and one of a project, with ids that begin at this number. */
  public static Server filled(int firstId) {
    return withBuiltIn("" + firstId)
        .seed(
            Kind.CONDITIONS,
            "{'id':'" + (firstId + 1)
                + "','is_custom':true,'name':'young','risk_type':'operational',"
                + "'condition_template_id':'isImmature','created_by':'ann',"
                + "'created_at':'2025-01-01T00:00:00Z','param_values':"
                + "[{'param_id':'package_age_days','value':7}]}")
        .seed(
            Kind.CURATION_POLICIES,
            "{'id':'" + (firstId + 2) + "','name':'no young','scope':'all_repos',"
                + "'policy_action':'block','condition_id':'" + (firstId + 1) + "','enabled':true,"
                + "'created_by':'ann','updated_at':'2025-01-01T00:00:00Z',"
                + "'repo_exclude':['b-remote','a-remote'],'waiver_request_config':'forbidden',"
                + "'waivers':[{'id':'" + (firstId + 3) + "','pkg_type':'npm','pkg_name':'left-pad',"
                + "'all_versions':false,'pkg_versions':['1.1','1.0'],'justification':'vendored',"
                + "'created_by':'ann','created_at':'2025-01-01T00:00:00Z'}],"
                + "'label_waivers':[{'id':'" + (firstId + 3) + "','label':'approved',"
                + "'justification':'seen','created_by':'ann'}]}")
        .seed(
            Kind.POLICIES,
            "[{'name':'critical','type':'security','author':'ann','created':'2025-01-01T00:00:00Z',"
                + "'rules':[{'name':'second','priority':2,'criteria':{'min_severity':'High'},"
                + "'actions':{'mails':['b@x.example','a@x.example']}},{'name':'first','priority':1,"
                + "'criteria':{'min_severity':'Critical'},'actions':{'block_download':"
                + "{'active':true,'unscanned':false}}}]},"
                + "{'name':'critical','type':'security','project_key':'dev','rules':[{'name':'r',"
                + "'priority':1,'criteria':{'min_severity':'Low'},'actions':{}}]}]")
        .seed(
            Kind.WATCHES,
            "{'general_data':{'id':'w" + firstId + "','name':'libs','active':true},"
                + "'project_resources':{'resources':[{'type':'repository','name':'libs-local',"
                + "'bin_mgr_id':'default','repo_type':'local'}]},"
                + "'assigned_policies':[{'name':'critical','type':'security'}]}")
        .seed(
            Kind.IGNORE_RULES,
            "{'id':'0a" + firstId + "','author':'ann','created':'2025-01-01T00:00:00Z',"
                + "'is_expired':false,'notes':'not reachable','ignore_filters':"
                + "{'cves':['CVE-2021-1'],'components':[{'name':'gav://a:b','version':'1'}]}}");
  }

  public Server seed(Kind kind, String json) {
    fake.seed(kind, json.replace('\'', '"'));
    return this;
  }

  /**
   * Adds a security policy with one rule for the severity High.
   *
   * @param blocks whether the rule blocks downloads
   * @param more further fields of the policy, each behind a comma
   */
  public Server policy(String name, boolean blocks, String more) {
    return seed(
        Kind.POLICIES,
        "{'name':'" + name + "','type':'security'" + more + ",'rules':[{'name':'r','priority':1,"
            + "'criteria':{'min_severity':'High'},'actions':{'block_download':{'active':" + blocks
            + ",'unscanned':false}}}]}");
  }

  /** Does this just before a request is sent, counted from 0 from now. */
  public void before(int request, Runnable action) {
    before = action;
    after = () -> {};
    left.set(request);
  }

  /** Does this just after a request was answered, counted from 0 from now. */
  public void after(int request, Runnable action) {
    before = () -> {};
    after = action;
    left.set(request);
  }

  /** Another server that holds the same. */
  public Server copy() {
    Server copy = new Server();
    for (Kind kind : Kind.values()) {
      fake.stored(kind).forEach(object -> copy.fake.seed(kind, object.toString()));
    }
    return copy;
  }

  /** What the server holds of a kind, by id or name, without the times and names of its updates. */
  public Map<String, JsonNode> stored(Kind kind) {
    Map<String, JsonNode> stored = new TreeMap<>();
    for (JsonNode object : fake.stored(kind)) {
      ((ObjectNode) object).remove(List.of("updated_at", "updated_by", "modified"));
      String id = object.path("id").asText(object.at("/general_data/id").asText());
      String name = object.path("name").asText(object.at("/general_data/name").asText());
      String project = object
          .path("project_key")
          .asText(object.at("/general_data/project_key").asText());
      stored.put(id + "|" + name + "|" + project, object);
    }
    return stored;
  }

  /** A client of this server that refuses every write. */
  XrayClient readOnlyClient() {
    return XrayClient.builder()
        .baseUrl(fake.url())
        .credentials(Credentials.anonymous())
        .readOnly()
        .build();
  }

  public Migration migration() {
    return Migration.of(xray);
  }

  @Override
  public void close() {
    xray.close();
    fake.close();
  }
}
