package io.github.xrayclient.examples.instances;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.github.xrayclient.examples.WriteFaults;
import io.github.xrayclient.examples.WriteFaults.Fate;
import io.github.xrayclient.testing.FakeXray.Kind;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The apply of a plan fails in the middle and is run again, or two run at once. */
class InterruptedApplyTest extends InstancesFixture {
  private static final int WRITES = 8;

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

  @ParameterizedTest
  @CsvSource({
    "FAIL,0,3",
    "FAIL,1,4",
    "FAIL,7,4",
    "RESET,0,4",
    "RESET,2,4",
    "DROP,1,0",
    "DROP,2,0",
    "LOSE,2,4",
    "BLIND,5,4"
  })
  void goesOnWithTheSameJournal(Fate fate, int write, int exit) {
    List<Fate> fates = new ArrayList<>();
    for (int i = 0; i < write; i++) {
      fates.add(Fate.PASS);
    }
    fates.add(fate);
    gate.next(fates.toArray(new Fate[0]));

    on(gate.url(), "apply ~/p.json").exits(exit);
    gate.next();
    on(gate.url(), "apply ~/p.json").exits(0);

    hasEveryObjectOnce();
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
