package io.github.xrayclient.benchmark.page;

import io.github.xrayclient.benchmark.peer.Contender;
import io.github.xrayclient.benchmark.peer.Target;
import java.util.List;

/** Reads one page in a new process: {@code FirstPage CONTENDER URL [KEY]}. */
final class FirstPage {
  private FirstPage() {}

  public static void main(String[] args) throws Exception {
    Target target = Target.of(List.of(args).subList(1, args.length));
    System.out.println(Contender.valueOf(args[0]).reader(target).read());
    System.exit(0);
  }
}
