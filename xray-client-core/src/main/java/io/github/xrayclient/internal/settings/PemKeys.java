package io.github.xrayclient.internal.settings;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyStore;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import org.jspecify.annotations.Nullable;

/** Loads a client certificate and its private key from two PEM files. */
final class PemKeys {
  private static final Pattern BLOCK =
      Pattern.compile("(?s)-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----(.*?)-----END \\1-----");
  private static final List<String> ALGORITHMS = List.of("RSA", "EC", "EdDSA");

  private PemKeys() {}

  /**
   * Loads the certificate and the key. The key must be unencrypted and in PKCS#8 form.
   *
   * @throws IllegalArgumentException if a file cannot be read or has another content; the message
   *     does not show the content
   */
  static KeyManager[] of(Path certificate, Path privateKey) {
    Certificate[] chain = certificates(certificate);
    PrivateKey key = key(privateKey);
    try {
      KeyStore store = KeyStore.getInstance("PKCS12");
      store.load(null, null);
      store.setKeyEntry("client", key, new char[0], chain);
      KeyManagerFactory factory =
          KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
      factory.init(store, new char[0]);
      return factory.getKeyManagers();
    } catch (IOException | GeneralSecurityException e) {
      throw unusable(certificate, "it cannot be used with the key in " + privateKey + ": " + e, e);
    }
  }

  private static Certificate[] certificates(Path file) {
    try {
      Certificate[] chain = CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(read(file)))
          .toArray(new Certificate[0]);
      if (chain.length == 0) {
        throw unusable(file, "it contains no certificate; give a PEM file with one", null);
      }
      return chain;
    } catch (GeneralSecurityException e) {
      throw unusable(file, "give a file with PEM certificates: " + e, e);
    }
  }

  private static PrivateKey key(Path file) {
    Matcher block = BLOCK.matcher(new String(read(file), StandardCharsets.ISO_8859_1));
    if (!block.find()) {
      throw unusable(file, "it contains no private key in PEM form", null);
    }
    if (!block.group(1).equals("PRIVATE KEY")) {
      throw unusable(
          file,
          "its private key is encrypted or not in PKCS#8 form; convert it with openssl pkcs8"
              + " -topk8 -nocrypt",
          null);
    }
    PKCS8EncodedKeySpec spec = spec(file, block.group(2));
    return ALGORITHMS.stream()
        .flatMap(algorithm -> key(spec, algorithm).stream())
        .findFirst()
        .orElseThrow(
            () -> unusable(file, "its private key is damaged, or of an unknown algorithm", null));
  }

  private static PKCS8EncodedKeySpec spec(Path file, String base64) {
    try {
      return new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(base64));
    } catch (IllegalArgumentException notBase64) {
      throw unusable(file, "its private key is damaged", null);
    }
  }

  /** Returns the key, or nothing if it is a key of another algorithm. */
  private static Optional<PrivateKey> key(PKCS8EncodedKeySpec spec, String algorithm) {
    try {
      return Optional.of(KeyFactory.getInstance(algorithm).generatePrivate(spec));
    } catch (InvalidKeySpecException | NoSuchAlgorithmException otherAlgorithm) {
      return Optional.empty();
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      throw unusable(file, "the file does not exist", e);
    } catch (IOException e) {
      throw unusable(file, "it cannot be read: " + e, e);
    }
  }

  private static IllegalArgumentException unusable(
      Path file, String reason, @Nullable Exception cause) {
    return new IllegalArgumentException(
        "the file " + file + " of the client certificate cannot be used: " + reason, cause);
  }
}
