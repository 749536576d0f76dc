package io.github.xrayclient.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Collects a body up to a size. */
final class BoundedBody extends TimedBody {
  private final int maxBytes;
  private volatile List<ByteBuffer> received = new ArrayList<>();
  private int size;

  BoundedBody(int maxBytes, long remainingNanos) {
    super(remainingNanos);
    this.maxBytes = maxBytes;
  }

  @Override
  void take(ByteBuffer buffer) throws IOException {
    if (buffer.remaining() > maxBytes - size) {
      throw new TooLargeException(maxBytes);
    }
    size += buffer.remaining();
    received.add(buffer);
  }

  @Override
  byte[] whole() {
    byte[] all = new byte[size];
    int at = 0;
    for (ByteBuffer buffer : received) {
      int length = buffer.remaining();
      buffer.get(all, at, length);
      at += length;
    }
    return all;
  }

  @Override
  void drop() {
    received = new ArrayList<>();
  }

  /** The answer is larger than the client takes. */
  static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    TooLargeException(int maxBytes) {
      super("the answer is larger than " + maxBytes + " bytes");
    }
  }
}
