package io.github.xrayclient.diagnostics.internal.refusal.tool;

import io.github.xrayclient.diagnostics.refusal.DownloadTool;
import java.util.List;
import java.util.Optional;

/** A program with the phrases by which its output is recognized. Immutable. */
final class ToolEntry {
  private static final String ASK_BY_HAND = " Request the address with curl to see the answer.";

  private final DownloadTool tool;
  private final List<String> phrases;

  private ToolEntry(DownloadTool tool, List<String> phrases) {
    this.tool = tool;
    this.phrases = phrases;
  }

  /** A program that prints the server's answer by itself. */
  static ToolEntry showing(String name, String... phrases) {
    String hint =
        name + " prints the server's answer with its error. If it is missing here, look for it"
            + " in the complete output.";
    return entry(name, true, Optional.empty(), hint, phrases);
  }

  /**
   * A program that prints the server's answer with an option.
   *
   * @param hint how to use the option
   */
  static ToolEntry showingWith(String option, String name, String hint, String... phrases) {
    return entry(name, true, Optional.of(option), hint, phrases);
  }

  /**
   * A program that never prints the server's answer.
   *
   * @param facts what the program prints
   */
  static ToolEntry hiding(String name, String facts, String... phrases) {
    return entry(name, false, Optional.empty(), facts + ASK_BY_HAND, phrases);
  }

  /**
   * A program that never prints the server's answer, but more about the request with an option.
   *
   * @param facts what the program prints with the option
   */
  static ToolEntry hidingWith(String option, String name, String facts, String... phrases) {
    return entry(name, false, Optional.of(option), facts + ASK_BY_HAND, phrases);
  }

  private static ToolEntry entry(
      String name, boolean showsAnswer, Optional<String> option, String hint, String[] phrases) {
    DownloadTool tool = DownloadTool.builder()
        .name(name)
        .showsAnswer(showsAnswer)
        .option(option)
        .hint(hint)
        .build();
    return new ToolEntry(tool, List.of(phrases));
  }

  DownloadTool tool() {
    return tool;
  }

  /** Short texts that only this program prints, in ASCII and in the program's own letter case. */
  List<String> phrases() {
    return phrases;
  }
}
