package io.github.xrayclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.github.xrayclient.testing.FakeXray;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationCommandsTest {
  private static final String TOKEN = "top-secret-token";

  private final FakeXray source = filled();
  private StringWriter out = new StringWriter();
  private StringWriter err = new StringWriter();

  @TempDir
  Path folder;

  @AfterEach
  void stop() {
    source.close();
  }

  @Nested
  class Export {
    @Test
    void writesADirectoryAndCounts() throws IOException {
      assertThat(on(source, "export", directory(), "--format", "json")).isZero();

      assertThat(new ObjectMapper()
              .readTree(out.toString())
              .path("curation-policies")
              .asInt())
          .isEqualTo(5);
      assertThat(Path.of(directory(), "policies", "Test_policy.json")).exists();
      assertThat(Files.readString(Path.of(directory(), "manifest.json"))).doesNotContain(TOKEN);
      assertThat(err.toString()).isEmpty();
    }

    @Test
    void saysWhatMayNotBeRead() {
      source.forbid("/xray/api/v1/curation");

      assertThat(on(source, "export", directory())).isZero();

      assertThat(err.toString()).contains("Not exported: curation-policies", "403");
    }

    @Test
    void takesOneProjectOnly() {
      assertThat(on(source, "export", directory(), "--project", "dev")).isZero();

      assertThat(out.toString()).contains("policies").doesNotContain("curation");
      assertThat(Path.of(directory(), "policies")).doesNotExist();
    }

    @Test
    void exitsWithThreeIfAFileIsInTheWay() throws IOException {
      Files.createDirectories(folder.resolve("export/policies"));
      Files.writeString(folder.resolve("export/policies/Test_policy.json"), "mine");

      assertThat(on(source, "export", directory())).isEqualTo(3);

      assertThat(err.toString().lines()).hasSize(1);
      assertThat(err.toString()).contains("Test_policy.json: it is in the way");
    }

    @Test
    void needsADirectory() {
      assertThat(on(source, "export")).isEqualTo(2);
    }
  }

  private String directory() {
    return folder.resolve("export").toString();
  }

  private int on(FakeXray server, String... arguments) {
    out = new StringWriter();
    err = new StringWriter();
    List<String> all = new ArrayList<>(Arrays.asList(arguments));
    all.addAll(List.of("--url", server.url(), "--token", TOKEN));
    return XrayExamples.commandLine()
        .setOut(new PrintWriter(out, true))
        .setErr(new PrintWriter(err, true))
        .execute(all.toArray(new String[0]));
  }

  private static FakeXray filled() {
    return FakeXray.start()
        .requireToken(TOKEN)
        .seed(FakeXray.Kind.POLICIES, resource("policies.json"))
        .seed(FakeXray.Kind.WATCHES, resource("watches.json"))
        .seed(FakeXray.Kind.CURATION_POLICIES, resource("curation-policies.json"));
  }

  private static String resource(String name) {
    try (InputStream in = MigrationCommandsTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
