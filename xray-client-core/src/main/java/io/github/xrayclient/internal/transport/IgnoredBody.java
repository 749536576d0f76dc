package io.github.xrayclient.internal.transport;

import java.nio.ByteBuffer;

/** Ends the exchange at the headers of the answer, so that no byte of the body is requested. */
final class IgnoredBody extends TimedBody {
  private static final byte[] NOTHING = {};

  IgnoredBody(long remainingNanos) {
    super(remainingNanos);
    onComplete();
  }

  @Override
  void take(ByteBuffer buffer) {
    // No bytes are requested, and those that come all the same are not needed.
  }

  @Override
  boolean isCut() {
    return true;
  }

  @Override
  byte[] whole() {
    return NOTHING;
  }

  @Override
  void drop() {
    // Nothing was received.
  }
}
