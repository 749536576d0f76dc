package io.github.xrayclient.diagnostics.internal.advice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;

/** Commands for a POSIX shell, which take an access token from the environment. */
final class ShellCommand {
  private ShellCommand() {}

  /** A command that has an artifact scanned again. */
  static String scanAgain(String server, String repository, String path) {
    ObjectNode body = JsonNodeFactory.instance
        .objectNode()
        .put("repo_path", repository + "/" + path.replaceFirst("^/+", ""));
    return post(server + "/xray/api/v2/index", body);
  }

  /** A command that applies watches to what was scanned in a period. */
  static String applyWatches(
      String server, Collection<String> watches, Instant from, Instant until) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    watches.forEach(body.putArray("watch_names")::add);
    body.putObject("date_range")
        .put("start_date", from.truncatedTo(ChronoUnit.SECONDS).toString())
        .put("end_date", until.truncatedTo(ChronoUnit.SECONDS).toString());
    return post(server + "/xray/api/v1/applyWatch", body);
  }

  private static String post(String url, ObjectNode body) {
    return "curl -X POST -H \"Authorization: Bearer $JF_ACCESS_TOKEN\""
        + " -H 'Content-Type: application/json' -d " + quoted(body.toString()) + " "
        + quoted(url);
  }

  /**
   * A command that shows the complete response to a download. It sends no token, because the
   * address comes from a text that anybody can have written.
   */
  static String download(String address) {
    return "curl -i -- " + quoted(address);
  }

  /** Puts an argument into single quotes, in which only a single quote is special to the shell. */
  static String quoted(String argument) {
    return "'" + argument.replace("'", "'\\''") + "'";
  }
}
