package io.github.xrayclient.diagnostics.internal.refusal.request;

import io.github.xrayclient.diagnostics.internal.refusal.text.LogLine;
import io.github.xrayclient.diagnostics.internal.refusal.text.WordPattern;
import java.util.regex.Pattern;

/** Tells whether an answer belongs to an upload, so that no download was refused. */
final class UploadRequests {
  private static final int BEFORE = 2_048; // characters in which an upload may be announced
  private static final int SENTENCE = 300; // characters before an address that are looked at
  private static final int BEHIND = 300; // characters in which its method may be named

  /** A line about an upload that names its method or says itself that it is one. */
  private static final WordPattern UPLOAD = WordPattern.of(
      "\\b(?:PUT|PATCH|DELETE|MKCOL)\\b(?: request)?(?: to| for)?[:\\s\"'`]{1,4}https?://"
          + "|\\bmethod\\\\?[\"']?\\s?[=:]\\s?\\\\?[\"']?(?:PUT|PATCH|DELETE)\\b"
          + "|\\b[Ff]ailed to deploy artifacts?:|\\b[Ff]ailed to (?:upload|publish)\\b"
          + "|\\b[Uu]pload(?:ing)? (?:failed|of)\\b",
      "PUT",
      "PATCH",
      "DELETE",
      "MKCOL",
      "ailed to ",
      "pload");

  /** What stands before an address to which a file is about to be sent. */
  private static final Pattern ANNOUNCED = Pattern.compile(
      "\\b(?:uploading|pushing|publishing|deploying)\\b[^\\n]{0,300}\\bto\\b[^\\n]{0,80}$"
          + "|\\bfailed to (?:publish|upload)\\b[^\\n]{0,80}$"
          + "|\\bPUT\\b[\\s\"'`]{1,3}$",
      Pattern.CASE_INSENSITIVE);

  private UploadRequests() {}

  /** Whether a line speaks of an upload. */
  static boolean isUpload(LogLine line) {
    return UPLOAD.isIn(line.text());
  }

  /** Whether the lines before say that a file is sent to this address. */
  static boolean isAnnounced(String log, LogLine line, String address) {
    String before = log.substring(Math.max(0, line.start() - BEFORE), line.start());
    int at = before.lastIndexOf(address);
    while (at >= 0
        && !ANNOUNCED.matcher(before.substring(lineStart(before, at), at)).find()) {
      at = before.lastIndexOf(address, at - 1);
    }
    return at >= 0;
  }

  /** Whether one of the next lines says that the request of this line was an upload. */
  static boolean isNamedBehind(String log, LogLine line) {
    int end = Math.min(log.length(), line.end() + BEHIND);
    return UPLOAD.isIn(log.substring(line.end(), end));
  }

  private static int lineStart(String text, int at) {
    return Math.max(text.lastIndexOf('\n', at) + 1, at - SENTENCE);
  }
}
