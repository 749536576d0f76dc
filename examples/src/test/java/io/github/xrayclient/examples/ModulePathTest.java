package io.github.xrayclient.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.examples.cli.RootCommand;
import io.github.xrayclient.testing.FakeXray;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.TimeUnit;
import java.util.spi.ToolProvider;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Uses the libraries from the module path, as the module of an application does. */
class ModulePathTest {
  private static final String REFUSAL =
      "Artifact download request rejected: a/b.jar was not downloaded due to the download blocking"
          + " policy configured in Xray for example-repo-local.";

  @Test
  void aConsumersModuleCompilesWithoutWarningsAndRuns(@TempDir Path folder) throws Exception {
    Path sources = folder.resolve("src");
    Path classes = folder.resolve("classes");
    Files.createDirectories(sources.resolve("acme"));
    copy("module-info.java.txt", sources.resolve("module-info.java"));
    copy("Consumer.java.txt", sources.resolve("acme/Consumer.java"));

    StringWriter said = new StringWriter();
    int compiled = ToolProvider.findFirst("javac")
        .orElseThrow()
        .run(
            new PrintWriter(said, true),
            new PrintWriter(said, true),
            "--release",
            "11",
            "-Xlint:all",
            "-Werror",
            "--module-path",
            modulePath(),
            "-d",
            classes.toString(),
            sources.resolve("module-info.java").toString(),
            sources.resolve("acme/Consumer.java").toString());
    assertThat(said.toString()).isEmpty();
    assertThat(compiled).isZero();

    assertThat(run(classes, folder.resolve("printed.txt")))
        .contains("policy block-vulnerabilities", "missing true", "waivers 3", "curation 5")
        .contains("\"rule\":\"any-severity\"");
  }

  private static String run(Path classes, Path printed) throws Exception {
    try (FakeXray fake = FakeXray.start()
        .seed(FakeXray.Kind.POLICIES, resource("policies.json"))
        .seed(FakeXray.Kind.WATCHES, resource("watches.json"))
        .seed(FakeXray.Kind.CURATION_POLICIES, resource("curation-policies.json"))) {
      Process process = new ProcessBuilder(
              Path.of(System.getProperty("java.home"), "bin", "java").toString(),
              "--module-path",
              modulePath() + File.pathSeparator + classes,
              "--module",
              "acme.consumer/acme.Consumer",
              fake.url(),
              REFUSAL)
          .redirectErrorStream(true)
          .redirectOutput(printed.toFile())
          .start();
      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      String text = Files.readString(printed);
      assertThat(process.exitValue()).as(text).isZero();
      return text;
    }
  }

  /** The libraries and their run-time dependencies, taken from the class path of this test. */
  private static String modulePath() {
    return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .filter(entry -> entry.matches(".*xray-client-(core|curation|diagnostics)((?!test).)*"
            + "|.*(jackson-(core|annotations|databind|datatype)|jspecify).*\\.jar"))
        .collect(Collectors.joining(File.pathSeparator));
  }

  private static void copy(String resource, Path to) throws IOException {
    try (InputStream in = ModulePathTest.class.getResourceAsStream("/consumer/" + resource)) {
      Files.copy(in, to);
    }
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = RootCommand.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
