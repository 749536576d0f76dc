package io.github.xrayclient.benchmark.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/** A command that is measured as a whole process. */
final class Command {
  private final String title;
  private final List<String> words;
  private final Path output;
  private final Set<Integer> exitCodes;

  /**
   * @param title the name in tables
   * @param words the program and its arguments
   * @param output a file for what the command prints
   * @param exitCodes those that mean success
   */
  Command(String title, List<String> words, Path output, Set<Integer> exitCodes) {
    this.title = title;
    this.words = words;
    this.output = output;
    this.exitCodes = exitCodes;
  }

  String title() {
    return title;
  }

  ProcessRun run() throws IOException, InterruptedException {
    return ProcessRun.of(words, output, exitCodes);
  }
}
