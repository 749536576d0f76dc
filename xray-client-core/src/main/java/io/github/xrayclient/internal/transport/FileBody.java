package io.github.xrayclient.internal.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Writes the body of an answer to a file while it arrives, and overwrites the file. */
final class FileBody extends TimedBody {
  private static final byte[] NOTHING = {};

  private final Path file;
  private @Nullable SeekableByteChannel channel;
  private boolean dropped;

  FileBody(Path file, long remainingNanos) {
    super(remainingNanos);
    this.file = file;
  }

  @Override
  void take(ByteBuffer buffer) throws IOException {
    try {
      SeekableByteChannel open = open();
      while (buffer.hasRemaining()) {
        open.write(buffer);
      }
    } catch (IOException e) {
      throw new UnwritableException(file, e);
    }
  }

  @Override
  boolean mayWait() {
    return true;
  }

  @Override
  byte[] whole() throws IOException {
    try {
      open().close();
    } catch (IOException e) {
      throw new UnwritableException(file, e);
    }
    return NOTHING;
  }

  @Override
  synchronized void drop() throws IOException {
    dropped = true;
    if (channel != null) {
      channel.close();
    }
  }

  private synchronized SeekableByteChannel open() throws IOException {
    if (dropped) {
      throw new IOException("the answer is no longer needed");
    }
    SeekableByteChannel open = channel;
    if (open == null) {
      open = Files.newByteChannel(
          file,
          StandardOpenOption.CREATE,
          StandardOpenOption.WRITE,
          StandardOpenOption.TRUNCATE_EXISTING);
      channel = open;
    }
    return open;
  }

  /** The answer arrived, but the file cannot be written. */
  static final class UnwritableException extends IOException {
    private static final long serialVersionUID = 1L;

    UnwritableException(Path file, IOException cause) {
      super("the file cannot be written: " + reason(file, cause), cause);
    }

    private static String reason(Path file, IOException cause) {
      String words = String.valueOf(cause.getMessage());
      return words.contains(file.toString())
          ? cause.getClass().getSimpleName() + ": " + words
          : file + ": " + words;
    }
  }
}
