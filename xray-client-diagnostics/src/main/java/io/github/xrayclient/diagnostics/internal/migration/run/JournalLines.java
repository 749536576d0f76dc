package io.github.xrayclient.diagnostics.internal.migration.run;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.github.xrayclient.diagnostics.internal.migration.content.CanonicalJson;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Adds a hash to each line of a journal, and checks it. The hash is the last field of a line. It is
 * the SHA-256 of the hash of the line before and of the rest of this line, so it reveals a line
 * that was changed, moved, added or removed. It cannot reveal that lines are missing at the end:
 * the journal then looks like that of an interrupted migration.
 */
final class JournalLines {
  private static final String START = ",\"hash\":\"";
  private static final String END = "\"}";
  private static final int DIGITS = 64;
  private static final int HASH_LENGTH = START.length() + DIGITS + END.length();

  private String last = "";

  /** The bytes of the next line with its hash and its line end. */
  byte[] withHash(ObjectNode json) {
    String text = CanonicalJson.writable(json.toString());
    String content = text.substring(0, text.length() - 1);
    last = hash(content);
    return (content + START + last + END + "\n").getBytes(StandardCharsets.UTF_8);
  }

  /** Whether the hash of this line matches the line before. */
  boolean isNext(byte[] line) {
    String text = text(line);
    int end = text.length() - HASH_LENGTH;
    return end > 0
        && Arrays.equals(text.getBytes(StandardCharsets.UTF_8), line)
        && text.substring(end).equals(START + hash(text.substring(0, end)) + END);
  }

  /** Keeps the hash of this line, with which the next line is checked. */
  void accept(byte[] line) {
    String text = text(line);
    last = text.substring(text.length() - END.length() - DIGITS, text.length() - END.length());
  }

  /** The part of an unfinished line up to its hash; empty if it has no hash. */
  static byte[] upToHash(byte[] unfinished) {
    int start = new String(unfinished, StandardCharsets.ISO_8859_1).lastIndexOf(START);
    int length = start < 0 ? 0 : Math.min(unfinished.length, start + HASH_LENGTH);
    return Arrays.copyOf(unfinished, length);
  }

  private static String text(byte[] line) {
    return new String(line, StandardCharsets.UTF_8);
  }

  private String hash(String content) {
    return CanonicalJson.hash(last + content);
  }
}
