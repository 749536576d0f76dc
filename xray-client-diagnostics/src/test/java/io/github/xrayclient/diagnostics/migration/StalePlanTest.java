package io.github.xrayclient.diagnostics.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.NewPackageWaiver;
import io.github.xrayclient.curation.value.CurationPolicyId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.policy.PolicyUpdate;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.net.URI;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A plan is refused only if somebody changed what it changes or needs. */
class StalePlanTest {
  private final Server source = new Server()
      .seed(Kind.POLICIES, policy("critical", "Low"))
      .seed(Kind.POLICIES, policy("new", "Low"))
      .seed(Kind.WATCHES, watch("'assigned_policies':[{'name':'own','type':'security'}]"));
  private final Server target = new Server()
      .seed(Kind.POLICIES, policy("critical", "High"))
      .seed(Kind.POLICIES, policy("own", "Low"))
      .seed(Kind.POLICIES, policy("other", "Low"));

  @TempDir
  Path folder;

  @AfterEach
  void stop() {
    source.close();
    target.close();
  }

  private static String policy(String name, String severity) {
    return "{'name':'" + name + "','type':'security','modified':'2026-02-03T04:05:06Z','rules':"
        + "[{'name':'r','priority':1,'criteria':{'min_severity':'" + severity
        + "'},'actions':{}}]}";
  }

  private static String watch(String policies) {
    return "{'general_data':{'name':'w','active':true},'project_resources':{'resources':"
        + "[{'type':'all-repos','name':'All Repositories','bin_mgr_id':'default'}]}," + policies
        + "}";
  }

  /** The plan as it is after it was written into a file and read. */
  private MigrationPlan plan() {
    Path file = folder.resolve("plan.json");
    target.migration().plan(source.migration().snapshot()).write(file);
    return MigrationPlan.read(file);
  }

  private MigrationReport apply(MigrationPlan plan) {
    return target.migration().apply(plan, Journal.at(folder.resolve("plan.journal")));
  }

  private void edit(String policy) {
    target
        .xray
        .policies()
        .update(PolicyUpdate.of(target.xray.policies().get(policy))
            .description("mine")
            .build());
  }

  @Test
  void isAppliedAfterAChangeOfSomethingElse() {
    MigrationPlan plan = plan();
    edit("other");
    target.xray.policies().delete("other");
    target.seed(Kind.POLICIES, policy("another", "Low"));
    edit("own"); // the watch needs the policy, but not a certain content of it

    assertThat(apply(plan).isComplete()).isTrue();
  }

  @Test
  void isRefusedWithTheChangedFieldsIfSomebodyChangedAnObject() {
    MigrationPlan plan = plan();
    edit("critical");

    assertThatThrownBy(() -> apply(plan))
        .isInstanceOf(MigrationException.class)
        .hasMessageStartingWith(
            "the server was changed after the plan was made: somebody changed policy \"critical\"")
        .hasMessageContaining(", last at 2026-02-03T04:05:07")
        .hasMessageEndingWith("(description: not set → mine); make a new plan");
    assertThat(folder.resolve("plan.journal")).doesNotExist();
  }

  @Test
  void isRefusedWithEachObjectThatSomebodyCreatedOrDeleted() {
    MigrationPlan plan = plan();
    target.xray.policies().delete("critical");
    target.xray.policies().delete("own");
    target.seed(Kind.POLICIES, policy("new", "High"));

    assertThatThrownBy(() -> apply(plan))
        .hasMessageContaining("somebody deleted policy \"critical\"")
        .hasMessageContaining("somebody created policy \"new\"")
        .hasMessageContaining("somebody deleted policy \"own\", which watch \"w\" needs");
  }

  @Test
  void namesTheFirstOfManyChanges() {
    for (int i = 0; i < 9; i++) {
      source.seed(Kind.POLICIES, policy("many" + i, "Low"));
      target.seed(Kind.POLICIES, policy("many" + i, "High"));
    }
    MigrationPlan plan = plan();
    for (int i = 0; i < 9; i++) {
      edit("many" + i);
    }

    assertThatThrownBy(() -> apply(plan)).hasMessageContaining("; and 4 more; make a new plan");
  }

  @Test
  void isRefusedIfSomebodyChangedTheConditionOfACurationPolicy() {
    String condition = "{'id':'9','is_custom':true,'name':'young','condition_template_id':"
        + "'isImmature','updated_by':'tom','param_values':[{'param_id':'package_age_days','value':";
    String policy = "{'id':'5','name':'no young','scope':'all_repos','condition_id':'9',"
        + "'enabled':true,'waiver_request_config':'forbidden','policy_action':";
    source
        .seed(Kind.CONDITIONS, condition + "7}]}")
        .seed(Kind.CURATION_POLICIES, policy + "'block'}");
    target
        .seed(Kind.CONDITIONS, condition + "7}]}")
        .seed(Kind.CURATION_POLICIES, policy + "'dry_run'}");
    MigrationPlan plan = plan();
    target.seed(Kind.CONDITIONS, condition + "9000}]}");

    assertThatThrownBy(() -> apply(plan))
        .hasMessageContaining("somebody changed condition \"young\"")
        .hasMessageContaining("which curation policy \"no young\" needs");
  }

  @Test
  void isRefusedIfTheWaiversOfACurationPolicyWereReplaced() {
    String policy = "{'id':'5','name':'p','scope':'all_repos','condition_id':'1','enabled':true,"
        + "'waiver_request_config':'forbidden','waivers':[{'id':'3','pkg_type':'npm','pkg_name':"
        + "'a','all_versions':true,'justification':'j'}],'policy_action':";
    source
        .seed(Kind.CONDITIONS, "{'id':'1','is_custom':false,'name':'Malicious package'}")
        .seed(Kind.CURATION_POLICIES, policy + "'block'}");
    target
        .seed(Kind.CONDITIONS, "{'id':'1','is_custom':false,'name':'Malicious package'}")
        .seed(Kind.CURATION_POLICIES, policy + "'dry_run'}");
    MigrationPlan plan = plan();
    Curation.of(target.xray)
        .policies()
        .edit(
            CurationPolicyId.of("5"),
            update -> update.addWaiver(NewPackageWaiver.allVersions(PackageType.NPM, "b", "x")));

    assertThatThrownBy(() -> apply(plan))
        .hasMessageContaining("somebody changed curation policy \"p\"")
        .hasMessageContaining("waivers");
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://localhost:%d", "http://LocalHost:%d/", "http://127.0.0.1:%d//"})
  void isForTheServerWhateverItsAddressIsWrittenLike(String address) {
    MigrationPlan plan = plan();
    String url = String.format(address, URI.create(target.fake.url()).getPort());
    try (XrayClient other =
        XrayClient.builder().baseUrl(url).credentials(Credentials.anonymous()).build()) {
      assertThat(Migration.of(other)
              .apply(plan, Journal.at(folder.resolve("plan.journal")))
              .isComplete())
          .isTrue();
    }
  }
}
