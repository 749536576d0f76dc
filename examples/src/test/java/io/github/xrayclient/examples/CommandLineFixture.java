package io.github.xrayclient.examples;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.xrayclient.examples.cli.RootCommand;
import io.github.xrayclient.testing.FakeXray;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Runs commands against a server with the demo data, and keeps what they print. */
public abstract class CommandLineFixture {
  protected static final String TOKEN = "top-secret-token";

  protected final StringWriter out = new StringWriter();
  protected final StringWriter err = new StringWriter();
  protected FakeXray fake;

  @TempDir
  Path secrets;

  @BeforeEach
  protected final void start() throws IOException {
    Files.writeString(tokenFile(), TOKEN + "\n");
    fake = FakeXray.start()
        .requireToken(TOKEN)
        .seed(FakeXray.Kind.POLICIES, resource("policies.json"))
        .seed(FakeXray.Kind.WATCHES, resource("watches.json"))
        .seed(FakeXray.Kind.CURATION_POLICIES, resource("curation-policies.json"));
  }

  @AfterEach
  protected final void stop() {
    fake.close();
  }

  protected final JsonNode curationPolicy(String id) {
    return fake.stored(FakeXray.Kind.CURATION_POLICIES).stream()
        .filter(policy -> policy.get("id").asText().equals(id))
        .findFirst()
        .orElseThrow();
  }

  protected final JsonNode json() throws IOException {
    return new ObjectMapper().readTree(out.toString());
  }

  protected final int onServer(String... arguments) {
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(List.of("--url", fake.url(), "--token-file", tokenFile().toString()));
    return run(all.toArray(new String[0]));
  }

  protected final int run(String... arguments) {
    return run(out, err, arguments);
  }

  /** Runs a command, and returns its exit code. */
  public static int run(Writer out, Writer err, String... arguments) {
    return XrayExamples.newCommandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(arguments);
  }

  protected final Path tokenFile() {
    return secrets.resolve("token");
  }

  static String resource(String name) {
    try (InputStream in = RootCommand.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
