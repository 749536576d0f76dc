package io.github.xrayclient.diagnostics.migration.concurrent;

import static org.assertj.core.api.Assertions.assertThat;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.auth.Credentials;
import io.github.xrayclient.diagnostics.migration.Difference;
import io.github.xrayclient.diagnostics.migration.Journal;
import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.diagnostics.migration.MigrationPlan;
import io.github.xrayclient.diagnostics.migration.MigrationReport;
import io.github.xrayclient.diagnostics.migration.Scenario;
import io.github.xrayclient.diagnostics.migration.Server;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.http.RetryPolicy;
import io.github.xrayclient.testing.FakeXray.Kind;
import io.github.xrayclient.testsupport.Thorough;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Two processes apply the same plan at the same time, in many orders of their requests, and some of
 * them end in the middle and go on. The number of a case is the seed that makes its order again.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class TwoAppliesTest {
  private static final int CASES = Thorough.count(20, 2_000);
  private static final int REQUESTS = 50;
  private static final int STEP = Thorough.count(6, 1);

  private final Server source = Server.filled(10);
  private final Server empty = Server.withBuiltIn("77");
  private final Server full = Scenario.target();
  private final Server target = new Server();
  private final Turns turns = new Turns();
  private final List<XrayClient> clients = List.of(client(0), client(1));
  private Snapshot wanted;
  private int journals;

  @TempDir
  static Path folder;

  @BeforeAll
  void read() {
    String twice = "'notes':'twice','is_expired':false,'ignore_filters':{'cves':['CVE-2']}}";
    source.seed(Kind.IGNORE_RULES, "[{'id':'1'," + twice + ",{'id':'2'," + twice + "]");
    full.seed(Kind.IGNORE_RULES, "{'id':'3'," + twice);
    wanted = source.migration().snapshot();
  }

  @AfterAll
  void stop() {
    clients.forEach(XrayClient::close);
    List.of(source, empty, full, target).forEach(Server::close);
  }

  private XrayClient client(int number) {
    return XrayClient.builder()
        .baseUrl(target.fake.url())
        .credentials(Credentials.anonymous())
        .retryPolicy(RetryPolicy.none())
        .addInterceptor((request, next) -> turns.send(number, request, next))
        .build();
  }

  static LongStream seeds() {
    return LongStream.range(0, CASES);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void endWithEveryObjectOnceAndAreRolledBack(long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    Server before = random.nextBoolean() ? empty : full;
    Case two = new Case(before);
    for (int client = 0; client < 2; client++) {
      if (random.nextBoolean()) {
        turns.kill(client, random.nextInt(5, 40), random.nextBoolean());
      }
    }
    int steadiness = random.nextInt(1, 12);

    two.apply(new RandomOrder(random, steadiness));

    two.hasEveryObjectOnce();
    two.isRestoredByRollingBack(random.nextInt(2));
  }

  static IntStream requests() {
    return IntStream.iterate(0, request -> request < REQUESTS, request -> request + STEP);
  }

  /** The first is interrupted by the whole second one, and dies there in two of three cases. */
  @ParameterizedTest
  @MethodSource("requests")
  void endWellWhereverTheOtherComesBetween(int request) {
    for (int way = 0; way < 3; way++) {
      if (Thorough.isOn() || way == request / STEP % 3) {
        Case two = new Case(full);
        if (way > 0) {
          turns.kill(0, request, way == 2);
        }

        int[] sent = two.apply(decision -> decision < request ? 0 : 1);

        assertThat(sent[0]).isBetween(request / 2, 2 * REQUESTS);
        two.hasEveryObjectOnce();
        two.isRestoredByRollingBack(request % 2);
      }
    }
  }

  /** Stays with one client for some requests on average. */
  private static final class RandomOrder implements IntUnaryOperator {
    private final SplittableRandom random;
    private final int steadiness;
    private int client;

    RandomOrder(SplittableRandom random, int steadiness) {
      this.random = random;
      this.steadiness = steadiness;
      this.client = random.nextInt(2);
    }

    @Override
    public int applyAsInt(int decision) {
      client = random.nextInt(steadiness) == 0 ? 1 - client : client;
      return client;
    }
  }

  /** Two applies of one plan to a server that holds the same as another one. */
  private final class Case {
    private final Snapshot old;
    private final MigrationPlan plan;
    private final Journal[] own = new Journal[2];
    private final MigrationReport[] reports = new MigrationReport[2];

    Case(Server before) {
      target.fake.clear();
      for (Kind kind : Kind.values()) {
        before.fake.stored(kind).forEach(object -> target.fake.seed(kind, object.toString()));
      }
      old = target.migration().snapshot();
      plan = Scenario.plan(source, target);
      for (int i = 0; i < own.length; i++) {
        own[i] = Journal.at(folder.resolve("journal-" + journals++));
      }
    }

    int[] apply(IntUnaryOperator order) {
      return turns.run(order, () -> apply(0), () -> apply(1));
    }

    /** Applies the plan, and goes on after the process has ended. */
    private void apply(int client) {
      Migration migration = Migration.of(clients.get(client));
      while (reports[client] == null) {
        try {
          reports[client] = migration.apply(plan, own[client]);
        } catch (Turns.Killed e) {
          reports[client] = null;
        }
      }
    }

    void hasEveryObjectOnce() {
      for (MigrationReport report : reports) {
        assertThat(report.isComplete()).as(report.toString()).isTrue();
        assertThat(report.results()).hasSameSizeAs(plan.steps());
      }
      assertThat(target.migration().snapshot().keys()).isEqualTo(wanted.keys());
      assertThat(Scenario.plan(source, target).steps()).isEmpty();
    }

    void isRestoredByRollingBack(int first) {
      for (int client : new int[] {first, 1 - first}) {
        MigrationReport report = target.migration().rollBack(own[client]);
        assertThat(report.isComplete()).as(report.toString()).isTrue();
        Snapshot now = target.migration().snapshot();
        assertThat(now.keys()).isEqualTo(old.keys());
        assertThat(Difference.between(old, now).changes()).isEmpty();
      }
    }
  }
}
