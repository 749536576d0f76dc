package io.github.xrayclient.benchmark.command;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** Writes logs of builds with Maven and npm, in which some downloads are refused. */
final class BuildLog {
  /** The repository that refuses downloads. */
  static final String REPOSITORY = "maven-remote";

  private static final int REFUSALS = 20;

  private BuildLog() {}

  /** Writes a log with about this number of bytes, and 20 refusals that are spread over it. */
  static void write(Path file, long bytes) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      long written = 0;
      long refusals = 0;
      for (long line = 0; written < bytes; line++) {
        String text = refusals * bytes < written * REFUSALS ? refusal(refusals++) : progress(line);
        out.write(text);
        written += text.length();
      }
    }
  }

  /** Writes a log with about this number of bytes, whose lines show requests; 20 are refused. */
  static void writeRequests(Path file, long bytes) throws IOException {
    try (BufferedWriter out = Files.newBufferedWriter(file, StandardCharsets.UTF_8)) {
      long written = 0;
      long refusals = 0;
      for (long line = 0; written < bytes; line++) {
        boolean isRefusal = refusals * bytes < written * REFUSALS;
        refusals += isRefusal ? 1 : 0;
        String name = isRefusal ? "refused-" + line : "package-" + line % 5_000;
        String text = "npm http fetch GET " + (isRefusal ? 403 : 200)
            + " https://acme.example/artifactory/api/npm/npm-remote/" + name + "/-/" + name
            + "-1.0."
            + line % 7 + ".tgz " + line % 900 + "ms (cache miss)\n";
        out.write(text);
        written += text.length();
      }
    }
  }

  private static String progress(long line) {
    String module = "module-" + line % 1_000;
    switch ((int) (line % 10)) {
      case 0:
        return "[INFO] Downloaded from central: https://acme.example/artifactory/maven-remote/org/acme/"
            + module + "/1.0/" + module + "-1.0.jar (" + line % 8_192 + " kB at 3.1 MB/s)\n";
      case 1:
        return "[INFO] --- compiler:3.13.0:compile (default-compile) @ " + module + " ---\n";
      case 2:
        return "[INFO] Compiling " + line % 97 + " source files with javac [debug release 17] to"
            + " target/classes\n";
      case 3:
        return "[WARNING] /home/ci/" + module + "/src/main/java/org/acme/Some.java:[" + line % 997
            + ",12] [deprecation] get() in org.acme.Other has been deprecated\n";
      case 4:
        return "2026-01-01 10:00:00.123 DEBUG [main] o.a.Server - request " + line + " took 3 ms\n";
      case 5:
        return "[INFO] Running org.acme." + module.replace('-', '.') + ".SomeTest\n";
      default:
        return "[INFO] Tests run: " + line % 97
            + ", Failures: 0, Errors: 0, Skipped: 0, Time elapsed:" + " 0.214 s -- in org.acme.Some"
            + line % 10 + "Test\n";
    }
  }

  private static String refusal(long number) {
    String path = "org/acme/refused-" + number + "/1.0/refused-" + number + "-1.0.jar";
    return "[ERROR] Could not transfer artifact org.acme:refused-" + number + ":jar:1.0 from/to"
        + " central (https://acme.example/artifactory/maven-remote): status code: 403, reason phrase:"
        + " Forbidden: Artifact download request rejected: maven-remote/" + path
        + " was not downloaded due to the download blocking policy configured in Xray for"
        + " maven-remote\n";
  }
}
