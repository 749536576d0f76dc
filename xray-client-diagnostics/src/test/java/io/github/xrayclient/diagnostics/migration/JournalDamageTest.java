package io.github.xrayclient.diagnostics.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.github.xrayclient.diagnostics.internal.migration.content.FileOperations;
import io.github.xrayclient.diagnostics.internal.migration.content.MigrationFailure;
import io.github.xrayclient.diagnostics.internal.migration.run.OpenJournal;
import io.github.xrayclient.testing.FakeXray.Kind;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Damages the journal of a migration of two steps in every way that touches a byte or a line. */
class JournalDamageTest {
  /** Equal runs give equal journals. */
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-02-03T04:05:06Z"), ZoneOffset.UTC);

  private static final int STEPS = 2;

  private static final String RULES =
      "'rules':[{'name':'r','priority':1,'criteria':" + "{'min_severity':'low'},'actions':{}}]";

  private final Server source = new Server()
      .seed(Kind.POLICIES, "{'name':'one','type':'security'," + RULES + "}")
      .seed(Kind.POLICIES, "{'name':'tw\u00f6','type':'security'," + RULES + "}");
  private final Server target = new Server()
      .seed(Kind.POLICIES, "{'name':'one','type':'security','description':'d'," + RULES + "}");

  @TempDir
  Path folder;

  private Path file;
  private MigrationPlan plan;
  private byte[] whole;
  private List<String> lines;

  @BeforeEach
  void migrate() throws IOException {
    file = folder.resolve("journal");
    plan = target.migration().plan(source.migration().snapshot());
    assertThat(plan.steps()).hasSize(STEPS);
    MigrationReport report = target.migration().clock(CLOCK).apply(plan, Journal.at(file));
    assertThat(report.isComplete()).as(report.toString()).isTrue();
    whole = Files.readAllBytes(file);
    lines = Files.readAllLines(file);
    assertThat(lines).hasSize(1 + 2 * STEPS);
  }

  @AfterEach
  void stop() {
    source.close();
    target.close();
  }

  /** What a journal tells of each step: true for one that is done; nothing if it is refused. */
  private Map<Integer, Boolean> steps(byte[] bytes) throws IOException {
    Files.write(file, bytes);
    try (OpenJournal journal = Journal.at(file, new QuickDisk()).open(Clock.systemUTC())) {
      Map<Integer, Boolean> steps = new TreeMap<>();
      journal.steps().forEach((number, step) -> steps.put(number, step.isDone()));
      return steps;
    } catch (MigrationFailure refused) {
      assertThat(refused.file()).hasValue(file);
      assertThat(refused).hasMessageStartingWith(file + ": ");
      assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
      return null;
    }
  }

  /** What it tells if these lines are there and the next one is missing or not finished. */
  private static Map<Integer, Boolean> after(int lines) {
    Map<Integer, Boolean> steps = new TreeMap<>();
    for (int step = 1; 2 * step <= lines; step++) {
      steps.put(step, 2 * step + 1 <= lines);
    }
    return steps;
  }

  private static byte[] spliced(byte[] bytes, int at, int removed, byte... inserted) {
    byte[] result = Arrays.copyOf(bytes, bytes.length - removed + inserted.length);
    System.arraycopy(inserted, 0, result, at, inserted.length);
    System.arraycopy(
        bytes, at + removed, result, at + inserted.length, bytes.length - at - removed);
    return result;
  }

  @Test
  void isNoticedAtEveryByteThatIsChangedRemovedOrAdded() throws IOException {
    Map<Integer, Boolean> lastIsUnknown = after(2 * STEPS);
    int last = whole.length - 1;
    for (int i = 0; i <= last; i++) {
      Map<Integer, Boolean> expected = i == last ? lastIsUnknown : null;
      byte flipped = (byte) (whole[i] ^ 1 << i % 8);
      assertThat(steps(spliced(whole, i, 1, flipped))).as("flip at " + i).isEqualTo(expected);
      assertThat(steps(spliced(whole, i, 1))).as("removal at " + i).isEqualTo(expected);
      byte added = (byte) (i % 3 == 0 ? '\n' : i % 3 == 1 ? ' ' : whole[i]);
      assertThat(steps(spliced(whole, i, 0, added))).as("insertion at " + i).isNull();
    }
    assertThat(steps(spliced(whole, last + 1, 0, (byte) '\n'))).isNull();
    assertThat(steps(spliced(whole, last + 1, 0, (byte) '{'))).isEqualTo(after(lines.size()));
  }

  @Test
  void isTakenForAnInterruptionWhereTheEndIsCutOff() throws IOException {
    int whole = 0;
    for (int length = 0; length < this.whole.length; length++) {
      whole += length > 0 && this.whole[length - 1] == '\n' ? 1 : 0;
      boolean isBegunButForItsEnd = this.whole[length] == '\n' && whole % 2 == 1;
      Map<Integer, Boolean> expected = after(whole + (isBegunButForItsEnd ? 1 : 0));

      assertThat(steps(Arrays.copyOf(this.whole, length))).as("" + length).isEqualTo(expected);
    }
  }

  @Test
  void isNoticedInTheOrderOfLinesBeforeAnythingIsSent() throws IOException {
    List<List<String>> damaged = new ArrayList<>();
    for (int i = 0; i < lines.size(); i++) {
      for (int j = i + 1; j < lines.size(); j++) {
        List<String> swapped = new ArrayList<>(lines);
        Collections.swap(swapped, i, j);
        damaged.add(swapped);
      }
      List<String> doubled = new ArrayList<>(lines);
      doubled.add(i, lines.get(i));
      damaged.add(doubled);
      if (i < lines.size() - 1) {
        List<String> missing = new ArrayList<>(lines);
        missing.remove(i);
        damaged.add(missing);
      }
    }
    target.fake.clearRequests();

    for (List<String> each : damaged) {
      Files.writeString(file, String.join("\n", each) + "\n");
      assertThatThrownBy(() -> target.migration().apply(plan, Journal.at(file)))
          .isInstanceOf(MigrationException.class)
          .hasMessageContaining("is damaged, or this is not a journal");
      assertThatThrownBy(() -> target.migration().rollBack(Journal.at(file)))
          .isInstanceOf(MigrationException.class);
      assertThat(file).usingCharset(StandardCharsets.UTF_8).hasContent(String.join("\n", each));
    }
    assertThat(target.fake.requests()).isEmpty();
  }

  @Test
  void ofTheLastLineEndLeavesAWriteWhoseOutcomeIsLookedUp() throws IOException {
    byte[] begun =
        (String.join("\n", lines.subList(0, 2 * STEPS)) + "X").getBytes(StandardCharsets.UTF_8);
    Files.write(file, begun);

    MigrationReport report = target.migration().clock(CLOCK).apply(plan, Journal.at(file));

    assertThat(report.isComplete()).as(report.toString()).isTrue();
    assertThat(Files.readAllLines(file)).isEqualTo(lines);
    assertThat(target.migration().rollBack(Journal.at(file)).results()).hasSize(STEPS);
  }

  @Test
  void doesNotHappenByItself() throws IOException {
    assertThat(steps(whole)).isEqualTo(after(lines.size()));
    assertThat(target.migration().rollBack(Journal.at(file)).isComplete()).isTrue();
    assertThat(target.migration().rollBack(Journal.at(file)).isComplete()).isTrue();
  }

  @Test
  void cannotComeFromALineThatWasNotOnTheDiskWhenItsWriteWasSent() throws IOException {
    target.fake.seed(Kind.POLICIES, target.fake.stored(Kind.POLICIES).get(0).toString());
    List<Long> sent = new ArrayList<>();
    Path other = folder.resolve("other");
    try (Server fresh = new Server()
        .seed(Kind.POLICIES, "{'name':'one','type':'security','description':'d'," + RULES + "}")) {
      FileOperations watched = new FileOperations() {
        @Override
        public void force(FileChannel channel) throws IOException {
          super.force(channel);
          assertThat(channel.position()).isEqualTo(channel.size());
          sent.add(fresh.fake.requests().stream()
              .filter(request -> !request.method().equals("GET"))
              .count());
        }
      };
      MigrationPlan again = fresh.migration().plan(source.migration().snapshot());

      fresh.migration().apply(again, Journal.at(other, watched));
    }

    assertThat(sent).containsExactly(0L, 0L, 1L, 1L, 2L);
  }

  @Test
  void isPreventedWhileAnotherProcessHasTheFile() throws Exception {
    Process holder = new ProcessBuilder(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "-cp",
            System.getProperty("java.class.path"),
            JournalHolder.class.getName(),
            file.toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
    try {
      assertThat(holder.getInputStream().read()).isEqualTo('!');

      assertThatThrownBy(() -> target.migration().apply(plan, Journal.at(file)))
          .isInstanceOf(MigrationException.class)
          .hasMessage(file + ": another migration is using this journal; wait until it has ended");
    } finally {
      holder.getOutputStream().close();
      assertThat(holder.waitFor(60, TimeUnit.SECONDS)).isTrue();
    }
    assertThat(file).hasBinaryContent(whole);
    assertThat(target.migration().apply(plan, Journal.at(file)).isComplete()).isTrue();
  }

  @Test
  void isNotSeenInTextsThatCannotBeEncoded() throws IOException {
    try (OpenJournal journal = Journal.at(file).open(Clock.systemUTC())) {
      journal.failed(1, false, "half of a pair: \ud83d, and a whole one: \ud83d\ude00");
    }

    assertThat(steps(Files.readAllBytes(file))).isEqualTo(after(lines.size()));
  }

  @Test
  void isNotDoneToFilesThatAreNoRegularOnes() {
    assertThatThrownBy(() -> target.migration().apply(plan, Journal.at(folder)))
        .isInstanceOf(MigrationException.class)
        .hasMessageContaining("it is not a regular file");
  }

  /** Does not wait for the disk, so that many thousand files take no time. */
  private static final class QuickDisk extends FileOperations {
    @Override
    public void force(FileChannel channel) {}
  }
}
