package io.github.xrayclient.diagnostics.internal.refusal;

import io.github.xrayclient.diagnostics.refusal.BlockedDownload;

/** A blocked download with the position of its message in the searched text. */
final class LocatedBlock {
  private final int start;
  private final int end;
  private final BlockedDownload block;

  LocatedBlock(int start, int end, BlockedDownload block) {
    this.start = start;
    this.end = end;
    this.block = block;
  }

  int start() {
    return start;
  }

  int end() {
    return end;
  }

  BlockedDownload block() {
    return block;
  }
}
