package io.github.xrayclient.benchmark.server;

import io.github.xrayclient.benchmark.process.Java;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;

/** A file with the key of a server on the loopback interface, and the certificate of the key. */
public final class ServerKey {
  private static final String PASSWORD = "only-for-benchmarks";

  private final Path file;

  /**
   * @param file a PKCS #12 file that {@link #create()} made
   */
  public ServerKey(Path file) {
    this.file = file;
  }

  /** Makes a new key, whose certificate is valid for a day. */
  public static ServerKey create() throws IOException, InterruptedException {
    Path file = Java.target().resolve("benchmarks").resolve("server.p12");
    Files.createDirectories(file.getParent());
    Files.deleteIfExists(file);
    Java.execute(
        "keytool",
        List.of(
            "-genkeypair",
            "-keyalg",
            "EC",
            "-dname",
            "CN=benchmark",
            "-ext",
            "san=ip:127.0.0.1",
            "-validity",
            "1",
            "-storetype",
            "PKCS12",
            "-keystore",
            file.toString(),
            "-storepass",
            PASSWORD));
    return new ServerKey(file);
  }

  /** Writes the certificate to a file and returns that. */
  public Path certificate() throws IOException, GeneralSecurityException {
    KeyStore store = store();
    byte[] certificate = store.getCertificate(store.aliases().nextElement()).getEncoded();
    return Files.write(file.resolveSibling("server.cer"), certificate);
  }

  public Path file() {
    return file;
  }

  /** What trusts exactly this certificate. */
  public TrustManagerFactory trust() throws IOException, GeneralSecurityException {
    TrustManagerFactory factory = TrustManagerFactory.getInstance("PKIX");
    factory.init(store());
    return factory;
  }

  /** The settings of a server with this key. */
  SSLContext context() throws IOException, GeneralSecurityException {
    KeyManagerFactory keys = KeyManagerFactory.getInstance("PKIX");
    keys.init(store(), PASSWORD.toCharArray());
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), null, null);
    return context;
  }

  private KeyStore store() throws IOException, GeneralSecurityException {
    return KeyStore.getInstance(file.toFile(), PASSWORD.toCharArray());
  }
}
