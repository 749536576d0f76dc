package io.github.xrayclient.internal.transport;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Collects the body of an answer up to a size. */
public final class BoundedBody extends TimedBody {
  /** The largest number of bytes that are read of an error's body; the rest is dropped. */
  public static final int MOST_OF_AN_ERROR = 1 << 20;

  private final int maxBytes;
  private final boolean cutting;
  private volatile List<ByteBuffer> received = new ArrayList<>();
  private volatile boolean cut;
  private int size;

  /** Creates a body that accepts this number of bytes and refuses more. */
  BoundedBody(int maxBytes, long remainingNanos) {
    this(maxBytes, false, remainingNanos);
  }

  private BoundedBody(int maxBytes, boolean cutting, long remainingNanos) {
    super(remainingNanos);
    this.maxBytes = maxBytes;
    this.cutting = cutting;
  }

  /**
   * Creates the body for an answer with this status, for a client that accepts this number of
   * bytes.
   */
  static BoundedBody of(int status, int maxBytes, long remainingNanos) {
    boolean cutting = cuts(status, maxBytes);
    return new BoundedBody(cutting ? MOST_OF_AN_ERROR : maxBytes, cutting, remainingNanos);
  }

  /** Whether a body that is too large is cut instead of refused, for an answer with this status. */
  public static boolean cuts(int status, int maxBytes) {
    return (status < 200 || status >= 300) && maxBytes > MOST_OF_AN_ERROR;
  }

  @Override
  void take(ByteBuffer buffer) throws IOException {
    if (cut) {
      return;
    }
    int left = maxBytes - size;
    if (buffer.remaining() > left) {
      if (!cutting) {
        throw new TooLargeException(maxBytes);
      }
      buffer.limit(buffer.position() + left);
      cut = true;
    }
    size += buffer.remaining();
    received.add(buffer);
  }

  @Override
  boolean isCut() {
    return cut;
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

  /** The answer is larger than the client accepts. */
  public static final class TooLargeException extends IOException {
    private static final long serialVersionUID = 1L;

    public TooLargeException(int maxBytes) {
      super("the answer is larger than " + maxBytes + " bytes");
    }
  }
}
