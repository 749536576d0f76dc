package io.github.xrayclient.benchmark.page;

import io.github.xrayclient.benchmark.peer.Contender;
import io.github.xrayclient.benchmark.peer.PageReader;
import io.github.xrayclient.benchmark.peer.Target;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;

/**
 * Measures one contender in its own process: {@code Worker CONTENDER URL [KEY]}. For each line
 * {@code CALLERS NUMBER MILLISECONDS} of its standard input it prints a {@link Sample}, and it
 * ends with its input.
 */
final class Worker {
  private Worker() {}

  public static void main(String[] args) throws Exception {
    Contender contender = Contender.valueOf(args[0]);
    PageReader reader = contender.reader(Target.of(List.of(args).subList(1, args.length)));
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ", -1);
      Load load = new Load(reader, Callers.valueOf(words[0]), Integer.parseInt(words[1]));
      Duration time = Duration.ofMillis(Long.parseLong(words[2]));
      load.run(time.dividedBy(10)); // so that connections are open again
      System.out.println(load.run(time));
    }
    System.exit(0);
  }
}
