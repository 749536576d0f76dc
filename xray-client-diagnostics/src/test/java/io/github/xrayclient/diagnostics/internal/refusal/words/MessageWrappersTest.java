package io.github.xrayclient.diagnostics.internal.refusal.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.BlockedDownload.Kind;
import io.github.xrayclient.diagnostics.refusal.CurationRefusal;
import io.github.xrayclient.diagnostics.refusal.RefusalLog;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The messages of Xray and Curation as languages, monitoring systems, documents and people show
 * them, and texts that contain their words but report no refusal.
 */
class MessageWrappersTest {
  /**
   * The entries of {@code messages/wrappers.txt}. Each begins with a line {@code === title},
   * followed by a line <code>=&gt; kind | path or name | repository or version</code> for each
   * refusal.
   */
  static Stream<Arguments> texts() throws IOException {
    try (InputStream file = Objects.requireNonNull(
        MessageWrappersTest.class.getResourceAsStream("/messages/wrappers.txt"))) {
      String all = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      return Stream.of(all.split("(?m)^=== ")).skip(1).map(MessageWrappersTest::entry);
    }
  }

  private static Arguments entry(String entry) {
    String[] lines = entry.split("\n");
    String expected = Stream.of(lines)
        .filter(line -> line.startsWith("=> "))
        .map(line -> line.substring(3))
        .filter(line -> !line.equals("none"))
        .sorted()
        .collect(Collectors.joining("\n"));
    String text = Stream.of(lines)
        .skip(1)
        .filter(line -> !line.startsWith("=> "))
        .collect(Collectors.joining("\n"));
    return Arguments.of(lines[0], text, expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void areReadAlone(String title, String text, String expected) {
    assertThat(readings(text)).as(text).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("texts")
  void areReadInsideALog(String title, String text, String expected) {
    String log = "Run the build\n\n" + text + "\n\nThe build took 12 seconds\n";

    assertThat(readings(log)).as(log).isEqualTo(expected);
  }

  private static String readings(String text) {
    return RefusalLog.parse(text).refusals().stream()
        .filter(found -> found.kind() != Kind.UNKNOWN)
        .map(MessageWrappersTest::reading)
        .sorted()
        .collect(Collectors.joining("\n"));
  }

  private static String reading(BlockedDownload found) {
    if (found.kind() == Kind.CURATION_BLOCK) {
      CurationRefusal curation = found.curation().orElseThrow();
      return "curation | " + curation.packageName().orElse("-") + " | "
          + curation.packageVersion().orElse("-");
    }
    String kind = found.kind() == Kind.XRAY_BLOCK
        ? "xray"
        : found.kind() == Kind.XRAY_UNAVAILABLE ? "unavailable" : found.kind().name();
    return kind + " | " + found.path().orElse("-") + " | " + found.repository().orElse("-");
  }
}
