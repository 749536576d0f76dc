package io.github.xrayclient.examples;

import io.github.xrayclient.diagnostics.refusal.BlockedDownload;
import io.github.xrayclient.diagnostics.refusal.RefusalLog;
import io.github.xrayclient.examples.cli.TextInput;
import java.io.IOException;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemException;
import java.util.List;

/** Finds the refusals in a log, and refuses a file that can be none. */
final class LogFile {
  private static final int BEGINNING = 8_192;

  private LogFile() {}

  static List<BlockedDownload> read(String file) throws IOException {
    try (PushbackInputStream in = new PushbackInputStream(TextInput.open(file), BEGINNING)) {
      byte[] bytes = in.readNBytes(BEGINNING);
      in.unread(bytes);
      String beginning = new String(bytes, StandardCharsets.ISO_8859_1);
      if (beginning.length() < BEGINNING && beginning.isBlank()) {
        throw unusable(file, "it is empty");
      }
      List<BlockedDownload> log = RefusalLog.read(in);
      boolean hasBlock = log.stream().anyMatch(refusal -> refusal.count().isPresent());
      if (!hasBlock && isBinary(beginning)) {
        throw unusable(file, "it is not text; a packed log must be unpacked first");
      }
      return log;
    }
  }

  /** Zero bytes are in no text but UTF-16, which has a mark at its beginning. */
  private static boolean isBinary(String beginning) {
    return beginning.indexOf('\0') >= 0
        && !beginning.startsWith("\u00fe\u00ff")
        && !beginning.startsWith("\u00ff\u00fe");
  }

  private static FileSystemException unusable(String file, String why) {
    return new FileSystemException(file.equals("-") ? "standard input" : file, null, why);
  }
}
