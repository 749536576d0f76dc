package io.github.xrayclient.examples.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The exit codes of all commands. No command returns 1, since a JVM that crashes returns it. */
public final class ExitCode {
  /** The command did its work, or found nothing. */
  public static final int DONE = 0;

  /** The arguments are wrong, or the library refused one of them before anything was sent. */
  static final int USAGE = 2;

  /** The command failed; as far as is known, nothing was changed. */
  public static final int FAILED = 3;

  /** Something was changed but not everything, or the outcome of a write is unknown. */
  public static final int INCOMPLETE = 4;

  /** The command found what it looks for: a cause, a finding, a step or a difference. */
  public static final int FOUND = 10;

  /** The command was interrupted. A JVM that SIGTERM ends returns 143 instead. */
  static final int INTERRUPTED = 130;

  /** What {@link #INCOMPLETE} means in the help of a command that writes. */
  public static final String ON_WRITE =
      "4:Some changes were made, but not all, or it is unknown whether a change was made. Standard"
          + " error names the requests.";

  private static final List<String> ORDER = List.of("0", "10", "2", "3", "4", "130");

  private static final Map<String, String> COMMON = Map.of(
      "0",
      "Success.",
      "2",
      "The arguments are wrong, no server is named, or a value was refused. Nothing was changed.",
      "3",
      "The command failed, or its result could not be written. As far as is known, nothing was"
          + " changed, except what standard error names.",
      "130",
      "The command was interrupted by Ctrl-C; after SIGTERM, the exit code is 143. Standard error"
          + " names any changes that were made.");

  private ExitCode() {}

  /** The meanings for the help of a command: its own, and the common ones for the other codes. */
  static Map<String, String> meanings(Map<String, String> own) {
    Map<String, String> meanings = new LinkedHashMap<>();
    for (String code : ORDER) {
      String meaning = own.getOrDefault(code, COMMON.get(code));
      if (meaning != null) {
        meanings.put(code, meaning);
      }
    }
    return meanings;
  }
}
