package io.github.xrayclient.benchmark.peer;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.CurationPolicies;
import java.time.Duration;

/** Reads the page with this library; only its time limits are not the default ones. */
final class LibraryReader implements PageReader {
  /** The other contenders have no limits; 1,000 callers may need long to connect. */
  private static final Duration LIMIT = Duration.ofMinutes(5);

  private final CurationPolicies policies;

  LibraryReader(Target target) {
    var builder = XrayClient.builder()
        .baseUrl(target.url())
        .credentials(Credentials.bearer("a-token"))
        .connectTimeout(LIMIT)
        .timeout(LIMIT);
    target.trust().ifPresent(trust -> builder.caFile(trust.file()));
    policies = Curation.of(builder.build()).policies();
  }

  @Override
  public int read() {
    return policies.list().pageSize(Target.ROWS).page(1).items().size();
  }
}
