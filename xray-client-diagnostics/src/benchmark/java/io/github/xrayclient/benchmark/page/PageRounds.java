package io.github.xrayclient.benchmark.page;

import io.github.xrayclient.benchmark.peer.Contender;
import io.github.xrayclient.benchmark.table.Effort;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets contenders read pages, one after the other in each round. Each contender has a process of its
 * own, so that neither the compiler nor the memory of one is affected by another. All processes are
 * started anew several times, since a JVM may compile the same code better or worse.
 */
final class PageRounds {
  private static final int ROUNDS = 5;

  private final Effort effort;
  private final List<Contender> contenders;
  private final int threads;

  PageRounds(Effort effort, List<Contender> contenders, int threads) {
    this.effort = effort;
    this.contenders = contenders;
    this.threads = threads;
  }

  Rounds<Sample> measure(Endpoint endpoint, int starts) throws IOException {
    Rounds<Sample> rounds = new Rounds<>();
    for (int start = 1; start <= effort.rounds(starts); start++) {
      System.err.println(
          "pages with " + threads + " threads " + start + "/" + effort.rounds(starts));
      List<WorkerProcess> workers = new ArrayList<>();
      try {
        for (Contender contender : contenders) {
          WorkerProcess worker = new WorkerProcess(contender, endpoint);
          workers.add(worker);
          worker.measure(threads, warmUp());
        }
        for (int round = 0; round < effort.rounds(ROUNDS); round++) {
          for (WorkerProcess worker : workers) {
            rounds.add(worker.contender(), worker.measure(threads, time()));
          }
        }
      } finally {
        workers.forEach(WorkerProcess::close);
      }
    }
    return rounds;
  }

  private Duration warmUp() {
    return effort == Effort.FULL ? Duration.ofSeconds(8) : Duration.ofMillis(300);
  }

  private Duration time() {
    return effort == Effort.FULL ? Duration.ofSeconds(1) : Duration.ofMillis(200);
  }
}
