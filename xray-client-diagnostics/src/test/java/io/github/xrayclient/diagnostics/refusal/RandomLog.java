package io.github.xrayclient.diagnostics.refusal;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A build log made by chance of what servers and clients print. */
final class RandomLog {
  private static final String XRAY =
      "Artifact download request rejected: %1$s was not downloaded due"
          + " to the download blocking policy configured in Xray for %2$s.";
  private static final String CURATION =
      "Package @acme/%1$s:%3$d download was blocked by JFrog Packages"
          + " Curation service due to the following policies violated ";

  /** Messages that have their end, in the forms in which they were seen. */
  static final List<String> COMPLETE = List.of(
      XRAY,
      XRAY + " Xray is unavailable.",
      "HTTP Error Code 403: " + XRAY,
      "{\"errors\":[{\"status\":403,\"message\":\"" + XRAY + "\"}]}",
      "{\n  \"errors\" : [ {\n    \"status\" : 403,\n    \"message\" : \"" + XRAY + "\"\n  } ]\n}",
      "WARN body={\\\"errors\\\":[{\\\"message\\\":\\\"" + XRAY + "\\\"}]} retrying",
      "{\"errors\":[{\"code\":\"DENIED\",\"message\":\"" + XRAY
          + "\",\"detail\":{\"manifest\":\"v%3$d\"}}]}",
      "{\n  \"errors\" : [ {\n    \"detail\" : { \"repository\" : \"%2$s-%3$d\" },\n"
          + "    \"message\" : \"Artifact download request rejected\"\n  } ]\n}",
      "pull access denied for host/%1$s, repository does not exist: denied: " + XRAY,
      "Error response from daemon: \"DENIED\" "
          + XRAY.replace("not downloaded", "not\n  downloaded"),
      "\u001b[31mERROR\u001b[0m " + XRAY + " " + XRAY.replace("%2$s", "%2$s-%3$d"),
      CURATION + "{p%3$d, c, e, Upgrade to: 2, or 3},{q, c}.",
      CURATION + "{p, c, uses {%1$s}, r}. [waivers allowed]",
      "[waivers allowed] " + CURATION + "{p%3$d}.",
      "npm notice package Express:3.%3$d download was blocked by jfrog packages curation service"
          + " due to the following policies violated {p,c,e,r}. For details, visit: https://h/%1$s",
      "{\"errors\":[{\"policy\":\"p%3$d\",\"condition\":\"c\",\n\"message\":\"Package a:%3$d"
          + " download was blocked by Curation service due to policy 'p'\"}]}",
      "Package a:%3$d download was blocked by JFrog Packages Curation service due to it not being"
          + " found in the index",
      "403: curation on-demand scan in progress",
      "All versions blocked - {policy:p%3$d,condition:c}");

  /** Those of Xray, which need no line breaks to be told apart. */
  static final List<String> OF_XRAY = COMPLETE.subList(0, 11);

  /** All of them, and messages that lack their beginning or end. */
  static final List<String> CUT_OFF = Stream.concat(
          COMPLETE.stream(),
          Stream.of(
              "denied: DENIED: Artifact download request rejected due to download blocking policy",
              "Artifact download request rejected: %1$s was not",
              "... due to the download blocking policy configured in Xray for %2$s.",
              "Artifact download request rejected: %1$s was not downloaded",
              CURATION + "{p%3$d, c, no end"))
      .collect(Collectors.toUnmodifiableList());

  private static final List<String> OTHER = List.of(
      "[INFO] Downloading from central: https://repo/%1$s",
      "{\"level\":\"info\",\"msg\":\"fetched %1$s\",\"took\":{\"ms\":%3$d}}",
      "{\n  \"name\" : \"%1$s\",\n  \"nested\" : { \"blocked\" : false }\n}",
      "at com.acme.Curator%3$d.run(Thread.java:12) {",
      "\"quoted\" } and } an open { \"brace",
      "",
      "   ",
      "progress 10%%\rprogress 20%%\r",
      "C:\\Users\\new\\u00zz %1$s");

  private final SplittableRandom random;
  private final List<String> messages;

  RandomLog(long seed, List<String> messages) {
    this.random = new SplittableRandom(seed);
    this.messages = messages;
  }

  /** A log of at least this many characters. */
  String text(int least) {
    StringBuilder log = new StringBuilder();
    int blocks = 1 + random.nextInt(60); // in a hundred lines
    while (log.length() < least) {
      log.append(String.format(line(blocks), path(), "repo-" + number(5), number(9)))
          .append(number(5) == 0 ? "\r\n" : "\n");
    }
    return log.toString();
  }

  private String line(int blocks) {
    List<String> lines = number(100) < blocks ? messages : OTHER;
    return lines.get(number(lines.size()));
  }

  private String path() {
    return "org/acme/" + "x".repeat(number(40)) + "-" + number(20) + ".jar";
  }

  private int number(int bound) {
    return random.nextInt(bound);
  }
}
