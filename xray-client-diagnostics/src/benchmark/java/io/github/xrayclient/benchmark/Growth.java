package io.github.xrayclient.benchmark;

import io.github.xrayclient.XrayClient;
import io.github.xrayclient.benchmark.server.ServerProcess;
import io.github.xrayclient.benchmark.table.Measured;
import io.github.xrayclient.curation.Curation;
import io.github.xrayclient.curation.CurationPolicy;
import io.github.xrayclient.diagnostics.block.BlockIndex;
import io.github.xrayclient.diagnostics.migration.Migration;
import io.github.xrayclient.diagnostics.migration.Snapshot;
import io.github.xrayclient.policy.Policy;
import io.github.xrayclient.watch.Watch;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.lang.ref.Reference;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/**
 * Measures one task for a number of objects: {@code Growth TASK SIZE}. Prints the milliseconds
 * without garbage collections and those of the collections, both as medians of five runs in a warm
 * JVM, and the bytes that the result keeps in memory.
 */
final class Growth {
  private static final int TIMES = 5;
  private static final long WARM = TimeUnit.SECONDS.toNanos(4);

  private final List<Double> outside = new ArrayList<>();
  private final List<Double> inside = new ArrayList<>();
  private long kept;

  private Growth() {}

  public static void main(String[] args) throws IOException {
    Supplier<Object> task = task(args[0], Integer.parseInt(args[1]));
    Growth growth = new Growth();
    for (long begin = System.nanoTime(); System.nanoTime() - begin < WARM; ) {
      task.get();
    }
    for (int i = 0; i < TIMES; i++) {
      growth.measure(task);
    }
    System.out.println(
        Measured.median(growth.outside) + " " + Measured.median(growth.inside) + " " + growth.kept);
    System.exit(0);
  }

  private void measure(Supplier<Object> task) {
    long before = used();
    long collected = collecting();
    long start = System.nanoTime();
    Object result = task.get();
    double all = (System.nanoTime() - start) / 1e6;
    collected = collecting() - collected;
    inside.add((double) collected);
    outside.add(all - collected);
    kept = used() - before;
    Reference.reachabilityFence(result);
  }

  private static Supplier<Object> task(String task, int size) throws IOException {
    switch (task) {
      case "walk":
        return walk(Walks.client(new ServerProcess(size, 0).url()));
      case "snapshot":
        return Migration.of(GovernedServer.client(size, "High"))::snapshot;
      case "plan":
        Snapshot snapshot = Migration.of(GovernedServer.client(size, "High")).snapshot();
        Migration target = Migration.of(GovernedServer.client(size, "Low"));
        return () -> target.plan(snapshot);
      case "index":
        return index(new Governance(size));
      case "index-nearby":
        return index(Governance.nearby(size));
      default:
        throw new IllegalArgumentException(
            "the task must be walk, snapshot, plan, index or index-nearby, but was " + task);
    }
  }

  private static Supplier<Object> index(Governance governance) {
    List<Policy> policies = governance.policies();
    List<Watch> watches = governance.watches();
    return () -> BlockIndex.of(policies, watches);
  }

  /** A task that lists all policies. The server ends with this JVM. */
  private static Supplier<Object> walk(XrayClient xray) {
    return () -> {
      Iterator<CurationPolicy> policies = Curation.of(xray).policies().list().iterator();
      while (policies.hasNext()) {
        policies.next();
      }
      return policies;
    };
  }

  /** The milliseconds that garbage collections took since the JVM started. */
  private static long collecting() {
    return ManagementFactory.getGarbageCollectorMXBeans().stream()
        .mapToLong(GarbageCollectorMXBean::getCollectionTime)
        .sum();
  }

  /** The bytes in use after a garbage collection, without the allocation buffers of threads. */
  private static long used() {
    System.gc();
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getCollectionUsage().getUsed())
        .sum();
  }
}
