package io.github.xrayclient.benchmark.command;

import io.github.xrayclient.benchmark.table.Effort;
import io.github.xrayclient.benchmark.table.Measured;
import io.github.xrayclient.benchmark.table.Rounds;
import io.github.xrayclient.benchmark.table.Row;
import io.github.xrayclient.benchmark.table.Table;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** Shows what commands need as whole processes, from the start of the JVM to its end. */
final class CommandTable implements Table {
  private static final int ROUNDS = 10;

  private final Effort effort;
  private final Consumer<Object> out;
  private final Path jar;

  /**
   * @param jar the jar of the command line
   */
  CommandTable(Effort effort, Consumer<Object> out, Path jar) {
    this.effort = effort;
    this.out = out;
    this.jar = jar;
  }

  @Override
  public void print() throws IOException, InterruptedException {
    boolean full = effort == Effort.FULL;
    Path folder = Files.createDirectories(jar.resolveSibling("benchmarks"));
    Path log = folder.resolve("build.log");
    Path large = folder.resolve("large.log");
    BuildLog.write(log, full ? 50_000_000 : 1_000_000);
    Path requests = folder.resolve("requests.log");
    BuildLog.writeRequests(requests, full ? 50_000_000 : 1_000_000);
    BuildLog.write(large, full ? 1_000_000_000 : 2_000_000);
    int objects = full ? 5_000 : 50;
    try (ServerProcess source = new ServerProcess(objects, "changed");
        ServerProcess target = new ServerProcess(objects, "unchanged")) {
      Commands commands = new Commands(jar, folder, source.url(), target.url());
      Command count = commands.count(large);
      Command refusals = commands.refusals(large);
      Command plan = commands.plan();
      List<Command> all = List.of(
          commands.explain(log),
          commands.refusalsOfRequests(requests),
          commands.export(),
          commands.planOfAll(),
          plan,
          commands.planInSmallJvm(),
          refusals,
          count);
      Rounds<Command, ProcessRun> found = measure(all);
      print(all, found);
      out.accept("");
      goals(found, plan, refusals, count);
    } finally {
      Files.delete(large);
    }
  }

  private Rounds<Command, ProcessRun> measure(List<Command> commands)
      throws IOException, InterruptedException {
    Rounds<Command, ProcessRun> found = new Rounds<>();
    for (int round = 1; round <= effort.rounds(ROUNDS); round++) {
      System.err.println("commands " + round + "/" + effort.rounds(ROUNDS));
      for (Command command : commands) {
        found.add(command, command.run());
      }
    }
    return found;
  }

  private void print(List<Command> commands, Rounds<Command, ProcessRun> found) {
    out.accept("| command, median of " + found.number(commands.get(0))
        + " runs | time | range of the runs | processor time | peak memory |");
    out.accept("| --- | --- | --- | --- | --- |");
    for (Command command : commands) {
      out.accept("| " + command.title()
          + " | " + new Measured(found.median(command, ProcessRun::seconds), "s")
          + " | " + found.range(command, ProcessRun::seconds) + " s"
          + " | " + new Measured(found.median(command, ProcessRun::processorSeconds), "s")
          + " | " + new Measured(found.median(command, ProcessRun::peakMegabytes), "MB") + " |");
    }
  }

  private void goals(
      Rounds<Command, ProcessRun> found, Command plan, Command refusals, Command count) {
    out.accept(Row.HEAD);
    out.accept(Row.limit(
        3,
        plan.title() + ": processor time",
        new Measured(found.median(plan, ProcessRun::processorSeconds), "s")));
    out.accept(Row.limit(
        256,
        plan.title() + ": peak memory",
        new Measured(found.median(plan, ProcessRun::peakMegabytes), "MB")));
    out.accept(Row.atMost(
        8,
        refusals.title() + ", compared with " + count.title(),
        new Measured(found.median(count, ProcessRun::seconds), "s"),
        new Measured(found.median(refusals, ProcessRun::seconds), "s"),
        found.ratio(refusals, count, ProcessRun::seconds)));
  }
}
