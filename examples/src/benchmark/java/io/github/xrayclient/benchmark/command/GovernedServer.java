package io.github.xrayclient.benchmark.command;

import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.io.IOException;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A server in its own process with a number of objects of each kind that is exported: {@code
 * GovernedServer NUMBER CHANGED}. One object in 100 of each kind has a field whose value is the
 * second argument, so that two servers can differ. Prints its address, and ends when its standard
 * input ends.
 */
final class GovernedServer {
  private static final String REPOSITORY = "{'key':'" + BuildLog.REPOSITORY
      + "','rclass':'remote','packageType':'maven','xrayIndex':true}";

  private final int number;
  private final String changed;

  private GovernedServer(int number, String changed) {
    this.number = number;
    this.changed = changed;
  }

  public static void main(String[] args) throws IOException {
    GovernedServer objects = new GovernedServer(Integer.parseInt(args[0]), args[1]);
    try (FakeXray server = FakeXray.start()) {
      server
          .seed(Kind.CONDITIONS, objects.list(objects::condition))
          .seed(Kind.CURATION_POLICIES, objects.list(objects::curationPolicy))
          .seed(Kind.POLICIES, objects.list(objects::policy))
          .seed(Kind.WATCHES, objects.list(objects::watch))
          .seed(Kind.IGNORE_RULES, objects.list(objects::ignoreRule))
          .seed(Kind.REPOSITORIES, REPOSITORY.replace('\'', '"'));
      System.out.println(server.url());
      while (System.in.read() >= 0) {
        // the process that started this server is still running
      }
    }
    System.exit(0);
  }

  private String list(IntFunction<String> object) {
    return IntStream.range(0, number)
        .mapToObj(object)
        .collect(Collectors.joining(",", "[", "]"))
        .replace('\'', '"');
  }

  private String condition(int i) {
    return "{'id':'" + (100 + i) + "','name':'condition-" + i + "','is_custom':true,"
        + "'condition_template_id':'isImmature','risk_type':'operational',"
        + "'supported_pkg_types':['npm','PyPI','Maven'],'param_values':["
        + "{'param_id':'package_age_days','value':" + value(i).length() + "}]}";
  }

  private String curationPolicy(int i) {
    return "{'id':'" + (1 + i) + "','name':'curation-policy-" + i + "','enabled':true,"
        + "'scope':'specific_repos','repo_include':['team-" + i + "-npm-remote'],"
        + "'policy_action':'block','condition_id':'" + (100 + i) + "','waivers':[{'id':'1',"
        + "'pkg_type':'npm','pkg_name':'left-pad','all_versions':true,'justification':'"
        + value(i) + "'}],'notify_emails':['team-" + i + "@acme.example'],"
        + "'waiver_request_config':'manual','decision_owners':['deciders']}";
  }

  private String policy(int i) {
    return "{'name':'policy-" + i + "','type':'security','description':'" + value(i) + "',"
        + "'rules':[{'name':'block','priority':1,'criteria':{'min_severity':'High'},'actions':"
        + "{'block_download':{'active':true,'unscanned':false},'mails':['a@acme.example']}},"
        + "{'name':'note','priority':2,'criteria':{'min_severity':'Low'},'actions':{}}]}";
  }

  private String watch(int i) {
    String remote = i == 0 ? BuildLog.REPOSITORY : "team-" + i + "-npm-remote";
    return "{'general_data':{'id':'" + i + "','name':'watch-" + i + "','active':true,"
        + "'description':'" + value(i) + "'},'project_resources':{'resources':["
        + "{'type':'repository','name':'team-" + i + "-maven-local','bin_mgr_id':'default',"
        + "'repo_type':'local'},{'type':'repository','name':'" + remote + "',"
        + "'bin_mgr_id':'default','repo_type':'remote'}]},"
        + "'assigned_policies':[{'name':'policy-" + i + "','type':'security'}]}";
  }

  private String ignoreRule(int i) {
    return "{'id':'rule-" + i + "','author':'admin','created':'2026-01-01T10:00:00Z','notes':'"
        + value(i) + "','is_expired':false,'ignore_filters':{'cves':['CVE-2026-" + (1000 + i)
        + "'],'watches':['watch-" + i + "']}}";
  }

  /** The value of a field that may differ between two servers. */
  private String value(int i) {
    return i % 100 == 0 ? changed : "unchanged";
  }
}
