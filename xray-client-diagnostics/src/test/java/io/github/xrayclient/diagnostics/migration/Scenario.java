package io.github.xrayclient.diagnostics.migration;

import io.github.xrayclient.testing.FakeXray.Kind;

/** A target that has some objects of {@link Server#filled}, others too, and other ids. */
public final class Scenario {
  private Scenario() {}

  public static Server target() {
    return Server.withBuiltIn("77")
        .seed(
            Kind.CONDITIONS,
            "{'id':'78','is_custom':true,'name':'old','condition_template_id':'isImmature',"
                + "'param_values':[{'param_id':'package_age_days','value':1}]}")
        .seed(
            Kind.CURATION_POLICIES,
            "[{'id':'5','name':'no young','scope':'all_repos','policy_action':'block',"
                + "'condition_id':'78','created_by':'tom','enabled':true,'brand_new':[1],"
                + "'waiver_request_config':'forbidden','waivers':[{'id':'8','pkg_type':'npm',"
                + "'pkg_name':'own','all_versions':true,'justification':'x','created_by':'tom'}]},"
                + "{'id':'6','name':'old','scope':'all_repos','policy_action':'dry_run',"
                + "'condition_id':'78','enabled':true,'waiver_request_config':'forbidden',"
                + "'label_waivers':[{'id':'3','label':'l','justification':'j'}]}]")
        .seed(
            Kind.POLICIES,
            "[{'name':'critical','type':'security','rules':[{'name':'first','priority':1,"
                + "'criteria':{'min_severity':'low'},'actions':{}}]},{'name':'old','type':'license',"
                + "'rules':[{'name':'r','priority':1,'criteria':{'banned_licenses':['GPL']},"
                + "'actions':{}}]}]")
        .seed(
            Kind.WATCHES,
            "[{'general_data':{'id':'1','name':'libs','active':true},'project_resources':"
                + "{'resources':[{'type':'all-repos','name':'All Repositories','bin_mgr_id':"
                + "'default'}]},'assigned_policies':[{'name':'old','type':'license'}]},"
                + "{'general_data':{'id':'2','name':'old','active':false},'project_resources':"
                + "{'resources':[{'type':'all-builds','bin_mgr_id':'default'}]},"
                + "'assigned_policies':[{'name':'critical','type':'security'}]}]")
        .seed(
            Kind.IGNORE_RULES,
            "{'id':'0b','notes':'old','is_expired':false,'ignore_filters':{'cves':['CVE-1']}}");
  }

  /** Makes the target exactly like the source. */
  public static MigrationPlan plan(Server source, Server target) {
    return target.migration().prune().exactWaivers().plan(source.migration().snapshot());
  }
}
