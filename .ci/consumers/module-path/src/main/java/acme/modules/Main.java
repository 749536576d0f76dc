package acme.modules;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.diagnostics.refusal.RefusalLog;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.testing.FakeXray;

/** Uses a part of each module, and values that Jackson reads by reflection. */
public final class Main {
  private Main() {}

  public static void main(String[] arguments) {
    try (FakeXray server = FakeXray.start()
            .seed(FakeXray.Kind.POLICIES, "{\"name\":\"no-critical\",\"type\":\"security\",\"rules\":[]}");
        XrayClient xray = XrayClient.builder()
            .baseUrl(server.url())
            .credentials(Credentials.bearer("token"))
            .build()) {
      for (Policy policy : xray.policies().list()) {
        System.out.println("policy " + policy.name());
      }
      System.out.println("curation policies " + Curation.of(xray).policies().list().stream().count());
    }
    RefusalLog.parse("Artifact download request rejected: a/b.jar was not downloaded due to the download blocking"
            + " policy configured in Xray for libs.")
        .refusals()
        .forEach(refusal -> System.out.println("refused " + refusal.path().orElse("?")));
    System.out.println("modules "
        + Main.class.getModule().isNamed()
        + " "
        + XrayClient.class.getModule().getName()
        + " "
        + FakeXray.class.getModule().getName());
  }
}
