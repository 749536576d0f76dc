/**
 * An Xray server in memory, with which you test your own code without a real server. Begin with
 * {@link io.github.xrayclient.testing.FakeXray}. The artifact is the test jar of {@code
 * io.github.xrayclient:xray-client-core}.
 */
module io.github.xrayclient.testing {
  requires transitive io.github.xrayclient;
  requires jdk.httpserver;
  requires org.assertj.core;
  requires org.junit.jupiter.api;
  requires org.junit.jupiter.params;

  exports io.github.xrayclient.testing;
}
