package io.github.xrayclient.benchmark.peer;

import java.net.http.HttpClient;

/** Like {@link JdkReader}, but all work of the JDK's client is done by the thread that reads. */
final class DirectJdkReader extends JdkReader {
  DirectJdkReader(Target target) {
    super(target, HttpClient.newBuilder().executor(Runnable::run));
  }
}
