package io.github.xrayclient.internal.settings;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.UnrecoverableKeyException;
import java.util.Arrays;
import java.util.Collections;
import java.util.function.Supplier;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.jspecify.annotations.Nullable;

/** Loads the private keys and certificates that a client sends to TLS servers. */
public final class ClientKeys {
  private static final String PROPERTY = "javax.net.ssl.keyStore";
  private static final String NO_FILE = "NONE";

  private ClientKeys() {}

  /**
   * Loads the keys of a PKCS#12 file. The password is overwritten afterwards.
   *
   * @throws IllegalArgumentException if the file cannot be read, the password is wrong, or the file
   *     contains no private key
   */
  public static KeyManager[] of(Path pkcs12, Supplier<char[]> passwords) {
    char[] password = passwords.get();
    if (password == null) {
      throw refused(
          pkcs12, "the password supplier returned null; it must return the password", null);
    }
    try (InputStream in = Files.newInputStream(pkcs12)) {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(in, password);
      if (!holdsKey(store)) {
        throw refused(
            pkcs12,
            "the file contains no private key; export the key together with its certificate",
            null);
      }
      return managers(store, password);
    } catch (NoSuchFileException e) {
      throw refused(pkcs12, "the file does not exist", e);
    } catch (IOException | GeneralSecurityException e) {
      boolean wrongPassword = e instanceof UnrecoverableKeyException
          || e.getCause() instanceof UnrecoverableKeyException;
      throw refused(
          pkcs12,
          wrongPassword
              ? "the password is wrong"
              : "give a readable PKCS#12 file (.p12 or .pfx), and not a PEM file: " + e,
          e);
    } finally {
      Arrays.fill(password, '\0');
    }
  }

  /**
   * Loads the keys that the JDK uses by default: those of the system property {@code
   * javax.net.ssl.keyStore} and the properties that belong to it, or none.
   *
   * @throws IllegalArgumentException if that key store cannot be used
   */
  public static KeyManager[] ofTheJdk() {
    String file = System.getProperty(PROPERTY, "");
    if (file.isEmpty()) {
      return new KeyManager[0];
    }
    String secret = System.getProperty(PROPERTY + "Password", "");
    char @Nullable [] password = secret.isEmpty() ? null : secret.toCharArray();
    try {
      KeyStore store = storeOfTheJdk();
      if (file.equals(NO_FILE)) {
        store.load(null, password);
      } else {
        try (InputStream in = Files.newInputStream(Path.of(file))) {
          store.load(in, password);
        }
      }
      return managers(store, store.getType().equals("PKCS11") ? null : password);
    } catch (IOException | GeneralSecurityException e) {
      throw new IllegalArgumentException(
          "the key store " + file + " of the system property " + PROPERTY
              + " cannot be used; check the file, " + PROPERTY + "Type and " + PROPERTY
              + "Password: " + e,
          e);
    }
  }

  private static KeyStore storeOfTheJdk() throws GeneralSecurityException {
    String type = System.getProperty(PROPERTY + "Type", KeyStore.getDefaultType());
    String provider = System.getProperty(PROPERTY + "Provider", "");
    return provider.isEmpty() ? KeyStore.getInstance(type) : KeyStore.getInstance(type, provider);
  }

  private static boolean holdsKey(KeyStore store) throws GeneralSecurityException {
    for (String alias : Collections.list(store.aliases())) {
      if (store.isKeyEntry(alias)) {
        return true;
      }
    }
    return false;
  }

  private static KeyManager[] managers(KeyStore store, char @Nullable [] password)
      throws GeneralSecurityException {
    KeyManagerFactory factory =
        KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    factory.init(store, password);
    return factory.getKeyManagers();
  }

  private static IllegalArgumentException refused(
      Path pkcs12, String reason, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "clientCertificate " + pkcs12 + " cannot be used: " + reason, cause);
  }
}
