package io.github.xrayclient;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.http.ApiCall;
import io.github.xrayclient.http.CallListener;
import io.github.xrayclient.http.Interceptor;
import io.github.xrayclient.http.Transport;
import io.github.xrayclient.testsupport.Clients;
import io.github.xrayclient.testsupport.NullArguments;
import io.github.xrayclient.testsupport.PublicApi;
import io.github.xrayclient.testsupport.SampleValues;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** No public method takes null, and each says so by the name of its argument, before any request. */
class NullArgumentsTest {
  private static final Set<Class<?>> IMPLEMENTED_BY_CALLERS =
      Set.of(ApiCall.Decoder.class, CallListener.class, Interceptor.class, Transport.class);

  @Test
  void areRefusedByName() {
    Set<Class<?>> types = PublicApi.ofModule(Path.of("target/classes")).types();
    types.removeAll(IMPLEMENTED_BY_CALLERS);
    try (XrayClient xray = Clients.sendingNothing()) {
      SampleValues samples = new SampleValues(xray).withServicesOf(types);
      NullArguments calls = new NullArguments(samples);
      types.forEach(calls::check);

      assertThat(calls.calls()).isGreaterThan(500);
      assertThat(calls.complaints()).isEmpty();
    }
  }
}
