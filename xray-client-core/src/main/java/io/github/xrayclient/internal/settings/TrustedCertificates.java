package io.github.xrayclient.internal.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.Collection;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509TrustManager;
import org.jspecify.annotations.Nullable;

/** Loads the certificates that the JDK trusts, together with those of a file. */
public final class TrustedCertificates {
  private TrustedCertificates() {}

  /**
   * Loads the JDK's trusted certificates and those of the file.
   *
   * @throws IllegalArgumentException if the file cannot be read or contains no certificate
   */
  public static TrustManager[] with(Path caFile) {
    try {
      KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
      store.load(null, null);
      int count = 0;
      for (TrustManager manager : trustManagers(null)) {
        if (manager instanceof X509TrustManager) {
          for (X509Certificate authority : ((X509TrustManager) manager).getAcceptedIssuers()) {
            store.setCertificateEntry("ca-" + count++, authority);
          }
        }
      }
      for (Certificate certificate : read(caFile)) {
        store.setCertificateEntry("ca-" + count++, certificate);
      }
      return trustManagers(store);
    } catch (GeneralSecurityException | IOException e) {
      throw new IllegalArgumentException(
          "the CA file " + caFile + " cannot be used (" + reason(e)
              + "); give a file with PEM or DER certificates",
          e);
    }
  }

  private static String reason(Exception e) {
    return e instanceof NoSuchFileException
        ? "there is no such file"
        : String.valueOf(e.getMessage());
  }

  private static Collection<? extends Certificate> read(Path caFile)
      throws IOException, GeneralSecurityException {
    try (InputStream in = Files.newInputStream(caFile)) {
      Collection<? extends Certificate> found =
          CertificateFactory.getInstance("X.509").generateCertificates(in);
      if (found.isEmpty()) {
        throw new IllegalArgumentException("the CA file " + caFile
            + " contains no certificate; give a file with PEM or DER certificates");
      }
      return found;
    }
  }

  private static TrustManager[] trustManagers(@Nullable KeyStore store)
      throws GeneralSecurityException {
    TrustManagerFactory factory =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    factory.init(store);
    return factory.getTrustManagers();
  }
}
