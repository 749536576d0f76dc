package io.github.xrayclient.curation.internal.audit;

import java.io.IOException;
import java.io.InputStream;

/**
 * Counts the lines of a CSV file that are not empty. A line break within quotes does not end a
 * line.
 */
final class CsvLines {
  private CsvLines() {}

  static long count(InputStream csv) throws IOException {
    byte[] buffer = new byte[1 << 16];
    long lines = 0;
    boolean quoted = false;
    boolean begun = false;
    for (int read = csv.read(buffer); read >= 0; read = csv.read(buffer)) {
      for (int i = 0; i < read; i++) {
        quoted ^= buffer[i] == '"';
        if (quoted || buffer[i] != '\n') {
          begun |= buffer[i] != '\r';
        } else {
          lines += begun ? 1 : 0;
          begun = false;
        }
      }
    }
    return begun ? lines + 1 : lines;
  }
}
