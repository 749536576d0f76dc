package io.github.xrayclient.diagnostics.migration.mapping;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.diagnostics.migration.Difference;
import io.github.xrayclient.diagnostics.migration.Instances;
import io.github.xrayclient.diagnostics.migration.Journal;
import io.github.xrayclient.diagnostics.migration.Mapping;
import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.diagnostics.migration.MigrationPlan;
import io.github.xrayclient.diagnostics.migration.MigrationReport;
import io.github.xrayclient.diagnostics.migration.Selection;
import io.github.xrayclient.diagnostics.migration.Server;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.error.XrayException;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.testsupport.Thorough;
import java.nio.file.Path;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Migrations between random servers with random mappings, the first run of which may be interrupted
 * before or after any of its writes.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MappingPropertyTest {
  private static final int CASES = Thorough.count(16, 2_000);

  private final Set<String> seen = new TreeSet<>();

  @TempDir
  Path folder;

  /** Cases without a renamed object or an interruption would prove nothing. */
  @AfterAll
  void meetEverything() {
    assertThat(seen).containsExactly("a finished run", "a renamed object", "an interrupted run");
  }

  static LongStream seeds() {
    return LongStream.range(0, CASES);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void makeTheTargetEqualAndRollItBack(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    try (Server a = Instances.of(random, 100);
        Server b = Instances.of(random, 500)) {
      Mapping mapping = mapping(random);
      Snapshot wanted = a.migration().snapshot();
      Snapshot before = b.migration().snapshot();
      Migration migration = migration(b.xray, mapping);
      MigrationPlan plan = migration.plan(wanted);
      if (!plan.toJson()
          .path("steps")
          .equals(migration(b.xray, Mapping.none()).plan(wanted).toJson().path("steps"))) {
        seen.add("a renamed object");
      }
      Journal journal = Journal.at(folder.resolve("journal"));

      seen.add(
          interrupted(b, mapping, plan, journal, random) ? "an interrupted run" : "a finished run");
      MigrationReport applied = migration.apply(plan, journal);

      assertThat(applied.isComplete()).as(applied.toString()).isTrue();
      assertThat(migration.plan(wanted).steps()).isEmpty();
      Difference left =
          Difference.between(wanted, b.migration().snapshot(), Selection.all(), mapping);
      assertThat(left.changes())
          .allSatisfy(change -> assertThat(change.kind().name()).isEqualTo("ADDED"));

      MigrationReport back = b.migration().rollBack(journal);

      assertThat(back.isComplete()).as(back.toString()).isTrue();
      assertThat(Difference.between(before, b.migration().snapshot()).changes()).isEmpty();
    }
  }

  private static Migration migration(XrayClient xray, Mapping mapping) {
    return Migration.of(xray).mapping(mapping).prune(100).exactWaivers();
  }

  /** Applies with a client that fails before or after one of its writes. */
  private static boolean interrupted(
      Server server,
      Mapping mapping,
      MigrationPlan plan,
      Journal journal,
      SplittableRandom random) {
    AtomicInteger left = new AtomicInteger(random.nextInt(60));
    boolean isSent = random.nextBoolean();
    try (XrayClient failing = XrayClient.builder()
        .baseUrl(server.fake.url())
        .credentials(Credentials.anonymous())
        .retryPolicy(RetryPolicy.none())
        .addInterceptor((request, next) -> {
          boolean isFatal = !request.method().equals("GET") && left.getAndDecrement() <= 0;
          if (isFatal && isSent) {
            next.send(request);
          }
          if (isFatal) {
            throw new Interruption();
          }
          return next.send(request);
        })
        .build()) {
      migration(failing, mapping).apply(plan, journal);
      return false;
    } catch (Interruption | XrayException e) {
      return true;
    }
  }

  private static Mapping mapping(SplittableRandom random) {
    Mapping mapping = Mapping.none();
    if (random.nextBoolean()) {
      mapping = mapping.repository("libs", "apps").repository("r*", "q*");
    }
    if (random.nextBoolean()) {
      mapping = mapping.project("dev", random.nextBoolean() ? "team" : "dev");
    }
    if (random.nextBoolean()) {
      mapping = mapping.mail("*@x.example", "*@y.example").mail("a@x.example", "c@z.example");
    }
    return random.nextBoolean() ? mapping.condition("a", "a new").condition("d*", "x*") : mapping;
  }

  /** What a killed process looks like to the server. */
  private static final class Interruption extends Error {
    private static final long serialVersionUID = 1L;
  }
}
