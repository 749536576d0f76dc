package io.github.xrayclient.benchmark;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Transport;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A server in memory with this many policies, watches and curation policies. Every hundredth policy
 * has a severity of choice, so that two servers can differ by one per cent.
 */
final class GovernedServer implements Transport {
  private static final Pattern PAGE = Pattern.compile("num_of_rows=(\\d+)|page_num=(\\d+)");

  private static final byte[] NONE = bytes("{\"data\":[]}");
  private static final byte[] VERSION = bytes("{\"xray_version\":\"3.131.9\"}");

  private final byte[] policies;
  private final byte[] watches;
  private final int curationPolicies;

  private GovernedServer(int policies, int watches, int curationPolicies, String severity) {
    this.policies = list(0, policies, i -> policy(i, i % 100 == 0 ? severity : "High"));
    this.watches = list(0, watches, GovernedServer::watch);
    this.curationPolicies = curationPolicies;
  }

  /** A client of such a server. */
  static XrayClient client(int policies, int watches, int curationPolicies, String severity) {
    return XrayClient.builder()
        .baseUrl("https://acme.example")
        .credentials(Credentials.anonymous())
        .transport(new GovernedServer(policies, watches, curationPolicies, severity))
        .build();
  }

  @Override
  public ApiResponse send(ApiRequest request) {
    String path = request.uri().getPath();
    if (path.endsWith("/v2/policies")) {
      return answer(policies);
    }
    if (path.endsWith("/v2/watches")) {
      return answer(watches);
    }
    if (path.endsWith("/curation/policies")) {
      return page(request.uri().getQuery());
    }
    return path.endsWith("/version") ? answer(VERSION) : answer(NONE);
  }

  @Override
  public void close() {}

  private ApiResponse page(String query) {
    int size = 0;
    int number = 0;
    for (Matcher part = PAGE.matcher(query); part.find(); ) {
      size = part.group(1) == null ? size : Integer.parseInt(part.group(1));
      number = part.group(2) == null ? number : Integer.parseInt(part.group(2));
    }
    int end = Math.min(number * size, curationPolicies);
    byte[] data = list((number - 1) * size, end, GovernedServer::curationPolicy);
    return answer(bytes("{\"data\":" + new String(data, StandardCharsets.UTF_8)
        + ",\"meta\":{\"total_count\":" + curationPolicies + "}}"));
  }

  private static byte[] list(int from, int to, IntFunction<String> element) {
    return bytes(
        IntStream.range(from, to).mapToObj(element).collect(Collectors.joining(",", "[", "]")));
  }

  private static String policy(int i, String severity) {
    return json("{'name':'policy-" + i + "','type':'security','author':'ann','rules':["
        + "{'name':'block','priority':1,'criteria':{'min_severity':'" + severity + "'},'actions':"
        + "{'block_download':{'active':true,'unscanned':false},'mails':['a@x.example']}},"
        + "{'name':'note','priority':2,'criteria':{'min_severity':'Low'},'actions':{}}]}");
  }

  private static String watch(int i) {
    return json("{'general_data':{'id':'" + i + "','name':'watch-" + i + "','active':true},"
        + "'project_resources':{'resources':[{'type':'repository','name':'team-" + i
        + "-maven-local','bin_mgr_id':'default','repo_type':'local'},{'type':'repository','name':"
        + "'team-" + i + "-npm-remote','bin_mgr_id':'default','repo_type':'remote'}]},"
        + "'assigned_policies':[{'name':'policy-" + i + "','type':'security'}]}");
  }

  private static String curationPolicy(int i) {
    return json("{'id':'" + (i + 1) + "','name':'curation-" + i + "','scope':'specific_repos',"
        + "'repo_include':['npm-remote','pypi-remote'],'policy_action':'block','condition_id':'1',"
        + "'condition':{'id':'1','name':'Malicious package'},'enabled':true,"
        + "'created_by':'ann','updated_at':'2025-01-01T00:00:00Z','waiver_request_config':'manual',"
        + "'decision_owners':['security'],'waivers':[{'id':'" + (i + 1) + "','pkg_type':'npm',"
        + "'pkg_name':'left-pad','all_versions':false,'pkg_versions':['1.0.0','1.1.0'],"
        + "'justification':'vendored','created_by':'ann','created_at':'2025-01-01T00:00:00Z'}]}");
  }

  private static String json(String text) {
    return text.replace('\'', '"');
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static ApiResponse answer(byte[] body) {
    return new ApiResponse(200, Map.of(), body);
  }
}
