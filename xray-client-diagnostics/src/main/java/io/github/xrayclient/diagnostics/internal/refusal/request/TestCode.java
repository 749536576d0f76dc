package io.github.xrayclient.diagnostics.internal.refusal.request;

import io.github.xrayclient.diagnostics.internal.refusal.text.WordPattern;

/** Recognizes the code and the messages of tests, whose answers no server gave. */
final class TestCode {
  /**
   * A call with an address and a status, or a chain of calls: {@code mock.get("URL", status=403)},
   * {@code stub("URL").reply(403)}; or the message of a test in Go.
   */
  private static final WordPattern CALL = WordPattern.of(
      "(?:[\\w)]\\.\\w{1,40}|^\\s*\\w{1,40})\\((?:[:\\w.]{1,40},\\s?)?[\"'`]https?://[^\"'`\\s]{1,1000}[\"'`]\\s?"
          + "(?:,\\s?|\\)(?:\\.\\w{1,40}\\([^()]{0,200}\\)){0,3}\\.\\w{1,40}\\()"
          + "(?:\\w{1,40}\\s?[=:]\\s?)?[0-9]{3}\\b\\s?[,)]"
          + "|^\\s*\\w{1,80}_test\\.go:[0-9]{1,6}: ",
      "\"http", "'http", "`http", "_test.go:");

  private TestCode() {}

  /** Whether a line names an address and a status in one call, or is the message of a test. */
  static boolean isIn(String line) {
    return CALL.isIn(line);
  }
}
