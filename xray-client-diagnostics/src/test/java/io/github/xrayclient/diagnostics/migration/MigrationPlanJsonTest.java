package io.github.xrayclient.diagnostics.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.value.FieldChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The format of a plan's file, which the Javadoc of {@link MigrationPlan} describes. */
class MigrationPlanJsonTest {
  private final Server source = new Server();
  private final Server target = new Server();

  @TempDir
  Path folder;

  @BeforeEach
  void fill() {
    source.seed(Kind.POLICIES, policy("critical", "Low"));
    target.seed(Kind.POLICIES, policy("critical", "High"));
    target.seed(Kind.POLICIES, policy("own", "High"));
    source.seed(
        Kind.IGNORE_RULES,
        "{'id':'9','notes':'n','project_key':'dev','ignore_filters':{'cves':['CVE-1']}}");
    target.seed(Kind.PROJECTS, "{'project_key':'dev'}");
  }

  @AfterEach
  void stop() {
    source.close();
    target.close();
  }

  private static String policy(String name, String severity) {
    return "{'name':'" + name + "','type':'security','rules':[{'name':'r','priority':1,"
        + "'criteria':{'min_severity':'" + severity + "'},'actions':{}}]}";
  }

  private MigrationPlan plan() {
    return target.migration().plan(source.migration().snapshot());
  }

  @Test
  void hasEveryMemberInItsPlace() {
    String rule = source.migration().snapshot().keys().last().name();

    assertThat(plan().toJson().toString().replaceAll("\"[0-9a-f]{64}\"", "\"HASH\""))
        .isEqualTo(("{'schema':1,'target':'" + target.fake.url() + "','kinds':"
                + "['conditions','curation-policies','policies','watches','ignore-rules'],"
                + "'uses':[],'skippedWaiverCount':0,'notes':["
                + "{'kind':'FIELD_NOT_READABLE','category':'SKIPPED',"
                + "'subject':'fail_pull_request','text':'the field fail_pull_request of"
                + " policies is not copied, because servers accept it but never return it; an"
                + " update of a policy sets it to false'},"
                + "{'kind':'OBJECT_ONLY_ON_TARGET','category':'ONLY_ON_TARGET','object':{"
                + "'kind':'policies','name':'own'},'text':'policy ^own^ is not in the snapshot"
                + " and is kept'}],'steps':["
                + "{'step':1,'action':'UPDATE','object':{'kind':'policies','name':'critical'},"
                + "'changes':[{'field':'rules[r].criteria.min_severity','from':'High','to':'Low'}],"
                + "'request':{'method':'PUT','path':'/xray/api/v2/policies/critical','body':{"
                + "'name':'critical','type':'security','rules':[{'name':'r','priority':1,"
                + "'criteria':{'min_severity':'Low'},'actions':{}}]}},'current':CURRENT},"
                + "{'step':2,'action':'CREATE','object':{'kind':'ignore-rules','name':'" + rule
                + "','project':'dev'},'changes':[],'request':{'method':'POST',"
                + "'path':'/xray/api/v1/ignore_rules?projectKey=dev','body':{"
                + "'ignore_filters':{'cves':['CVE-1']},'notes':'n'}}}],'checksum':'HASH'}")
            .replace(
                "CURRENT", target.fake.stored(Kind.POLICIES).get(0).toString().replace('"', '\''))
            .replace('\'', '"')
            .replace("^", "\\\""));
  }

  @Test
  void saysWhichProjectItIsFor() {
    assertThat(target
            .migration()
            .inProject("dev")
            .plan(source.migration().snapshot())
            .toJson()
            .path("project")
            .asText())
        .isEqualTo("dev");
  }

  @Test
  void givesTheSameValuesBack() {
    MigrationPlan plan = plan();
    Path file = folder.resolve("plan.json");
    plan.write(file);

    MigrationPlan read = MigrationPlan.read(file);

    assertThat(read).isEqualTo(plan).hasSameHashCodeAs(plan).hasToString(plan.toString());
    assertThat(read.notes()).isEqualTo(plan.notes()).hasSize(2);
    assertThat(read.steps()).isEqualTo(plan.steps()).hasSize(2);
    FieldChange change = read.steps().get(0).changes().get(0);
    assertThat(change).isEqualTo(plan.steps().get(0).changes().get(0));
    assertThat(change.from().orElseThrow().asText()).isEqualTo("High");
    assertThat(change.to().orElseThrow().asText()).isEqualTo("Low");
  }

  @Test
  void protectsItsNotes() throws IOException {
    Path file = folder.resolve("plan.json");
    plan().write(file);
    String text = Files.readString(file);
    assertThat(text).contains("OBJECT_ONLY_ON_TARGET");
    Files.writeString(file, text.replace("OBJECT_ONLY_ON_TARGET", "WAIVER_ONLY_ON_TARGET"));

    assertThatThrownBy(() -> MigrationPlan.read(file))
        .isInstanceOfSatisfying(
            MigrationException.class,
            e -> assertThat(e.kind()).isEqualTo(MigrationException.Kind.FILE_NOT_USABLE))
        .hasMessageContaining("it was changed after it was written");
  }
}
