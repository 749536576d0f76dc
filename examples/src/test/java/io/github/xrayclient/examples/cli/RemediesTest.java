package io.github.xrayclient.examples.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import io.github.xrayclient.examples.CommandLineFixture;
import io.github.xrayclient.remedy.Remedy;
import io.github.xrayclient.testing.FakeXray;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine.Model.CommandSpec;

/** Provokes the errors whose remedies are methods in Java, and expects options instead. */
class RemediesTest extends CommandLineFixture {
  /** A call such as {@code allowPlainHttp()}, or a name such as {@code baseUrl}. */
  private static final Pattern JAVA = Pattern.compile(
      "\\w\\([^)]*\\)|\\b[a-z]+[A-Z][a-z]+\\w*|\\b[A-Z][a-z]+[A-Z][a-z]+\\w*|\\b(?:io|java)\\.\\w+");

  @TempDir
  Path folder;

  @ParameterizedTest
  @EnumSource
  void areWordsOfTheCommandLine(Remedy.Kind kind) throws IOException {
    Remedy remedy = Remedy.of(kind, "call method(..)", List.of("7"));

    String line = Remedies.after("it failed", remedy, CommandSpec.create());

    assertThat(line).startsWith("it failed").doesNotContainPattern(JAVA);
    Matcher options = Pattern.compile("--[a-z-]+").matcher(line);
    assertThat(Files.readString(Path.of("README.md")).split("[^a-z-]+"))
        .containsAll(options.results().map(MatchResult::group).collect(Collectors.toSet()));
  }

  @Nested
  class OfTheConnection {
    @ParameterizedTest
    @CsvSource({
      "http://acme.example, '; use https, or add --allow-plain-http if the network is trusted'",
      "https://me:secret@acme.example, '; set JF_URL and JF_ACCESS_TOKEN, or use --url and'",
      "https://acme.example:70000, ' must have a port between 1 and 65535'",
      "acme.example, ' must begin with https:// or http://'",
    })
    void correctTheUrl(String url, String words) {
      assertThat(run("policies", "--url", url, "--token-file", tokenFile().toString()))
          .isEqualTo(2);

      saysOneLineWith(words);
      assertThat(err.toString()).doesNotContain("secret");
    }

    @Test
    void nameTheFileOfTheAuthority() {
      assertThat(onServer("policies", "--ca-file", folder.resolve("ca.pem").toString()))
          .isEqualTo(2);

      saysOneLineWith("the CA file ", "ca.pem");
    }

    @Test
    void checkTheServerIfItsHostIsUnknown() {
      assertThat(at("https://no-such-host.invalid")).isEqualTo(3);

      saysOneLineWith(
          "the host name of no-such-host.invalid cannot be resolved; check the URL, and whether");
    }

    @Test
    void checkTheServerIfItRefusesTheConnection() throws IOException {
      int port;
      try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
        port = free.getLocalPort();
      }

      assertThat(at("http://127.0.0.1:" + port)).isEqualTo(3);

      saysOneLineWith("127.0.0.1:" + port + " refused the connection; check the URL, and whether");
    }

    @Test
    void renewTheToken() {
      fake.requireToken("another-token");

      assertThat(onServer("policies")).isEqualTo(3);

      saysOneLineWith(
          " answered 401: ",
          "; the token may have expired or be one of another server; give a valid one with"
              + " --token-file or JF_ACCESS_TOKEN");
    }

    @Test
    void useThePermissionOfAnotherUser() {
      fake.forbid("/xray/api");

      assertThat(onServer("policies")).isEqualTo(3);

      saysOneLineWith(" answered 403: ", "; use the token of a user who has the permission");
    }

    @ParameterizedTest
    @CsvSource({"404, text/plain", "404, text/html", "302, text/plain"})
    void correctTheUrlOfAServerThatIsNoXray(int status, String type) throws IOException {
      HttpServer other =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
      other.createContext("/", exchange -> {
        byte[] page = "404 page not found".getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", type);
        exchange.getResponseHeaders().add("Location", "https://acme.example/login");
        exchange.sendResponseHeaders(status, page.length);
        exchange.getResponseBody().write(page);
        exchange.close();
      });
      other.start();

      assertThat(at("http://127.0.0.1:" + other.getAddress().getPort())).isEqualTo(3);

      other.stop(0);
      saysOneLineWith(
          " answered " + status,
          "; give the URL of the platform, such as https://acme.example, with --url or JF_URL");
    }

    @Test
    void allowMoreTime() {
      fake.latency(Duration.ofSeconds(5));

      assertThat(onServer("policies", "--timeout", "1s")).isEqualTo(3);

      saysOneLineWith("; allow more time with --timeout");
    }

    @Test
    void leaveReadOnlyOut() {
      assertThat(onServer("unwaive", "--policy", "11", "--waiver", "1", "--read-only"))
          .isEqualTo(2);

      saysOneLineWith("refuses every write", "; leave --read-only out to make the change");
    }

    private int at(String url) {
      return run("policies", "--url", url, "--token-file", tokenFile().toString());
    }
  }

  @Nested
  class OfMigrations {
    @Test
    void allowTheDeletions() {
      String export = export();
      deleteWatches(export);

      assertThat(onServer("plan", export, "--prune", "--max-deletes", "0")).isEqualTo(3);

      saysOneLineWith(
          " may be deleted: ",
          "; check that the exported directory is complete and that the right objects are"
              + " selected, or allow this with --max-deletes ");
    }

    @Test
    void nameTheNumberOfDeletions() {
      assertThat(onServer("plan", export(), "--prune", "--max-deletes", "-1")).isEqualTo(2);

      saysOneLineWith("--max-deletes");
    }

    @Test
    void replaceTheExport() throws IOException {
      String export = export();
      try (FakeXray other = FakeXray.start()) {
        Files.writeString(
            Path.of(export, "manifest.json"),
            Files.readString(Path.of(export, "manifest.json")).replace(fake.url(), other.url()));
      }

      assertThat(onServer("export", export)).isEqualTo(3);

      saysOneLineWith("; export into another directory, or add --replace-source");
    }

    @Test
    void acceptUncheckedContent() throws IOException {
      String export = export();
      Path policy = Path.of(export, "policies", "block-vulnerabilities.json");
      Files.writeString(
          policy, Files.readString(policy).replace("\"security\"", "\"no-such-type\""));

      assertThat(onServer("plan", export, "--output", plan())).isEqualTo(3);

      saysOneLineWith("; correct the files, or add --unchecked if the server accepts this");
    }

    @Test
    void keepTheWaivers() {
      onServer("export", folder.resolve("bare").toString(), "--waiver-files", "none");
      clear();

      assertThat(
              onServer("plan", folder.resolve("bare").toString(), "--waivers", "exact", "--quiet"))
          .isEqualTo(2);
      err.getBuffer().delete(0, err.toString().indexOf('\n') + 1); // a warning

      saysOneLineWith("; leave --waivers exact out, or export with waivers");
    }

    @Test
    void skipWhatOthersChanged() {
      String export = export();
      fake.clear();
      assertThat(onServer("plan", export, "--only", "policies", "--output", plan()))
          .isEqualTo(10);
      assertThat(onServer("apply", plan())).isZero();
      ObjectNode policy = (ObjectNode) fake.stored(FakeXray.Kind.POLICIES).get(0);
      fake.seed(FakeXray.Kind.POLICIES, policy.put("description", "by hand").toString());
      clear();

      assertThat(onServer("rollback", plan() + ".journal")).isEqualTo(3);

      saysOneLineWith("; undo these changes and roll back again, add --skip-changed to leave");
    }

    private String export() {
      String directory = folder.resolve("export").toString();
      onServer("export", directory);
      clear();
      return directory;
    }

    private String plan() {
      return folder.resolve("plan.json").toString();
    }

    private void deleteWatches(String export) {
      Arrays.stream(Path.of(export, "watches").toFile().listFiles())
          .forEach(file -> assertThat(file.delete()).isTrue());
    }
  }

  @Nested
  class OfCuration {
    @Test
    void listTheRequestsThatTheUserMayDecide() {
      fake.forbid("/xray/api/v1/curation/waiver_requests");

      assertThat(onServer("waiver-requests", "--approve", "42", "--justification", "needed"))
          .isEqualTo(3);

      saysOneLineWith("; waiver-requests lists the requests that you may decide");
    }
  }

  private void clear() {
    out.getBuffer().setLength(0);
    err.getBuffer().setLength(0);
  }

  /** Expects one line without names of Java. */
  private void saysOneLineWith(String... words) {
    assertThat(err.toString().lines()).hasSize(1);
    assertThat(err.toString()).contains(words).doesNotContainPattern(JAVA);
  }
}
