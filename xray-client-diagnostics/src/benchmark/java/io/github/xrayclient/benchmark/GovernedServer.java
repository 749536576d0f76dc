package io.github.xrayclient.benchmark;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.http.ApiRequest;
import io.github.xrayclient.http.ApiResponse;
import io.github.xrayclient.http.Transport;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A server in memory with a number of policies and a watch for each. The caller chooses the
 * severity of every hundredth policy, so that two servers can differ in one per cent of their
 * policies.
 */
final class GovernedServer implements Transport {
  private static final byte[] NONE = bytes("{\"data\":[]}");
  private static final byte[] VERSION = bytes("{\"xray_version\":\"3.131.9\"}");

  private final byte[] policies;
  private final byte[] watches;

  private GovernedServer(int size, String severity) {
    this.policies = list(size, i -> policy(i, i % 100 == 0 ? severity : "High"));
    this.watches = list(size, GovernedServer::watch);
  }

  /** A client of such a server. */
  static XrayClient client(int size, String severity) {
    return XrayClient.builder()
        .baseUrl("https://acme.example")
        .credentials(Credentials.anonymous())
        .transport(new GovernedServer(size, severity))
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
    return path.endsWith("/version") ? answer(VERSION) : answer(NONE);
  }

  @Override
  public void close() {}

  private static byte[] list(int size, IntFunction<String> element) {
    return bytes(
        IntStream.range(0, size).mapToObj(element).collect(Collectors.joining(",", "[", "]")));
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
