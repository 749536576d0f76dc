package io.github.xrayclient.examples.cli;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.XrayClientBuilder;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.testing.FakeXray;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** A client of a server, which may be the embedded one. Closing it stops the embedded server. */
public final class Server implements AutoCloseable {
  private final XrayClient xray;
  private final Runnable stop;

  private Server(XrayClient xray, Runnable stop) {
    this.xray = xray;
    this.stop = stop;
  }

  static Server of(XrayClient xray) {
    return new Server(xray, () -> {});
  }

  /**
   * Starts an embedded server with demo data: policies, watches, a violation that blocks a
   * download, curation policies, packages, labels, a waiver request, and audit events of yesterday.
   */
  public static Server demo(XrayClientBuilder builder) throws IOException {
    String yesterday =
        Instant.now().minus(1, ChronoUnit.DAYS).truncatedTo(ChronoUnit.SECONDS).toString();
    FakeXray fake = FakeXray.start()
        .version("3.138.0")
        .seed(FakeXray.Kind.POLICIES, resource("policies.json"))
        .seed(FakeXray.Kind.WATCHES, resource("watches.json"))
        .seed(FakeXray.Kind.REPOSITORIES, resource("repositories.json"))
        .seed(FakeXray.Kind.XRAY_INTEGRATION, resource("xray-integration.json"))
        .seed(FakeXray.Kind.SCAN_STATUSES, resource("scan-statuses.json"))
        .seed(FakeXray.Kind.VIOLATIONS, resource("violations.json"))
        .seed(FakeXray.Kind.CURATION_POLICIES, resource("curation-policies.json"))
        .seed(FakeXray.Kind.CURATION_POLICIES, resource("dry-run-policy.json"))
        .seed(FakeXray.Kind.PACKAGES, resource("packages.json"))
        .seed(FakeXray.Kind.CATALOG_LABELS, resource("labels.json"))
        .seed(FakeXray.Kind.WAIVER_REQUESTS, resource("waiver-requests.json"))
        .seed(
            FakeXray.Kind.AUDIT_EVENTS,
            resource("audit-events.json").replace("YESTERDAY", yesterday));
    XrayClient xray =
        builder.baseUrl(fake.url()).credentials(Credentials.anonymous()).build();
    return new Server(xray, fake::close);
  }

  public XrayClient xray() {
    return xray;
  }

  @Override
  public void close() {
    xray.close();
    stop.run();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Server.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
