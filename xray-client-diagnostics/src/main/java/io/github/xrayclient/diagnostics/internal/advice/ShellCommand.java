package io.github.xrayclient.diagnostics.internal.advice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Commands for a POSIX shell, which take an access token from the environment. */
final class ShellCommand {
  private ShellCommand() {}

  /** A command that has an artifact scanned again. */
  static String scanAgain(String server, String repository, String path) {
    String body = JsonNodeFactory.instance
        .objectNode()
        .put("repo_path", repository + "/" + path.replaceFirst("^/+", ""))
        .toString();
    return "curl -X POST -H \"Authorization: Bearer $JF_ACCESS_TOKEN\""
        + " -H 'Content-Type: application/json' -d " + quoted(body) + " "
        + quoted(server + "/xray/api/v2/index");
  }

  /**
   * A command that shows the complete response to a download. It sends no token, because the address
   * comes from a text that anybody can have written.
   */
  static String download(String address) {
    return "curl -i -- " + quoted(address);
  }

  /** Puts an argument into single quotes, in which only a single quote is special to the shell. */
  private static String quoted(String argument) {
    return "'" + argument.replace("'", "'\\''") + "'";
  }
}
