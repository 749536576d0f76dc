package io.github.xrayclient.examples.cli;

import io.github.xrayclient.diagnostics.refusal.RefusalLog;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;

/** Finds the refusals in a log. Refuses a file that cannot be a log. */
public final class LogFile {
  private static final int BEGINNING = 8_192;

  private LogFile() {}

  public static RefusalLog read(String file) throws IOException {
    try (PushbackInputStream in = new PushbackInputStream(TextInput.open(file), BEGINNING)) {
      byte[] bytes = in.readNBytes(BEGINNING);
      in.unread(bytes);
      String beginning = new String(bytes, StandardCharsets.ISO_8859_1);
      if (beginning.length() < BEGINNING && beginning.isBlank()) {
        throw unusable(file, "it is empty");
      }
      RefusalLog log = RefusalLog.read(in);
      if (log.refusals().isEmpty() && isBinary(beginning)) {
        throw unusable(file, "it is not text; if the log is compressed, unpack it first");
      }
      return log;
    }
  }

  /** Whether there are zero bytes. Only UTF-16 text has them, and it has a byte order mark. */
  private static boolean isBinary(String beginning) {
    return beginning.indexOf('\0') >= 0
        && !beginning.startsWith("\u00fe\u00ff")
        && !beginning.startsWith("\u00ff\u00fe");
  }

  private static FileSystemException unusable(String file, String reason) {
    return new FileSystemException(file.equals("-") ? "standard input" : file, null, reason);
  }
}
