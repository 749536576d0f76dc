package io.github.xrayclient.examples;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.testing.FakeXray;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** A client, and the embedded server behind it if there is one. */
final class Server implements AutoCloseable {
  private final XrayClient xray;
  private final Runnable behind;

  private Server(XrayClient xray, Runnable behind) {
    this.xray = xray;
    this.behind = behind;
  }

  static Server of(XrayClient xray) {
    return new Server(xray, () -> {});
  }

  /** An embedded server that holds what the product's documents show. */
  static Server demo() throws IOException {
    FakeXray fake = FakeXray.start()
        .seed(FakeXray.Kind.POLICIES, resource("policies.json"))
        .seed(FakeXray.Kind.WATCHES, resource("watches.json"))
        .seed(FakeXray.Kind.CURATION_POLICIES, resource("curation-policies.json"));
    XrayClient xray = XrayClient.builder()
        .baseUrl(fake.url())
        .credentials(Credentials.anonymous())
        .build();
    return new Server(xray, fake::close);
  }

  XrayClient xray() {
    return xray;
  }

  @Override
  public void close() {
    xray.close();
    behind.run();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = Server.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
