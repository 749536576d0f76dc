package acme;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.diagnostics.block.BlockedDownloads;
import io.github.xrayclient.testing.FakeXray;
import java.util.List;
import org.junit.jupiter.api.Test;

class BlockingRulesTest {
  private static final String POLICY = "{\"name\":\"no-critical\",\"type\":\"security\",\"rules\":[{\"name\":\"critical\","
      + "\"priority\":1,\"criteria\":{\"min_severity\":\"Critical\"},"
      + "\"actions\":{\"block_download\":{\"active\":true}}}]}";
  private static final String WATCH = "{\"general_data\":{\"name\":\"releases\",\"active\":true},"
      + "\"project_resources\":{\"resources\":[{\"type\":\"repository\",\"name\":\"libs\",\"bin_mgr_id\":\"default\","
      + "\"repo_type\":\"local\"}]},\"assigned_policies\":[{\"name\":\"no-critical\",\"type\":\"security\"}]}";
  private static final String LOG = "HTTP Error Code 403: Artifact download request rejected: org/acme/app-1.0.jar"
      + " was not downloaded due to the download blocking policy configured in Xray for libs.";

  @Test
  void namesTheRuleOfARefusal() {
    try (FakeXray server = FakeXray.start()
            .seed(FakeXray.Kind.POLICIES, POLICY)
            .seed(FakeXray.Kind.WATCHES, WATCH);
        XrayClient xray = XrayClient.builder()
            .baseUrl(server.url())
            .credentials(Credentials.bearer("token"))
            .build()) {
      assertEquals(List.of("releases > no-critical > critical"), new BlockingRules(xray).in(LOG));
    }
  }

  @Test
  void theJarsTellTheirVersion() {
    String version = System.getProperty("xray.version");

    assertEquals(version, XrayClient.class.getPackage().getImplementationVersion());
    assertEquals(version, BlockedDownloads.class.getPackage().getImplementationVersion());
    assertEquals(version, FakeXray.class.getPackage().getImplementationVersion());
  }
}
