package io.github.xrayclient.benchmark.peer;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.CurationPolicies;

/** Reads the page with this library in its default setting. */
final class LibraryReader implements PageReader {
  private final CurationPolicies policies;

  LibraryReader(Target target) {
    var builder =
        XrayClient.builder().baseUrl(target.url()).credentials(Credentials.bearer("a-token"));
    target.trust().ifPresent(trust -> builder.httpClient(http -> http.sslContext(trust.context())));
    policies = Curation.of(builder.build()).policies();
  }

  @Override
  public int read() {
    return policies.list().pageSize(Target.ROWS).page(1).items().size();
  }
}
