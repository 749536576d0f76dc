package io.github.xrayclient.benchmark.page;

import io.github.xrayclient.benchmark.peer.Contender;
import io.github.xrayclient.benchmark.table.Effort;
import io.github.xrayclient.benchmark.table.Rounds;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Lets contenders read pages, one after the other in each round. Each contender has a process of
 * its own, so that neither the compiler nor the memory of one is affected by another. It first reads
 * until its compiler has little left to do. All processes are started anew several times, since a
 * JVM may compile the same code better or worse.
 */
final class PageRounds {
  private static final int ROUNDS = 5;

  private final Effort effort;
  private final Callers callers;
  private final int number;

  /**
   * @param number how many threads of a process read at the same time
   */
  PageRounds(Effort effort, Callers callers, int number) {
    this.effort = effort;
    this.callers = callers;
    this.number = number;
  }

  /** Measures five rounds after each start of the processes. */
  Rounds<Contender, Sample> measure(Endpoint endpoint, int starts) throws IOException {
    Rounds<Contender, Sample> rounds = new Rounds<>();
    for (int start = 1; start <= effort.rounds(starts); start++) {
      System.err.println("pages for " + number + " threads " + start + "/" + effort.rounds(starts));
      measure(endpoint, rounds);
    }
    return rounds;
  }

  private void measure(Endpoint endpoint, Rounds<Contender, Sample> rounds) throws IOException {
    List<WorkerProcess> workers = new ArrayList<>();
    try {
      for (Contender contender : Contender.values()) {
        WorkerProcess worker = new WorkerProcess(contender, endpoint);
        workers.add(worker);
        worker.measure(callers, number, warmUp());
      }
      for (int round = 0; round < effort.rounds(ROUNDS); round++) {
        for (WorkerProcess worker : workers) {
          rounds.add(worker.contender(), worker.measure(callers, number, time()));
        }
      }
    } finally {
      workers.forEach(WorkerProcess::close);
    }
  }

  private Duration warmUp() {
    return effort == Effort.FULL ? Duration.ofSeconds(25) : Duration.ofMillis(300);
  }

  private Duration time() {
    return effort == Effort.FULL ? Duration.ofSeconds(1) : Duration.ofMillis(200);
  }
}
