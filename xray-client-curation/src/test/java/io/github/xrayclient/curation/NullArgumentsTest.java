package io.github.xrayclient.curation;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.curation.value.ConditionId;
import io.github.xrayclient.curation.value.PackageType;
import io.github.xrayclient.testsupport.Clients;
import io.github.xrayclient.testsupport.NullArguments;
import io.github.xrayclient.testsupport.PublicApi;
import io.github.xrayclient.testsupport.SampleValues;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No public method takes null, and each says so by the name of its argument, before any request. */
class NullArgumentsTest {
  @Test
  void areRefusedByName() {
    Set<Class<?>> types = PublicApi.ofModule(Path.of("target/classes")).types();
    try (XrayClient xray = Clients.sendingNothing()) {
      SampleValues samples = new SampleValues(xray)
          .with(ConditionId.class, () -> ConditionId.of("7"))
          .with(NewLabelWaiver.class, () -> NewLabelWaiver.of("label", "why"))
          .with(
              NewPackageWaiver.class,
              () -> NewPackageWaiver.allVersions(PackageType.NPM, "left-pad", "why"))
          .withServicesOf(types);

      NullArguments calls = new NullArguments(samples);
      types.forEach(calls::check);

      assertThat(calls.calls()).isGreaterThan(300);
      assertThat(calls.complaints()).isEmpty();
    }
  }
}
