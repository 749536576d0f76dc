package io.github.xrayclient.diagnostics.block;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.diagnostics.explanation.BlockExplanation;
import io.github.xrayclient.diagnostics.explanation.RequestedArtifact;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testing.RecordedRequest;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Collectors;

/** A server with policies, watches and what else there is; JSON in it has single quotes. */
public final class Platform implements AutoCloseable {
  public static final String NOW = "2026-06-01T12:00:00Z";
  public static final String BLOCK = "'active':true";
  public static final String UNSCANNED = "'unscanned':true";

  public final FakeXray server = FakeXray.start();
  public final XrayClient xray = XrayClient.builder()
      .baseUrl(server.url())
      .credentials(Credentials.anonymous())
      .build();

  public Platform put(Kind kind, String json) {
    server.seed(kind, json.replace('\'', '"'));
    return this;
  }

  /** A security policy with one rule, {@code r}, that blocks by these switches. */
  public Platform policy(String name, String switches) {
    return policy(name, "'type':'security'", switches);
  }

  public Platform policy(String name, String more, String switches) {
    return put(
        Kind.POLICIES,
        "{'name':'" + name + "'," + more + ",'rules':[{'name':'r','priority':1,'criteria':{},"
            + "'actions':{'block_download':{" + switches + "}}}]}");
  }

  /** An active global watch that applies one policy. */
  public Platform watch(String name, String policy, String resources) {
    return watch(name, "'active':true", policy, resources);
  }

  public Platform watch(String name, String general, String policy, String resources) {
    return put(
        Kind.WATCHES,
        "{'general_data':{'name':'" + name + "'," + general + "},'project_resources':{'resources':["
            + resources + "]},'assigned_policies':[{'name':'" + policy + "'}]}");
  }

  public static String repository(String key, String type) {
    return "{'type':'repository','name':'" + key + "','repo_type':'" + type + "'}";
  }

  public static String allRepositories(String... filters) {
    return "{'type':'all-repos','name':'All Repositories','filters':[" + String.join(",", filters)
        + "]}";
  }

  public Platform local(String key, String more) {
    return put(
        Kind.REPOSITORIES,
        "{'key':'" + key + "','rclass':'local','packageType':'maven','xrayIndex':true" + more
            + "}");
  }

  public Platform remote(String key) {
    return put(
        Kind.REPOSITORIES,
        "{'key':'" + key + "','rclass':'remote','packageType':'pypi','xrayIndex':true}");
  }

  public Platform scan(String repository, String path, String state) {
    return put(
        Kind.SCAN_STATUSES,
        "{'repo':'" + repository + "','path':'" + path + "','overall':{'status':'" + state
            + "','time':'2026-05-01T00:00:00Z'}}");
  }

  /** A violation of repository {@code libs}, path {@code a/b.jar}. */
  public Platform violation(String id, String watch, String matched) {
    return violation(id, watch, matched, "");
  }

  public Platform violation(String id, String watch, String matched, String more) {
    return put(
        Kind.VIOLATIONS,
        "{'violation_id':'" + id + "','issue_id':'XRAY-" + id + "','severity':'High','watch_name':'"
            + watch + "','created':'2026-03-30T05:45:52Z',"
            + "'impacted_artifacts':['default/libs/a/b.jar'],'matched_policies':[" + matched + "]"
            + more + "}");
  }

  /** A violation that blocks by watch {@code w}, policy {@code p} and rule {@code r}. */
  public Platform blockingViolation(String id, String more) {
    return violation(id, "w", matched("p", "'is_blocking':true"), more);
  }

  public static String matched(String policy, String more) {
    return "{'policy':'" + policy + "','rule':'r'," + more + "}";
  }

  public BlockedDownloads downloads() {
    return BlockedDownloads.of(xray).clock(Clock.fixed(Instant.parse(NOW), ZoneOffset.UTC));
  }

  /** The answer about {@code a/b.jar} in {@code libs}. */
  public BlockExplanation explain() {
    return explain("libs", "a/b.jar");
  }

  public BlockExplanation explain(String repository, String path) {
    return downloads()
        .explain(RequestedArtifact.builder().repository(repository).path(path).build());
  }

  public static String refusal(String repository, String path) {
    return "HTTP Error Code 403: Artifact download request rejected: " + path
        + " was not downloaded due to the download blocking policy configured in Xray for "
        + repository + ".";
  }

  /** Method and path of each request. */
  public List<String> asked() {
    return server.requests().stream()
        .map(request -> request.method() + " " + request.path())
        .collect(Collectors.toList());
  }

  public List<RecordedRequest> requests(String path) {
    return server.requests().stream()
        .filter(request -> request.path().startsWith(path))
        .collect(Collectors.toList());
  }

  @Override
  public void close() {
    xray.close();
    server.close();
  }
}
