package io.github.xrayclient.diagnostics.internal.migration.content;

import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;

/**
 * Writes JSON text in UTF-8, piece by piece. Single halves of surrogate pairs are escaped, since
 * UTF-8 cannot represent them, and they would become question marks.
 */
final class CanonicalWriter extends Writer {
  private final Writer to;

  /** The first half of a pair whose second half was not written yet; 0 if there is none. */
  private char first;

  CanonicalWriter(OutputStream to) {
    this.to = new OutputStreamWriter(to, StandardCharsets.UTF_8);
  }

  @Override
  public void write(char[] text, int start, int length) throws IOException {
    int plainFrom = start;
    for (int i = start; i < start + length; i++) {
      if (first != 0 || Character.isSurrogate(text[i])) {
        to.write(text, plainFrom, i - plainFrom);
        boolean isTaken = take(text[i]);
        plainFrom = isTaken ? i + 1 : i;
      }
    }
    to.write(text, plainFrom, start + length - plainFrom);
  }

  /** Writes a character after or in a pair. Returns false if it is neither, and is not written. */
  private boolean take(char next) throws IOException {
    char half = first;
    first = 0;
    if (half != 0 && Character.isLowSurrogate(next)) {
      to.write(new char[] {half, next});
      return true;
    }
    escape(half);
    if (Character.isHighSurrogate(next)) {
      first = next;
      return true;
    }
    if (Character.isLowSurrogate(next)) {
      escape(next);
      return true;
    }
    return false;
  }

  private void escape(char half) throws IOException {
    if (half != 0) {
      to.write(String.format("\\u%04x", (int) half));
    }
  }

  @Override
  public void flush() throws IOException {
    to.flush(); // a first half stays, since the second one may follow
  }

  @Override
  public void close() throws IOException {
    escape(first);
    first = 0;
    to.close();
  }
}
