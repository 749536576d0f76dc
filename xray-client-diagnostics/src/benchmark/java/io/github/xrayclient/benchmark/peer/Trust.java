package io.github.xrayclient.benchmark.peer;

import io.github.xrayclient.benchmark.server.ServerKey;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Trusts exactly the certificate of a server, in the forms that HTTP clients ask for. */
final class Trust {
  private final TrustManager[] managers;
  private final SSLContext context;
  private final Path file;

  Trust(ServerKey key) throws IOException, GeneralSecurityException {
    managers = key.trust().getTrustManagers();
    context = SSLContext.getInstance("TLS");
    context.init(null, managers, null);
    file = key.certificate();
  }

  /** The certificate of the server. */
  Path file() {
    return file;
  }

  SSLContext context() {
    return context;
  }

  X509TrustManager manager() {
    return (X509TrustManager) managers[0];
  }
}
