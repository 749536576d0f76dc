package io.github.xrayclient.examples.instances;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.examples.WriteFaults;
import io.github.xrayclient.examples.WriteFaults.Fate;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testsupport.Thorough;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** The apply of a plan fails in the middle and is run again, or two run at once. */
class InterruptedApplyTest extends InstancesFixture {
  private static final int WRITES = 8;
  private static final int UPDATE = 1; // the only write that is no create

  private final WriteFaults gate = new WriteFaults(production.url(), "{\"error\":\"refused\"}");
  private JsonNode waivers;
  private Map<Kind, String> devBefore;
  private Map<Kind, String> stagingBefore;

  @BeforeEach
  void plan() {
    on(dev, "export ~/gov").exits(0);
    on(gate.url(), "plan ~/gov --map ~/prod.json --map-strict --output ~/p.json")
        .exits(10);
    waivers = stored(production, Kind.CURATION_POLICIES, "no-malware").path("waivers");
    devBefore = state(dev);
    stagingBefore = state(staging);
  }

  @AfterEach
  void close() {
    gate.close();
  }

  /** Each fault at each write; a part of them in the normal build. */
  static Stream<Arguments> faults() {
    List<Arguments> faults = new ArrayList<>();
    int first = 0;
    for (Fate fate : List.of(Fate.FAIL, Fate.RESET, Fate.DROP, Fate.LOSE, Fate.BLIND)) {
      for (int write = 0; write < WRITES; write++) {
        if (Thorough.isOn() || (write + first) % 4 == 0) {
          faults.add(Arguments.of(fate, write));
        }
      }
      first++;
    }
    return faults.stream();
  }

  @ParameterizedTest
  @MethodSource("faults")
  void goesOnWithTheSameJournal(Fate fate, int write) {
    List<Fate> fates = new ArrayList<>();
    for (int i = 0; i < write; i++) {
      fates.add(Fate.PASS);
    }
    fates.add(fate);
    gate.next(fates.toArray(new Fate[0]));

    on(gate.url(), "apply ~/p.json").exits(exitCode(fate, write));
    gate.next();
    on(gate.url(), "apply ~/p.json").exits(0);

    hasEveryObjectOnce();
  }

  private static int exitCode(Fate fate, int write) {
    if (fate == Fate.DROP) {
      return 0; // the client reads the object, and finds that the write took effect
    }
    if (fate == Fate.RESET && write == UPDATE) {
      return 0; // the client reads the object, and repeats the update
    }
    return fate == Fate.FAIL && write == 0 ? 3 : 4;
  }

  @ParameterizedTest
  @CsvSource({"1,0", "3,0", "4,4"})
  void waitsWhenItIsThrottledAndStopsIfThatDoesNotEnd(int times, int exit) {
    List<Fate> fates = new ArrayList<>(List.of(Fate.PASS));
    for (int i = 0; i < times; i++) {
      fates.add(Fate.THROTTLE);
    }
    gate.next(fates.toArray(new Fate[0]));

    Outcome outcome = on(gate.url(), "apply ~/p.json").exits(exit);

    assertThat(outcome.out).contains(exit == 0 ? "8 done" : "answered 429");
    on(gate.url(), "apply ~/p.json").exits(0);
    hasEveryObjectOnce();
  }

  @Test
  void isRolledBackFromTheMiddle() {
    Map<Kind, String> before = state(production);
    gate.next(Fate.PASS, Fate.PASS, Fate.PASS, Fate.LOSE);
    on(gate.url(), "apply ~/p.json").exits(4);
    gate.next();

    on(gate.url(), "rollback ~/p.json.journal").exits(0);

    for (Kind kind : new Kind[] {Kind.CONDITIONS, Kind.POLICIES, Kind.WATCHES}) {
      assertThat(state(production)).containsEntry(kind, before.get(kind));
    }
    assertThat(stored(production, Kind.CURATION_POLICIES, "no-malware").path("waivers"))
        .isEqualTo(waivers);
    assertThat(production.stored(Kind.CURATION_POLICIES)).hasSize(2);
  }

  @Test
  void ofAPlanThatIsAppliedAlreadyWritesNothing() {
    on(gate.url(), "apply ~/p.json").exits(0);
    Map<Kind, String> applied = state(production);
    gate.next();

    on(gate.url(), "apply ~/p.json").exits(0);
    on(gate.url(), "apply ~/p.json --journal ~/other.journal").exits(0);

    assertThat(gate.writes()).isZero();
    assertThat(state(production)).isEqualTo(applied);
    hasEveryObjectOnce();
  }

  @Test
  void andAnotherAtOnceMakeNoTwins() throws Exception {
    CyclicBarrier bothWrite = new CyclicBarrier(2);
    AtomicInteger writes = new AtomicInteger();
    gate.beforeEachWrite(() -> {
      if (writes.getAndIncrement() < 2) {
        await(bothWrite);
      }
    });
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      List<Callable<Outcome>> applies = List.of(
          () -> on(gate.url(), "apply ~/p.json --journal ~/one.journal"),
          () -> on(gate.url(), "apply ~/p.json --journal ~/two.journal"));
      for (Future<Outcome> apply : threads.invokeAll(applies)) {
        apply.get().exits(0);
      }
    } finally {
      threads.shutdownNow();
    }

    assertThat(writes.get()).isGreaterThan(WRITES);
    hasEveryObjectOnce();
  }

  private static void await(CyclicBarrier barrier) {
    try {
      barrier.await(1, TimeUnit.MINUTES);
    } catch (InterruptedException | BrokenBarrierException | TimeoutException e) {
      throw new AssertionError("the other apply did not write", e);
    }
  }

  private void hasEveryObjectOnce() {
    for (Kind kind :
        new Kind[] {Kind.CONDITIONS, Kind.CURATION_POLICIES, Kind.POLICIES, Kind.WATCHES}) {
      assertThat(production.stored(kind))
          .extracting(object ->
              object.path("name").asText(object.at("/general_data/name").asText()))
          .doesNotHaveDuplicates();
    }
    assertThat(production.stored(Kind.IGNORE_RULES).stream()
            .filter(rule -> !rule.has("deleted_by"))
            .collect(Collectors.toList()))
        .hasSize(1);
    assertThat(stored(production, Kind.CURATION_POLICIES, "no-malware").path("waivers"))
        .isEqualTo(waivers);
    on(gate.url(), "plan ~/gov --map ~/prod.json").exits(0);
    assertThat(state(dev)).isEqualTo(devBefore);
    assertThat(state(staging)).isEqualTo(stagingBefore);
  }
}
