package io.github.xrayclient.diagnostics.migration;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.testing.FakeXray.Kind;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationSizeTest {
  private static final int MANY = 2_000;

  @TempDir
  Path folder;

  @Test
  void plansTwoThousandPoliciesAndWatchesByOneListAKind() {
    try (Server source = many("High");
        Server target = many("Low")) {
      source.migration().snapshot().write(folder);
      Snapshot snapshot = Snapshot.read(folder);
      Instant start = Instant.now();

      MigrationPlan plan = target.migration().plan(snapshot);

      System.out.println("Planned " + plan.steps().size() + " steps in "
          + Duration.between(start, Instant.now()).toMillis() + " ms");
      assertThat(plan.steps()).hasSize(MANY);
      assertThat(target.fake.requests()).hasSize(5);
    }
  }

  private static Server many(String severity) {
    Server server = new Server();
    StringBuilder policies = new StringBuilder("[");
    StringBuilder watches = new StringBuilder("[");
    for (int i = 0; i < MANY; i++) {
      String comma = i == 0 ? "" : ",";
      policies.append(comma + "{'name':'p" + i + "','type':'security','rules':[{'name':'r',"
          + "'priority':1,'criteria':{'min_severity':'" + severity + "'},'actions':"
          + "{'block_download':{'active':true,'unscanned':false},'mails':['a@x.example']}}]}");
      watches.append(comma + "{'general_data':{'id':'" + i + "','name':'w" + i + "','active':true},"
          + "'project_resources':{'resources':[{'type':'repository','name':'r" + i
          + "','bin_mgr_id':'default','repo_type':'local'}]},'assigned_policies':[{'name':'p" + i
          + "','type':'security'}]}");
    }
    return server.seed(Kind.POLICIES, policies + "]").seed(Kind.WATCHES, watches + "]");
  }
}
