package io.github.xrayclient.diagnostics.internal.refusal.request;

import io.github.xrayclient.diagnostics.internal.refusal.text.WordPattern;
import java.util.regex.Pattern;

/** Tells by a line that shows a status, but no address, where the address may be. */
final class StatusLine {
  /** The first line of an answer, which directly follows its request. */
  private static final WordPattern BEGINNING = WordPattern.of(
      "(?:^|[<\\s\"'\\]])HTTP/[0-9](?:\\.[0-9])? [2-5][0-9][0-9]\\b|awaiting response\\.\\.\\.",
      "HTTP/",
      "awaiting response");

  /** A field of an object: of the body of an answer, or of a client's object with the address elsewhere. */
  private static final Pattern FIELD = Pattern.compile(
      "[\"']\\w*(?:status|code)\\w*[\"']\\s*:\\s*[0-9]{3}\\b"
          + "|^\\s*\\w*(?:status|code)\\w*\\s*:\\s*[0-9]{3}\\s*,?\\s*$",
      Pattern.CASE_INSENSITIVE);

  /** The words of Xray and Curation. */
  private static final WordPattern MESSAGE = WordPattern.ofAnyCase(
      "\\brequest rejected\\b|\\bwas rejected:|\\bwas not\\b.{0,40}\\bdownloaded due to"
          + "|\\bdownload was blocked\\b|\\bcuration\\b",
      "rejected",
      "was not",
      "blocked",
      "curation");

  /** The name of a status that npm prints apart from the address. */
  private static final Pattern CODE = Pattern.compile("\\bcode E40[137]\\b");

  /** What clients print about the status without the address. */
  private static final Pattern CLIENT = Pattern.compile(
      "requested URL returned error|tunnel failed|from proxy after CONNECT|\\bserver returned HTTP"
          + "|\\bcode E40[137]\\b|remote server returned an error|does not indicate success|\\bERROR 40[137]:|returned HTTP response code|Response code 40[137]"
          + "|40[137] Client Error|\\bHTTP error 40[137]\\b|http: LogLevel|^HTTP/[0-9.]+ 40[137]\\b",
      Pattern.CASE_INSENSITIVE);

  private StatusLine() {}

  /** Whether the line is the first one of an answer in a trace of requests and answers. */
  static boolean isBeginning(String line) {
    return BEGINNING.isIn(line);
  }

  /** Whether the status is a field of an object. */
  static boolean isField(String line) {
    return FIELD.matcher(line).find();
  }

  /** Whether the line shows the name of a status that npm prints apart from the address. */
  static boolean isCode(String line) {
    return CODE.matcher(line).find();
  }

  /** Whether the request before this line may be the one that was answered. */
  static boolean mayFollowRequest(String line) {
    return !isField(line) && !isOfProxy(line) && !isCode(line);
  }

  /** Whether one of the next lines may show the address. */
  static boolean mayPrecedeAddress(String line) {
    return !isBeginning(line) && !isOfProxy(line) && !isCode(line);
  }

  /** Whether a proxy refused to connect to the server. */
  private static boolean isOfProxy(String line) {
    return line.contains("CONNECT");
  }

  /** Whether the line has words of Xray or Curation, which name the artifact themselves. */
  static boolean isMessage(String line) {
    return MESSAGE.isIn(line);
  }

  /** Whether a client says that its request was refused, but does not show the address. */
  static boolean isOfClient(String line) {
    return CLIENT.matcher(line).find() && !line.contains("://");
  }
}
