package io.github.xrayclient.diagnostics.migration.scale;

import io.github.xrayclient.diagnostics.migration.Server;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Servers with many objects of each kind. */
final class ManyObjects {
  private static final int FIRST_CONDITION = 100_000;
  private static final int FIRST_POLICY = 200_000;

  private ManyObjects() {}

  /** A server with this many objects of each of the five kinds, which refer to each other. */
  static Server server(int count) {
    return withRepository()
        .seed(Kind.CONDITIONS, all(count, ManyObjects::condition))
        .seed(Kind.CURATION_POLICIES, all(count, ManyObjects::curationPolicy))
        .seed(
            Kind.POLICIES,
            all(
                count,
                i -> "{'name':'p" + i + "','type':'security','rules':[{'name':'r','priority':1,"
                    + "'criteria':{'min_severity':'High'},'actions':{'mails':['a@x.example']}}]}"))
        .seed(
            Kind.WATCHES,
            all(
                count,
                i -> "{'general_data':{'id':'" + i + "','name':'w" + i + "','active':true},"
                    + "'project_resources':{'resources':[{'type':'repository','name':'libs-local',"
                    + "'bin_mgr_id':'default','repo_type':'local'}]},'assigned_policies':"
                    + "[{'name':'p" + i + "','type':'security'}]}"))
        .seed(
            Kind.IGNORE_RULES,
            all(
                count,
                i -> "{'id':'" + String.format("%08x-0000-4000-8000-000000000000", i)
                    + "','is_expired':false,'notes':'not reachable','ignore_filters':"
                    + "{'cves':['CVE-2021-" + i + "']}}"));
  }

  /** A server without objects that has the repositories of {@link #server}. */
  static Server withRepository() {
    return new Server()
        .seed(
            Kind.REPOSITORIES,
            "{'key':'libs-local','type':'LOCAL','packageType':'Maven','url':'http://x/libs-local'}");
  }

  private static String condition(int i) {
    return "{'id':'" + (FIRST_CONDITION + i) + "','is_custom':true,'name':'c" + i
        + "','risk_type':'operational','condition_template_id':'isImmature',"
        + "'param_values':[{'param_id':'package_age_days','value':7}]}";
  }

  private static String curationPolicy(int i) {
    return "{'id':'" + (FIRST_POLICY + i) + "','name':'q" + i + "','scope':'all_repos',"
        + "'policy_action':'block','condition_id':'" + (FIRST_CONDITION + i)
        + "','enabled':true,'waiver_request_config':'forbidden'}";
  }

  private static String all(int count, IntFunction<String> object) {
    return IntStream.range(0, count).mapToObj(object).collect(Collectors.joining(",", "[", "]"));
  }
}
