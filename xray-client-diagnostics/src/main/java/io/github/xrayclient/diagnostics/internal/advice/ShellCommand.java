package io.github.xrayclient.diagnostics.internal.advice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;

/** Commands for a POSIX shell. An access token is taken from the environment. */
final class ShellCommand {
  private ShellCommand() {}

  /** Has an artifact scanned again. */
  static String scanAgain(String server, String repository, String path) {
    String body = JsonNodeFactory.instance
        .objectNode()
        .put("repo_path", repository + "/" + path.replaceFirst("^/+", ""))
        .toString();
    return "curl -X POST -H \"Authorization: Bearer $JF_ACCESS_TOKEN\""
        + " -H 'Content-Type: application/json' -d " + quoted(body) + " "
        + quoted(server + "/xray/api/v2/index");
  }

  /** Shows the whole answer to a download. No token is sent: anybody can have written the address. */
  static String download(String address) {
    return "curl -i -- " + quoted(address);
  }

  /** Nothing has a meaning between single quotes, which themselves cannot stand there. */
  private static String quoted(String argument) {
    return "'" + argument.replace("'", "'\\''") + "'";
  }
}
