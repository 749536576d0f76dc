package io.github.xrayclient.benchmark.peer;

import java.net.http.HttpClient;

/** Like {@link JdkReader}, but each thread of the JDK's client runs its tasks itself. */
final class DirectJdkReader extends JdkReader {
  DirectJdkReader(Target target) {
    super(target, HttpClient.newBuilder().executor(Runnable::run));
  }
}
