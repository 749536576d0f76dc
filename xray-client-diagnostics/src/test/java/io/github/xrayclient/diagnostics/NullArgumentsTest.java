package io.github.xrayclient.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.diagnostics.migration.MigrationPlan;
import io.github.xrayclient.diagnostics.migration.MigrationProgress;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.testing.FakeXray;
import io.github.xrayclient.testsupport.Clients;
import io.github.xrayclient.testsupport.NullArguments;
import io.github.xrayclient.testsupport.PublicApi;
import io.github.xrayclient.testsupport.SampleValues;
import java.io.InputStream;
import java.io.Reader;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No public method takes null, and each says so by the name of its argument, before any request. */
class NullArgumentsTest {
  @Test
  void areRefusedByName() {
    Set<Class<?>> types = PublicApi.ofModule(Path.of("target/classes")).types();
    types.remove(MigrationProgress.class); // callers implement it
    try (FakeXray server = FakeXray.start();
        XrayClient reading = Clients.once(server.url());
        XrayClient xray = Clients.sendingNothing()) {
      Snapshot snapshot = Migration.of(reading).snapshot();
      MigrationPlan plan = Migration.of(reading).plan(snapshot);
      SampleValues samples = new SampleValues(xray)
          .with(Snapshot.class, () -> snapshot)
          .with(MigrationPlan.class, () -> plan)
          .with(InputStream.class, InputStream::nullInputStream)
          .with(Reader.class, Reader::nullReader)
          .withServicesOf(types);

      NullArguments calls = new NullArguments(samples);
      types.forEach(calls::check);

      assertThat(calls.calls()).isGreaterThan(200);
      assertThat(calls.complaints()).isEmpty();
    }
  }
}
