package io.github.xrayclient.internal.transport;

import io.github.xrayclient.http.Transport;
import io.github.xrayclient.testing.TransportContract;
import java.net.http.HttpClient;
import java.time.Duration;

class JdkTransportContractTest extends TransportContract {
  @Override
  protected Transport newTransport() {
    return new JdkTransport(
        builder ->
            builder.version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(10)),
        Duration.ofSeconds(30),
        64 << 20);
  }
}
