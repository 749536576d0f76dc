package io.github.xrayclient.benchmark;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.curation.Curation;

/** Reads one page with the library: {@code FirstPage URL}. */
final class FirstPage {
  private FirstPage() {}

  public static void main(String[] args) {
    try (XrayClient xray = XrayClient.builder()
        .baseUrl(args[0])
        .credentials(Credentials.bearer("a-token"))
        .build()) {
      System.out.println(Curation.of(xray).policies().list().page(1).items().size());
    }
  }
}
