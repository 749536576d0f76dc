package io.github.xrayclient.diagnostics.internal.migration.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.Canonical;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Seals the lines of a journal, and checks them. The last member of each line is the SHA-256 of
 * everything before it in this line and of the hash of the line before, so a line that was changed,
 * moved, added or removed does not fit. Lines that are missing at the end are the one loss that
 * looks like a migration that was interrupted there.
 */
final class JournalLines {
  private static final String SEAL = ",\"hash\":\"";
  private static final String END = "\"}";
  private static final int DIGITS = 64;
  private static final int SEAL_LENGTH = SEAL.length() + DIGITS + END.length();

  private String last = "";

  /** The bytes of the line that comes next, with its line end. */
  byte[] seal(ObjectNode json) {
    String text = Canonical.writable(json.toString());
    String content = text.substring(0, text.length() - 1);
    last = hash(content);
    return (content + SEAL + last + END + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Whether this is exactly the line that was written next. */
  boolean isNext(byte[] line) {
    String text = text(line);
    int end = text.length() - SEAL_LENGTH;
    return end > 0
        && Arrays.equals(text.getBytes(StandardCharsets.UTF_8), line)
        && text.substring(end).equals(SEAL + hash(text.substring(0, end)) + END);
  }

  /** Accepts such a line, so that the line after it can be checked. */
  void pass(byte[] line) {
    String text = text(line);
    last = text.substring(text.length() - END.length() - DIGITS, text.length() - END.length());
  }

  /** The part of an unfinished line that may be a complete line without its line end. */
  static byte[] sealed(byte[] unfinished) {
    int seal = new String(unfinished, StandardCharsets.ISO_8859_1).lastIndexOf(SEAL);
    int length = seal < 0 ? 0 : Math.min(unfinished.length, seal + SEAL_LENGTH);
    return Arrays.copyOf(unfinished, length);
  }

  private static String text(byte[] line) {
    return new String(line, StandardCharsets.UTF_8);
  }

  private String hash(String content) {
    return Canonical.hash(last + content);
  }
}
