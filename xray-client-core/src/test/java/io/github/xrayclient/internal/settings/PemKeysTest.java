package io.github.xrayclient.internal.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPairGenerator;
import java.util.Base64;
import javax.net.ssl.X509KeyManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A client certificate and its key in two PEM files. */
class PemKeysTest {
  @TempDir
  Path folder;

  private static Path certificate() throws URISyntaxException {
    return Path.of(PemKeysTest.class.getResource("/tls/client.pem").toURI());
  }

  private Path write(String content) throws IOException {
    return Files.writeString(folder.resolve("file.pem"), content);
  }

  private static String pem(String type, byte[] content) {
    return "-----BEGIN " + type + "-----\n" + Base64.getMimeEncoder().encodeToString(content)
        + "\n-----END " + type + "-----\n";
  }

  @ParameterizedTest
  @CsvSource({"RSA, 2048", "EC, 256"})
  void areReadWhateverTheAlgorithmAndTheTextAroundThem(String algorithm, int size)
      throws Exception {
    KeyPairGenerator generator = KeyPairGenerator.getInstance(algorithm);
    generator.initialize(size);
    byte[] key = generator.generateKeyPair().getPrivate().getEncoded();

    X509KeyManager keys = (X509KeyManager)
        PemKeys.of(certificate(), write("Bag Attributes\n" + pem("PRIVATE KEY", key)))[0];

    assertThat(keys.getPrivateKey("client").getEncoded()).isEqualTo(key);
    assertThat(keys.getCertificateChain("client")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"RSA PRIVATE KEY", "EC PRIVATE KEY", "ENCRYPTED PRIVATE KEY"})
  void ofAnotherFormAreRefusedWithTheCommandThatConvertsThem(String type) throws Exception {
    Path key = write("-----BEGIN " + type + "-----\nProc-Type: 4,ENCRYPTED\n\nc2VjcmV0\n-----END "
        + type + "-----\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> PemKeys.of(certificate(), key))
        .withMessageContainingAll(key.toString(), "openssl pkcs8 -topk8 -nocrypt")
        .withMessageNotContaining("c2Vj");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "secret", "-----BEGIN CERTIFICATE-----\nx\n-----END CERTIFICATE-----"})
  void thatAreMissingAreTold(String content) throws Exception {
    Path key = write(content);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> PemKeys.of(certificate(), key))
        .withMessageContaining("contains no private key in PEM form");
  }

  @ParameterizedTest
  @ValueSource(strings = {"c2VjcmV0", "c2", "MII", "!"})
  void thatAreDamagedAreToldWithoutTheirContent(String content) throws Exception {
    Path key = write("-----BEGIN PRIVATE KEY-----\n" + content + "\n-----END PRIVATE KEY-----\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> PemKeys.of(certificate(), key))
        .withMessageContaining("its private key is damaged")
        .withMessageNotContaining("c2")
        .withNoCause();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "no certificate"})
  void withoutACertificateAreRefused(String content) throws Exception {
    Path certificate = write(content);

    assertThatIllegalArgumentException()
        .isThrownBy(() -> PemKeys.of(certificate, certificate))
        .withMessageContaining(certificate.toString());
  }

  @Test
  void inAFileThatDoesNotExistAreTold() throws Exception {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> PemKeys.of(certificate(), folder.resolve("none")))
        .withMessageContainingAll("none", "does not exist");
  }
}
