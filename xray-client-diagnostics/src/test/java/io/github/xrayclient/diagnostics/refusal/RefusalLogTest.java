package io.github.xrayclient.diagnostics.refusal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.github.xrayclient.diagnostics.internal.refusal.FoundRefusals;
import io.github.xrayclient.diagnostics.internal.refusal.RefusalLogReader;
import io.github.xrayclient.testsupport.Thorough;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.io.StringReader;
import java.net.URISyntaxException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class RefusalLogTest {
  @Nested
  class EveryEntrance {
    @ParameterizedTest
    @MethodSource("io.github.xrayclient.diagnostics.refusal.RefusalLogTest#texts")
    void findsTheSameInTheSameText(String text, @TempDir Path folder) throws IOException {
      RefusalLog parsed = RefusalLog.parse(text);

      assertThat(RefusalLog.read(Files.writeString(folder.resolve("log"), text)))
          .isEqualTo(parsed);
      assertThat(RefusalLog.read(
              Files.writeString(folder.resolve("16"), text, StandardCharsets.UTF_16)))
          .isEqualTo(parsed);
      assertThat(RefusalLog.read(Files.writeString(folder.resolve("mark"), "\ufeff" + text)))
          .isEqualTo(parsed);
      assertThat(parsed.guess().isPresent()).isEqualTo(parsed.refusals().isEmpty());
    }
  }

  @Nested
  class Value {
    private final RefusalLog refused = RefusalLog.parse(xray("a.jar"));
    private final RefusalLog guessed = RefusalLog.parse("Bad credentials");

    @Test
    void equalsAnotherOneWithTheSameRefusalsAndGuess() {
      assertThat(refused)
          .isEqualTo(RefusalLog.parse(xray("a.jar")))
          .hasSameHashCodeAs(RefusalLog.parse(xray("a.jar")))
          .isNotEqualTo(RefusalLog.parse(xray("b.jar")))
          .isNotEqualTo(guessed)
          .isNotEqualTo(null);
      assertThat(guessed)
          .isEqualTo(RefusalLog.parse("Bad credentials"))
          .isNotEqualTo(RefusalLog.parse(""));
    }

    @Test
    void isShownByItsRefusalsOrItsGuess() {
      assertThat(refused.toString()).startsWith("RefusalLog{refusals=[").contains("path=a.jar");
      assertThat(guessed.toString()).startsWith("RefusalLog{guess=").contains("kind=AUTH");
    }

    @Test
    void cannotBeChanged() {
      assertThatThrownBy(() -> refused.refusals().clear())
          .isInstanceOf(UnsupportedOperationException.class);
    }
  }

  static Stream<String> texts() throws IOException, URISyntaxException {
    Stream<String> messages =
        RandomLog.CUT_OFF.stream().map(form -> String.format(form, "a/b.jar", "libs", 1));
    Path folder = Path.of(RefusalLogTest.class.getResource("/contract/blocked").toURI());
    List<String> answers = new ArrayList<>();
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.sorted().collect(Collectors.toList())) {
        answers.add(Files.readString(file));
      }
    }
    Stream<String> logs = LongStream.range(0, 50)
        .mapToObj(seed -> new RandomLog(seed, RandomLog.COMPLETE).text(5_000));
    return Stream.of(messages, answers.stream(), logs, Stream.of("", "nothing", "<html>no</html>"))
        .flatMap(each -> each);
  }

  @Nested
  class Log {
    @Test
    void givesEachBlockOnceWithItsCountAndItsFirstLine() throws IOException {
      List<BlockedDownload> blocks = read("start\r\n"
          + "WARN " + xray("a.jar") + "\r\n"
          + "WARN {\"errors\" : [ {\r\n  \"status\" : 403,\r\n  \"message\" : \"" + xray("b.jar")
          + "\"\r\n} ]}\r\n"
          + xray("b.jar").replace(" was ", "\nwas ") + " and " + xray("a.jar") + "\n"
          + "body={\\\"message\\\":\\\"" + xray("c.jar") + "\\\"}\n");

      assertThat(blocks)
          .extracting(logged -> logged.path().orElseThrow() + " "
              + logged.count().orElseThrow() + " " + logged.line().orElseThrow())
          .containsExactly("a.jar 2 2", "b.jar 2 3", "c.jar 1 9");
    }

    @Test
    void withAnAnswerOfAnotherKindGivesItOnce() throws IOException {
      assertThat(read("{\"errors\":[{\"status\":403,\"message\":\"Forbidden\"}]}"))
          .containsExactly(BlockedDownload.builder()
              .kind(BlockedDownload.Kind.PERMISSION)
              .status(403)
              .text("Forbidden")
              .count(1L)
              .line(1L)
              .build());
    }

    @Test
    void withoutAnAnswerHasAGuessWithItsLine() throws IOException {
      RefusalLog log = RefusalLog.read(new StringReader("\nBad credentials\n"));

      assertThat(log.refusals()).isEmpty();
      assertThat(log.guess())
          .contains(BlockedDownload.builder()
              .kind(BlockedDownload.Kind.AUTH)
              .text("\nBad credentials\n")
              .line(2L)
              .build());
    }

    @Test
    void thatIsEmptyHasAGuess() throws IOException {
      RefusalLog log = RefusalLog.read(new StringReader(""));

      assertThat(log.refusals()).isEmpty();
      assertThat(log.guess())
          .contains(BlockedDownload.builder()
              .kind(BlockedDownload.Kind.UNKNOWN)
              .text("")
              .build());
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "<html>no</html>",
          "manifest unknown",
          "This user is temporarily suspended",
          "401 Unauthorized",
          "not authorized",
          "{\"error\": \"Permission denied\"}",
          "nothing"
        })
    void isReadInWindowsLikeItsWholeText(String words) throws IOException {
      String log = "line\n".repeat(60_000) + words + "\n" + "line\n".repeat(60_000);

      FoundRefusals found = RefusalLogReader.read(new StringReader(log), 30_000, 10_000);

      assertThat(found.refusals()).isEqualTo(RefusalLog.parse(log).refusals());
      assertThat(found.guess()).isEqualTo(RefusalLog.parse(log).guess());
    }

    @Test
    void isReadFromTheWordsThatBelongToAnAnswer() throws IOException {
      String log = "is not permitted\n" + "line\n".repeat(60_000) + "401 Unauthorized\n"
          + "line\n".repeat(60_000) + "not authorized\n";

      assertThat(RefusalLogReader.read(new StringReader(log), 30_000, 10_000).refusals())
          .extracting(BlockedDownload::kind)
          .containsExactly(BlockedDownload.Kind.AUTH);
    }

    @Test
    void passesOnThatItCannotBeRead() {
      Reader broken = new Reader() {
        @Override
        public int read(char[] buffer, int offset, int length) throws IOException {
          throw new IOException("disk gone");
        }

        @Override
        public void close() {}
      };

      assertThatThrownBy(() -> RefusalLog.read(broken).refusals())
          .isInstanceOf(IOException.class)
          .hasMessage("disk gone");
    }
  }

  @Nested
  class Bytes {
    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "x-UTF-16LE-BOM"})
    void areDecodedByTheirMark(String charset) throws IOException {
      byte[] log = xray("stra\u00dfe.jar").getBytes(Charset.forName(charset));

      assertThat(RefusalLog.read(new ByteArrayInputStream(log)).refusals())
          .extracting(logged -> logged.path().orElseThrow())
          .containsExactly("stra\u00dfe.jar");
    }

    @Test
    void thatAreNotWellFormedAreReplaced(@TempDir Path folder) throws IOException {
      Path file = folder.resolve("build.log");
      Files.write(file, (xray("a\u00ff.jar") + "\n\u00fe").getBytes(StandardCharsets.ISO_8859_1));

      assertThat(RefusalLog.read(file).refusals())
          .extracting(logged -> logged.path().orElseThrow())
          .containsExactly("a\ufffd.jar");
    }

    @Test
    void mayComeFromAPipeWhichDoesNotSayHowManyAreLeft() throws IOException {
      InputStream pipe =
          new FilterInputStream(
              new ByteArrayInputStream(xray("a.jar").getBytes(StandardCharsets.UTF_8))) {
            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
              return super.read(bytes, offset, Math.min(length, 10));
            }

            @Override
            public int available() throws IOException {
              throw new IOException("Illegal seek");
            }
          };

      assertThat(RefusalLog.read(pipe).refusals())
          .extracting(logged -> logged.path().orElseThrow())
          .containsExactly("a.jar");
    }

    @Test
    void mayBeNoneOrOne() throws IOException {
      assertThat(RefusalLog.read(new ByteArrayInputStream(new byte[0])).guess())
          .map(BlockedDownload::text)
          .contains("");
      assertThat(RefusalLog.read(new ByteArrayInputStream(new byte[] {'x'})).guess())
          .map(BlockedDownload::text)
          .contains("x");
    }
  }

  @Nested
  class AnyLog {
    @ParameterizedTest
    @CsvSource({"30000, 10000, 1", "30000, 10000, 77", "40000, 10001, 4096", "100000, 20000, 100000"
    })
    void isReadLikeItsWholeText(int window, int reach, int chunk) throws IOException {
      for (int seed = 0; seed < Thorough.count(2, 80); seed++) {
        String log = new RandomLog(seed, RandomLog.COMPLETE).text(150_000);

        assertSame(log, window, reach, chunk, seed);
      }
    }

    @Test
    void withMessagesThatWereCutOffIsReadLikeItsWholeText() throws IOException {
      for (int seed = 0; seed < Thorough.count(1, 10); seed++) {
        String log =
            new RandomLog(seed, RandomLog.CUT_OFF).text(Thorough.count(1_300_000, 3_000_000));

        assertSame(log, 1 << 20, 1 << 17, 8_192, seed);
      }
    }

    @Test
    void withoutLineBreaksIsReadLikeItsWholeText() throws IOException {
      for (int seed = 0; seed < Thorough.count(2, 80); seed++) {
        String log =
            new RandomLog(seed, RandomLog.OF_XRAY).text(150_000).replaceAll("[\r\n]+", " ");

        assertSame(log, 30_000, 10_000, 1_000, seed);
      }
    }

    private void assertSame(String log, int window, int reach, int chunk, int seed)
        throws IOException {
      List<BlockedDownload> whole = RefusalLogReader.read(
              new StringReader(log), log.length() + 1, log.length() / 3)
          .refusals();

      List<BlockedDownload> blocks =
          RefusalLogReader.read(new Chunks(log, chunk), window, reach).refusals();

      assertThat(blocks).as("seed %d", seed).isEqualTo(whole).hasSizeGreaterThan(10);
    }
  }

  @Nested
  class LargeLog {
    @Test
    void isReadPieceByPiece() {
      String lines =
          "2026-01-01T00:00:00Z INFO [main] o.a.m.Download - fetched {\"id\": 7} ok\n".repeat(200);
      Repeated log =
          new Repeated(lines + xray("a.jar") + "\n", Thorough.count(4_000_000, 220_000_000));

      List<BlockedDownload> blocks = assertTimeoutPreemptively(
          Duration.ofSeconds(60), () -> RefusalLog.read(log).refusals());

      assertThat(blocks).singleElement().satisfies(logged -> {
        assertThat(logged.count()).contains(log.repetitions());
        assertThat(logged.line()).contains(201L);
      });
      assertThat(log.longestRead()).isLessThanOrEqualTo(1 << 20);
    }

    @ParameterizedTest
    @ValueSource(
        strings = {
          "artifact download request rejected: {\"",
          "rejected: x was not downloaded ",
          "{\"",
          "{\"a\":[",
          "{\\\"",
          "\\",
          " ",
          "\u001b[",
          "curation blocked {\n",
          "package a:1 download was blocked by JFrog Packages Curation service violated {",
          "all versions blocked - {\n",
          "<html"
        })
    void ofNearMissesIsReadInTimeAlsoBeforeARealBlock(String nearMiss) {
      String log = nearMiss.repeat(Thorough.count(300_000, 10_000_000) / nearMiss.length()) + "\n"
          + xray("a.jar");

      List<BlockedDownload> blocks =
          assertTimeoutPreemptively(Duration.ofSeconds(60), () -> read(log));

      assertThat(blocks).last().satisfies(logged -> {
        assertThat(logged.kind().isBlock()).isTrue();
        assertThat(logged.repository()).contains("libs");
      });
    }

    @Test
    void ofOneJsonDocumentGivesItsBlocks() throws IOException {
      StringBuilder log = new StringBuilder("{\"errors\":[");
      for (int i = 0; i < 5_000; i++) {
        log.append(i == 0 ? "" : ",")
            .append("{\"status\":403,\"message\":\"")
            .append(xray(i + ".jar"))
            .append("\"}");
      }
      log.append("]}");

      List<BlockedDownload> blocks = read(log.toString());

      assertThat(blocks)
          .hasSize(5_000)
          .extracting(BlockedDownload::count)
          .containsOnly(Optional.of(1L));
    }
  }

  private static List<BlockedDownload> read(String log) throws IOException {
    return RefusalLog.read(new StringReader(log)).refusals();
  }

  private static String xray(String path) {
    return "Artifact download request rejected: " + path + " was not downloaded due to the download"
        + " blocking policy configured in Xray for libs.";
  }

  /** Gives a text in pieces of a few characters, however many are asked for. */
  private static final class Chunks extends StringReader {
    private final int chunk;

    Chunks(String text, int chunk) {
      super(text);
      this.chunk = chunk;
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
      return super.read(buffer, offset, Math.min(length, chunk));
    }
  }

  /** Gives a text again and again, without ever having more of it. */
  private static final class Repeated extends Reader {
    private final String text;
    private final long repetitions;
    private long position;
    private int longestRead;

    Repeated(String text, long atLeast) {
      this.text = text;
      this.repetitions = atLeast / text.length() + 1;
    }

    long repetitions() {
      return repetitions;
    }

    int longestRead() {
      return longestRead;
    }

    @Override
    public int read(char[] buffer, int offset, int length) {
      longestRead = Math.max(longestRead, length);
      if (position == repetitions * text.length()) {
        return -1;
      }
      int at = (int) (position % text.length());
      int given = Math.min(length, text.length() - at);
      text.getChars(at, at + given, buffer, offset);
      position += given;
      return given;
    }

    @Override
    public void close() {}
  }
}
