package io.github.xrayclient.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsExchange;
import com.sun.net.httpserver.HttpsParameters;
import com.sun.net.httpserver.HttpsServer;
import io.github.xrayclient.XrayClient;
import io.github.xrayclient.XrayClientBuilder;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.error.XrayTransportException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSession;
import javax.net.ssl.TrustManagerFactory;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A server whose certificate a private authority signed, and that demands one of the client. */
class ClientCertificateTest {
  private static final String PASSWORD = "changeit";
  private static final Path CA_FILE = resource("server.pem");
  private static final Path CLIENT = resource("client.p12");

  private HttpsServer server;

  @BeforeEach
  void start() throws Exception {
    KeyManagerFactory keys = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
    keys.init(store("server.p12"), PASSWORD.toCharArray());
    KeyStore clients = KeyStore.getInstance("PKCS12");
    clients.load(null, null);
    clients.setCertificateEntry("client", store("client.p12").getCertificate("client"));
    TrustManagerFactory trust =
        TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
    trust.init(clients);
    SSLContext context = SSLContext.getInstance("TLS");
    context.init(keys.getKeyManagers(), trust.getTrustManagers(), null);

    server = HttpsServer.create(
        new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
    server.setHttpsConfigurator(new HttpsConfigurator(context) {
      @Override
      public void configure(HttpsParameters parameters) {
        SSLParameters demanding = context.getDefaultSSLParameters();
        demanding.setNeedClientAuth(true);
        parameters.setSSLParameters(demanding);
      }
    });
    server.createContext("/", exchange -> {
      SSLSession session = ((HttpsExchange) exchange).getSSLSession();
      byte[] name = session.getPeerPrincipal().getName().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, name.length);
      exchange.getResponseBody().write(name);
      exchange.close();
    });
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  private static Path resource(String name) {
    try {
      return Path.of(ClientCertificateTest.class.getResource("/tls/" + name).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static KeyStore store(String name) throws Exception {
    KeyStore store = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(resource(name))) {
      store.load(in, PASSWORD.toCharArray());
    }
    return store;
  }

  private XrayClientBuilder builder() {
    return XrayClient.builder()
        .baseUrl("https://127.0.0.1:" + server.getAddress().getPort())
        .credentials(Credentials.anonymous())
        .retryPolicy(RetryPolicy.none());
  }

  private static String nameSeenBy(XrayClientBuilder builder) {
    try (XrayClient xray = builder.build()) {
      return xray.call("GET", "/x").send().text();
    }
  }

  private static void withProperties(Map<String, String> properties, Runnable test) {
    properties.forEach(System::setProperty);
    try {
      test.run();
    } finally {
      properties.keySet().forEach(System::clearProperty);
    }
  }

  private static char[] password() {
    return PASSWORD.toCharArray();
  }

  @Test
  void isShownBesideAPrivateAuthority() {
    assertThat(nameSeenBy(
            builder().caFile(CA_FILE).clientCertificate(CLIENT, ClientCertificateTest::password)))
        .isEqualTo("CN=build agent");
    assertThat(nameSeenBy(
            builder().clientCertificate(CLIENT, ClientCertificateTest::password).caFile(CA_FILE)))
        .isEqualTo("CN=build agent");
  }

  private static JsonNode json(Path file) {
    return TextNode.valueOf(file.toString());
  }

  @Test
  void isShownFromThePemFilesOfAProfileOfJFrogCli(@TempDir Path home) throws Exception {
    byte[] key = store("client.p12").getKey("client", PASSWORD.toCharArray()).getEncoded();
    Path keyFile = Files.writeString(
        home.resolve("key.pem"),
        "-----BEGIN PRIVATE KEY-----\n" + Base64.getMimeEncoder().encodeToString(key)
            + "\n-----END PRIVATE KEY-----\n");
    Files.writeString(
        home.resolve("jfrog-cli.conf.v6"),
        "{\"servers\":[{\"serverId\":\"a\",\"url\":\"https://127.0.0.1:"
            + server.getAddress().getPort() + "/\",\"accessToken\":\"token\",\"clientCertPath\":"
            + json(resource("client.pem")) + ",\"clientCertKeyPath\":" + json(keyFile) + "}]}");

    assertThat(nameSeenBy(XrayClient.builder()
            .caFile(CA_FILE)
            .cliProfile("a", Map.of("JFROG_CLI_HOME_DIR", home.toString()))))
        .isEqualTo("CN=build agent");
  }

  @Test
  void isShownWithTheAuthoritiesOfTheJdk() {
    withProperties(
        Map.of(
            "javax.net.ssl.trustStore",
            resource("trusted.p12").toString(),
            "javax.net.ssl.trustStorePassword",
            PASSWORD),
        () -> assertThat(
                nameSeenBy(builder().clientCertificate(CLIENT, ClientCertificateTest::password)))
            .isEqualTo("CN=build agent"));
  }

  @Test
  void isThatOfTheJdksKeyStoreBesideACaFile() {
    withProperties(
        Map.of(
            "javax.net.ssl.keyStore",
            CLIENT.toString(),
            "javax.net.ssl.keyStoreType",
            "PKCS12",
            "javax.net.ssl.keyStorePassword",
            PASSWORD),
        () -> assertThat(nameSeenBy(builder().caFile(CA_FILE))).isEqualTo("CN=build agent"));
  }

  @Test
  void isMissedByTheServerWithoutOne() {
    assertThatExceptionOfType(XrayTransportException.class)
        .isThrownBy(() -> nameSeenBy(builder().caFile(CA_FILE)));
  }

  @Test
  void isReadAtOnceAndItsPasswordIsOverwritten() {
    char[] given = password();
    AtomicInteger asked = new AtomicInteger();
    Supplier<char[]> supplier = () -> {
      asked.incrementAndGet();
      return given;
    };

    XrayClientBuilder builder = builder().caFile(CA_FILE).clientCertificate(CLIENT, supplier);

    assertThat(given).containsOnly('\0');
    assertThat(nameSeenBy(builder)).isEqualTo("CN=build agent");
    assertThat(asked).hasValue(1);
  }

  private static String refusal(Path file, char[] password) {
    IllegalArgumentException refusal = catchThrowableOfType(
        IllegalArgumentException.class,
        () -> XrayClient.builder().clientCertificate(file, () -> password));
    assertThat(password).containsOnly('\0');
    StringWriter everything = new StringWriter();
    refusal.printStackTrace(new PrintWriter(everything));
    assertThat(everything.toString()).doesNotContain(PASSWORD, "s3cret");
    assertThat(refusal)
        .hasMessageStartingWith("clientCertificate " + file + " cannot be used: ")
        .hasMessageNotContaining("\n");
    return refusal.getMessage();
  }

  @Test
  void isRefusedIfTheFileCannotBeUsed(@TempDir Path directory) throws Exception {
    Path empty = Files.createFile(directory.resolve("empty.p12"));
    Path text = Files.writeString(directory.resolve("text.p12"), "not a key store");
    byte[] bytes = Files.readAllBytes(CLIENT);
    Path half = Files.write(directory.resolve("half.p12"), Arrays.copyOf(bytes, bytes.length / 2));

    assertThat(refusal(directory.resolve("missing.p12"), password()))
        .contains("the file does not exist");
    assertThat(refusal(CLIENT, "s3cret".toCharArray())).contains("the password is wrong");
    assertThat(refusal(resource("trusted.p12"), password())).contains("no private key");
    for (Path file : List.of(empty, text, half, resource("client.pem"), directory)) {
      assertThat(refusal(file, password())).contains("PKCS#12");
    }
  }

  @Test
  void isRefusedWithoutAPassword() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> XrayClient.builder().clientCertificate(CLIENT, () -> null))
        .withMessageContaining("null");
    assertThat(refusal(CLIENT, new char[] {'\0'})).contains("the password is wrong");
  }

  @Test
  void isRefusedIfTheJdksKeyStoreCannotBeRead() {
    withProperties(
        Map.of(
            "javax.net.ssl.keyStore",
            CLIENT.toString(),
            "javax.net.ssl.keyStorePassword",
            "s3cret"),
        () -> assertThatIllegalArgumentException()
            .isThrownBy(() -> builder().caFile(CA_FILE).build())
            .withMessageContainingAll("javax.net.ssl.keyStore", CLIENT.toString())
            .withMessageNotContaining("s3cret"));
  }

  @Test
  void isRefusedBesideAnotherTlsContext() throws Exception {
    SSLContext own = SSLContext.getDefault();

    for (XrayClientBuilder builder : List.of(
        builder().caFile(CA_FILE),
        builder().clientCertificate(CLIENT, ClientCertificateTest::password))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> builder
              .httpClient(client -> client.proxy(ProxySelector.getDefault()).sslContext(own))
              .build())
          .withMessageContainingAll("sslContext", "caFile", "clientCertificate");
    }
    builder().httpClient(client -> client.sslContext(own)).build().close();
  }

  @Test
  void letsTheHookChangeEverythingElse() {
    assertThat(nameSeenBy(builder()
            .caFile(CA_FILE)
            .clientCertificate(CLIENT, ClientCertificateTest::password)
            .httpClient(client ->
                client.version(HttpClient.Version.HTTP_2).sslParameters(new SSLParameters()))))
        .isEqualTo("CN=build agent");
  }

  @Test
  void letsAnExceptionOfTheHookPass() {
    assertThatExceptionOfType(IllegalArgumentException.class)
        .isThrownBy(() ->
            builder().caFile(CA_FILE).httpClient(client -> client.priority(0)).build())
        .withNoCause();
  }
}
